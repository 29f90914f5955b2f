-- Published programmes, forms and rules, by hash. What is published is final.
CREATE TABLE "definition" (
    "hash" TEXT NOT NULL CONSTRAINT "pk_definition" PRIMARY KEY,
    "sort" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "stored_at" TEXT NOT NULL
);

CREATE TRIGGER "definition_is_final" BEFORE UPDATE ON "definition"
BEGIN
    SELECT RAISE(ABORT, 'a published definition is final');
END;

-- What a citizen says is not right in what is written about them, and what came of it.
CREATE TABLE "remark" (
    "id" TEXT NOT NULL CONSTRAINT "pk_remark" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "author_person_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "stood" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "said_at" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "set_right" INTEGER NULL,
    "answer" TEXT NULL,
    "answered_by_person_id" TEXT NULL,
    "answered_at" TEXT NULL,
    CONSTRAINT "fk_remark_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_remark_case_id_item_id" ON "remark" ("case_id", "item_id");

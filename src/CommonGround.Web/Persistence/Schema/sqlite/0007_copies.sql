-- Copies that were handed over.
CREATE TABLE "handed_over_copy" (
    "id" TEXT NOT NULL CONSTRAINT "pk_handed_over_copy" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "of" INTEGER NOT NULL,
    "plan_number" INTEGER NULL,
    "meeting_id" TEXT NULL,
    "recipient_party_id" TEXT NOT NULL,
    "recipient_person_id" TEXT NOT NULL,
    "recipient_role" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "kinds" TEXT NOT NULL,
    "handed_at" TEXT NOT NULL,
    "handed_by_person_id" TEXT NOT NULL,
    "receipt_at" TEXT NULL,
    "recalled_at" TEXT NULL,
    "kind" INTEGER NOT NULL,
    "author_person_id" TEXT NULL,
    CONSTRAINT "fk_handed_over_copy_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE
);

CREATE TABLE "copy_content" (
    "copy_id" TEXT NOT NULL CONSTRAINT "pk_copy_content" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "recipient_person_id" TEXT NOT NULL,
    "citizen_person_id" TEXT NOT NULL,
    "document" BLOB NOT NULL,
    "lines_json" BLOB NOT NULL,
    CONSTRAINT "fk_copy_content_copy_id" FOREIGN KEY ("copy_id") REFERENCES "handed_over_copy" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_handed_over_copy_case_id" ON "handed_over_copy" ("case_id");

CREATE INDEX "ix_handed_over_copy_recipient_person_id" ON "handed_over_copy" ("recipient_person_id");

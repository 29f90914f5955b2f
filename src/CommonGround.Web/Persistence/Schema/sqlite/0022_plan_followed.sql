-- What the citizen says to what someone else said of a line of the plan, and whom its lines ask how it goes.
ALTER TABLE "plan_item" ADD COLUMN "confirmed" INTEGER NULL;

ALTER TABLE "plan_item" ADD COLUMN "confirmed_words" TEXT NULL;

ALTER TABLE "plan_item" ADD COLUMN "confirmed_at" TEXT NULL;

ALTER TABLE "plan_item" ADD COLUMN "status_by_person_id" TEXT NULL;

CREATE TABLE "line_ask" (
    "id" TEXT NOT NULL CONSTRAINT "pk_line_ask" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "lineage_id" TEXT NOT NULL,
    "what" INTEGER NOT NULL,
    "party_id" TEXT NOT NULL,
    "role" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "words" TEXT NULL,
    "answered" INTEGER NULL,
    "told_at" TEXT NULL,
    "closed_at" TEXT NULL,
    "kind" INTEGER NOT NULL,
    "author_person_id" TEXT NULL,
    CONSTRAINT "fk_line_ask_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_line_ask_author_person_id_closed_at" ON "line_ask" ("author_person_id", "closed_at");

CREATE INDEX "ix_line_ask_case_id" ON "line_ask" ("case_id");

CREATE INDEX "ix_line_ask_from" ON "line_ask" ("from");

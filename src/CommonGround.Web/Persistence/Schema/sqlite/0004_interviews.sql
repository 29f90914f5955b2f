-- Answers to forms, and points that were put before a meeting.
CREATE TABLE "form_response" (
    "id" TEXT NOT NULL CONSTRAINT "pk_form_response" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "form_hash" TEXT NOT NULL,
    "author_person_id" TEXT NULL,
    "entered_by_person_id" TEXT NOT NULL,
    "way" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TEXT NOT NULL,
    "told_at" TEXT NULL,
    "is_draft" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "fk_form_response_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT
);

CREATE TABLE "released_point" (
    "id" TEXT NOT NULL CONSTRAINT "pk_released_point" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "side_party_id" TEXT NOT NULL,
    "author_person_id" TEXT NULL,
    "source_id" TEXT NULL,
    "kind" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "released_at" TEXT NOT NULL,
    "recalled_at" TEXT NULL,
    CONSTRAINT "fk_released_point_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT
);

CREATE TABLE "stored_answer" (
    "id" TEXT NOT NULL CONSTRAINT "pk_stored_answer" PRIMARY KEY,
    "response_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "releasable_as" INTEGER NULL,
    "author_person_id" TEXT NULL,
    "entered_by_person_id" TEXT NOT NULL,
    "is_draft" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "not_known_yet" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    CONSTRAINT "fk_stored_answer_response_id" FOREIGN KEY ("response_id") REFERENCES "form_response" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_form_response_case_id_step_key_author_person_id" ON "form_response" ("case_id", "step_key", "author_person_id");

CREATE INDEX "ix_released_point_case_id" ON "released_point" ("case_id");

CREATE INDEX "ix_stored_answer_case_id_link_id" ON "stored_answer" ("case_id", "link_id");

CREATE INDEX "ix_stored_answer_response_id" ON "stored_answer" ("response_id");

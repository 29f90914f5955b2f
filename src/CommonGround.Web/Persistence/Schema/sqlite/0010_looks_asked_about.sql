-- Who answers, for an organisation, what citizens ask about who has looked; and what they ask.
CREATE TABLE "privacy_officer" (
    "id" TEXT NOT NULL CONSTRAINT "pk_privacy_officer" PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "answer_within_days" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NULL,
    CONSTRAINT "fk_privacy_officer_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_privacy_officer_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);

CREATE TABLE "look_question" (
    "id" TEXT NOT NULL CONSTRAINT "pk_look_question" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "author_person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "writer_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "answer" TEXT NULL,
    "answered_by_person_id" TEXT NULL,
    "answered_at" TEXT NULL,
    CONSTRAINT "fk_look_question_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_privacy_officer_organisation_id" ON "privacy_officer" ("organisation_id");

CREATE INDEX "ix_privacy_officer_person_id" ON "privacy_officer" ("person_id");

CREATE INDEX "ix_look_question_case_id" ON "look_question" ("case_id");

CREATE INDEX "ix_look_question_organisation_id_answered_at_due" ON "look_question" ("organisation_id", "answered_at", "due");

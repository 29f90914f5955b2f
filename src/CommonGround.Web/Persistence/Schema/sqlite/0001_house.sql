-- People, cases, sharing, journal, access log, commands, messages.
CREATE TABLE "access_entry" (
    "writer_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "entry" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "at" TEXT NOT NULL,
    "viewer_person_id" TEXT NOT NULL,
    "role" INTEGER NULL,
    "purpose" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "permitted" INTEGER NOT NULL,
    CONSTRAINT "pk_access_entry" PRIMARY KEY ("writer_id", "position")
);

CREATE TABLE "access_head" (
    "writer_id" TEXT NOT NULL CONSTRAINT "pk_access_head" PRIMARY KEY,
    "started_at" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);

CREATE TABLE "command_done" (
    "id" TEXT NOT NULL CONSTRAINT "pk_command_done" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "location" TEXT NOT NULL
);

CREATE TABLE "grant" (
    "id" TEXT NOT NULL CONSTRAINT "pk_grant" PRIMARY KEY,
    "case_id" TEXT NULL,
    "unit_id" TEXT NULL,
    "person_id" TEXT NOT NULL,
    "party_id" TEXT NULL,
    "kind" INTEGER NOT NULL,
    "item_id" TEXT NULL,
    "own_words_only" INTEGER NOT NULL,
    "purposes" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NULL,
    "reason" INTEGER NOT NULL,
    "rule" TEXT NULL
);

CREATE TABLE "journal_entry" (
    "stream_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "entry" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "event" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor_person_id" TEXT NOT NULL,
    CONSTRAINT "pk_journal_entry" PRIMARY KEY ("stream_id", "position")
);

CREATE TABLE "journal_head" (
    "stream_id" TEXT NOT NULL CONSTRAINT "pk_journal_head" PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);

CREATE TABLE "journal_text" (
    "id" TEXT NOT NULL CONSTRAINT "pk_journal_text" PRIMARY KEY,
    "stream_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "case_id" TEXT NULL,
    "unit_id" TEXT NULL,
    "kind" INTEGER NOT NULL,
    "author_person_id" TEXT NULL,
    "label" TEXT NOT NULL,
    "text" BLOB NOT NULL,
    "key" BLOB NOT NULL
);

CREATE TABLE "organisation" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisation" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL
);

CREATE TABLE "outbox_message" (
    "id" TEXT NOT NULL CONSTRAINT "pk_outbox_message" PRIMARY KEY,
    "to_person_id" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "code" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "not_before" TEXT NOT NULL
);

CREATE TABLE "person" (
    "id" TEXT NOT NULL CONSTRAINT "pk_person" PRIMARY KEY,
    "national_id" TEXT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "email" TEXT NULL,
    "phone" TEXT NULL,
    "search_key" TEXT NOT NULL,
    "sort_key_sv" TEXT NOT NULL,
    "sort_key_da" TEXT NOT NULL
);

CREATE TABLE "signing_key" (
    "name" TEXT NOT NULL CONSTRAINT "pk_signing_key" PRIMARY KEY,
    "xml" TEXT NOT NULL
);

CREATE TABLE "access_subject" (
    "writer_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "case_id" TEXT NULL,
    "kinds" INTEGER NOT NULL,
    CONSTRAINT "pk_access_subject" PRIMARY KEY ("writer_id", "position", "ordinal"),
    CONSTRAINT "fk_access_subject_writer_id_position" FOREIGN KEY ("writer_id", "position") REFERENCES "access_entry" ("writer_id", "position") ON DELETE CASCADE
);

CREATE TABLE "unit" (
    "id" TEXT NOT NULL CONSTRAINT "pk_unit" PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "external_id" TEXT NULL,
    "name_to_workplace" TEXT NOT NULL,
    "phone" TEXT NULL,
    CONSTRAINT "fk_unit_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT
);

CREATE TABLE "case" (
    "id" TEXT NOT NULL CONSTRAINT "pk_case" PRIMARY KEY,
    "programme" TEXT NOT NULL,
    "programme_version" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "citizen_person_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "first_sick_day" TEXT NOT NULL,
    "opened_at" TEXT NOT NULL,
    "closed_at" TEXT NULL,
    CONSTRAINT "fk_case_citizen_person_id" FOREIGN KEY ("citizen_person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_case_unit_id" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);

CREATE TABLE "membership" (
    "id" TEXT NOT NULL CONSTRAINT "pk_membership" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "role" INTEGER NOT NULL,
    "treats" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NULL,
    CONSTRAINT "fk_membership_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_membership_unit_id" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);

CREATE TABLE "party" (
    "id" TEXT NOT NULL CONSTRAINT "pk_party" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" INTEGER NOT NULL,
    "treats" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "fk_party_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_party_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);

CREATE TABLE "step_state" (
    "id" TEXT NOT NULL CONSTRAINT "pk_step_state" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "planned_at" TEXT NULL,
    "done_at" TEXT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "fk_step_state_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE
);

CREATE TABLE "consent" (
    "id" TEXT NOT NULL CONSTRAINT "pk_consent" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "recipient_party_id" TEXT NOT NULL,
    "recipient_role" INTEGER NOT NULL,
    "kinds" TEXT NOT NULL,
    "purposes" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NULL,
    "withdrawn_at" TEXT NULL,
    "way" INTEGER NOT NULL,
    "words_read" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "entered_by_person_id" TEXT NOT NULL,
    CONSTRAINT "fk_consent_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_consent_recipient_party_id" FOREIGN KEY ("recipient_party_id") REFERENCES "party" ("id") ON DELETE RESTRICT
);

CREATE TABLE "release" (
    "id" TEXT NOT NULL CONSTRAINT "pk_release" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "to_party_id" TEXT NOT NULL,
    "released_at" TEXT NOT NULL,
    "recalled_at" TEXT NULL,
    CONSTRAINT "fk_release_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_release_to_party_id" FOREIGN KEY ("to_party_id") REFERENCES "party" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_access_subject_person_id" ON "access_subject" ("person_id");

CREATE INDEX "ix_case_citizen_person_id" ON "case" ("citizen_person_id");

CREATE INDEX "ix_case_unit_id" ON "case" ("unit_id");

CREATE INDEX "ix_consent_case_id" ON "consent" ("case_id");

CREATE INDEX "ix_consent_recipient_party_id" ON "consent" ("recipient_party_id");

CREATE INDEX "ix_grant_case_id_person_id_kind" ON "grant" ("case_id", "person_id", "kind");

CREATE INDEX "ix_grant_person_id" ON "grant" ("person_id");

CREATE INDEX "ix_grant_unit_id_person_id_kind" ON "grant" ("unit_id", "person_id", "kind");

CREATE INDEX "ix_journal_text_stream_id_position" ON "journal_text" ("stream_id", "position");

CREATE INDEX "ix_membership_person_id" ON "membership" ("person_id");

CREATE INDEX "ix_membership_unit_id" ON "membership" ("unit_id");

CREATE INDEX "ix_outbox_message_sent_at_not_before" ON "outbox_message" ("sent_at", "not_before");

CREATE INDEX "ix_party_case_id" ON "party" ("case_id");

CREATE INDEX "ix_party_person_id" ON "party" ("person_id");

CREATE UNIQUE INDEX "ix_person_national_id" ON "person" ("national_id");

CREATE INDEX "ix_release_case_id" ON "release" ("case_id");

CREATE INDEX "ix_release_to_party_id" ON "release" ("to_party_id");

CREATE UNIQUE INDEX "ix_step_state_case_id_key" ON "step_state" ("case_id", "key");

CREATE UNIQUE INDEX "ix_unit_external_id" ON "unit" ("external_id");

CREATE INDEX "ix_unit_organisation_id" ON "unit" ("organisation_id");


-- Sick notes: certificates as they came, their fields and periods, and the episodes they make.
CREATE TABLE "episode" (
    "id" TEXT NOT NULL CONSTRAINT "pk_episode" PRIMARY KEY,
    "case_id" TEXT NULL,
    "unit_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "certificates" INTEGER NOT NULL,
    CONSTRAINT "fk_episode_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_episode_unit_id" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);

CREATE TABLE "received_certificate" (
    "id" TEXT NOT NULL CONSTRAINT "pk_received_certificate" PRIMARY KEY,
    "case_id" TEXT NULL,
    "unit_id" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "kind" INTEGER NOT NULL,
    "type" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "id_root" TEXT NULL,
    "id_extension" TEXT NULL,
    "signed_at" TEXT NULL,
    "received_at" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "relation" INTEGER NULL,
    "related_root" TEXT NULL,
    "related_extension" TEXT NULL,
    "superseded_by_id" TEXT NULL,
    "tied_at" TEXT NULL,
    CONSTRAINT "fk_received_certificate_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_received_certificate_unit_id" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);

CREATE TABLE "episode_span" (
    "id" TEXT NOT NULL CONSTRAINT "pk_episode_span" PRIMARY KEY,
    "episode_id" TEXT NOT NULL,
    "case_id" TEXT NULL,
    "unit_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "degree" INTEGER NOT NULL,
    "counts_from" INTEGER NOT NULL,
    "certificate_id" TEXT NULL,
    CONSTRAINT "fk_episode_span_episode_id" FOREIGN KEY ("episode_id") REFERENCES "episode" ("id") ON DELETE CASCADE
);

CREATE TABLE "leave_period" (
    "id" TEXT NOT NULL CONSTRAINT "pk_leave_period" PRIMARY KEY,
    "case_id" TEXT NULL,
    "unit_id" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "certificate_id" TEXT NULL,
    "kind" INTEGER NOT NULL,
    "author_person_id" TEXT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "degree" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "fk_leave_period_certificate_id" FOREIGN KEY ("certificate_id") REFERENCES "received_certificate" ("id") ON DELETE CASCADE
);

CREATE TABLE "received_field" (
    "id" TEXT NOT NULL CONSTRAINT "pk_received_field" PRIMARY KEY,
    "case_id" TEXT NULL,
    "unit_id" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "certificate_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "field_id" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "code" TEXT NULL,
    "code_system" TEXT NULL,
    CONSTRAINT "fk_received_field_certificate_id" FOREIGN KEY ("certificate_id") REFERENCES "received_certificate" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_episode_case_id" ON "episode" ("case_id");

CREATE INDEX "ix_episode_person_id" ON "episode" ("person_id");

CREATE INDEX "ix_episode_unit_id_person_id" ON "episode" ("unit_id", "person_id");

CREATE INDEX "ix_episode_unit_id_to" ON "episode" ("unit_id", "to");

CREATE INDEX "ix_episode_span_episode_id_from" ON "episode_span" ("episode_id", "from");

CREATE INDEX "ix_leave_period_case_id" ON "leave_period" ("case_id");

CREATE INDEX "ix_leave_period_certificate_id" ON "leave_period" ("certificate_id");

CREATE INDEX "ix_leave_period_unit_id_person_id" ON "leave_period" ("unit_id", "person_id");

CREATE INDEX "ix_received_certificate_case_id" ON "received_certificate" ("case_id");

CREATE INDEX "ix_received_certificate_person_id" ON "received_certificate" ("person_id");

CREATE INDEX "ix_received_certificate_superseded_by_id" ON "received_certificate" ("superseded_by_id");

CREATE UNIQUE INDEX "ix_received_certificate_unit_id_digest" ON "received_certificate" ("unit_id", "digest");

CREATE INDEX "ix_received_certificate_unit_id_id_extension" ON "received_certificate" ("unit_id", "id_extension");

CREATE INDEX "ix_received_certificate_unit_id_received_at" ON "received_certificate" ("unit_id", "received_at");

CREATE INDEX "ix_received_field_case_id" ON "received_field" ("case_id");

CREATE INDEX "ix_received_field_certificate_id" ON "received_field" ("certificate_id");

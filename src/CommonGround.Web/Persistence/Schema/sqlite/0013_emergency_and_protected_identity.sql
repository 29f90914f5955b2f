-- What was opened in an emergency; how many an organisation has seen; whose identity is protected.
ALTER TABLE "person" ADD COLUMN "protected_identity" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "case" ADD COLUMN "protected_identity" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "emergency_access" (
    "id" TEXT NOT NULL CONSTRAINT "pk_emergency_access" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" INTEGER NOT NULL,
    "led_by_unit_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "reason" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "kinds" TEXT NOT NULL,
    "rule" TEXT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "ended_by_person_id" TEXT NULL,
    "read_by_citizen_at" TEXT NULL,
    "volume" INTEGER NOT NULL,
    CONSTRAINT "fk_emergency_access_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_emergency_access_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);

CREATE TABLE "emergency_ledger" (
    "organisation_id" TEXT NOT NULL CONSTRAINT "pk_emergency_ledger" PRIMARY KEY,
    "opened" INTEGER NOT NULL
);

CREATE INDEX "ix_emergency_access_case_id" ON "emergency_access" ("case_id");

CREATE INDEX "ix_emergency_access_organisation_id_from" ON "emergency_access" ("organisation_id", "from");

CREATE INDEX "ix_emergency_access_person_id_from" ON "emergency_access" ("person_id", "from");

CREATE INDEX "ix_emergency_access_led_by_unit_id_from" ON "emergency_access" ("led_by_unit_id", "from");

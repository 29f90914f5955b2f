-- A yes to whoever has a part, or to an organisation; what it changed or renewed; a question about a yes; that it was said that one ends.
ALTER TABLE "consent" ADD COLUMN "reach" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "consent" ADD COLUMN "workplace" TEXT NULL;
ALTER TABLE "consent" ADD COLUMN "organisation_id" TEXT NULL;
ALTER TABLE "consent" ADD COLUMN "follows_id" TEXT NULL;

-- Supervisor (7) and companion (8) act for no organisation in a case, nor does the citizen (1).
ALTER TABLE "party" ADD COLUMN "organisation_id" TEXT NULL;
UPDATE "party" SET "organisation_id" = (
    SELECT u."organisation_id" FROM "membership" m JOIN "unit" u ON u."id" = m."unit_id"
    WHERE m."person_id" = "party"."person_id" AND m."until" IS NULL ORDER BY m."from", m."id" LIMIT 1)
WHERE "role" NOT IN (1, 7, 8);

CREATE TABLE "consent_request" (
    "id" TEXT NOT NULL CONSTRAINT "pk_consent_request" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "recipient_party_id" TEXT NOT NULL,
    "kinds" TEXT NOT NULL,
    "purposes" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "asked_by_person_id" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "answered_at" TEXT NULL,
    "consent_id" TEXT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "fk_consent_request_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE
);

CREATE TABLE "consent_reminder" (
    "consent_id" TEXT NOT NULL CONSTRAINT "pk_consent_reminder" PRIMARY KEY,
    "reminded_at" TEXT NOT NULL,
    CONSTRAINT "fk_consent_reminder_consent_id" FOREIGN KEY ("consent_id") REFERENCES "consent" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_consent_until" ON "consent" ("until");

CREATE INDEX "ix_consent_request_case_id" ON "consent_request" ("case_id");

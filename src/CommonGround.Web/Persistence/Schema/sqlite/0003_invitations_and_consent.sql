-- Invitations; when a permission was said; where a new party works.
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL CONSTRAINT "pk_invitation" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "way" INTEGER NOT NULL,
    "token_hash" BLOB NOT NULL,
    "code_hash" BLOB NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "redeemed_at" TEXT NULL,
    "ended_at" TEXT NULL,
    "withdrawn" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "message_id" TEXT NULL,
    CONSTRAINT "fk_invitation_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_invitation_party_id" FOREIGN KEY ("party_id") REFERENCES "party" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_invitation_case_id" ON "invitation" ("case_id");
CREATE INDEX "ix_invitation_party_id" ON "invitation" ("party_id");
CREATE UNIQUE INDEX "ix_invitation_token_hash" ON "invitation" ("token_hash");

ALTER TABLE "consent" ADD COLUMN "said_at" TEXT NULL;
ALTER TABLE "party" ADD COLUMN "workplace" TEXT NULL;

-- How people sign in: accounts, passkeys, recovery codes, sessions, what happened to them, tries in vain, invitations of staff.
CREATE TABLE "account" (
    "person_id" TEXT NOT NULL CONSTRAINT "pk_account" PRIMARY KEY,
    "sign_in_name" TEXT NULL,
    "password_hash" TEXT NULL,
    "password_set_at" TEXT NULL,
    "authenticator_key" TEXT NULL,
    "authenticator_set_at" TEXT NULL,
    "authenticator_last_step" INTEGER NOT NULL,
    "rest_told_at" TEXT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "fk_account_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);

CREATE TABLE "passkey" (
    "credential_id" BLOB NOT NULL CONSTRAINT "pk_passkey" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BLOB NOT NULL,
    "created_at" TEXT NOT NULL,
    "last_used_at" TEXT NULL,
    "sign_count" INTEGER NOT NULL,
    "transports" TEXT NOT NULL,
    "is_backup_eligible" INTEGER NOT NULL,
    "is_backed_up" INTEGER NOT NULL,
    CONSTRAINT "fk_passkey_person_id" FOREIGN KEY ("person_id") REFERENCES "account" ("person_id") ON DELETE CASCADE
);

CREATE TABLE "recovery_code" (
    "id" TEXT NOT NULL CONSTRAINT "pk_recovery_code" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "salt" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "used_at" TEXT NULL,
    CONSTRAINT "fk_recovery_code_person_id" FOREIGN KEY ("person_id") REFERENCES "account" ("person_id") ON DELETE CASCADE
);

CREATE TABLE "session" (
    "id" TEXT NOT NULL CONSTRAINT "pk_session" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "way" INTEGER NOT NULL,
    "browser" INTEGER NOT NULL,
    "system" INTEGER NOT NULL,
    "key_hash" BLOB NOT NULL,
    "next_key_hash" BLOB NULL,
    "next_key_sent_at" TEXT NULL,
    "previous_key_hash" BLOB NULL,
    "key_since" TEXT NOT NULL,
    "began_at" TEXT NOT NULL,
    "last_used_at" TEXT NOT NULL,
    "idle_minutes" INTEGER NOT NULL,
    "ends_at" TEXT NOT NULL,
    "proved_at" TEXT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "fk_session_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);

CREATE TABLE "security_event" (
    "id" TEXT NOT NULL CONSTRAINT "pk_security_event" PRIMARY KEY,
    "person_id" TEXT NULL,
    "at" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "browser" INTEGER NOT NULL,
    "system" INTEGER NOT NULL,
    CONSTRAINT "fk_security_event_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);

CREATE TABLE "sign_in_tries" (
    "door" BLOB NOT NULL CONSTRAINT "pk_sign_in_tries" PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "last_at" TEXT NOT NULL,
    "rests_until" TEXT NULL
);

CREATE TABLE "account_invitation" (
    "id" TEXT NOT NULL CONSTRAINT "pk_account_invitation" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "token_hash" BLOB NOT NULL,
    "code_hash" BLOB NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    CONSTRAINT "fk_account_invitation_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_account_sign_in_name" ON "account" ("sign_in_name");
CREATE INDEX "ix_passkey_person_id" ON "passkey" ("person_id");
CREATE INDEX "ix_recovery_code_person_id" ON "recovery_code" ("person_id");
CREATE INDEX "ix_session_person_id" ON "session" ("person_id");
CREATE INDEX "ix_security_event_person_id_at" ON "security_event" ("person_id", "at");
CREATE INDEX "ix_sign_in_tries_last_at" ON "sign_in_tries" ("last_at");
CREATE INDEX "ix_account_invitation_person_id" ON "account_invitation" ("person_id");
CREATE UNIQUE INDEX "ix_account_invitation_token_hash" ON "account_invitation" ("token_hash");

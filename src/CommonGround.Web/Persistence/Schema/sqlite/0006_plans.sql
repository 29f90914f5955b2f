-- The plan: versions, lines, stances.
CREATE TABLE "plan_version" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plan_version" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "made_at" TEXT NOT NULL,
    "made_by_person_id" TEXT NOT NULL,
    "meeting_id" TEXT NULL,
    "note" TEXT NULL,
    "agreed_at" TEXT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "fk_plan_version_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE
);

CREATE TABLE "plan_item" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plan_item" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "plan_version_id" TEXT NOT NULL,
    "lineage_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "changed_in" INTEGER NOT NULL,
    "type" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "audience" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "wish" TEXT NULL,
    "goal_lineage_id" TEXT NULL,
    "owner_party_id" TEXT NULL,
    "from" TEXT NULL,
    "due" TEXT NULL,
    "degree_from" INTEGER NULL,
    "degree_to" INTEGER NULL,
    "hours_from" TEXT NULL,
    "hours_to" TEXT NULL,
    "may_pause" INTEGER NOT NULL,
    "status" INTEGER NOT NULL,
    "why" TEXT NULL,
    "status_at" TEXT NULL,
    "author_person_id" TEXT NULL,
    CONSTRAINT "fk_plan_item_owner_party_id" FOREIGN KEY ("owner_party_id") REFERENCES "party" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_plan_item_plan_version_id" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version" ("id") ON DELETE CASCADE
);

CREATE TABLE "stance" (
    "id" TEXT NOT NULL CONSTRAINT "pk_stance" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "plan_version_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "party_id" TEXT NOT NULL,
    "lineage_id" TEXT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NULL,
    "way_forward" TEXT NULL,
    "rule" TEXT NULL,
    "at" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "author_person_id" TEXT NULL,
    CONSTRAINT "fk_stance_plan_version_id" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version" ("id") ON DELETE CASCADE
);

CREATE TABLE "stance_asked" (
    "id" TEXT NOT NULL CONSTRAINT "pk_stance_asked" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "plan_version_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "party_id" TEXT NOT NULL,
    "role" INTEGER NOT NULL,
    "asked_at" TEXT NOT NULL,
    "lineage_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "author_person_id" TEXT NULL,
    CONSTRAINT "fk_stance_asked_plan_version_id" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_plan_item_case_id_lineage_id" ON "plan_item" ("case_id", "lineage_id");

CREATE INDEX "ix_plan_item_owner_party_id" ON "plan_item" ("owner_party_id");

CREATE INDEX "ix_plan_item_plan_version_id" ON "plan_item" ("plan_version_id");

CREATE UNIQUE INDEX "ix_plan_version_case_id_number" ON "plan_version" ("case_id", "number");

CREATE INDEX "ix_stance_case_id" ON "stance" ("case_id");

CREATE INDEX "ix_stance_plan_version_id" ON "stance" ("plan_version_id");

CREATE INDEX "ix_stance_asked_case_id_party_id" ON "stance_asked" ("case_id", "party_id");

CREATE INDEX "ix_stance_asked_plan_version_id" ON "stance_asked" ("plan_version_id");

-- Meetings: times, agenda and who comes stand in the meeting; what is on the board has a row each.
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meeting" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "place_words" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "planned_at" TEXT NULL,
    "minutes" INTEGER NOT NULL,
    "started_at" TEXT NULL,
    "ended_at" TEXT NULL,
    "paused_by_party_id" TEXT NULL,
    "is_stopped" INTEGER NOT NULL,
    "times" TEXT NOT NULL,
    "participants" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "fk_meeting_case_id" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE CASCADE
);

CREATE TABLE "board_point" (
    "id" TEXT NOT NULL CONSTRAINT "pk_board_point" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "side_party_id" TEXT NULL,
    "text" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "source_id" TEXT NULL,
    "author_person_id" TEXT NULL,
    "added_at" TEXT NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "fk_board_point_meeting_id" FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE CASCADE
);

CREATE TABLE "agreement" (
    "id" TEXT NOT NULL CONSTRAINT "pk_agreement" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "type" INTEGER NOT NULL,
    "owner_party_id" TEXT NULL,
    "from" TEXT NULL,
    "review" TEXT NULL,
    "work_from" TEXT NULL,
    "work_to" TEXT NULL,
    "work_unit" INTEGER NULL,
    "yeses" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "added_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "removed_at" TEXT NULL,
    "author_person_id" TEXT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "fk_agreement_meeting_id" FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE CASCADE
);

CREATE TABLE "difference" (
    "id" TEXT NOT NULL CONSTRAINT "pk_difference" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "owner_party_id" TEXT NOT NULL,
    "answer_by" TEXT NOT NULL,
    "added_at" TEXT NOT NULL,
    "removed_at" TEXT NULL,
    "author_person_id" TEXT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "fk_difference_meeting_id" FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE CASCADE
);

CREATE TABLE "meeting_presence" (
    "meeting_id" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "first_seen_at" TEXT NOT NULL,
    "seen_at" TEXT NOT NULL,
    CONSTRAINT "pk_meeting_presence" PRIMARY KEY ("meeting_id", "party_id"),
    CONSTRAINT "fk_meeting_presence_meeting_id" FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_agreement_meeting_id" ON "agreement" ("meeting_id");
CREATE INDEX "ix_board_point_meeting_id" ON "board_point" ("meeting_id");
CREATE INDEX "ix_difference_meeting_id" ON "difference" ("meeting_id");
CREATE INDEX "ix_meeting_case_id" ON "meeting" ("case_id");

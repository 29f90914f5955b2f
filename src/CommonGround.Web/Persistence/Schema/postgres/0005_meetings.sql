-- Meetings: times, agenda and who comes stand in the meeting; what is on the board has a row each.
CREATE TABLE meeting (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    step_key text NOT NULL,
    place integer NOT NULL,
    place_words text NOT NULL,
    state integer NOT NULL,
    planned_at timestamp with time zone,
    minutes integer NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    paused_by_party_id uuid,
    is_stopped boolean NOT NULL,
    times text NOT NULL,
    participants text NOT NULL,
    agenda text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind integer NOT NULL,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE
);

CREATE TABLE board_point (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    side_party_id uuid,
    text text NOT NULL,
    kind integer NOT NULL,
    source_id uuid,
    author_person_id uuid,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT pk_board_point PRIMARY KEY (id),
    CONSTRAINT fk_board_point_meeting_id FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);

CREATE TABLE agreement (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    text text NOT NULL,
    type integer NOT NULL,
    owner_party_id uuid,
    "from" date,
    review date,
    work_from numeric,
    work_to numeric,
    work_unit integer,
    yeses text NOT NULL,
    version integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    author_person_id uuid,
    kind integer NOT NULL,
    CONSTRAINT pk_agreement PRIMARY KEY (id),
    CONSTRAINT fk_agreement_meeting_id FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);

CREATE TABLE difference (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    text text NOT NULL,
    owner_party_id uuid NOT NULL,
    answer_by date NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    author_person_id uuid,
    kind integer NOT NULL,
    CONSTRAINT pk_difference PRIMARY KEY (id),
    CONSTRAINT fk_difference_meeting_id FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);

CREATE TABLE meeting_presence (
    meeting_id uuid NOT NULL,
    party_id uuid NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_meeting_presence PRIMARY KEY (meeting_id, party_id),
    CONSTRAINT fk_meeting_presence_meeting_id FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);

CREATE INDEX ix_agreement_meeting_id ON agreement (meeting_id);
CREATE INDEX ix_board_point_meeting_id ON board_point (meeting_id);
CREATE INDEX ix_difference_meeting_id ON difference (meeting_id);
CREATE INDEX ix_meeting_case_id ON meeting (case_id);

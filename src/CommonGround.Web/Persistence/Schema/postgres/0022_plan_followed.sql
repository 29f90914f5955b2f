-- What the citizen says to what someone else said of a line of the plan, and whom its lines ask how it goes.
ALTER TABLE plan_item ADD COLUMN confirmed integer;

ALTER TABLE plan_item ADD COLUMN confirmed_words text;

ALTER TABLE plan_item ADD COLUMN confirmed_at timestamp with time zone;

ALTER TABLE plan_item ADD COLUMN status_by_person_id uuid;

CREATE TABLE line_ask (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    lineage_id uuid NOT NULL,
    what integer NOT NULL,
    party_id uuid NOT NULL,
    role integer NOT NULL,
    number integer NOT NULL,
    "from" timestamp with time zone NOT NULL,
    words text,
    answered integer,
    told_at timestamp with time zone,
    closed_at timestamp with time zone,
    kind integer NOT NULL,
    author_person_id uuid,
    CONSTRAINT pk_line_ask PRIMARY KEY (id),
    CONSTRAINT fk_line_ask_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE
);

CREATE INDEX ix_line_ask_author_person_id_closed_at ON line_ask (author_person_id, closed_at);

CREATE INDEX ix_line_ask_case_id ON line_ask (case_id);

CREATE INDEX ix_line_ask_from ON line_ask ("from");

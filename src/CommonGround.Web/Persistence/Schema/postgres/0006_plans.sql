-- The plan: versions, lines, stances.
CREATE TABLE plan_version (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    number integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_person_id uuid NOT NULL,
    meeting_id uuid,
    note text,
    agreed_at timestamp with time zone,
    kind integer NOT NULL,
    CONSTRAINT pk_plan_version PRIMARY KEY (id),
    CONSTRAINT fk_plan_version_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE
);

CREATE TABLE plan_item (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    plan_version_id uuid NOT NULL,
    lineage_id uuid NOT NULL,
    position integer NOT NULL,
    changed_in integer NOT NULL,
    type integer NOT NULL,
    kind integer NOT NULL,
    audience integer NOT NULL,
    text text NOT NULL,
    wish text,
    goal_lineage_id uuid,
    owner_party_id uuid,
    "from" date,
    due date,
    degree_from integer,
    degree_to integer,
    hours_from numeric,
    hours_to numeric,
    may_pause boolean NOT NULL,
    status integer NOT NULL,
    why text,
    status_at timestamp with time zone,
    author_person_id uuid,
    CONSTRAINT pk_plan_item PRIMARY KEY (id),
    CONSTRAINT fk_plan_item_owner_party_id FOREIGN KEY (owner_party_id) REFERENCES party (id) ON DELETE RESTRICT,
    CONSTRAINT fk_plan_item_plan_version_id FOREIGN KEY (plan_version_id) REFERENCES plan_version (id) ON DELETE CASCADE
);

CREATE TABLE stance (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    plan_version_id uuid NOT NULL,
    number integer NOT NULL,
    party_id uuid NOT NULL,
    lineage_id uuid,
    position integer NOT NULL,
    words text,
    way_forward text,
    rule text,
    at timestamp with time zone NOT NULL,
    kind integer NOT NULL,
    author_person_id uuid,
    CONSTRAINT pk_stance PRIMARY KEY (id),
    CONSTRAINT fk_stance_plan_version_id FOREIGN KEY (plan_version_id) REFERENCES plan_version (id) ON DELETE CASCADE
);

CREATE TABLE stance_asked (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    plan_version_id uuid NOT NULL,
    number integer NOT NULL,
    party_id uuid NOT NULL,
    role integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    lineage_id uuid NOT NULL,
    kind integer NOT NULL,
    author_person_id uuid,
    CONSTRAINT pk_stance_asked PRIMARY KEY (id),
    CONSTRAINT fk_stance_asked_plan_version_id FOREIGN KEY (plan_version_id) REFERENCES plan_version (id) ON DELETE CASCADE
);

CREATE INDEX ix_plan_item_case_id_lineage_id ON plan_item (case_id, lineage_id);

CREATE INDEX ix_plan_item_owner_party_id ON plan_item (owner_party_id);

CREATE INDEX ix_plan_item_plan_version_id ON plan_item (plan_version_id);

CREATE UNIQUE INDEX ix_plan_version_case_id_number ON plan_version (case_id, number);

CREATE INDEX ix_stance_case_id ON stance (case_id);

CREATE INDEX ix_stance_plan_version_id ON stance (plan_version_id);

CREATE INDEX ix_stance_asked_case_id_party_id ON stance_asked (case_id, party_id);

CREATE INDEX ix_stance_asked_plan_version_id ON stance_asked (plan_version_id);

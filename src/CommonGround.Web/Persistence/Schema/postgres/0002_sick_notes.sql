-- Sick notes: certificates as they came, their fields and periods, and the episodes they make.
CREATE TABLE episode (
    id uuid NOT NULL,
    case_id uuid,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind integer NOT NULL,
    "from" date NOT NULL,
    "to" date NOT NULL,
    days integer NOT NULL,
    certificates integer NOT NULL,
    CONSTRAINT pk_episode PRIMARY KEY (id),
    CONSTRAINT fk_episode_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_episode_unit_id FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT
);

CREATE TABLE received_certificate (
    id uuid NOT NULL,
    case_id uuid,
    unit_id uuid NOT NULL,
    person_id uuid,
    kind integer NOT NULL,
    type integer NOT NULL,
    version text NOT NULL,
    id_root text,
    id_extension text,
    signed_at timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    digest text NOT NULL,
    relation integer,
    related_root text,
    related_extension text,
    superseded_by_id uuid,
    tied_at timestamp with time zone,
    CONSTRAINT pk_received_certificate PRIMARY KEY (id),
    CONSTRAINT fk_received_certificate_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_received_certificate_unit_id FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT
);

CREATE TABLE episode_span (
    id uuid NOT NULL,
    episode_id uuid NOT NULL,
    case_id uuid,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind integer NOT NULL,
    "from" date NOT NULL,
    "to" date NOT NULL,
    degree integer NOT NULL,
    counts_from integer NOT NULL,
    certificate_id uuid,
    CONSTRAINT pk_episode_span PRIMARY KEY (id),
    CONSTRAINT fk_episode_span_episode_id FOREIGN KEY (episode_id) REFERENCES episode (id) ON DELETE CASCADE
);

CREATE TABLE leave_period (
    id uuid NOT NULL,
    case_id uuid,
    unit_id uuid NOT NULL,
    person_id uuid,
    certificate_id uuid,
    kind integer NOT NULL,
    author_person_id uuid,
    "from" date NOT NULL,
    "to" date NOT NULL,
    degree integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_leave_period PRIMARY KEY (id),
    CONSTRAINT fk_leave_period_certificate_id FOREIGN KEY (certificate_id) REFERENCES received_certificate (id) ON DELETE CASCADE
);

CREATE TABLE received_field (
    id uuid NOT NULL,
    case_id uuid,
    unit_id uuid NOT NULL,
    person_id uuid,
    certificate_id uuid NOT NULL,
    kind integer NOT NULL,
    field_id text NOT NULL,
    row integer NOT NULL,
    ordinal integer NOT NULL,
    value text NOT NULL,
    code text,
    code_system text,
    CONSTRAINT pk_received_field PRIMARY KEY (id),
    CONSTRAINT fk_received_field_certificate_id FOREIGN KEY (certificate_id) REFERENCES received_certificate (id) ON DELETE CASCADE
);

CREATE INDEX ix_episode_case_id ON episode (case_id);

CREATE INDEX ix_episode_person_id ON episode (person_id);

CREATE INDEX ix_episode_unit_id_person_id ON episode (unit_id, person_id);

CREATE INDEX ix_episode_unit_id_to ON episode (unit_id, "to");

CREATE INDEX ix_episode_span_episode_id_from ON episode_span (episode_id, "from");

CREATE INDEX ix_leave_period_case_id ON leave_period (case_id);

CREATE INDEX ix_leave_period_certificate_id ON leave_period (certificate_id);

CREATE INDEX ix_leave_period_unit_id_person_id ON leave_period (unit_id, person_id);

CREATE INDEX ix_received_certificate_case_id ON received_certificate (case_id);

CREATE INDEX ix_received_certificate_person_id ON received_certificate (person_id);

CREATE INDEX ix_received_certificate_superseded_by_id ON received_certificate (superseded_by_id);

CREATE UNIQUE INDEX ix_received_certificate_unit_id_digest ON received_certificate (unit_id, digest);

CREATE INDEX ix_received_certificate_unit_id_id_extension ON received_certificate (unit_id, id_extension);

CREATE INDEX ix_received_certificate_unit_id_received_at ON received_certificate (unit_id, received_at);

CREATE INDEX ix_received_field_case_id ON received_field (case_id);

CREATE INDEX ix_received_field_certificate_id ON received_field (certificate_id);

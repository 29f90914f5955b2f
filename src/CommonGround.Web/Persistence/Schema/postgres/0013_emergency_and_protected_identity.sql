-- What was opened in an emergency; how many an organisation has seen; whose identity is protected.
ALTER TABLE person ADD COLUMN protected_identity boolean NOT NULL DEFAULT false;
ALTER TABLE "case" ADD COLUMN protected_identity boolean NOT NULL DEFAULT false;

CREATE TABLE emergency_access (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind integer NOT NULL,
    person_id uuid NOT NULL,
    role integer NOT NULL,
    led_by_unit_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    reason integer NOT NULL,
    words text NOT NULL,
    kinds text NOT NULL,
    rule text,
    "from" timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_person_id uuid,
    read_by_citizen_at timestamp with time zone,
    volume integer NOT NULL,
    CONSTRAINT pk_emergency_access PRIMARY KEY (id),
    CONSTRAINT fk_emergency_access_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE,
    CONSTRAINT fk_emergency_access_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);

CREATE TABLE emergency_ledger (
    organisation_id uuid NOT NULL,
    opened bigint NOT NULL,
    CONSTRAINT pk_emergency_ledger PRIMARY KEY (organisation_id)
);

CREATE INDEX ix_emergency_access_case_id ON emergency_access (case_id);

CREATE INDEX ix_emergency_access_organisation_id_from ON emergency_access (organisation_id, "from");

CREATE INDEX ix_emergency_access_person_id_from ON emergency_access (person_id, "from");

CREATE INDEX ix_emergency_access_led_by_unit_id_from ON emergency_access (led_by_unit_id, "from");

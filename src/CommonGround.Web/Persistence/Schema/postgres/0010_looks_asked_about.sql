-- Who answers, for an organisation, what citizens ask about who has looked; and what they ask.
CREATE TABLE privacy_officer (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    person_id uuid NOT NULL,
    answer_within_days integer NOT NULL,
    "from" timestamp with time zone NOT NULL,
    until timestamp with time zone,
    CONSTRAINT pk_privacy_officer PRIMARY KEY (id),
    CONSTRAINT fk_privacy_officer_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_privacy_officer_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);

CREATE TABLE look_question (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind integer NOT NULL,
    author_person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    writer_id uuid NOT NULL,
    position bigint NOT NULL,
    text text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due date NOT NULL,
    answer text,
    answered_by_person_id uuid,
    answered_at timestamp with time zone,
    CONSTRAINT pk_look_question PRIMARY KEY (id),
    CONSTRAINT fk_look_question_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE
);

CREATE INDEX ix_privacy_officer_organisation_id ON privacy_officer (organisation_id);

CREATE INDEX ix_privacy_officer_person_id ON privacy_officer (person_id);

CREATE INDEX ix_look_question_case_id ON look_question (case_id);

CREATE INDEX ix_look_question_organisation_id_answered_at_due ON look_question (organisation_id, answered_at, due);

-- Answers to forms, and points that were put before a meeting.
CREATE TABLE form_response (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    step_key text NOT NULL,
    form_key text NOT NULL,
    form_hash text NOT NULL,
    author_person_id uuid,
    entered_by_person_id uuid NOT NULL,
    way integer NOT NULL,
    language text NOT NULL,
    version integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    is_draft boolean NOT NULL,
    kind integer NOT NULL,
    CONSTRAINT pk_form_response PRIMARY KEY (id),
    CONSTRAINT fk_form_response_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE RESTRICT
);

CREATE TABLE released_point (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    side_party_id uuid NOT NULL,
    author_person_id uuid,
    source_id uuid,
    kind integer NOT NULL,
    text text NOT NULL,
    released_at timestamp with time zone NOT NULL,
    recalled_at timestamp with time zone,
    CONSTRAINT pk_released_point PRIMARY KEY (id),
    CONSTRAINT fk_released_point_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE RESTRICT
);

CREATE TABLE stored_answer (
    id uuid NOT NULL,
    response_id uuid NOT NULL,
    case_id uuid NOT NULL,
    link_id text NOT NULL,
    kind integer NOT NULL,
    releasable_as integer,
    author_person_id uuid,
    entered_by_person_id uuid NOT NULL,
    is_draft boolean NOT NULL,
    section text NOT NULL,
    question text NOT NULL,
    values text NOT NULL,
    not_known_yet boolean NOT NULL,
    words text NOT NULL,
    CONSTRAINT pk_stored_answer PRIMARY KEY (id),
    CONSTRAINT fk_stored_answer_response_id FOREIGN KEY (response_id) REFERENCES form_response (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_form_response_case_id_step_key_author_person_id ON form_response (case_id, step_key, author_person_id);

CREATE INDEX ix_released_point_case_id ON released_point (case_id);

CREATE INDEX ix_stored_answer_case_id_link_id ON stored_answer (case_id, link_id);

CREATE INDEX ix_stored_answer_response_id ON stored_answer (response_id);

-- Copies that were handed over.
CREATE TABLE handed_over_copy (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    of integer NOT NULL,
    plan_number integer,
    meeting_id uuid,
    recipient_party_id uuid NOT NULL,
    recipient_person_id uuid NOT NULL,
    recipient_role integer NOT NULL,
    language text NOT NULL,
    kinds text NOT NULL,
    handed_at timestamp with time zone NOT NULL,
    handed_by_person_id uuid NOT NULL,
    receipt_at timestamp with time zone,
    recalled_at timestamp with time zone,
    kind integer NOT NULL,
    author_person_id uuid,
    CONSTRAINT pk_handed_over_copy PRIMARY KEY (id),
    CONSTRAINT fk_handed_over_copy_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE
);

CREATE TABLE copy_content (
    copy_id uuid NOT NULL,
    case_id uuid NOT NULL,
    recipient_person_id uuid NOT NULL,
    citizen_person_id uuid NOT NULL,
    document bytea NOT NULL,
    lines_json bytea NOT NULL,
    CONSTRAINT pk_copy_content PRIMARY KEY (copy_id),
    CONSTRAINT fk_copy_content_copy_id FOREIGN KEY (copy_id) REFERENCES handed_over_copy (id) ON DELETE CASCADE
);

CREATE INDEX ix_handed_over_copy_case_id ON handed_over_copy (case_id);

CREATE INDEX ix_handed_over_copy_recipient_person_id ON handed_over_copy (recipient_person_id);

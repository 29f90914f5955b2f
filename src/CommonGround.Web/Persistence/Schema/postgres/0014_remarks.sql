-- What a citizen says is not right in what is written about them, and what came of it.
CREATE TABLE remark (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind integer NOT NULL,
    author_person_id uuid NOT NULL,
    item_id uuid NOT NULL,
    stood text NOT NULL,
    text text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    due date NOT NULL,
    set_right boolean,
    answer text,
    answered_by_person_id uuid,
    answered_at timestamp with time zone,
    CONSTRAINT pk_remark PRIMARY KEY (id),
    CONSTRAINT fk_remark_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE
);

CREATE INDEX ix_remark_case_id_item_id ON remark (case_id, item_id);

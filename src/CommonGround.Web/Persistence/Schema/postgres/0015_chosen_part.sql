-- In which of several parts someone acts in a case, in one browser.
CREATE TABLE chosen_part (
    session_id uuid NOT NULL,
    case_id uuid NOT NULL,
    party_id uuid NOT NULL,
    CONSTRAINT pk_chosen_part PRIMARY KEY (session_id, case_id),
    CONSTRAINT fk_chosen_part_party_id FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE CASCADE,
    CONSTRAINT fk_chosen_part_session_id FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
);

CREATE INDEX ix_chosen_part_party_id ON chosen_part (party_id);

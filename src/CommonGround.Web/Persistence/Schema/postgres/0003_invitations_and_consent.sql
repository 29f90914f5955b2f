-- Invitations; when a permission was said; where a new party works.
CREATE TABLE invitation (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    party_id uuid NOT NULL,
    person_id uuid NOT NULL,
    way integer NOT NULL,
    token_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    redeemed_at timestamp with time zone,
    ended_at timestamp with time zone,
    withdrawn boolean NOT NULL,
    attempts integer NOT NULL,
    message_id uuid,
    CONSTRAINT pk_invitation PRIMARY KEY (id),
    CONSTRAINT fk_invitation_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE,
    CONSTRAINT fk_invitation_party_id FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE RESTRICT
);

CREATE INDEX ix_invitation_case_id ON invitation (case_id);
CREATE INDEX ix_invitation_party_id ON invitation (party_id);
CREATE UNIQUE INDEX ix_invitation_token_hash ON invitation (token_hash);

ALTER TABLE consent ADD COLUMN said_at timestamp with time zone;
ALTER TABLE party ADD COLUMN workplace text;

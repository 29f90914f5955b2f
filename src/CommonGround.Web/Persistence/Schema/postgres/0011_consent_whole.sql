-- A yes to whoever has a part, or to an organisation; what it changed or renewed; a question about a yes; that it was said that one ends.
ALTER TABLE consent ADD COLUMN reach integer NOT NULL DEFAULT 1;
ALTER TABLE consent ADD COLUMN workplace text;
ALTER TABLE consent ADD COLUMN organisation_id uuid;
ALTER TABLE consent ADD COLUMN follows_id uuid;

-- Supervisor (7) and companion (8) act for no organisation in a case, nor does the citizen (1).
ALTER TABLE party ADD COLUMN organisation_id uuid;
UPDATE party SET organisation_id = (
    SELECT u.organisation_id FROM membership m JOIN unit u ON u.id = m.unit_id
    WHERE m.person_id = party.person_id AND m.until IS NULL ORDER BY m."from", m.id LIMIT 1)
WHERE role NOT IN (1, 7, 8);

CREATE TABLE consent_request (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    recipient_party_id uuid NOT NULL,
    kinds text NOT NULL,
    purposes text NOT NULL,
    last_day date NOT NULL,
    why text NOT NULL,
    asked_by_person_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state integer NOT NULL,
    answered_at timestamp with time zone,
    consent_id uuid,
    kind integer NOT NULL,
    CONSTRAINT pk_consent_request PRIMARY KEY (id),
    CONSTRAINT fk_consent_request_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE
);

CREATE TABLE consent_reminder (
    consent_id uuid NOT NULL,
    reminded_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_consent_reminder PRIMARY KEY (consent_id),
    CONSTRAINT fk_consent_reminder_consent_id FOREIGN KEY (consent_id) REFERENCES consent (id) ON DELETE CASCADE
);

CREATE INDEX ix_consent_until ON consent (until);

CREATE INDEX ix_consent_request_case_id ON consent_request (case_id);

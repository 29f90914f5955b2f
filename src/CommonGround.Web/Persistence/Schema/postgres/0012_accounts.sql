-- How people sign in: accounts, passkeys, recovery codes, sessions, what happened to them, tries in vain, invitations of staff.
CREATE TABLE account (
    person_id uuid NOT NULL,
    sign_in_name text,
    password_hash text,
    password_set_at timestamp with time zone,
    authenticator_key text,
    authenticator_set_at timestamp with time zone,
    authenticator_last_step bigint NOT NULL,
    rest_told_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (person_id),
    CONSTRAINT fk_account_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);

CREATE TABLE passkey (
    credential_id bytea NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    public_key bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    sign_count bigint NOT NULL,
    transports text NOT NULL,
    is_backup_eligible boolean NOT NULL,
    is_backed_up boolean NOT NULL,
    CONSTRAINT pk_passkey PRIMARY KEY (credential_id),
    CONSTRAINT fk_passkey_person_id FOREIGN KEY (person_id) REFERENCES account (person_id) ON DELETE CASCADE
);

CREATE TABLE recovery_code (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    salt bytea NOT NULL,
    hash bytea NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_recovery_code PRIMARY KEY (id),
    CONSTRAINT fk_recovery_code_person_id FOREIGN KEY (person_id) REFERENCES account (person_id) ON DELETE CASCADE
);

CREATE TABLE session (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    way integer NOT NULL,
    browser integer NOT NULL,
    system integer NOT NULL,
    key_hash bytea NOT NULL,
    next_key_hash bytea,
    next_key_sent_at timestamp with time zone,
    previous_key_hash bytea,
    key_since timestamp with time zone NOT NULL,
    began_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    idle_minutes integer NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    proved_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT fk_session_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE security_event (
    id uuid NOT NULL,
    person_id uuid,
    at timestamp with time zone NOT NULL,
    kind integer NOT NULL,
    browser integer NOT NULL,
    system integer NOT NULL,
    CONSTRAINT pk_security_event PRIMARY KEY (id),
    CONSTRAINT fk_security_event_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE sign_in_tries (
    door bytea NOT NULL,
    count integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    rests_until timestamp with time zone,
    CONSTRAINT pk_sign_in_tries PRIMARY KEY (door)
);

CREATE TABLE account_invitation (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    attempts integer NOT NULL,
    CONSTRAINT pk_account_invitation PRIMARY KEY (id),
    CONSTRAINT fk_account_invitation_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_account_sign_in_name ON account (sign_in_name);
CREATE INDEX ix_passkey_person_id ON passkey (person_id);
CREATE INDEX ix_recovery_code_person_id ON recovery_code (person_id);
CREATE INDEX ix_session_person_id ON session (person_id);
CREATE INDEX ix_security_event_person_id_at ON security_event (person_id, at);
CREATE INDEX ix_sign_in_tries_last_at ON sign_in_tries (last_at);
CREATE INDEX ix_account_invitation_person_id ON account_invitation (person_id);
CREATE UNIQUE INDEX ix_account_invitation_token_hash ON account_invitation (token_hash);

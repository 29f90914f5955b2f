-- People, cases, sharing, journal, access log, commands, messages.
CREATE TABLE access_entry (
    writer_id uuid NOT NULL,
    position bigint NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    viewer_person_id uuid NOT NULL,
    role integer,
    purpose integer NOT NULL,
    what text NOT NULL,
    permitted boolean NOT NULL,
    CONSTRAINT pk_access_entry PRIMARY KEY (writer_id, position)
);

CREATE TABLE access_head (
    writer_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    position bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_access_head PRIMARY KEY (writer_id)
);

CREATE TABLE command_done (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    location text NOT NULL,
    CONSTRAINT pk_command_done PRIMARY KEY (id)
);

CREATE TABLE "grant" (
    id uuid NOT NULL,
    case_id uuid,
    unit_id uuid,
    person_id uuid NOT NULL,
    party_id uuid,
    kind integer NOT NULL,
    item_id uuid,
    own_words_only boolean NOT NULL,
    purposes integer NOT NULL,
    "from" timestamp with time zone NOT NULL,
    until timestamp with time zone,
    reason integer NOT NULL,
    rule text,
    CONSTRAINT pk_grant PRIMARY KEY (id)
);

CREATE TABLE journal_entry (
    stream_id uuid NOT NULL,
    position bigint NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    event text NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_person_id uuid NOT NULL,
    CONSTRAINT pk_journal_entry PRIMARY KEY (stream_id, position)
);

CREATE TABLE journal_head (
    stream_id uuid NOT NULL,
    position bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_journal_head PRIMARY KEY (stream_id)
);

CREATE TABLE journal_text (
    id uuid NOT NULL,
    stream_id uuid NOT NULL,
    position bigint NOT NULL,
    case_id uuid,
    unit_id uuid,
    kind integer NOT NULL,
    author_person_id uuid,
    label text NOT NULL,
    text bytea NOT NULL,
    key bytea NOT NULL,
    CONSTRAINT pk_journal_text PRIMARY KEY (id)
);

CREATE TABLE organisation (
    id uuid NOT NULL,
    kind integer NOT NULL,
    name text NOT NULL,
    country text NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (id)
);

CREATE TABLE outbox_message (
    id uuid NOT NULL,
    to_person_id uuid NOT NULL,
    template text NOT NULL,
    language text NOT NULL,
    path text NOT NULL,
    sender text NOT NULL,
    code text,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    attempts integer NOT NULL,
    not_before timestamp with time zone NOT NULL,
    CONSTRAINT pk_outbox_message PRIMARY KEY (id)
);

CREATE TABLE person (
    id uuid NOT NULL,
    national_id text,
    given_name text NOT NULL,
    family_name text NOT NULL,
    language text NOT NULL,
    email text,
    phone text,
    search_key text NOT NULL,
    sort_key_sv text NOT NULL,
    sort_key_da text NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE TABLE signing_key (
    name text NOT NULL,
    xml text NOT NULL,
    CONSTRAINT pk_signing_key PRIMARY KEY (name)
);

CREATE TABLE access_subject (
    writer_id uuid NOT NULL,
    position bigint NOT NULL,
    ordinal integer NOT NULL,
    person_id uuid NOT NULL,
    case_id uuid,
    kinds integer NOT NULL,
    CONSTRAINT pk_access_subject PRIMARY KEY (writer_id, position, ordinal),
    CONSTRAINT fk_access_subject_writer_id_position FOREIGN KEY (writer_id, position) REFERENCES access_entry (writer_id, position) ON DELETE CASCADE
);

CREATE TABLE unit (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    external_id text,
    name_to_workplace text NOT NULL,
    phone text,
    CONSTRAINT pk_unit PRIMARY KEY (id),
    CONSTRAINT fk_unit_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
);

CREATE TABLE "case" (
    id uuid NOT NULL,
    programme text NOT NULL,
    programme_version text NOT NULL,
    country text NOT NULL,
    citizen_person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    first_sick_day date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT pk_case PRIMARY KEY (id),
    CONSTRAINT fk_case_citizen_person_id FOREIGN KEY (citizen_person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_case_unit_id FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT
);

CREATE TABLE membership (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    role integer NOT NULL,
    treats boolean NOT NULL,
    "from" timestamp with time zone NOT NULL,
    until timestamp with time zone,
    CONSTRAINT pk_membership PRIMARY KEY (id),
    CONSTRAINT fk_membership_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_membership_unit_id FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT
);

CREATE TABLE party (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role integer NOT NULL,
    treats boolean NOT NULL,
    "from" timestamp with time zone NOT NULL,
    until timestamp with time zone,
    kind integer NOT NULL,
    CONSTRAINT pk_party PRIMARY KEY (id),
    CONSTRAINT fk_party_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE,
    CONSTRAINT fk_party_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
);

CREATE TABLE step_state (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    planned_at timestamp with time zone,
    done_at timestamp with time zone,
    kind integer NOT NULL,
    CONSTRAINT pk_step_state PRIMARY KEY (id),
    CONSTRAINT fk_step_state_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE
);

CREATE TABLE consent (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    recipient_party_id uuid NOT NULL,
    recipient_role integer NOT NULL,
    kinds text NOT NULL,
    purposes text NOT NULL,
    "from" timestamp with time zone NOT NULL,
    until timestamp with time zone,
    withdrawn_at timestamp with time zone,
    way integer NOT NULL,
    words_read text NOT NULL,
    language text NOT NULL,
    entered_by_person_id uuid NOT NULL,
    CONSTRAINT pk_consent PRIMARY KEY (id),
    CONSTRAINT fk_consent_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE,
    CONSTRAINT fk_consent_recipient_party_id FOREIGN KEY (recipient_party_id) REFERENCES party (id) ON DELETE RESTRICT
);

CREATE TABLE release (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    item_id uuid NOT NULL,
    kind integer NOT NULL,
    to_party_id uuid NOT NULL,
    released_at timestamp with time zone NOT NULL,
    recalled_at timestamp with time zone,
    CONSTRAINT pk_release PRIMARY KEY (id),
    CONSTRAINT fk_release_case_id FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE CASCADE,
    CONSTRAINT fk_release_to_party_id FOREIGN KEY (to_party_id) REFERENCES party (id) ON DELETE RESTRICT
);

CREATE INDEX ix_access_subject_person_id ON access_subject (person_id);

CREATE INDEX ix_case_citizen_person_id ON "case" (citizen_person_id);

CREATE INDEX ix_case_unit_id ON "case" (unit_id);

CREATE INDEX ix_consent_case_id ON consent (case_id);

CREATE INDEX ix_consent_recipient_party_id ON consent (recipient_party_id);

CREATE INDEX ix_grant_case_id_person_id_kind ON "grant" (case_id, person_id, kind);

CREATE INDEX ix_grant_person_id ON "grant" (person_id);

CREATE INDEX ix_grant_unit_id_person_id_kind ON "grant" (unit_id, person_id, kind);

CREATE INDEX ix_journal_text_stream_id_position ON journal_text (stream_id, position);

CREATE INDEX ix_membership_person_id ON membership (person_id);

CREATE INDEX ix_membership_unit_id ON membership (unit_id);

CREATE INDEX ix_outbox_message_sent_at_not_before ON outbox_message (sent_at, not_before);

CREATE INDEX ix_party_case_id ON party (case_id);

CREATE INDEX ix_party_person_id ON party (person_id);

CREATE UNIQUE INDEX ix_person_national_id ON person (national_id);

CREATE INDEX ix_release_case_id ON release (case_id);

CREATE INDEX ix_release_to_party_id ON release (to_party_id);

CREATE UNIQUE INDEX ix_step_state_case_id_key ON step_state (case_id, key);

CREATE UNIQUE INDEX ix_unit_external_id ON unit (external_id);

CREATE INDEX ix_unit_organisation_id ON unit (organisation_id);


-- Published programmes, forms and rules, by hash. What is published is final.
CREATE TABLE definition (
    hash text NOT NULL,
    sort integer NOT NULL,
    key text NOT NULL,
    version text NOT NULL,
    bytes bytea NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_definition PRIMARY KEY (hash)
);

CREATE FUNCTION definition_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published definition is final';
END;
$$;

CREATE TRIGGER definition_is_final BEFORE UPDATE ON definition
    FOR EACH ROW EXECUTE FUNCTION definition_is_final();

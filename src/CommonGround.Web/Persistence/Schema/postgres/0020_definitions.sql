-- What is published is final.
CREATE FUNCTION definition_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published definition is final';
END;
$$;

CREATE TRIGGER definition_is_final BEFORE UPDATE ON definition
    FOR EACH ROW EXECUTE FUNCTION definition_is_final();

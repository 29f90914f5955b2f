-- What is published is final.
CREATE TRIGGER "definition_is_final" BEFORE UPDATE ON "definition"
BEGIN
    SELECT RAISE(ABORT, 'a published definition is final');
END;

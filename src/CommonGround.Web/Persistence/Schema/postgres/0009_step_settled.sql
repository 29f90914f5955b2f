-- How a step is held, and that a case does without it.
ALTER TABLE step_state ADD COLUMN planned_place integer;
ALTER TABLE step_state ADD COLUMN left_out_at timestamp with time zone;
ALTER TABLE step_state ADD COLUMN left_out_because integer;

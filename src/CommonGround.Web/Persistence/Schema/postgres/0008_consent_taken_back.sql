-- How a yes was taken back, and who entered it.
ALTER TABLE consent ADD COLUMN withdrawn_way integer;
ALTER TABLE consent ADD COLUMN withdrawn_by_person_id uuid;

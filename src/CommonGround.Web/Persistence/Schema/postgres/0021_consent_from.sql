-- A yes can begin later than it is said: when it was entered stands beside from when it holds.
ALTER TABLE consent ADD COLUMN entered_at timestamp with time zone;

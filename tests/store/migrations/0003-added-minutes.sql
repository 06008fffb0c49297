-- Adds a column in place: the rows that are there are left as they were stored.
ALTER TABLE chore ADD COLUMN minutes INTEGER NOT NULL DEFAULT 15;

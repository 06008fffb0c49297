-- Rebuilds a table other rows refer to, as SQLite's manual tells one to.
CREATE TABLE new_person (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL DEFAULT '' CHECK (title <> ''),
  town TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO new_person (id, title) SELECT id, title FROM person;
DROP TABLE person;
ALTER TABLE new_person RENAME TO person;

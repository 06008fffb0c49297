-- 0002-briefing-work.sql: what a briefing promises, what was delivered, and how others know a row
--
-- Copyright 2026 The Sprechzettel authors
-- SPDX-License-Identifier: EUPL-1.2

ALTER TABLE programme ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE programme ADD COLUMN words_per_minute INTEGER NOT NULL DEFAULT 120 CHECK (words_per_minute BETWEEN 40 AND 300);
ALTER TABLE programme ADD COLUMN letterhead TEXT NOT NULL DEFAULT '';
ALTER TABLE programme ADD COLUMN logo BLOB;

-- How another program knows the row: an iCalendar UID, an OParl or MS Project identifier
ALTER TABLE role ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE phase ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE milestone ADD COLUMN uid TEXT NOT NULL DEFAULT '';

-- Days before a meeting; 0 where there is no such rule. A meeting's own date goes first.
ALTER TABLE body ADD COLUMN submission_days INTEGER NOT NULL DEFAULT 0 CHECK (submission_days BETWEEN 0 AND 366);
ALTER TABLE body ADD COLUMN invitation_days INTEGER NOT NULL DEFAULT 0 CHECK (invitation_days BETWEEN 0 AND 366);
ALTER TABLE meeting ADD COLUMN submission TEXT;
ALTER TABLE meeting ADD COLUMN invitation TEXT;

-- The time given to the item; 0 where none was agreed
ALTER TABLE agenda_item ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 1440);

ALTER TABLE assignment ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- Where the label of a bar stands, or 'automatic'
ALTER TABLE phase ADD COLUMN label_placement TEXT NOT NULL DEFAULT 'automatic';

ALTER TABLE version_phase ADD COLUMN measure INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version_phase ADD COLUMN "precision" TEXT NOT NULL DEFAULT 'quarter';
ALTER TABLE version_milestone ADD COLUMN measure INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version_milestone ADD COLUMN measure_title TEXT NOT NULL DEFAULT '';
ALTER TABLE version_milestone ADD COLUMN "precision" TEXT NOT NULL DEFAULT 'day';
ALTER TABLE version_milestone ADD COLUMN certainty TEXT NOT NULL DEFAULT 'firm';
ALTER TABLE version_milestone ADD COLUMN kind TEXT NOT NULL DEFAULT 'decision';

-- The point of the briefing before that this one carries forward
ALTER TABLE point ADD COLUMN predecessor INTEGER REFERENCES point (id) ON DELETE SET NULL;

-- What a comparison of plans compares with
ALTER TABLE block ADD COLUMN plan_version INTEGER REFERENCES plan_version (id) ON DELETE SET NULL;

-- A point of an action field that a block leaves out
CREATE TABLE omission (
  id INTEGER PRIMARY KEY,
  block INTEGER NOT NULL REFERENCES block (id) ON DELETE CASCADE,
  point INTEGER NOT NULL REFERENCES point (id) ON DELETE CASCADE
) STRICT;

-- What a point says of the plan, a figure or a work order, as it was when it was said. A promise
-- whose subject was deleted stays, with none.
CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  point INTEGER NOT NULL REFERENCES point (id) ON DELETE CASCADE,
  position TEXT NOT NULL DEFAULT '',
  phase INTEGER REFERENCES phase (id) ON DELETE SET NULL,
  milestone INTEGER REFERENCES milestone (id) ON DELETE SET NULL,
  figure INTEGER REFERENCES figure (id) ON DELETE SET NULL,
  assignment INTEGER REFERENCES assignment (id) ON DELETE SET NULL,
  title TEXT NOT NULL DEFAULT '',
  event TEXT NOT NULL DEFAULT 'start',
  earliest TEXT,
  latest TEXT,
  "value" REAL NOT NULL DEFAULT 0
) STRICT;

ALTER TABLE delivery ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN body_title TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN meeting_date TEXT;
ALTER TABLE delivery ADD COLUMN speaker TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN audience TEXT NOT NULL DEFAULT 'internal';
ALTER TABLE delivery ADD COLUMN supersedes INTEGER REFERENCES delivery (id) ON DELETE SET NULL;

-- The lines of a delivery, as spoken; `point` is only a number, the point may be gone
CREATE TABLE delivery_line (
  id INTEGER PRIMARY KEY,
  delivery INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  position TEXT NOT NULL DEFAULT '',
  point INTEGER NOT NULL DEFAULT 0,
  heading TEXT NOT NULL DEFAULT '',
  level INTEGER NOT NULL DEFAULT 1,
  style TEXT NOT NULL DEFAULT 'bullet',
  title TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT 'public'
) STRICT;

-- How long a briefing took to say: from these the pace of its speaker is learnt
CREATE TABLE rehearsal (
  id INTEGER PRIMARY KEY,
  briefing INTEGER REFERENCES briefing (id) ON DELETE SET NULL,
  speaker TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL DEFAULT '',
  words INTEGER NOT NULL DEFAULT 0 CHECK (words >= 0),
  seconds INTEGER NOT NULL DEFAULT 0 CHECK (seconds >= 0)
) STRICT;

CREATE INDEX omission_by_block ON omission (block);
CREATE INDEX omission_by_point ON omission (point);
CREATE INDEX promise_by_point ON promise (point);
CREATE INDEX delivery_line_by_delivery ON delivery_line (delivery);

UPDATE programme SET uid = lower (hex (randomblob (16)));

-- 0001-programme.sql: the programme as of schema version 1
--
-- Copyright 2026 The Sprechzettel authors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Every recorded table has an explicit primary key and no triggers, generated
-- columns or unique positions: changesets need it so (see spz-history.c).
-- Dates are ISO 8601 text, positions are fractional ranks (see spz-rank.c).

CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  first_year INTEGER NOT NULL DEFAULT 0,
  last_year INTEGER NOT NULL DEFAULT 0 CHECK (last_year >= first_year),
  fiscal_start INTEGER NOT NULL DEFAULT 1 CHECK (fiscal_start BETWEEN 1 AND 12),
  reference_date TEXT,
  plan_title TEXT NOT NULL DEFAULT '',
  plan_note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE role (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  holder TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  reports_to INTEGER REFERENCES role (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  role INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  position TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE action_field (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  lead_role INTEGER REFERENCES role (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE body (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  short_title TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  body INTEGER REFERENCES body (id) ON DELETE SET NULL,
  title TEXT NOT NULL DEFAULT '',
  date TEXT,
  precision TEXT NOT NULL DEFAULT 'day',
  time TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'planned',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  is_public INTEGER NOT NULL DEFAULT 1 CHECK (is_public IN (0, 1)),
  paper TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE briefing (
  id INTEGER PRIMARY KEY,
  agenda_item INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
  title TEXT NOT NULL DEFAULT '',
  speaker TEXT NOT NULL DEFAULT '',
  function TEXT NOT NULL DEFAULT '',
  predecessor INTEGER REFERENCES briefing (id) ON DELETE SET NULL,
  state TEXT NOT NULL DEFAULT 'draft'
) STRICT;

CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  briefing INTEGER NOT NULL REFERENCES briefing (id) ON DELETE CASCADE,
  position TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'points',
  title TEXT NOT NULL DEFAULT '',
  action_field INTEGER REFERENCES action_field (id) ON DELETE CASCADE,
  audience TEXT NOT NULL DEFAULT 'public'
) STRICT;

CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  action_field INTEGER REFERENCES action_field (id) ON DELETE CASCADE,
  block INTEGER REFERENCES block (id) ON DELETE CASCADE,
  parent INTEGER REFERENCES point (id) ON DELETE CASCADE,
  position TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  style TEXT NOT NULL DEFAULT 'bullet',
  audience TEXT NOT NULL DEFAULT 'public',
  since TEXT,
  CHECK ((action_field IS NULL) <> (block IS NULL))
) STRICT;

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  action_field INTEGER REFERENCES action_field (id) ON DELETE CASCADE,
  position TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  symbol TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
  formula TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT 'public'
) STRICT;

CREATE TABLE figure_value (
  id INTEGER PRIMARY KEY,
  figure INTEGER NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  date TEXT,
  value REAL NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE measure (
  id INTEGER PRIMARY KEY,
  action_field INTEGER REFERENCES action_field (id) ON DELETE SET NULL,
  position TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  footnote TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT 'public'
) STRICT;

CREATE TABLE phase_kind (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  short_label TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL DEFAULT 'grey',
  hatch TEXT NOT NULL DEFAULT 'none'
) STRICT;

CREATE TABLE phase (
  id INTEGER PRIMARY KEY,
  measure INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT '',
  short_label TEXT NOT NULL DEFAULT '',
  kind INTEGER REFERENCES phase_kind (id) ON DELETE SET NULL,
  start TEXT NOT NULL,
  "end" TEXT NOT NULL,
  precision TEXT NOT NULL DEFAULT 'quarter',
  certainty TEXT NOT NULL DEFAULT 'firm',
  progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  role INTEGER REFERENCES role (id) ON DELETE SET NULL,
  audience TEXT NOT NULL DEFAULT 'public',
  note TEXT NOT NULL DEFAULT '',
  CHECK ("end" >= start)
) STRICT;

CREATE TABLE dependency (
  id INTEGER PRIMARY KEY,
  predecessor INTEGER NOT NULL REFERENCES phase (id) ON DELETE CASCADE,
  successor INTEGER NOT NULL REFERENCES phase (id) ON DELETE CASCADE,
  CHECK (predecessor <> successor)
) STRICT;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  measure INTEGER REFERENCES measure (id) ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL,
  precision TEXT NOT NULL DEFAULT 'day',
  certainty TEXT NOT NULL DEFAULT 'firm',
  wording TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'decision',
  audience TEXT NOT NULL DEFAULT 'public',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE plan_version (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL DEFAULT '',
  occasion TEXT NOT NULL DEFAULT '',
  date TEXT,
  digest TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE version_phase (
  id INTEGER PRIMARY KEY,
  plan_version INTEGER NOT NULL REFERENCES plan_version (id) ON DELETE CASCADE,
  phase INTEGER NOT NULL,
  measure_title TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  start TEXT NOT NULL,
  "end" TEXT NOT NULL,
  certainty TEXT NOT NULL DEFAULT 'firm',
  audience TEXT NOT NULL DEFAULT 'public'
) STRICT;

CREATE TABLE version_milestone (
  id INTEGER PRIMARY KEY,
  plan_version INTEGER NOT NULL REFERENCES plan_version (id) ON DELETE CASCADE,
  milestone INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL,
  wording TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT 'public'
) STRICT;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  position TEXT NOT NULL DEFAULT '',
  from_role INTEGER REFERENCES role (id) ON DELETE SET NULL,
  to_role INTEGER REFERENCES role (id) ON DELETE SET NULL,
  title TEXT NOT NULL DEFAULT '',
  due TEXT,
  state TEXT NOT NULL DEFAULT 'open',
  audience TEXT NOT NULL DEFAULT 'internal'
) STRICT;

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  briefing INTEGER REFERENCES briefing (id) ON DELETE SET NULL,
  at TEXT NOT NULL DEFAULT '',
  recipient TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '',
  pdf BLOB,
  digest TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX task_by_role ON task (role);
CREATE INDEX phase_by_measure ON phase (measure);
CREATE INDEX point_by_field ON point (action_field);
CREATE INDEX point_by_block ON point (block);
CREATE INDEX point_by_parent ON point (parent);

INSERT INTO programme (id) VALUES (1);

-- What was done, one row an undoable step; the store's own, not recorded in
-- itself. The steps that are undone are always the last ones.
CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  schema INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  changeset BLOB NOT NULL
) STRICT;

-- SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The record book as it began. Days are YYYY-MM-DD, times YYYY-MM-DDTHH:MM:SS.mmmZ; words for
-- states are those of src/records. The integer key joins tables in this book, the uid names a
-- record outside it. Three words are compared one by one: for a longer IN the engine builds and drops
-- a table of its own with every row that is written, which takes as long as the row itself.

CREATE TABLE schema_version (
  version INTEGER PRIMARY KEY,
  program TEXT NOT NULL
) STRICT;

CREATE TABLE school (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  authority TEXT,
  address TEXT,
  principal TEXT,
  nurse TEXT,
  is_practice INTEGER NOT NULL CHECK (is_practice IN (0, 1))
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE school_year (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  first_year INTEGER NOT NULL,
  UNIQUE (school_id, first_year)
) STRICT;

-- name_key: the name as two spellings of one class share it.
CREATE TABLE class (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  year_id INTEGER NOT NULL REFERENCES school_year (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  grade INTEGER NOT NULL CHECK (grade BETWEEN -1 AND 12),
  position INTEGER NOT NULL,
  UNIQUE (year_id, name_key)
) STRICT;

CREATE TABLE student (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  name TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex = '' OR sex = 'M' OR sex = 'F'),
  birth_date TEXT CHECK (length(birth_date) = 10),
  personal_number TEXT,
  ministry_code TEXT,
  ethnic_group TEXT,
  guardian_name TEXT,
  guardian_phone TEXT,
  notes TEXT,
  UNIQUE (personal_number, school_id),
  UNIQUE (ministry_code, school_id)
) STRICT;

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  student_id INTEGER NOT NULL REFERENCES student (id),
  class_id INTEGER NOT NULL REFERENCES class (id),
  year_id INTEGER NOT NULL REFERENCES school_year (id),
  roll_number INTEGER NOT NULL,
  status TEXT NOT NULL,
  from_date TEXT CHECK (length(from_date) = 10),
  until_date TEXT CHECK (length(until_date) = 10)
) STRICT;

CREATE INDEX enrolment_year ON enrolment (year_id, student_id);
CREATE INDEX enrolment_class ON enrolment (class_id);
CREATE INDEX enrolment_student ON enrolment (student_id);

CREATE TABLE round (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  year_id INTEGER NOT NULL REFERENCES school_year (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  first_day TEXT CHECK (length(first_day) = 10),
  last_day TEXT CHECK (length(last_day) = 10),
  is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
  UNIQUE (school_id, code)
) STRICT;

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  round_id INTEGER NOT NULL REFERENCES round (id),
  class_id INTEGER NOT NULL REFERENCES class (id),
  date TEXT CHECK (length(date) = 10),
  measurer TEXT,
  clothing TEXT NOT NULL,
  is_scale_checked INTEGER NOT NULL CHECK (is_scale_checked IN (0, 1)),
  is_board_checked INTEGER NOT NULL CHECK (is_board_checked IN (0, 1))
) STRICT;

CREATE INDEX session_round ON session (round_id, class_id);

-- A value that was not taken is 0.
CREATE TABLE measurement (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  student_id INTEGER NOT NULL REFERENCES student (id),
  round_id INTEGER REFERENCES round (id),
  session_id INTEGER REFERENCES session (id),
  date TEXT NOT NULL CHECK (length(date) = 10),
  position TEXT NOT NULL CHECK (position = '' OR position = 'L' OR position = 'H'),
  state TEXT NOT NULL,
  weight_g INTEGER NOT NULL CHECK (weight_g >= 0),
  height_mm INTEGER NOT NULL CHECK (height_mm >= 0),
  has_oedema INTEGER NOT NULL CHECK (has_oedema IN (0, 1)),
  excluded_reason TEXT,
  kept_reason TEXT,
  note TEXT
) STRICT;

CREATE INDEX measurement_round ON measurement (round_id, student_id);
CREATE INDEX measurement_student ON measurement (student_id, date);

-- What a scale or a board showed, each time; place is the order in which it was read.
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  measurement_id INTEGER NOT NULL REFERENCES measurement (id),
  quantity TEXT NOT NULL CHECK (quantity IN ('weight', 'height')),
  place INTEGER NOT NULL,
  value INTEGER NOT NULL
) STRICT;

CREATE INDEX reading_measurement ON reading (measurement_id);

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  part TEXT NOT NULL,
  wording_vi TEXT NOT NULL,
  wording_en TEXT NOT NULL,
  value_thousandths INTEGER,
  unit TEXT NOT NULL,
  direction TEXT NOT NULL,
  levels TEXT NOT NULL,
  how TEXT NOT NULL,
  indicator TEXT,
  source TEXT,
  UNIQUE (school_id, year, code)
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (school_id, name)
) STRICT;

-- The history: what every table above went through. A chain links the change sets of one device.
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE change_set (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  device_id INTEGER NOT NULL REFERENCES device (id),
  person_id INTEGER NOT NULL,
  time_utc TEXT NOT NULL,
  kind TEXT NOT NULL,
  undo_of INTEGER REFERENCES change_set (id),
  chain TEXT NOT NULL
) STRICT;

CREATE INDEX change_set_undo ON change_set (undo_of) WHERE undo_of IS NOT NULL;

CREATE TABLE change_entry (
  id INTEGER PRIMARY KEY,
  change_set_id INTEGER NOT NULL REFERENCES change_set (id),
  table_name TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  record_uid TEXT NOT NULL,
  student_id INTEGER,
  action TEXT NOT NULL CHECK (action = 'insert' OR action = 'update' OR action = 'delete'),
  old_json TEXT,
  new_json TEXT,
  salt TEXT,
  digest TEXT NOT NULL
) STRICT;

CREATE INDEX change_entry_set ON change_entry (change_set_id);
CREATE INDEX change_entry_student ON change_entry (student_id, change_set_id) WHERE student_id IS NOT NULL;

-- SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a person may do ends on a day and goes as far as a class; who looked at a child is kept; and
-- what the history says can no longer be said otherwise.

-- until_date: the last day on which the person acts; class_id: the one class of a class teacher;
-- label: what stands in the list of those who can sign in, where no name is to be read.
ALTER TABLE person ADD COLUMN until_date TEXT CHECK (length(until_date) = 10);
ALTER TABLE person ADD COLUMN class_id INTEGER REFERENCES class (id);
ALTER TABLE person ADD COLUMN label TEXT;

-- Openings and exports of personal data, and why. The child is named by uid, not by key: that it was
-- looked at stays known when the child itself was erased.
CREATE TABLE access (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  time_utc TEXT NOT NULL,
  what TEXT NOT NULL,
  student_uid TEXT,
  reason TEXT
) STRICT;

CREATE INDEX access_student ON access (student_uid) WHERE student_uid IS NOT NULL;

-- The history is read by what was done, by whom and when.
CREATE INDEX change_set_kind ON change_set (kind);
CREATE INDEX change_set_person ON change_set (person_id);
CREATE INDEX change_set_time ON change_set (time_utc);

-- A value that is kept twice shows a flipped bit.
CREATE INDEX schema_version_program ON schema_version (version, program);

-- Written once. Two things alone may still happen: a change set under way is closed by its link of
-- the chain, and the values of an entry are erased, which leaves the digest that the chain covers.
CREATE TRIGGER device_is_kept BEFORE DELETE ON device
BEGIN
  SELECT RAISE (ABORT, 'the history is kept');
END;

CREATE TRIGGER device_stays BEFORE UPDATE ON device
BEGIN
  SELECT RAISE (ABORT, 'the history is kept');
END;

CREATE TRIGGER change_set_is_kept BEFORE DELETE ON change_set
BEGIN
  SELECT RAISE (ABORT, 'the history is kept');
END;

CREATE TRIGGER change_set_stays BEFORE UPDATE ON change_set
WHEN NOT (
  OLD.chain = '' AND NEW.chain <> ''
  AND NEW.id = OLD.id AND NEW.uid = OLD.uid AND NEW.device_id = OLD.device_id
  AND NEW.person_id = OLD.person_id AND NEW.time_utc = OLD.time_utc AND NEW.kind = OLD.kind
  AND NEW.undo_of IS OLD.undo_of
)
BEGIN
  SELECT RAISE (ABORT, 'the history is kept');
END;

CREATE TRIGGER change_entry_is_kept BEFORE DELETE ON change_entry
BEGIN
  SELECT RAISE (ABORT, 'the history is kept');
END;

CREATE TRIGGER change_entry_stays BEFORE UPDATE ON change_entry
WHEN NOT (
  NEW.old_json IS NULL AND NEW.new_json IS NULL AND NEW.salt IS NULL
  AND NEW.id = OLD.id AND NEW.change_set_id = OLD.change_set_id AND NEW.table_name = OLD.table_name
  AND NEW.record_id = OLD.record_id AND NEW.record_uid = OLD.record_uid
  AND NEW.student_id IS OLD.student_id AND NEW.action = OLD.action AND NEW.digest = OLD.digest
)
BEGIN
  SELECT RAISE (ABORT, 'the history is kept');
END;

CREATE TRIGGER access_is_kept BEFORE DELETE ON access
BEGIN
  SELECT RAISE (ABORT, 'the history is kept');
END;

CREATE TRIGGER access_stays BEFORE UPDATE ON access
WHEN NOT (
  NEW.reason IS NULL
  AND NEW.id = OLD.id AND NEW.uid = OLD.uid AND NEW.school_id = OLD.school_id
  AND NEW.person_id = OLD.person_id AND NEW.time_utc = OLD.time_utc AND NEW.what = OLD.what
  AND NEW.student_uid IS OLD.student_uid
)
BEGIN
  SELECT RAISE (ABORT, 'the history is kept');
END;

-- SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a morning of measuring and a turn of the school year ask of the book.

-- sort_name: the name as lists are to sort it, where the last word is not the given name;
-- other_school: where the child came from, or where it went.
ALTER TABLE student ADD COLUMN sort_name TEXT;
ALTER TABLE enrolment ADD COLUMN other_school TEXT;

-- The classes that a round takes in; a round that names none takes in all.
CREATE TABLE round_class (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  school_id INTEGER NOT NULL REFERENCES school (id),
  round_id INTEGER NOT NULL REFERENCES round (id),
  class_id INTEGER NOT NULL REFERENCES class (id),
  UNIQUE (round_id, class_id)
) STRICT;

CREATE INDEX round_class_class ON round_class (class_id);

-- What somebody has typed into a cell and the book has not taken over. No record yet: the history
-- does not follow it, and it goes with what it was typed for. The keys are no ties, since whoever
-- writes what they name need not see this table.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL,
  round_id INTEGER NOT NULL,
  student_id INTEGER NOT NULL,
  quantity TEXT NOT NULL CHECK (quantity = 'weight' OR quantity = 'height'),
  text TEXT NOT NULL,
  UNIQUE (person_id, round_id, student_id, quantity)
) STRICT;

CREATE INDEX draft_round ON draft (round_id);
CREATE INDEX draft_student ON draft (student_id);

CREATE TRIGGER draft_goes_with_person AFTER DELETE ON person
BEGIN
  DELETE FROM draft WHERE person_id = OLD.id;
END;

CREATE TRIGGER draft_goes_with_round AFTER DELETE ON round
BEGIN
  DELETE FROM draft WHERE round_id = OLD.id;
END;

CREATE TRIGGER draft_goes_with_student AFTER DELETE ON student
BEGIN
  DELETE FROM draft WHERE student_id = OLD.id;
END;

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables the history follows. Who may write in each stands in tv-right.c. */

#include "store/tv-recorded-table.h"

#include <string.h>

static const char sql_student_of_student[] = "SELECT id FROM student WHERE id = $1";
static const char sql_student_of_enrolment[] = "SELECT student_id FROM enrolment WHERE id = $1";
static const char sql_student_of_measurement[] = "SELECT student_id FROM measurement WHERE id = $1";
static const char sql_student_of_reading[]
    = "SELECT m.student_id FROM reading r JOIN measurement m ON m.id = r.measurement_id"
      " WHERE r.id = $1";

static const char sql_student_of_access[]
    = "SELECT s.id FROM access a JOIN student s ON s.uid = a.student_uid WHERE a.id = $1";

static const char sql_round_of_round_class[] = "SELECT round_id FROM round_class WHERE id = $1";
static const char sql_round_of_session[] = "SELECT round_id FROM session WHERE id = $1";
static const char sql_round_of_measurement[] = "SELECT round_id FROM measurement WHERE id = $1";
static const char sql_round_of_reading[]
    = "SELECT m.round_id FROM reading r JOIN measurement m ON m.id = r.measurement_id"
      " WHERE r.id = $1";

static const TvRecordedTable tables[] = {
    { "school", TV_TOPIC_SCHOOL, FALSE, NULL, NULL },
    { "school_year", TV_TOPIC_CLASSES, TRUE, NULL, NULL },
    { "class", TV_TOPIC_CLASSES, TRUE, NULL, NULL },
    { "person", TV_TOPIC_PEOPLE, TRUE, NULL, NULL },
    { "student", TV_TOPIC_STUDENTS, TRUE, sql_student_of_student, NULL },
    { "enrolment", TV_TOPIC_STUDENTS | TV_TOPIC_CLASSES, TRUE, sql_student_of_enrolment, NULL },
    { "round", TV_TOPIC_ROUNDS, TRUE, NULL, NULL },
    { "round_class", TV_TOPIC_ROUNDS, TRUE, NULL, sql_round_of_round_class },
    { "session", TV_TOPIC_ROUNDS, TRUE, NULL, sql_round_of_session },
    { "measurement", TV_TOPIC_MEASUREMENTS, TRUE, sql_student_of_measurement,
      sql_round_of_measurement },
    { "reading", TV_TOPIC_MEASUREMENTS, FALSE, sql_student_of_reading, sql_round_of_reading },
    { "target", TV_TOPIC_TARGETS, TRUE, NULL, NULL },
    { "setting", TV_TOPIC_SETTINGS, TRUE, NULL, NULL },
    { "access", TV_TOPIC_ACCESS, TRUE, sql_student_of_access, NULL },
};

/**
 * tv_recorded_table_find:
 * @name: of a table
 *
 * Returns: (transfer none) (nullable): its description, %NULL if the history does not follow it
 */
const TvRecordedTable *
tv_recorded_table_find (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
        if (strcmp (tables[i].name, name) == 0)
            return &tables[i];
    }
    return NULL;
}

/**
 * tv_recorded_table_list:
 * @n_tables: (out): how many
 *
 * Returns: (transfer none) (array length=n_tables): all of them, each after those it refers to
 */
const TvRecordedTable *
tv_recorded_table_list (guint *n_tables)
{
    *n_tables = G_N_ELEMENTS (tables);
    return tables;
}

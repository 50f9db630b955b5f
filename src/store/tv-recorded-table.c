/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables the history follows, and who may write in each. */

#include "store/tv-recorded-table.h"

#include <string.h>

/* An auditor writes nothing, a class teacher only what is measured. */
#define OFFICE (1u << TV_ROLE_NURSE | 1u << TV_ROLE_PRINCIPAL)
#define CLASSROOM (OFFICE | 1u << TV_ROLE_TEACHER)

static const char sql_student_of_student[] = "SELECT id FROM student WHERE id = $1";
static const char sql_student_of_enrolment[] = "SELECT student_id FROM enrolment WHERE id = $1";
static const char sql_student_of_measurement[] = "SELECT student_id FROM measurement WHERE id = $1";
static const char sql_student_of_reading[]
    = "SELECT m.student_id FROM reading r JOIN measurement m ON m.id = r.measurement_id"
      " WHERE r.id = $1";

static const char sql_round_of_session[] = "SELECT round_id FROM session WHERE id = $1";
static const char sql_round_of_measurement[] = "SELECT round_id FROM measurement WHERE id = $1";
static const char sql_round_of_reading[]
    = "SELECT m.round_id FROM reading r JOIN measurement m ON m.id = r.measurement_id"
      " WHERE r.id = $1";

static const TvRecordedTable tables[] = {
    { "school", TV_TOPIC_SCHOOL, FALSE, NULL, NULL, OFFICE },
    { "person", TV_TOPIC_PEOPLE, TRUE, NULL, NULL, OFFICE },
    { "school_year", TV_TOPIC_CLASSES, TRUE, NULL, NULL, OFFICE },
    { "class", TV_TOPIC_CLASSES, TRUE, NULL, NULL, OFFICE },
    { "student", TV_TOPIC_STUDENTS, TRUE, sql_student_of_student, NULL, OFFICE },
    { "enrolment", TV_TOPIC_STUDENTS | TV_TOPIC_CLASSES, TRUE, sql_student_of_enrolment, NULL,
      OFFICE },
    { "round", TV_TOPIC_ROUNDS, TRUE, NULL, NULL, OFFICE },
    { "session", TV_TOPIC_ROUNDS, TRUE, NULL, sql_round_of_session, CLASSROOM },
    { "measurement", TV_TOPIC_MEASUREMENTS, TRUE, sql_student_of_measurement,
      sql_round_of_measurement, CLASSROOM },
    { "reading", TV_TOPIC_MEASUREMENTS, FALSE, sql_student_of_reading, sql_round_of_reading,
      CLASSROOM },
    { "target", TV_TOPIC_TARGETS, TRUE, NULL, NULL, OFFICE },
    { "setting", TV_TOPIC_SETTINGS, TRUE, NULL, NULL, CLASSROOM },
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

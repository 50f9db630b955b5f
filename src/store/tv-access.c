/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each role sees of each table. The nurse sees everything. For everybody else a view of the
 * table's name stands before it, so that no query has to know who asks; what a role does not see
 * is not there, or stands as a mark where a text must be. */

#include "store/tv-access.h"

#include <string.h>

#define MARK "'•••'"

#define NAMELESS_STUDENT                                                                           \
    "id, uid, school_id, " MARK " AS name, sex, birth_date, NULL AS personal_number,"              \
    " NULL AS ministry_code, NULL AS ethnic_group, NULL AS guardian_name,"                         \
    " NULL AS guardian_phone, NULL AS notes, NULL AS sort_name"

#define STUDENT_TO_MEASURE                                                                         \
    "id, uid, school_id, name, sex, birth_date, NULL AS personal_number, NULL AS ministry_code,"   \
    " NULL AS ethnic_group, NULL AS guardian_name, NULL AS guardian_phone, NULL AS notes,"         \
    " sort_name"

#define MEASUREMENT_WITHOUT_WORDS                                                                  \
    "id, uid, school_id, student_id, round_id, session_id, date, position, state, weight_g,"       \
    " height_mm, has_oedema, excluded_reason, kept_reason, NULL AS note"

/* Without its digest nobody can try which value fits it. */
#define ENTRY_WITHOUT_CHILDREN                                                                     \
    "id, change_set_id, table_name, record_id, record_uid, student_id, action,"                    \
    " CASE WHEN student_id IS NULL THEN old_json END AS old_json,"                                 \
    " CASE WHEN student_id IS NULL THEN new_json END AS new_json, salt,"                           \
    " CASE WHEN student_id IS NULL THEN digest ELSE '' END AS digest"

/* A condition names a column that is no key: a table of which no column but the key is read is one
 * whose rows are counted, and counting past a view is refused. */
#define NONE "uid = ''"

#define OF_OWN_CLASS                                                                               \
    "uid <> '' AND id IN (SELECT e.student_id FROM main.enrolment e WHERE e.class_id = {class})"

/* A class is one of a school year, which ends with July; whoever sat in it to the end has no last
 * day there. */
#define NEXT_YEAR                                                                                  \
    "(SELECT CAST(y.first_year + 1 AS TEXT) || '-08-01' FROM main.class c"                         \
    " JOIN main.school_year y ON y.id = c.year_id WHERE c.id = {class})"

/* A child's earlier years are seen, what came after it left the class is not. */
#define MEASURED_IN_OWN_CLASS                                                                      \
    "EXISTS (SELECT 1 FROM main.enrolment e WHERE e.student_id = measurement.student_id"           \
    " AND e.class_id = {class} AND (e.until_date IS NULL OR measurement.date <= e.until_date))"    \
    " AND measurement.date < " NEXT_YEAR

#define READ_IN_OWN_CLASS                                                                          \
    "EXISTS (SELECT 1 FROM main.measurement m JOIN main.enrolment e"                               \
    " ON e.student_id = m.student_id WHERE m.id = reading.measurement_id"                          \
    " AND e.class_id = {class} AND (e.until_date IS NULL OR m.date <= e.until_date)"               \
    " AND m.date < " NEXT_YEAR ")"

#define IN_OWN_CHANGES                                                                             \
    "change_set_id IN (SELECT h.id FROM main.change_set h WHERE h.person_id = {person})"

static const TvSight sights[] = {
    { TV_ROLE_PRINCIPAL, "student", NAMELESS_STUDENT, NULL, TRUE },
    { TV_ROLE_PRINCIPAL, "measurement", MEASUREMENT_WITHOUT_WORDS, NULL, TRUE },
    { TV_ROLE_PRINCIPAL, "change_entry", "*", "student_id IS NULL AND table_name <> 'access'",
      FALSE },
    { TV_ROLE_PRINCIPAL, "access", "*", "person_id = {person}", FALSE },
    { TV_ROLE_PRINCIPAL, "draft", "*", "person_id = {person}", FALSE },

    { TV_ROLE_TEACHER, "student", STUDENT_TO_MEASURE, OF_OWN_CLASS, FALSE },
    { TV_ROLE_TEACHER, "enrolment", "*", "class_id = {class}", FALSE },
    { TV_ROLE_TEACHER, "session", "*", "class_id = {class}", FALSE },
    { TV_ROLE_TEACHER, "measurement", "*", MEASURED_IN_OWN_CLASS, FALSE },
    { TV_ROLE_TEACHER, "reading", "*", READ_IN_OWN_CLASS, FALSE },
    { TV_ROLE_TEACHER, "change_set", "*", "person_id = {person}", FALSE },
    { TV_ROLE_TEACHER, "change_entry", "*", IN_OWN_CHANGES, FALSE },
    { TV_ROLE_TEACHER, "access", "*", "person_id = {person}", FALSE },
    { TV_ROLE_TEACHER, "draft", "*", "person_id = {person}", FALSE },

    { TV_ROLE_AUDITOR, "student", "*", NONE, FALSE },
    { TV_ROLE_AUDITOR, "enrolment", "*", NONE, FALSE },
    { TV_ROLE_AUDITOR, "session", "*", NONE, FALSE },
    { TV_ROLE_AUDITOR, "measurement", "*", NONE, FALSE },
    { TV_ROLE_AUDITOR, "reading", "*", NONE, FALSE },
    { TV_ROLE_AUDITOR, "draft", "*", "person_id = {person}", FALSE },
    { TV_ROLE_AUDITOR, "change_entry", ENTRY_WITHOUT_CHILDREN, NULL, FALSE },
};

/* What a role sees whole unless a sight says less. A table that stands nowhere here nobody but the
 * nurse reads. */
static const char *const known_tables[] = {
    "school",    "person",     "school_year",  "class",          "student",
    "enrolment", "round",      "round_class",  "session",        "measurement",
    "reading",   "draft",      "target",       "setting",        "access",
    "device",    "change_set", "change_entry", "schema_version", NULL,
};

/**
 * tv_access_list_sights:
 * @n_sights: (out): how many
 *
 * Returns: (transfer none) (array length=n_sights): all of them
 */
const TvSight *
tv_access_list_sights (guint *n_sights)
{
    *n_sights = G_N_ELEMENTS (sights);
    return sights;
}

/**
 * tv_access_find_sight:
 * @role: of a person other than the nurse
 * @has_request: whether records were asked for
 * @table: of the book
 *
 * Returns: (transfer none) (nullable): what the role sees of it; %NULL if that is all of it
 */
const TvSight *
tv_access_find_sight (TvRole role, gboolean has_request, const char *table)
{
    for (guint i = 0; i < G_N_ELEMENTS (sights); i++) {
        const TvSight *sight = &sights[i];

        if (sight->role == role && strcmp (sight->table, table) == 0)
            return has_request && sight->is_opened ? NULL : sight;
    }
    return NULL;
}

static void
put_key (GString *sql, const char *place, gint64 key)
{
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, key);

    g_string_replace (sql, place, number, 0);
}

/**
 * tv_access_write_select:
 * @sight: what is seen
 * @person: who sees it
 *
 * Returns: (transfer full): the query that gives just that
 */
char *
tv_access_write_select (const TvSight *sight, const TvPerson *person)
{
    GString *sql = g_string_new (NULL);

    g_string_printf (sql, "SELECT %s FROM main.%s%s%s", sight->columns, sight->table,
                     sight->rows ? " WHERE " : "", sight->rows ? sight->rows : "");
    put_key (sql, "{class}", person->class_id);
    put_key (sql, "{person}", person->id);
    return g_string_free (sql, FALSE);
}

/**
 * tv_access_is_known:
 * @table: a name
 *
 * Returns: whether it is a table of which somebody beside the nurse may see something
 */
gboolean
tv_access_is_known (const char *table)
{
    return g_strv_contains (known_tables, table);
}

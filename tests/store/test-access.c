/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody does not see cannot be seen by any statement on the book's own connections, and
 * what somebody may not write cannot be written by any. */

#include "tv-test-people.h"

#include "store/tv-access.h"
#include "store/tv-right.h"

static guint n_refused;

/* Where a statement is tried: on the connection that reads or on the one that writes. */
typedef struct {
    const char *sql;
    gboolean is_allowed;
} Trial;

static void
try_statement (TvConnection *connection, const Trial *trial)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, trial->sql, &error);
    gboolean is_done;

    /* The engine has its own reason against this one within a transaction. */
    if (g_str_has_prefix (trial->sql, "VACUUM"))
        tv_connection_rollback (connection);
    is_done = statement && tv_statement_run (statement, &error);
    if (trial->is_allowed) {
        g_assert_no_error (error);
        return;
    }
    if (is_done)
        g_error ("not refused: %s", trial->sql);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
    n_refused++;
}

static gpointer
read_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    try_statement (connection, input);
    return NULL;
}

static gboolean
write_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    try_statement (tv_change_connection (change), input);
    /* Nothing that was allowed is to stay. */
    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED, "given up");
    return FALSE;
}

static void
try_reading (TvTestBook *book, const char *sql, gboolean is_allowed)
{
    Trial trial = { sql, is_allowed };

    tv_store_read (book->store, read_cb, &trial, NULL);
}

static void
try_writing (TvTestBook *book, const char *sql, gboolean is_allowed)
{
    Trial trial = { sql, is_allowed };

    tv_store_write (book->store, "try", write_cb, &trial, NULL, NULL);
}

/* Ways past a view; %1$s is the table, %2$s what is seen of it by nobody but the nurse. */
static const char *const detours[] = {
    "SELECT * FROM main.%1$s",
    "SELECT %2$s FROM main.%1$s",
    "SELECT %2$s FROM \"main\".\"%1$s\" AS x",
    "SELECT COUNT(%2$s) FROM main.%1$s",
    "SELECT COUNT(*) FROM main.%1$s WHERE %2$s IS NOT NULL",
    "SELECT 1 FROM main.%1$s ORDER BY %2$s",
    "SELECT 1 FROM main.%1$s GROUP BY %2$s",
    "SELECT 1 FROM main.%1$s GROUP BY 1 HAVING MAX(%2$s) > ''",
    "WITH %1$s AS (SELECT * FROM main.%1$s) SELECT %2$s FROM %1$s",
    "WITH %1$s AS MATERIALIZED (SELECT * FROM main.%1$s) SELECT %2$s FROM %1$s",
    "WITH temp AS (SELECT * FROM main.%1$s) SELECT %2$s FROM temp",
    "WITH RECURSIVE r(x) AS (SELECT %2$s FROM main.%1$s UNION SELECT x FROM r) SELECT x FROM r",
    "SELECT %2$s FROM (SELECT * FROM main.%1$s) AS %1$s",
    "SELECT %2$s FROM (SELECT * FROM (SELECT * FROM main.%1$s) AS %1$s) AS %1$s",
    "SELECT (SELECT %2$s FROM main.%1$s LIMIT 1)",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM main.%1$s WHERE %2$s IS NOT NULL)",
    "SELECT 1 FROM school WHERE 'x' IN (SELECT %2$s FROM main.%1$s)",
    "SELECT id FROM school UNION ALL SELECT %2$s FROM main.%1$s",
    "SELECT s.id FROM school s LEFT JOIN main.%1$s x ON x.%2$s IS NOT NULL",
    "SELECT a.id FROM %1$s a JOIN main.%1$s b ON b.id = a.id AND b.%2$s IS NOT NULL",
    "VALUES ((SELECT %2$s FROM main.%1$s LIMIT 1))",
    "SELECT MAX(%2$s) OVER () FROM main.%1$s",
    "EXPLAIN SELECT * FROM %1$s",
    "EXPLAIN QUERY PLAN SELECT * FROM %1$s",
};

/* For everybody but the nurse, on both connections. */
static const char *const never[] = {
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "VACUUM",
    "VACUUM INTO '/tmp/tamvoc-never'",
    "REINDEX",
    "ANALYZE",
    "PRAGMA table_info(student)",
    "PRAGMA main.user_version = 7",
    "PRAGMA writable_schema = ON",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA trusted_schema = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA database_list",
    "PRAGMA integrity_check",
    "PRAGMA key = 'x'",
    "PRAGMA rekey = 'x'",
    "SELECT * FROM sqlite_master",
    "SELECT sql FROM main.sqlite_master",
    "SELECT sql FROM sqlite_schema",
    "SELECT sql FROM temp.sqlite_master",
    "SELECT name FROM sqlite_temp_master",
    "SELECT name FROM sqlite_temp_schema",
    "SELECT * FROM pragma_table_info('student')",
    "SELECT * FROM pragma_database_list",
    "CREATE TABLE x (y)",
    "CREATE TEMP TABLE x AS SELECT * FROM main.student",
    "CREATE VIEW x AS SELECT * FROM main.student",
    "CREATE TEMP VIEW x AS SELECT * FROM main.student",
    "CREATE TEMP TRIGGER x AFTER INSERT ON main.access BEGIN SELECT 1; END",
    "CREATE INDEX main.x ON student (name)",
    "CREATE VIRTUAL TABLE x USING fts5 (y)",
    "ALTER TABLE main.student ADD COLUMN x",
    "DROP TABLE main.reading",
    "DROP TRIGGER main.change_set_stays",
    "DROP INDEX main.change_set_kind",
};

/* Forbidden to be written in any words, by everybody but the nurse. */
static const char *const never_written[] = {
    "INSERT INTO main.student (uid, school_id, name, sex) VALUES ('x', 1, 'x', '')",
    "UPDATE main.student SET name = 'x'",
    "DELETE FROM main.student",
    "UPDATE main.enrolment SET class_id = 1",
    "UPDATE main.school SET name = 'x'",
    "UPDATE main.class SET name = 'x'",
    "UPDATE main.target SET how = 'x'",
    "DELETE FROM main.round",
    "DELETE FROM main.person",
    "UPDATE main.access SET reason = NULL",
    "DELETE FROM main.access",
    "UPDATE main.change_set SET kind = 'x'",
    "DELETE FROM main.change_set",
    "UPDATE main.change_entry SET old_json = NULL, new_json = NULL, salt = NULL",
    "DELETE FROM main.change_entry",
    "DELETE FROM main.device",
    "UPDATE main.device SET name = 'x'",
    "INSERT INTO main.schema_version VALUES (9, 'x')",
    "INSERT INTO main.access (uid, school_id, person_id, time_utc, what, reason)"
    " SELECT 'x', 1, 1, 'x', 'x', name FROM main.student LIMIT 1",
    "INSERT INTO main.access (uid, school_id, person_id, time_utc, what)"
    " VALUES ('x', 1, 1, 'x', 'x') RETURNING (SELECT name FROM main.student)",
};

/* What the nurse alone sees of a table that stands behind a view. */
static const char *
hidden_column (const char *table)
{
    static const char *const columns[][2] = {
        { "student", "guardian_phone" }, { "enrolment", "status" }, { "session", "measurer" },
        { "measurement", "note" },       { "reading", "value" },    { "change_set", "kind" },
        { "change_entry", "new_json" },  { "access", "reason" },    { "draft", "text" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        if (g_str_equal (columns[i][0], table))
            return columns[i][1];
    }
    g_assert_not_reached ();
}

static void
try_detours (TvTestBook *book, const char *table)
{
    for (guint i = 0; i < G_N_ELEMENTS (detours); i++) {
        g_autofree char *with_table = NULL, *sql = NULL;
        g_auto (GStrv) parts = g_strsplit (detours[i], "%1$s", -1);
        g_auto (GStrv) again = NULL;

        with_table = g_strjoinv (table, parts);
        again = g_strsplit (with_table, "%2$s", -1);
        sql = g_strjoinv (hidden_column (table), again);
        try_reading (book, sql, FALSE);
        try_writing (book, sql, FALSE);
    }
}

static void
test_forbidden (gconstpointer data)
{
    TvRole role = (TvRole) GPOINTER_TO_INT (data);
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    guint n_sights;
    const TvSight *sights = tv_access_list_sights (&n_sights);

    n_refused = 0;
    tv_test_people_sign_in (people, book, role);
    for (guint i = 0; i < n_sights; i++) {
        if (sights[i].role == role)
            try_detours (book, sights[i].table);
    }
    for (guint i = 0; i < G_N_ELEMENTS (never); i++) {
        try_reading (book, never[i], FALSE);
        try_writing (book, never[i], FALSE);
    }
    for (guint i = 0; i < G_N_ELEMENTS (never_written); i++)
        try_writing (book, never_written[i], FALSE);
    g_test_message ("%s: %u forbidden acts refused", tv_role_code (role), n_refused);
}

static gpointer
get_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, input, error);

    if (!row || tv_statement_step (row, error) != TV_STEP_ROW)
        return NULL;
    return g_strdup (tv_statement_get_text (row, 0));
}

static void
check_value (TvTestBook *book, const char *sql, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *value = tv_store_read (book->store, get_cb, (gpointer) sql, &error);

    g_assert_no_error (error);
    if (g_strcmp0 (value, expected) != 0)
        g_error ("%s gives %s, not %s", sql, value, expected);
}

static gboolean
note_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    return tv_connection_exec (tv_change_connection (change),
                               "UPDATE student SET guardian_name = 'Bà', guardian_phone = '09',"
                               " notes = 'hen', ethnic_group = 'Kinh', ministry_code = 'B' || id,"
                               " personal_number = id; UPDATE measurement SET note = 'sốt'",
                               error);
}

typedef struct {
    const char *sql;
    const char *seen[4]; /* by TvRole */
} Sight;

static const Sight seen[] = {
    { "SELECT COUNT(*) FROM student", { "4", "4", "3", "0" } },
    { "SELECT COUNT(*) FROM (SELECT id FROM student)", { "4", "4", "3", "0" } },
    { "SELECT COUNT(*) FROM student s JOIN enrolment e ON e.student_id = s.id",
      { "4", "4", "3", "0" } },
    { "SELECT name FROM student WHERE id = 1",
      { "Nguyễn Gia Bảo", "•••", "Nguyễn Gia Bảo", NULL } },
    { "SELECT COUNT(*) FROM student WHERE name LIKE 'Nguy%'", { "1", "0", "1", "0" } },
    { "SELECT birth_date FROM student WHERE id = 1",
      { "2023-01-10", "2023-01-10", "2023-01-10", NULL } },
    { "SELECT name FROM student WHERE id = 4", { "Phạm Cúc", "•••", NULL, NULL } },
    { "SELECT guardian_name FROM student WHERE id = 1", { "Bà", NULL, NULL, NULL } },
    { "SELECT guardian_phone FROM student WHERE id = 1", { "09", NULL, NULL, NULL } },
    { "SELECT notes FROM student WHERE id = 1", { "hen", NULL, NULL, NULL } },
    { "SELECT ethnic_group FROM student WHERE id = 1", { "Kinh", NULL, NULL, NULL } },
    { "SELECT ministry_code FROM student WHERE id = 1", { "B1", NULL, NULL, NULL } },
    { "SELECT personal_number FROM student WHERE id = 1", { "1", NULL, NULL, NULL } },
    { "SELECT COUNT(*) FROM enrolment", { "4", "4", "3", "0" } },
    { "SELECT COUNT(*) FROM session", { "1", "1", "1", "0" } },
    { "SELECT COUNT(*) FROM measurement", { "1", "1", "1", "0" } },
    { "SELECT weight_g FROM measurement", { "15400", "15400", "15400", NULL } },
    { "SELECT note FROM measurement", { "sốt", NULL, "sốt", NULL } },
    { "SELECT COUNT(*) FROM reading", { "2", "2", "2", "0" } },
    { "SELECT COUNT(*) FROM school", { "1", "1", "1", "1" } },
    { "SELECT COUNT(*) FROM person", { "5", "5", "5", "5" } },
    { "SELECT COUNT(*) FROM round", { "1", "1", "1", "1" } },
    { "SELECT COUNT(*) > 2 FROM change_set", { "1", "1", "0", "1" } },
    { "SELECT COUNT(*) > 0 FROM change_entry WHERE student_id IS NOT NULL",
      { "1", "0", "0", "1" } },
    { "SELECT COUNT(*) FROM change_entry WHERE student_id IS NOT NULL AND"
      " (new_json IS NOT NULL OR old_json IS NOT NULL OR digest <> '')",
      { "11", "0", "0", "0" } },
    { "SELECT COUNT(*) > 0 FROM change_entry WHERE table_name = 'person' AND new_json IS NOT NULL",
      { "1", "1", "0", "1" } },
    /* Whoever signed in before is seen by who sees everything, or the history. */
    { "SELECT COUNT(*) FROM access", { "1", "1", "1", "4" } },
};

static void
test_seen (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);

    tv_test_book_write (book, "note", note_cb, NULL);
    for (TvRole role = TV_ROLE_NURSE; role <= TV_ROLE_AUDITOR; role++) {
        tv_test_people_sign_in (people, book, role);
        for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
            check_value (book, seen[i].sql, seen[i].seen[role]);
    }
}

static gboolean
measure_on_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
               GError **error)
{
    g_autofree char *sql = g_strdup_printf ("UPDATE measurement SET date = '%s'", (char *) input);

    return tv_connection_exec (tv_change_connection (change), sql, error);
}

/* Whoever taught a class last year does not see how its children grow this year, though nothing
 * says that they left that class. */
static void
test_last_year (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);

    tv_test_book_write (book, "measure", measure_on_cb, (char *) "2027-07-31");
    tv_test_people_sign_in (people, book, TV_ROLE_TEACHER);
    check_value (book, "SELECT COUNT(*) FROM measurement", "1");
    check_value (book, "SELECT COUNT(*) FROM reading", "2");
    tv_test_people_sign_in (people, book, TV_ROLE_NURSE);
    tv_test_book_write (book, "measure", measure_on_cb, (char *) "2027-08-01");
    tv_test_people_sign_in (people, book, TV_ROLE_TEACHER);
    check_value (book, "SELECT COUNT(*) FROM measurement", "0");
    check_value (book, "SELECT COUNT(*) FROM reading", "0");
}

/* Whoever comes after a teacher sees no less for it. */
static void
test_order (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);

    tv_test_people_sign_in (people, book, TV_ROLE_TEACHER);
    check_value (book, "SELECT COUNT(*) FROM student", "3");
    tv_test_people_sign_in (people, book, TV_ROLE_AUDITOR);
    check_value (book, "SELECT COUNT(*) FROM student", "0");
    tv_test_people_sign_in (people, book, TV_ROLE_NURSE);
    check_value (book, "SELECT COUNT(*) FROM main.student", "4");
    check_value (book, "SELECT COUNT(*) FROM sqlite_temp_master", "0");
    tv_test_people_sign_in (people, book, TV_ROLE_TEACHER);
    check_value (book, "SELECT COUNT(*) FROM student", "3");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/access/forbidden/principal", GINT_TO_POINTER (TV_ROLE_PRINCIPAL),
                          test_forbidden);
    g_test_add_data_func ("/access/forbidden/teacher", GINT_TO_POINTER (TV_ROLE_TEACHER),
                          test_forbidden);
    g_test_add_data_func ("/access/forbidden/auditor", GINT_TO_POINTER (TV_ROLE_AUDITOR),
                          test_forbidden);
    g_test_add_func ("/access/seen", test_seen);
    g_test_add_func ("/access/last-year", test_last_year);
    g_test_add_func ("/access/order", test_order);
    return g_test_run ();
}

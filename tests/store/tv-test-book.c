/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A record book for tests to work on. */

#include "tv-test-book.h"

#include "store/tv-row-json.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-history.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-people.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"

#include <glib/gstdio.h>

char *
tv_test_folder_new (void)
{
    g_autoptr (GError) error = NULL;
    char *folder = g_dir_make_tmp ("tamvoc-test-XXXXXX", &error);

    g_assert_no_error (error);
    return folder;
}

void
tv_test_folder_remove (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (g_file_test (path, G_FILE_TEST_IS_DIR))
            tv_test_folder_remove (path);
        else
            g_assert_cmpint (g_unlink (path), ==, 0);
    }
    g_rmdir (folder);
}

static gpointer
get_first_person_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                     GError **error)
{
    g_autoptr (TvPerson) person = tv_store_get_person (connection, 1, error);

    return person ? g_strdup (person->uid) : NULL;
}

TvTestBook *
tv_test_book_new_empty (void)
{
    TvTestBook *self = g_new0 (TvTestBook, 1);
    TvSchool school = { .name = "Mầm non Thử Nghiệm", .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (GError) error = NULL;

    self->folder = tv_test_folder_new ();
    self->clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 21));
    self->store = tv_store_create_seeded (self->folder, &school, self->clock, 2026, &error);
    g_assert_no_error (error);
    g_assert_true (TV_IS_STORE (self->store));
    self->nurse_uid = tv_store_read (self->store, get_first_person_cb, NULL, &error);
    g_assert_no_error (error);
    return self;
}

static void
put_child (TvTestBook *self, TvChange *change, int i)
{
    static const char *const names[] = { "Nguyễn Gia Bảo", "Trần An", "Lê Thị Đào", "Phạm Cúc" };
    TvStudent student = {
        .name = (char *) names[i],
        .sex = i % 2 ? TV_SEX_FEMALE : TV_SEX_MALE,
        .birth_date = tv_date_from_ymd (2023, 1 + i, 10),
    };
    TvEnrolment enrolment = {
        .class_id = i < 3 ? self->class_id : self->other_class_id,
        .year_id = self->year_id,
        .roll_number = i + 1,
        .from = TV_DATE_NONE,
        .until = TV_DATE_NONE,
    };
    g_autoptr (GError) error = NULL;

    self->student_ids[i] = tv_store_put_student (change, &student, &error);
    g_assert_no_error (error);
    enrolment.student_id = self->student_ids[i];
    self->enrolment_ids[i] = tv_store_put_enrolment (change, &enrolment, &error);
    g_assert_no_error (error);
}

static void
put_round (TvTestBook *self, TvChange *change)
{
    TvReading readings[] = { { TV_QUANTITY_WEIGHT, 15400 }, { TV_QUANTITY_HEIGHT, 998 } };
    TvRound round = {
        .year_id = self->year_id,
        .code = (char *) "2026-1",
        .name = (char *) "Đợt 1",
        .first_day = tv_date_from_ymd (2026, 9, 14),
        .last_day = tv_date_from_ymd (2026, 9, 18),
    };
    TvSession session = { .class_id = self->class_id, .date = round.first_day };
    TvMeasurement measurement = {
        .student_id = self->student_ids[0],
        .date = round.first_day,
        .position = TV_POSITION_STANDING,
        .weight_g = 15400,
        .height_mm = 998,
        .readings = readings,
        .n_readings = 2,
    };
    g_autoptr (GError) error = NULL;

    self->round_id = tv_store_put_round (change, &round, &error);
    g_assert_no_error (error);
    session.round_id = measurement.round_id = self->round_id;
    self->session_id = tv_store_put_session (change, &session, &error);
    g_assert_no_error (error);
    measurement.session_id = self->session_id;
    self->measurement_id = tv_store_put_measurement (change, &measurement, &error);
    g_assert_no_error (error);
}

static gboolean
fill_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    TvTestBook *self = input;

    self->year_id = tv_store_ensure_year (change, 2026, error);
    self->class_id = tv_store_ensure_class (change, self->year_id, "3A", 3, error);
    self->other_class_id = tv_store_ensure_class (change, self->year_id, "4A", 4, error);
    g_assert_cmpint (self->other_class_id, !=, 0);
    for (int i = 0; i < 4; i++)
        put_child (self, change, i);
    put_round (self, change);
    return TRUE;
}

TvTestBook *
tv_test_book_new (void)
{
    TvTestBook *self = tv_test_book_new_empty ();

    tv_test_book_write (self, "fill", fill_cb, self);
    return self;
}

void
tv_test_book_reopen (TvTestBook *self)
{
    g_autoptr (GError) error = NULL;

    g_clear_object (&self->store);
    self->store = tv_store_open (self->folder, self->clock, &error);
    g_assert_no_error (error);
}

void
tv_test_book_sign_in (TvTestBook *self)
{
    g_autoptr (GError) error = NULL;

    tv_store_sign_in (self->store, self->nurse_uid, &error);
    g_assert_no_error (error);
}

void
tv_test_book_free (TvTestBook *self)
{
    g_clear_object (&self->store);
    tv_test_folder_remove (self->folder);
    tv_clock_unref (self->clock);
    g_free (self->folder);
    g_free (self->nurse_uid);
    g_free (self);
}

static void
dump_table (TvConnection *connection, const char *table, GString *dump)
{
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStatement) rows = tv_connection_prepare (connection, sql, &error);

    g_assert_no_error (error);
    while (tv_statement_step (rows, &error) == TV_STEP_ROW) {
        g_autofree char *row = tv_row_json_write (rows);

        g_string_append_printf (dump, "%s %s\n", table, row);
    }
    g_assert_no_error (error);
}

static gpointer
dump_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) tables = tv_connection_prepare (
        connection,
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT IN ('device', 'change_set', 'change_entry', 'access') ORDER BY name",
        error);
    GString *dump = g_string_new (NULL);

    while (tv_statement_step (tables, error) == TV_STEP_ROW)
        dump_table (connection, tv_statement_get_text (tables, 0), dump);
    return g_string_free (dump, FALSE);
}

char *
tv_test_book_dump (TvTestBook *self)
{
    g_autoptr (GError) error = NULL;
    char *dump = tv_store_read (self->store, dump_cb, NULL, &error);

    g_assert_no_error (error);
    return dump;
}

static gpointer
count_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM %s", (const char *) input);
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql, error);

    if (!row || tv_statement_step (row, error) != TV_STEP_ROW)
        return NULL;
    return GSIZE_TO_POINTER ((gsize) tv_statement_get_int (row, 0));
}

gint64
tv_test_book_count (TvTestBook *self, const char *table)
{
    g_autoptr (GError) error = NULL;
    gpointer count = tv_store_read (self->store, count_cb, (gpointer) table, &error);

    g_assert_no_error (error);
    return (gint64) GPOINTER_TO_SIZE (count);
}

void
tv_test_book_write (TvTestBook *self, const char *kind, TvWriteWork work, gpointer input)
{
    g_autoptr (GError) error = NULL;
    gboolean is_good = tv_store_write (self->store, kind, work, input, NULL, &error);

    g_assert_no_error (error);
    g_assert_true (is_good);
}

static gboolean
undo_last_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    gint64 *id = input;

    return tv_store_find_undoable (tv_change_connection (change), id, error)
           && tv_store_undo_change (change, *id, error);
}

/* Returns the change set that was, or was not, undone. */
gint64
tv_test_book_undo_last (TvTestBook *self, GError **error)
{
    gint64 id = 0;

    tv_store_write (self->store, "undo", undo_last_cb, &id, NULL, error);
    return id;
}

/* What keeps the history as it is, in the order of the names. */
static GPtrArray *
list_guards (TvConnection *connection, const char *column)
{
    g_autofree char *sql = g_strdup_printf (
        "SELECT %s FROM sqlite_master WHERE type = 'trigger' ORDER BY name", column);
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql, NULL);
    GPtrArray *guards = g_ptr_array_new_with_free_func (g_free);

    while (tv_statement_step (row, NULL) == TV_STEP_ROW)
        g_ptr_array_add (guards, g_strdup (tv_statement_get_text (row, 0)));
    return guards;
}

/* Whoever writes past the program takes its guards away first, and puts them back. */
void
tv_test_book_tamper (TvTestBook *self, const char *sql)
{
    g_autoptr (GPtrArray) guards = NULL, scripts = NULL;
    g_autofree char *path = g_build_filename (self->folder, "book.db", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvConnection) connection = NULL;

    g_clear_object (&self->store);
    connection = tv_connection_open (path, TV_CONNECTION_WRITE, NULL, &error);
    g_assert_no_error (error);
    guards = list_guards (connection, "'DROP TRIGGER ' || name");
    scripts = list_guards (connection, "sql");
    for (guint i = 0; i < guards->len; i++)
        g_assert_true (tv_connection_exec (connection, guards->pdata[i], NULL));
    tv_connection_exec (connection, sql, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < scripts->len; i++)
        g_assert_true (tv_connection_exec (connection, scripts->pdata[i], NULL));
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child that was erased is nowhere in the files, and the history still holds. */

#define _GNU_SOURCE

#include "tv-test-people.h"

#include "store/tv-store-access.h"
#include "store/tv-store-check.h"
#include "store/tv-store-erasing.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-signings.h"
#include "store/tv-store-students.h"

#include <string.h>

typedef struct {
    gint64 student_id;
    const char *reason;
} Request;

static gboolean
erase_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    const Request *request = input;

    return tv_store_erase_student (change, request->student_id, request->reason, error);
}

static gboolean
erase (TvTestBook *book, gint64 student_id, const char *reason, GError **error)
{
    Request request = { student_id, reason };

    return tv_store_write (book->store, TV_CHANGE_ERASE, erase_cb, &request, NULL, error)
           && tv_store_empty_journal (book->store, error);
}

/* The child gets another name, another child's measurement, and remarks. */
static gboolean
write_about_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvStudent) student = tv_store_get_student (connection, book->student_ids[0], error);
    g_autoptr (TvMeasurement) measurement
        = tv_store_get_measurement (connection, book->measurement_id, error);
    TvStudent renamed = *student;
    TvMeasurement moved = *measurement;

    renamed.name = (char *) "Nguyễn Gia Bách";
    renamed.guardian_name = (char *) "Bà Sáu Bánh Bò";
    moved.note = (char *) "khóc nhè cả buổi";
    moved.weight_g = 15432;
    g_assert_true (tv_store_put_student (change, &renamed, error));
    g_assert_true (tv_store_put_measurement (change, &moved, error));
    moved.student_id = book->student_ids[1];
    return tv_store_put_measurement (change, &moved, error) != 0;
}

/* The measurement is the first child's again. */
static gboolean
move_back_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    TvTestBook *book = input;
    g_autoptr (TvMeasurement) measurement
        = tv_store_get_measurement (tv_change_connection (change), book->measurement_id, error);
    TvMeasurement moved = *measurement;

    moved.student_id = book->student_ids[0];
    return tv_store_put_measurement (change, &moved, error) != 0;
}

static gboolean
sign_off_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    TvTestBook *book = input;

    return tv_store_sign_off_round (change, book->round_id, error);
}

static const char *const told[] = { "Nguyễn Gia Bảo",   "Nguyễn Gia Bách",  "Bà Sáu Bánh Bò",
                                    "khóc nhè cả buổi", "Xem cháu Bảo béo", "15432" };

static TvTestBook *
new_book (void)
{
    TvTestBook *book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;

    tv_test_book_write (book, "edit", write_about_cb, book);
    tv_test_book_write (book, "edit", move_back_cb, book);
    g_assert_true (tv_store_log_access (book->store, TV_ACCESS_EXPORT_CHART, book->student_ids[0],
                                        "Xem cháu Bảo béo", &error));
    g_assert_no_error (error);
    tv_test_book_write (book, TV_CHANGE_SIGN_OFF, sign_off_cb, book);
    return book;
}

static gboolean
folder_shows (const char *folder, const char *text)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *content = NULL;
        gsize size;

        if (g_file_get_contents (path, &content, &size, NULL)
            && memmem (content, size, text, strlen (text)))
            return TRUE;
    }
    return FALSE;
}

static gpointer
check_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_check (connection, error);
}

static void
assert_sound (TvTestBook *book)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCheck) found = tv_store_read (book->store, check_cb, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (found->troubles->len, ==, 0);
}

static gpointer
count_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, input, error);

    g_assert_no_error (*error);
    g_assert_cmpint (tv_statement_step (row, error), ==, TV_STEP_ROW);
    return GSIZE_TO_POINTER ((gsize) tv_statement_get_int (row, 0));
}

static guint
count (TvTestBook *book, const char *sql)
{
    return (guint) GPOINTER_TO_SIZE (tv_store_read (book->store, count_cb, (gpointer) sql, NULL));
}

static void
test_nowhere (void)
{
    g_autoptr (TvTestBook) book = new_book ();
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (told); i++)
        g_assert_true (folder_shows (book->folder, told[i]));
    assert_sound (book);
    g_assert_true (erase (book, book->student_ids[0], "Theo đơn của gia đình", &error));
    g_assert_no_error (error);
    for (guint i = 0; i < G_N_ELEMENTS (told); i++)
        g_assert_false (folder_shows (book->folder, told[i]));
    g_assert_true (folder_shows (book->folder, "Trần An"));
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 3);
    g_assert_cmpint (tv_test_book_count (book, "measurement"), ==, 0);
    g_assert_cmpint (tv_test_book_count (book, "reading"), ==, 0);
    assert_sound (book);
    tv_test_book_reopen (book);
    assert_sound (book);
    for (guint i = 0; i < G_N_ELEMENTS (told); i++)
        g_assert_false (folder_shows (book->folder, told[i]));
}

/* Who, when, why and which uid; nothing else about the child. */
static void
test_entry (void)
{
    g_autoptr (TvTestBook) book = new_book ();

    g_assert_true (erase (book, book->student_ids[0], "Theo đơn của gia đình", NULL));
    g_assert_cmpuint (count (book, "SELECT COUNT(*) FROM change_set h JOIN change_entry e"
                                   " ON e.change_set_id = h.id WHERE h.kind = 'erase'"
                                   " AND h.person_id = 1 AND e.new_json LIKE '%đơn của gia đình%'"
                                   " AND e.student_id IS NULL"),
                      ==, 1);
    g_assert_cmpuint (count (book, "SELECT COUNT(*) FROM access WHERE what = 'erase'"
                                   " AND student_uid IS NOT NULL"),
                      ==, 1);
    g_assert_cmpuint (count (book, "SELECT COUNT(*) FROM change_entry WHERE student_id = 1"
                                   " AND (salt IS NOT NULL OR old_json IS NOT NULL"
                                   " OR new_json IS NOT NULL)"),
                      ==, 0);
    g_assert_cmpuint (count (book, "SELECT COUNT(*) FROM change_entry WHERE student_id = 2"
                                   " AND salt IS NOT NULL"),
                      >, 0);
}

static gboolean
undo_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    return tv_store_undo_change (change, GPOINTER_TO_INT (input), error);
}

static void
test_not_undone (void)
{
    g_autoptr (TvTestBook) book = new_book ();
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL, *after = NULL;
    int last;

    g_assert_true (erase (book, book->student_ids[0], "x", NULL));
    before = tv_test_book_dump (book);
    last = (int) tv_test_book_count (book, "change_set");
    tv_test_book_undo_last (book, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_ERASED);
    for (int id = 2; id <= last; id++) {
        g_clear_error (&error);
        /* The fifth is the export, the sixth the signing. */
        if (id == 5 || id == 6)
            continue;
        g_assert_false (
            tv_store_write (book->store, "undo", undo_cb, GINT_TO_POINTER (id), NULL, &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_ERASED);
    }
    after = tv_test_book_dump (book);
    g_assert_cmpstr (before, ==, after);
}

static void
test_refused (void)
{
    g_autoptr (TvTestBook) book = new_book ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    g_autoptr (GError) error = NULL;

    g_assert_false (erase (book, book->student_ids[0], " \n", &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_REASON);
    g_clear_error (&error);
    g_assert_false (erase (book, 999, "x", &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND);
    for (TvRole role = TV_ROLE_PRINCIPAL; role <= TV_ROLE_AUDITOR; role++) {
        tv_test_people_sign_in (people, book, role);
        g_clear_error (&error);
        g_assert_false (erase (book, book->student_ids[0], "x", &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
    }
    tv_test_people_sign_in (people, book, TV_ROLE_NURSE);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
}

#define N_MANY 600

static gboolean
put_many_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    gint64 *ids = input;

    for (int i = 0; i < N_MANY; i++) {
        g_autofree char *name = g_strdup_printf ("Trẻ Số%04d", i);
        g_autofree char *notes = g_strnfill (i % 7 == 0 ? 5000 : (gsize) i % 90, 'x');
        g_autofree char *words = g_strconcat (name, notes, name, NULL);
        TvStudent student
            = { .name = name, .notes = words, .birth_date = tv_date_from_ymd (2022, 5, 5) };

        ids[i] = tv_store_put_student (change, &student, error);
        g_assert_no_error (*error);
    }
    return TRUE;
}

/* Pages are split, joined and filled again; what stood on them is nowhere all the same. */
static void
test_many (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;
    gint64 ids[N_MANY];
    guint n_erased = 0;

    tv_test_book_write (book, "import", put_many_cb, ids);
    for (int i = 0; i < N_MANY; i += 3, n_erased++)
        g_assert_true (erase (book, ids[i], "x", &error));
    for (int i = 0; i < N_MANY; i++) {
        g_autofree char *name = g_strdup_printf ("Số%04d", i);

        g_assert_cmpint (folder_shows (book->folder, name), ==, i % 3 != 0);
    }
    assert_sound (book);
    g_test_message ("%u of %d children erased, none of them found in the files", n_erased, N_MANY);
}

static gboolean
put_and_delete_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                   GError **error)
{
    TvStudent student = { .name = (char *) "Mới", .birth_date = tv_date_from_ymd (2022, 5, 5) };
    gint64 *ids = input;

    ids[0] = tv_store_put_student (change, &student, error);
    g_assert_true (tv_store_delete_student (change, ids[0], error));
    ids[1] = tv_store_put_student (change, &student, error);
    return ids[1] != 0;
}

/* What the history says of a child is never about another that came later. */
static void
test_key_of_its_own (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    gint64 ids[2];

    tv_test_book_write (book, "edit", put_and_delete_cb, ids);
    g_assert_cmpint (ids[1], >, ids[0]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/erasing/nowhere", test_nowhere);
    g_test_add_func ("/erasing/entry", test_entry);
    g_test_add_func ("/erasing/not-undone", test_not_undone);
    g_test_add_func ("/erasing/refused", test_refused);
    g_test_add_func ("/erasing/many", test_many);
    g_test_add_func ("/erasing/key", test_key_of_its_own);
    return g_test_run ();
}

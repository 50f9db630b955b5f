/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of a book, line by line. */

#include "tv-test-book.h"

#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "workflows/tv-book-list.h"

#include <string.h>

static char **
read_list (TvTestBook *book, const char *code)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *content = NULL;
    TvBookListKind kind;
    FILE *file = tmpfile ();
    long size;

    g_assert_true (tv_book_list_parse (code, &kind));
    tv_book_list_write (book->store, kind, file, &error);
    g_assert_no_error (error);
    size = ftell (file);
    content = g_malloc0 ((gsize) size + 1);
    rewind (file);
    g_assert_cmpint ((long) fread (content, 1, (gsize) size, file), ==, size);
    fclose (file);
    g_assert_true (g_str_has_suffix (content, "\n"));
    content[size - 1] = '\0';
    return g_strsplit (content, "\n", -1);
}

/* Uids are long: what follows the first comma. */
static const char *
after_uid (const char *line)
{
    return strchr (line, ',') + 1;
}

static gboolean
write_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    TvTestBook *book = input;
    TvStudent lonely = { .name = (char *) "Ngô, \"Tí\"", .birth_date = TV_DATE_NONE };
    TvMeasurement heavy = { .student_id = book->student_ids[0],
                            .date = tv_date_from_ymd (2026, 10, 14),
                            .weight_g = 24050,
                            .height_mm = 1000,
                            .position = TV_POSITION_STANDING };
    TvMeasurement absent = { .student_id = book->student_ids[1],
                             .round_id = book->round_id,
                             .date = tv_date_from_ymd (2026, 9, 14),
                             .state = TV_MEASUREMENT_ABSENT };
    TvMeasurement wrong = { .student_id = book->student_ids[2],
                            .round_id = book->round_id,
                            .date = tv_date_from_ymd (2026, 9, 14),
                            .weight_g = 14000,
                            .excluded_reason = (char *) "cân hỏng" };

    return tv_store_put_student (change, &lonely, error)
           && tv_store_put_measurement (change, &heavy, error)
           && tv_store_put_measurement (change, &absent, error)
           && tv_store_put_measurement (change, &wrong, error);
}

static void
test_measurements (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_auto (GStrv) lines = NULL;

    tv_test_book_write (book, "measure", write_cb, book);
    lines = read_list (book, "measurements");
    g_assert_cmpuint (g_strv_length (lines), ==, 5);
    g_assert_true (g_str_has_prefix (after_uid (lines[1]),
                                     "Nguyễn Gia Bảo,3A,2026-1,2026-09-14,15.4,99.8,H,measured,,"));
    g_assert_true (g_str_has_prefix (after_uid (lines[2]),
                                     "Nguyễn Gia Bảo,3A,,2026-10-14,24.05,100.0,H,measured,"));
    g_assert_nonnull (strstr (lines[2], ",limits,"));
    g_assert_cmpstr (after_uid (lines[3]), ==, "Trần An,3A,2026-1,2026-09-14,,,,absent,,,,,");
    g_assert_true (g_str_has_prefix (after_uid (lines[4]),
                                     "Lê Thị Đào,3A,2026-1,2026-09-14,14.0,,,excluded,"));
}

static gboolean
move_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    TvTestBook *book = input;
    g_autoptr (TvEnrolment) first
        = tv_store_get_enrolment (tv_change_connection (change), book->enrolment_ids[0], error);
    TvEnrolment values = *first;

    values.until = tv_date_from_ymd (2026, 9, 30);
    values.status = TV_ENROLMENT_MOVED_AWAY;
    tv_store_put_enrolment (change, &values, error);
    values.id = 0;
    values.uid = NULL;
    values.class_id = book->other_class_id;
    values.from = tv_date_from_ymd (2026, 10, 1);
    values.until = TV_DATE_NONE;
    values.status = TV_ENROLMENT_STUDYING;
    return tv_store_put_enrolment (change, &values, error) != 0;
}

/* Each child once, where it sits now; one that never sat anywhere at the end. */
static void
test_students (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_auto (GStrv) lines = NULL;

    tv_test_book_write (book, "measure", write_cb, book);
    tv_test_book_write (book, "change-class", move_cb, book);
    lines = read_list (book, "students");
    g_assert_cmpuint (g_strv_length (lines), ==, 6);
    g_assert_cmpstr (after_uid (lines[1]), ==, "Trần An,F,2023-02-10,3A,studying,,");
    g_assert_cmpstr (after_uid (lines[3]), ==, "Nguyễn Gia Bảo,M,2023-01-10,4A,studying,,");
    g_assert_cmpstr (after_uid (lines[5]), ==, "\"Ngô, \"\"Tí\"\"\",,,,,,");
}

static void
test_others (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_auto (GStrv) classes = read_list (book, "classes");
    g_auto (GStrv) rounds = read_list (book, "rounds");
    g_auto (GStrv) history = read_list (book, "history");
    TvBookListKind kind;

    g_assert_cmpstr (after_uid (classes[1]), ==, "2026-2027,3A,3,3");
    g_assert_cmpstr (after_uid (classes[2]), ==, "2026-2027,4A,4,1");
    g_assert_cmpstr (rounds[1], ==, "2026-1,Đợt 1,regular,2026-09-14,2026-09-18,n");
    g_assert_cmpuint (g_strv_length (history), ==, 4);
    g_assert_true (g_str_has_suffix (history[1], ",export-list,,n,1"));
    g_assert_true (g_str_has_prefix (history[2], "2,2026-09-21T01:00:00."));
    g_assert_true (g_str_has_suffix (history[2], ",fill,,n,16"));
    g_assert_false (tv_book_list_parse ("teachers", &kind));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/book-list/measurements", test_measurements);
    g_test_add_func ("/book-list/students", test_students);
    g_test_add_func ("/book-list/others", test_others);
    return g_test_run ();
}

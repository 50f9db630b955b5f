/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* After any undo, every table but the history is as it was before. */

#include "tv-test-book.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-history.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-people.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"
#include "store/tv-store-targets.h"

static gboolean
add_student_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvTestBook *book = input;
    TvStudent student = { .name = (char *) "Đỗ \"Bi\" Minh\\Anh\n", .birth_date = TV_DATE_NONE };
    TvEnrolment enrolment = { .class_id = book->class_id,
                              .year_id = book->year_id,
                              .from = TV_DATE_NONE,
                              .until = TV_DATE_NONE };

    enrolment.student_id = tv_store_put_student (change, &student, error);
    return enrolment.student_id && tv_store_put_enrolment (change, &enrolment, error);
}

static gboolean
edit_student_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    TvTestBook *book = input;
    TvStudent student = { .id = book->student_ids[1],
                          .name = (char *) "Trần An Nhiên",
                          .sex = TV_SEX_FEMALE,
                          .birth_date = tv_date_from_ymd (2022, 12, 31),
                          .personal_number = (char *) "000322000001",
                          .notes = (char *) "dị ứng" };

    return tv_store_put_student (change, &student, error) != 0;
}

static gboolean
delete_student_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                   GError **error)
{
    TvTestBook *book = input;

    return tv_store_delete_student (change, book->student_ids[0], error);
}

static gboolean
change_readings_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                    GError **error)
{
    TvTestBook *book = input;
    TvReading readings[] = { { TV_QUANTITY_WEIGHT, 68400 },
                             { TV_QUANTITY_WEIGHT, 53100 },
                             { TV_QUANTITY_HEIGHT, 998 } };
    TvMeasurement measurement = { .id = book->measurement_id,
                                  .student_id = book->student_ids[0],
                                  .round_id = book->round_id,
                                  .date = tv_date_from_ymd (2026, 9, 15),
                                  .weight_g = 15300,
                                  .height_mm = 998,
                                  .readings = readings,
                                  .n_readings = 3 };

    return tv_store_put_measurement (change, &measurement, error) != 0;
}

static gboolean
exclude_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvTestBook *book = input;

    return tv_store_exclude_measurement (change, book->measurement_id, "cân hỏng", error);
}

static gboolean
touch_everything_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                     GError **error)
{
    g_autoptr (TvSchool) school = tv_store_get_school (tv_change_connection (change), error);
    g_autoptr (GPtrArray) targets
        = tv_store_list_targets (tv_change_connection (change), 2026, error);
    TvSchool renamed = *school;
    TvPerson person = { .name = (char *) "Hiệu trưởng",
                        .role = TV_ROLE_PRINCIPAL,
                        .until = TV_DATE_NONE,
                        .is_active = 1 };
    const TvTarget *first = targets->pdata[0];

    renamed.name = (char *) "Mầm non Tên Mới";
    return tv_store_put_school (change, &renamed, error)
           && tv_store_put_person (change, &person, error)
           && tv_store_delete_target (change, first->id, error)
           && tv_store_put_setting (change, "entry-order", "weight-first", error)
           && edit_student_cb (change, input, result, cancellable, error)
           && delete_student_cb (change, input, result, cancellable, error)
           && add_student_cb (change, input, result, cancellable, error);
}

/* One record written three times in one change set. */
static gboolean
write_thrice_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    return tv_store_put_setting (change, "a", "1", error)
           && tv_store_put_setting (change, "a", "2", error)
           && tv_store_put_setting (change, "a", NULL, error)
           && tv_store_put_setting (change, "a", "3", error);
}

static void
test_equality (gconstpointer data)
{
    TvWriteWork work = (TvWriteWork) data;
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *before = tv_test_book_dump (book);
    g_autofree char *changed = NULL, *undone = NULL;
    g_autoptr (GError) error = NULL;
    gint64 n_entries;

    tv_test_book_write (book, "edit", work, book);
    changed = tv_test_book_dump (book);
    g_assert_cmpstr (changed, !=, before);
    n_entries = tv_test_book_count (book, "change_entry");

    tv_test_book_undo_last (book, &error);
    g_assert_no_error (error);
    undone = tv_test_book_dump (book);
    g_assert_cmpstr (undone, ==, before);
    g_assert_cmpint (tv_test_book_count (book, "change_entry"), >, n_entries);
}

static gboolean
undo_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    return tv_store_undo_change (change, *(gint64 *) input, error);
}

static gpointer
redoable_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    tv_store_find_redoable (connection, input, error);
    return NULL;
}

static gint64
find_redoable (TvTestBook *book)
{
    gint64 id = -1;

    tv_store_read (book->store, redoable_cb, &id, NULL);
    return id;
}

static void
redo (TvTestBook *book)
{
    gint64 id = find_redoable (book);

    g_assert_cmpint (id, >, 0);
    tv_test_book_write (book, "redo", undo_cb, &id);
}

/* Undo after undo walks back, redo after redo forward again, and something new ends the redoing. */
static void
test_walk (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    const TvWriteWork works[]
        = { add_student_cb, edit_student_cb, change_readings_cb, delete_student_cb };
    char *dumps[G_N_ELEMENTS (works) + 1];

    for (guint i = 0; i < G_N_ELEMENTS (works); i++) {
        dumps[i] = tv_test_book_dump (book);
        tv_test_book_write (book, "edit", works[i], book);
    }
    dumps[G_N_ELEMENTS (works)] = tv_test_book_dump (book);
    g_assert_cmpint (find_redoable (book), ==, 0);
    for (int round = 0; round < 2; round++) {
        for (guint i = G_N_ELEMENTS (works); i > 0; i--) {
            g_autoptr (GError) error = NULL;
            g_autofree char *dump = NULL;

            tv_test_book_undo_last (book, &error);
            g_assert_no_error (error);
            dump = tv_test_book_dump (book);
            g_assert_cmpstr (dump, ==, dumps[i - 1]);
        }
        for (guint i = 1; i <= G_N_ELEMENTS (works); i++) {
            g_autofree char *dump = NULL;

            redo (book);
            dump = tv_test_book_dump (book);
            g_assert_cmpstr (dump, ==, dumps[i]);
        }
        g_assert_cmpint (find_redoable (book), ==, 0);
    }
    tv_test_book_undo_last (book, NULL);
    tv_test_book_write (book, "edit", write_thrice_cb, book);
    g_assert_cmpint (find_redoable (book), ==, 0);
    for (guint i = 0; i < G_N_ELEMENTS (dumps); i++)
        g_free (dumps[i]);
}

static void
assert_refused (TvTestBook *book, gint64 change_set_id, int code)
{
    g_autofree char *before = tv_test_book_dump (book);
    gint64 n_sets = tv_test_book_count (book, "change_set");
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;

    g_assert_false (tv_store_write (book->store, "undo", undo_cb, &change_set_id, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, code);
    after = tv_test_book_dump (book);
    g_assert_cmpstr (after, ==, before);
    g_assert_cmpint (tv_test_book_count (book, "change_set"), ==, n_sets);
}

static void
test_edited_since (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    gint64 n_sets = tv_test_book_count (book, "change_set");

    tv_test_book_write (book, "edit", edit_student_cb, book);
    tv_test_book_write (book, "edit", exclude_cb, book);
    /* The filling made the child and the measurement that were edited afterwards. */
    assert_refused (book, n_sets, TV_STORE_ERROR_EDITED_SINCE);
    tv_test_book_undo_last (book, NULL);
    assert_refused (book, n_sets, TV_STORE_ERROR_EDITED_SINCE);
    tv_test_book_undo_last (book, NULL);
    g_assert_cmpint (tv_test_book_undo_last (book, NULL), ==, n_sets);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 0);
}

/* A child that was added and measured later cannot be taken back under the measurement. */
static gboolean
measure_last_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    TvMeasurement measurement = { .student_id = 5, .date = tv_date_from_ymd (2026, 9, 16) };

    return tv_store_put_measurement (change, &measurement, error) != 0;
}

static void
test_referred_since (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    gint64 added;

    tv_test_book_write (book, "edit", add_student_cb, book);
    added = tv_test_book_count (book, "change_set");
    tv_test_book_write (book, "measure", measure_last_cb, book);
    assert_refused (book, added, TV_STORE_ERROR_EDITED_SINCE);
}

static void
test_nothing (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (tv_test_book_undo_last (book, &error), ==, 0);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOTHING_TO_UNDO);
    assert_refused (book, 1, TV_STORE_ERROR_NOTHING_TO_UNDO);
    assert_refused (book, 99, TV_STORE_ERROR_NOT_FOUND);
    tv_test_book_write (book, "edit", write_thrice_cb, NULL);
    tv_test_book_undo_last (book, NULL);
    assert_refused (book, 2, TV_STORE_ERROR_NOTHING_TO_UNDO);
    redo (book);
    assert_refused (book, 3, TV_STORE_ERROR_NOTHING_TO_UNDO);
    assert_refused (book, 4, TV_STORE_ERROR_NOTHING_TO_UNDO);
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *path;
        TvWriteWork work;
    } works[] = {
        { "/undo/add-student", add_student_cb },
        { "/undo/edit-student", edit_student_cb },
        { "/undo/delete-student", delete_student_cb },
        { "/undo/change-readings", change_readings_cb },
        { "/undo/exclude", exclude_cb },
        { "/undo/touch-everything", touch_everything_cb },
        { "/undo/write-thrice", write_thrice_cb },
    };

    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (works); i++)
        g_test_add_data_func (works[i].path, (gconstpointer) works[i].work, test_equality);
    g_test_add_func ("/undo/walk", test_walk);
    g_test_add_func ("/undo/edited-since", test_edited_since);
    g_test_add_func ("/undo/referred-since", test_referred_since);
    g_test_add_func ("/undo/nothing", test_nothing);
    return g_test_run ();
}

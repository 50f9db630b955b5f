/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of the names in a class, a name that sorts by another word, and roll numbers that are
 * given anew only when somebody asks for it. */

#include "workflows/tv-roll-numbers.h"

#include "base/tv-language.h"
#include "store/tv-roster-order.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-students.h"
#include "tests/workflows/tv-class-fixture.h"
#include "workflows/tv-child-edit.h"
#include "workflows/tv-child-search.h"
#include "workflows/tv-measuring-sheet.h"

#include <string.h>

/* The fixture has Nguyễn Gia Bảo, Trần Khánh An and Lê Minh Châu, numbered 1, 2, 3. */
enum {
    BAO,
    AN,
    CHAU,
};

static int
compare (const char *a, const char *a_sort, int a_day, const char *b, const char *b_sort, int b_day)
{
    TvStudent left = { .name = (char *) a, .sort_name = (char *) a_sort, .birth_date = a_day };
    TvStudent right = { .name = (char *) b, .sort_name = (char *) b_sort, .birth_date = b_day };

    return tv_roster_order_compare_students (&left, &right);
}

static void
test_order_of_names (void)
{
    g_assert_cmpint (compare ("Trần Văn An", NULL, 0, "Lê Thị Bình", NULL, 0), <, 0);
    g_assert_cmpint (compare ("Lê An", NULL, 0, "Trần An", NULL, 0), <, 0);
    g_assert_cmpint (compare ("LÊ AN", NULL, 0, "Trần An", NULL, 0), <, 0);
    g_assert_cmpint (compare ("Vũ Hà", NULL, 0, "Lê Hạ", NULL, 0), <, 0);
    g_assert_cmpint (compare ("Đào", NULL, 0, "Lê Dung", NULL, 0), >, 0);
    g_assert_cmpint (compare ("Lê An", NULL, 9, "Lê An", NULL, 8), >, 0);
    g_assert_cmpint (compare ("Lê Gia Bảo (2)", NULL, 0, "Vũ Cúc", NULL, 0), <, 0);
    /* Called Wĩ, of the clan Niê. */
    g_assert_cmpint (compare ("Y Wĩ Niê", NULL, 0, "Lê Thu Tâm", NULL, 0), <, 0);
    g_assert_cmpint (compare ("Y Wĩ Niê", "Y Niê Wĩ", 0, "Lê Thu Tâm", NULL, 0), >, 0);
    g_assert_cmpint (compare ("Y Wĩ Niê", "", 0, "Lê Thu Tâm", NULL, 0), <, 0);
}

static gpointer
read_student (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_get_student (connection, *(gint64 *) input, error);
}

static void
set_sort_name (TvClassFixture *self, int child, const char *sort_name)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStudent) student
        = tv_store_read (self->store, read_student, &self->student_ids[child], &error);
    TvStudent values = *student;
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;

    values.sort_name = (char *) sort_name;
    tv_child_add_async (self->store, &values, 0, tv_date_from_ymd (2026, 11, 20), NULL,
                        tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    g_assert_cmpint (tv_child_edit_finish (self->store, result, &error), !=, 0);
    g_assert_no_error (error);
}

/* Who stands where on the measuring sheet, and under which number. */
static void
assert_sheet (TvClassFixture *self, const int *children, const int *numbers)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet
        = tv_measuring_sheet_load (self->store, self->round_id, self->class_id, &error);

    g_assert_no_error (error);
    for (guint i = 0; i < TV_FIXTURE_N_STUDENTS; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);

        g_assert_cmpint (row->student->id, ==, self->student_ids[children[i]]);
        g_assert_cmpint (row->roll_number, ==, numbers[i]);
    }
}

static guint
look (TvClassFixture *self)
{
    g_autoptr (GError) error = NULL;
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autofree TvRollNumbers *numbers = NULL;

    tv_roll_numbers_look_async (self->store, self->class_id, NULL, tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    numbers = tv_roll_numbers_look_finish (self->store, result, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (numbers->n_children, ==, TV_FIXTURE_N_STUDENTS);
    return numbers->n_changed;
}

static guint
renew (TvClassFixture *self)
{
    g_autoptr (GError) error = NULL;
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    guint n_changed;

    tv_roll_numbers_renew_async (self->store, self->class_id, NULL, tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    g_assert_true (tv_roll_numbers_renew_finish (self->store, result, &n_changed, &error));
    g_assert_no_error (error);
    return n_changed;
}

static void
test_renumbered_and_taken_back (TvClassFixture *self, gconstpointer data)
{
    assert_sheet (self, (int[]){ BAO, AN, CHAU }, (int[]){ 1, 2, 3 });
    g_assert_cmpuint (look (self), ==, 2);
    g_assert_cmpuint (renew (self), ==, 2);
    assert_sheet (self, (int[]){ AN, BAO, CHAU }, (int[]){ 1, 2, 3 });
    g_assert_cmpuint (look (self), ==, 0);
    tv_class_fixture_undo (self);
    assert_sheet (self, (int[]){ BAO, AN, CHAU }, (int[]){ 1, 2, 3 });
}

/* Another name to sort by moves nobody who has a number, until the class is numbered anew. */
static void
test_numbers_are_kept (TvClassFixture *self, gconstpointer data)
{
    set_sort_name (self, CHAU, "Lê Châu Ái");
    assert_sheet (self, (int[]){ BAO, AN, CHAU }, (int[]){ 1, 2, 3 });
    g_assert_cmpuint (renew (self), ==, 2);
    assert_sheet (self, (int[]){ CHAU, AN, BAO }, (int[]){ 1, 2, 3 });
}

static void
test_search_goes_by_the_order (TvClassFixture *self, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GPtrArray) found = NULL;

    set_sort_name (self, CHAU, "Lê Châu Ái");
    tv_child_search_async (self->store, "", 2, NULL, tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    found = tv_child_search_finish (self->store, result, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (found->len, ==, 2);
    g_assert_cmpint (((TvChildFound *) found->pdata[0])->student_id, ==, self->student_ids[CHAU]);
    g_assert_cmpint (((TvChildFound *) found->pdata[1])->student_id, ==, self->student_ids[AN]);
}

#define ADD(path, test)                                                                            \
    g_test_add (path, TvClassFixture, NULL, tv_class_fixture_set_up, test,                         \
                tv_class_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/roll-numbers/order-of-names", test_order_of_names);
    ADD ("/roll-numbers/renumbered-and-taken-back", test_renumbered_and_taken_back);
    ADD ("/roll-numbers/kept", test_numbers_are_kept);
    ADD ("/roll-numbers/search", test_search_goes_by_the_order);
    return g_test_run ();
}

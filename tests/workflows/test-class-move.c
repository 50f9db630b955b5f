/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children go to another class together, and whoever left comes back. */

#include "tests/workflows/tv-class-fixture.h"

#include "store/tv-store-enrolments.h"
#include "workflows/tv-child-edit.h"
#include "workflows/tv-class-move.h"

static gpointer
list_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_enrolments_of_student (connection, *(gint64 *) input, error);
}

/* The places of a child, the newest first. */
static GPtrArray *
list_places (TvClassFixture *fixture, int index)
{
    g_autoptr (GError) error = NULL;
    GPtrArray *places
        = tv_store_read (fixture->store, list_cb, &fixture->student_ids[index], &error);

    g_assert_no_error (error);
    return places;
}

static void
assert_place (GPtrArray *places, guint index, gint64 class_id, int roll_number, TvDate from,
              TvDate until)
{
    const TvEnrolment *place = g_ptr_array_index (places, index);

    g_assert_cmpint (place->class_id, ==, class_id);
    g_assert_cmpint (place->roll_number, ==, roll_number);
    g_assert_cmpint (place->from, ==, from);
    g_assert_cmpint (place->until, ==, until);
}

static guint
move_two (TvClassFixture *fixture, TvDate day, GError **error)
{
    const gint64 ids[] = { fixture->enrolment_ids[2], fixture->enrolment_ids[0] };
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;

    tv_class_move_async (fixture->store, ids, G_N_ELEMENTS (ids), fixture->other_class_id, day,
                         NULL, tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    return tv_class_move_finish (fixture->store, result, error);
}

static void
test_several (TvClassFixture *fixture, gconstpointer data)
{
    TvDate day = tv_date_from_ymd (2026, 11, 2);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) first = NULL, last = NULL, stays = NULL, after = NULL;

    g_assert_cmpuint (move_two (fixture, day, &error), ==, 2);
    g_assert_no_error (error);
    last = list_places (fixture, 2);
    assert_place (last, 0, fixture->other_class_id, 1, day, TV_DATE_NONE);
    assert_place (last, 1, fixture->class_id, 3, TV_DATE_NONE, day - 1);
    first = list_places (fixture, 0);
    assert_place (first, 0, fixture->other_class_id, 2, day, TV_DATE_NONE);
    stays = list_places (fixture, 1);
    g_assert_cmpuint (stays->len, ==, 1);
    tv_class_fixture_undo (fixture);
    after = list_places (fixture, 0);
    g_assert_cmpuint (after->len, ==, 1);
    assert_place (after, 0, fixture->class_id, 1, TV_DATE_NONE, TV_DATE_NONE);
}

/* Asked twice, as from two windows: the second time nobody sits there any more. */
static void
test_twice (TvClassFixture *fixture, gconstpointer data)
{
    TvDate day = tv_date_from_ymd (2026, 11, 2);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) places = NULL;

    g_assert_cmpuint (move_two (fixture, day, NULL), ==, 2);
    g_assert_cmpuint (move_two (fixture, day + 7, &error), ==, 0);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    places = list_places (fixture, 0);
    g_assert_cmpuint (places->len, ==, 2);
    assert_place (places, 0, fixture->other_class_id, 2, day, TV_DATE_NONE);
}

/* In the summer before, nobody has sat in the old class yet. */
static void
test_before_year (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) places = NULL;

    g_assert_cmpuint (move_two (fixture, tv_date_from_ymd (2026, 7, 15), &error), ==, 2);
    g_assert_no_error (error);
    places = list_places (fixture, 0);
    g_assert_cmpuint (places->len, ==, 1);
    assert_place (places, 0, fixture->other_class_id, 2, TV_DATE_NONE, TV_DATE_NONE);
}

static gint64
leave (TvClassFixture *fixture, TvDate day)
{
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;

    tv_child_leave_async (fixture->store, fixture->enrolment_ids[0], TV_ENROLMENT_MOVED_AWAY, day,
                          NULL, tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    return tv_child_edit_finish (fixture->store, result, NULL);
}

static gint64
come_back (TvClassFixture *fixture, TvDate day, GError **error)
{
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;

    tv_child_come_back_async (fixture->store, fixture->student_ids[0], fixture->class_id, day, NULL,
                              tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    return tv_child_edit_finish (fixture->store, result, error);
}

/* The stay before keeps its last day, and between the two the child is nowhere. */
static void
test_come_back (TvClassFixture *fixture, gconstpointer data)
{
    TvDate left = tv_date_from_ymd (2026, 10, 1), back = tv_date_from_ymd (2026, 11, 16);
    g_autoptr (GError) error = NULL, twice = NULL;
    g_autoptr (GPtrArray) places = NULL, after = NULL;

    g_assert_cmpint (come_back (fixture, back, &twice), ==, 0);
    g_assert_error (twice, G_IO_ERROR, G_IO_ERROR_FAILED);
    g_assert_cmpint (leave (fixture, left), >, 0);
    g_assert_cmpint (come_back (fixture, back, &error), >, 0);
    g_assert_no_error (error);
    places = list_places (fixture, 0);
    g_assert_cmpuint (places->len, ==, 2);
    assert_place (places, 0, fixture->class_id, 4, back, TV_DATE_NONE);
    assert_place (places, 1, fixture->class_id, 1, TV_DATE_NONE, left);
    tv_class_fixture_undo (fixture);
    after = list_places (fixture, 0);
    g_assert_cmpuint (after->len, ==, 1);
}

static void
test_fault (void)
{
    g_autofree char *no_day = tv_class_move_find_fault (2026, TV_DATE_NONE);
    g_autofree char *too_late = tv_class_move_find_fault (2026, tv_date_from_ymd (2027, 8, 1));

    g_assert_nonnull (no_day);
    g_assert_nonnull (too_late);
    g_assert_null (tv_class_move_find_fault (2026, tv_date_from_ymd (2027, 7, 31)));
}

static void
add (const char *path, void (*test) (TvClassFixture *, gconstpointer))
{
    g_test_add (path, TvClassFixture, NULL, tv_class_fixture_set_up, test,
                tv_class_fixture_tear_down);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    add ("/class-move/several", test_several);
    add ("/class-move/twice", test_twice);
    add ("/class-move/before-year", test_before_year);
    add ("/class-move/come-back", test_come_back);
    g_test_add_func ("/class-move/fault", test_fault);
    return g_test_run ();
}

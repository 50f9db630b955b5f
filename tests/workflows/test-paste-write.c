/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A pasted block goes into the book as one change, or not at all. */

#include "workflows/tv-paste-write.h"

#include "base/tv-language.h"
#include "store/tv-store-history.h"
#include "tests/workflows/tv-class-fixture.h"
#include "workflows/tv-measuring-save.h"

#include <string.h>

static TvMeasuringSheet *
load (TvClassFixture *self)
{
    g_autoptr (GError) error = NULL;
    TvMeasuringSheet *sheet
        = tv_measuring_sheet_load (self->store, self->round_id, self->class_id, &error);

    g_assert_no_error (error);
    return sheet;
}

static TvPastePlan *
plan_of (TvClassFixture *self, const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet = load (self);
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (sheet, tv_clock_today (tv_store_clock (self->store)));
    TvPastePlan *plan = tv_paste_plan_new (text, sheet, session, 0, TV_QUANTITY_WEIGHT, &error);

    g_assert_no_error (error);
    return plan;
}

static gboolean
write_plan (TvClassFixture *self, const TvPastePlan *plan, GCancellable *cancellable,
            guint *n_children, GError **error)
{
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;

    tv_paste_write_async (self->store, plan, cancellable, tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    return tv_paste_write_finish (self->store, result, n_children, error);
}

static void
type_weight (TvClassFixture *self, int child, const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet = load (self);
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (sheet, tv_clock_today (tv_store_clock (self->store)));
    g_autoptr (TvSession) saved = NULL;
    g_auto (TvTypedValue) typed = { 0 };
    TvMeasuringEntry entry;
    GAsyncResult *kept = NULL;
    g_autoptr (GAsyncResult) result = NULL;

    tv_typed_value_read (&typed, TV_QUANTITY_WEIGHT, text);
    tv_measuring_entry_of_value (&entry, TV_QUANTITY_WEIGHT, &typed, FALSE);
    tv_measuring_save_async (self->store, session, self->student_ids[child], &entry, NULL,
                             tv_test_keep_result, &kept);
    result = tv_test_take_result (&kept);
    saved = tv_measuring_save_finish (self->store, result, &error);
    g_assert_no_error (error);
}

static const TvMeasurement *
current_of (const TvMeasuringSheet *sheet, guint row)
{
    return ((TvMeasuringRow *) g_ptr_array_index (sheet->rows, row))->current;
}

static gpointer
read_last_change (TvConnection *connection, gpointer input, GCancellable *cancellable,
                  GError **error)
{
    gint64 id;

    return tv_store_find_undoable (connection, &id, error)
               ? tv_store_get_change_set (connection, id, error)
               : NULL;
}

static void
test_one_change (TvClassFixture *self, gconstpointer data)
{
    g_autoptr (TvPastePlan) plan
        = plan_of (self, "Lê Minh Châu\t15,9\t102,5\nNguyễn Gia Bảo\tvắng\t\n"
                         "Trần Khánh An\t15,8\t102,2\nAi Đó Khác\t15\t100\n");
    g_autoptr (TvMeasuringSheet) before = load (self);
    g_autoptr (TvMeasuringSheet) after = NULL;
    g_autoptr (TvMeasuringSheet) undone = NULL;
    g_autoptr (TvChangeSet) change = NULL;
    g_autoptr (GError) error = NULL;
    guint n_children;

    g_assert_true (write_plan (self, plan, NULL, &n_children, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (n_children, ==, 3);
    after = load (self);
    g_assert_cmpuint (before->sessions->len, ==, 0);
    g_assert_cmpuint (after->sessions->len, ==, 1);
    g_assert_cmpint (current_of (after, 0)->state, ==, TV_MEASUREMENT_ABSENT);
    g_assert_cmpint (current_of (after, 1)->weight_g, ==, 15800);
    g_assert_cmpint (current_of (after, 1)->height_mm, ==, 1022);
    g_assert_cmpint (current_of (after, 2)->weight_g, ==, 15900);
    g_assert_cmpint (current_of (after, 2)->date, ==, tv_date_from_ymd (2026, 11, 20));
    change = tv_store_read (self->store, read_last_change, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (change->kind, ==, "paste-values");
    tv_class_fixture_undo (self);
    undone = load (self);
    for (guint i = 0; i < undone->rows->len; i++)
        g_assert_null (current_of (undone, i));
}

static void
test_replaced_and_kept (TvClassFixture *self, gconstpointer data)
{
    g_autoptr (TvPastePlan) plan = NULL;
    g_autoptr (TvMeasuringSheet) after = NULL;
    g_autoptr (GError) error = NULL;
    guint n_children;

    type_weight (self, 0, "15,5");
    type_weight (self, 1, "15,6");
    plan = plan_of (self, "15,7\t102\n15,9\t102,2\n");
    g_assert_true (tv_paste_plan_take (plan, 1, TV_PASTE_PART_WEIGHT, TRUE));
    g_assert_true (write_plan (self, plan, NULL, &n_children, &error));
    g_assert_no_error (error);
    after = load (self);
    g_assert_cmpint (current_of (after, 0)->weight_g, ==, 15500);
    g_assert_cmpint (current_of (after, 0)->height_mm, ==, 1020);
    g_assert_cmpint (current_of (after, 1)->weight_g, ==, 15900);
    g_assert_cmpint (current_of (after, 1)->height_mm, ==, 1022);
}

/* What somebody typed after the preview was made is not overwritten, and nothing else is written.
 */
static void
test_changed_meanwhile (TvClassFixture *self, gconstpointer data)
{
    g_autoptr (TvPastePlan) plan = plan_of (self, "15,7\t102\n15,9\t102,2\n");
    g_autoptr (TvMeasuringSheet) after = NULL;
    g_autoptr (GError) error = NULL;
    guint n_children;

    type_weight (self, 1, "15,6");
    g_assert_false (write_plan (self, plan, NULL, &n_children, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    g_assert_nonnull (strstr (error->message, "Trần Khánh An"));
    after = load (self);
    g_assert_null (current_of (after, 0));
    g_assert_cmpint (current_of (after, 1)->weight_g, ==, 15600);
}

static void
test_cancelled (TvClassFixture *self, gconstpointer data)
{
    g_autoptr (TvPastePlan) plan = plan_of (self, "15,7\t102\n15,9\t102,2\n");
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (TvMeasuringSheet) after = NULL;
    g_autoptr (GError) error = NULL;
    guint n_children;

    g_cancellable_cancel (cancellable);
    g_assert_false (write_plan (self, plan, cancellable, &n_children, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    after = load (self);
    g_assert_null (current_of (after, 0));
    g_assert_cmpuint (after->sessions->len, ==, 0);
}

#define ADD(path, test)                                                                            \
    g_test_add (path, TvClassFixture, NULL, tv_class_fixture_set_up, test,                         \
                tv_class_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    ADD ("/paste-write/one-change", test_one_change);
    ADD ("/paste-write/replaced-and-kept", test_replaced_and_kept);
    ADD ("/paste-write/changed-meanwhile", test_changed_meanwhile);
    ADD ("/paste-write/cancelled", test_cancelled);
    return g_test_run ();
}

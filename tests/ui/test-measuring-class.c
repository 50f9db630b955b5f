/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A class of 45 is typed with real keys as on a measuring morning, in both orders: commas and
 * points, children who are not there, a slip that is put right, one in arms. Then the book is read
 * and compared cell by cell. */

#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-students.h"
#include "ui/shell/tv-settings.h"

#include <string.h>

#define N_CHILDREN 45
#define SLIP 7     /* whose weight is first mistyped */
#define IN_ARMS 11 /* who is weighed on somebody's arm */

typedef struct {
    TvUiTest *test;
    TvMeasuringPage *page;
    gint64 year_id;
    gint64 class_id;
} Morning;

static gboolean
is_absent (guint index)
{
    return index % 9 == 4;
}

static int
weight_of (guint index)
{
    return index == IN_ARMS ? 68400 - 53100 : 13000 + 120 * (int) index;
}

static int
height_of (guint index)
{
    return 951 + 3 * (int) index;
}

/* One with a comma, the next with a point. */
static char *
write_value (guint index, TvQuantity quantity)
{
    char *text = index == IN_ARMS && quantity == TV_QUANTITY_WEIGHT ? g_strdup ("68,4-53,1") : NULL;

    if (!text)
        text = tv_quantity_text (quantity, quantity == TV_QUANTITY_WEIGHT ? weight_of (index)
                                                                          : height_of (index));
    return index % 2 ? g_strdelimit (text, ",", '.') : text;
}

static gboolean
put_class (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    Morning *morning = input;

    morning->class_id
        = tv_store_ensure_class (change, morning->year_id, "Mẫu giáo nhỡ B9", 4, error);
    for (int i = 0; i < N_CHILDREN && morning->class_id; i++) {
        g_autofree char *name = g_strdup_printf ("Nguyễn Thử %c%c", 'A' + i / 26, 'A' + i % 26);
        TvStudent student = { .name = name, .sex = i % 2 ? TV_SEX_MALE : TV_SEX_FEMALE };
        TvEnrolment enrolment = { .class_id = morning->class_id,
                                  .year_id = morning->year_id,
                                  .roll_number = i + 1,
                                  .status = TV_ENROLMENT_STUDYING,
                                  .from = TV_DATE_NONE,
                                  .until = TV_DATE_NONE };

        student.birth_date = tv_workspace_today (morning->test->workspace) - 1500 - 3 * i;
        enrolment.student_id = tv_store_put_student (change, &student, error);
        if (!enrolment.student_id || !tv_store_put_enrolment (change, &enrolment, error))
            return FALSE;
    }
    return morning->class_id != 0;
}

static Morning *
begin (TvEntryOrder order)
{
    Morning *self = g_new0 (Morning, 1);
    g_autoptr (GError) error = NULL;

    g_settings_set_enum (tv_settings_get (), "entry-order", order);
    self->test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    self->year_id = tv_workspace_get_year (self->test->workspace)->id;
    tv_store_write (self->test->store, "import", put_class, self, NULL, &error);
    g_assert_no_error (error);
    self->page = tv_measuring_test_open_round (self->test);
    tv_page_show_class (TV_PAGE (self->page), self->class_id);
    tv_test_wait_until (tv_measuring_test_is_settled (self->page)
                        && self->page->sheet->class_->id == self->class_id);
    g_assert_cmpuint (tv_measuring_grid_n_lines (self->page->grid), ==, N_CHILDREN);
    tv_keys_test_take_keyboard (self->test);
    tv_measuring_grid_focus (self->page->grid, tv_measuring_grid_get_line (self->page->grid, 0),
                             TV_QUANTITY_WEIGHT);
    return self;
}

static void
end (Morning *self)
{
    tv_ui_test_close (self->test);
    g_free (self);
}

static gboolean
is_at (Morning *self, guint index, TvQuantity quantity)
{
    TvMeasuringLine *line = tv_measuring_grid_get_line (self->page->grid, index);
    GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->test->window));
    TvQuantity found;

    return focus && tv_measuring_line_find_cell (line, focus, &found) && found == quantity;
}

static void
type_cell (Morning *self, guint index, TvQuantity quantity)
{
    g_autofree char *text = write_value (index, quantity);

    tv_test_wait_until (is_at (self, index, quantity));
    tv_keys_test_type (text);
    tv_keys_test_press ("Return");
}

static void
mark_absent (Morning *self, guint index)
{
    tv_test_wait_until (is_at (self, index, TV_QUANTITY_WEIGHT));
    tv_keys_test_press (index % 2 ? "v" : "KP_Subtract");
    tv_test_wait_until (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (self->test->window))));
    tv_keys_test_press ("Return");
}

/* The hand typed the neighbour's figure, and goes back to put it right. */
static void
slip (Morning *self, guint index, const char *way_back)
{
    tv_test_wait_until (is_at (self, index, TV_QUANTITY_WEIGHT));
    tv_keys_test_type ("18,8");
    tv_keys_test_press ("Return");
    tv_test_wait_until (!is_at (self, index, TV_QUANTITY_WEIGHT));
    tv_keys_test_press (way_back);
}

static void
assert_cell (const TvMeasuringRow *row, guint index)
{
    const TvMeasurement *found = row->current;

    g_assert_nonnull (found);
    g_assert_cmpint (row->roll_number, ==, (int) index + 1);
    if (is_absent (index)) {
        g_assert_cmpint (found->state, ==, TV_MEASUREMENT_ABSENT);
        g_assert_cmpint (found->weight_g + found->height_mm, ==, 0);
        return;
    }
    g_assert_cmpint (found->state, ==, TV_MEASUREMENT_MEASURED);
    g_assert_cmpint (found->weight_g, ==, weight_of (index));
    g_assert_cmpint (found->height_mm, ==, height_of (index));
    if (index == IN_ARMS) {
        g_assert_cmpint (found->readings[0].value, ==, 68400);
        g_assert_cmpint (ABS (found->readings[1].value), ==, 53100);
    }
}

static void
compare_with_book (Morning *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet = NULL;

    tv_test_wait_until (tv_measuring_test_is_settled (self->page)
                        && gtk_level_bar_get_value (self->page->progress_bar)
                               == (double) N_CHILDREN);
    sheet = tv_measuring_sheet_load (self->test->store, self->page->sheet->round->id,
                                     self->class_id, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (sheet->rows->len, ==, N_CHILDREN);
    for (guint i = 0; i < sheet->rows->len; i++)
        assert_cell (g_ptr_array_index (sheet->rows, i), i);
}

static void
test_child_by_child (void)
{
    Morning *self = begin (TV_ENTRY_ORDER_ROW);

    for (guint i = 0; i < N_CHILDREN; i++) {
        if (is_absent (i)) {
            mark_absent (self, i);
            continue;
        }
        if (i == SLIP)
            slip (self, i, "Left");
        type_cell (self, i, TV_QUANTITY_WEIGHT);
        type_cell (self, i, TV_QUANTITY_HEIGHT);
    }
    compare_with_book (self);
    end (self);
}

/* All weights, then all heights; who is absent is gone past. */
static void
test_column_by_column (void)
{
    Morning *self = begin (TV_ENTRY_ORDER_COLUMN);

    for (guint i = 0; i < N_CHILDREN; i++) {
        if (i == SLIP)
            slip (self, i, "Up");
        if (is_absent (i))
            mark_absent (self, i);
        else
            type_cell (self, i, TV_QUANTITY_WEIGHT);
    }
    for (guint i = 0; i < N_CHILDREN; i++) {
        if (!is_absent (i)) {
            type_cell (self, i, TV_QUANTITY_HEIGHT);
            continue;
        }
        tv_test_wait_until (is_at (self, i, TV_QUANTITY_HEIGHT));
        tv_keys_test_press ("Down");
    }
    compare_with_book (self);
    end (self);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/measuring-class/child-by-child", test_child_by_child);
    g_test_add_func ("/measuring-class/column-by-column", test_column_by_column);
    return g_test_run ();
}

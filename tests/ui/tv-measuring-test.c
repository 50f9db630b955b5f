/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of the measuring page share: a round in which nobody has been measured yet, and a look
 * into the book past the window. */

#include "tests/ui/tv-measuring-test.h"

#include "workflows/tv-round-opening.h"

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
    *(GAsyncResult **) user_data = g_object_ref (result);
}

static TvRound *
open_round (TvStore *store, gint64 year_id)
{
    g_autoptr (GError) error = NULL;
    GAsyncResult *planned = NULL, *opened = NULL;
    g_autoptr (TvRoundPlan) plan = NULL;
    TvRound *round;

    tv_round_opening_plan_async (store, year_id, 0, NULL, keep_result, &planned);
    tv_test_wait_until (planned);
    plan = tv_round_opening_plan_finish (store, planned, &error);
    g_assert_no_error (error);
    tv_round_opening_save_async (store, plan->rounds[TV_ROUND_REGULAR], NULL, NULL, keep_result,
                                 &opened);
    tv_test_wait_until (opened);
    round = tv_round_opening_save_finish (store, opened, &error);
    g_assert_no_error (error);
    g_object_unref (planned);
    g_object_unref (opened);
    return round;
}

/**
 * tv_measuring_test_is_settled:
 *
 * Returns: whether nothing is on its way and the grid shows what the book holds
 */
gboolean
tv_measuring_test_is_settled (TvMeasuringPage *page)
{
    return page->sheet && page->n_saving == 0 && !page->needs_sheet
           && page->sheet->class_->id == page->class_id && page->sheet->rows->len > 0
           && tv_measuring_grid_n_lines (page->grid) == page->sheet->rows->len;
}

/**
 * tv_measuring_test_open_round:
 *
 * Returns: (transfer none): the page, with an empty round and the first class
 */
TvMeasuringPage *
tv_measuring_test_open_round (TvUiTest *test)
{
    TvMeasuringPage *page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    g_autoptr (TvRound) round
        = open_round (test->store, tv_workspace_get_year (test->workspace)->id);

    tv_workspace_set_round (test->workspace, round);
    tv_test_wait_until (page->sheet && page->sheet->round->id == round->id
                        && tv_measuring_test_is_settled (page));
    tv_ui_test_settle (GTK_WIDGET (page));
    return page;
}

/**
 * tv_measuring_test_type:
 * @index: which line
 * @text: what is typed into its cell
 *
 * Types and leaves the cell, without waiting for the book.
 */
void
tv_measuring_test_type (TvMeasuringPage *page, guint index, TvQuantity quantity, const char *text)
{
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, index);

    tv_measuring_grid_focus (page->grid, line, quantity);
    gtk_editable_set_text (GTK_EDITABLE (tv_measuring_line_get_cell (line, quantity)), text);
    tv_measuring_grid_commit (page->grid);
}

/**
 * tv_measuring_test_text:
 * @index: which line
 *
 * Returns: (transfer none): what stands in its cell
 */
const char *
tv_measuring_test_text (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, index);

    return gtk_editable_get_text (GTK_EDITABLE (tv_measuring_line_get_cell (line, quantity)));
}

/**
 * tv_measuring_test_read:
 * @index: which line
 *
 * Returns: (transfer full): what the book holds for it
 */
TvMeasurement *
tv_measuring_test_read (TvUiTest *test, TvMeasuringPage *page, guint index)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvMeasuringSheet) sheet
        = tv_measuring_sheet_load (test->store, page->sheet->round->id, page->class_id, &error);
    const TvMeasuringRow *row;

    g_assert_no_error (error);
    row = g_ptr_array_index (sheet->rows, index);
    g_assert_nonnull (row->current);
    return tv_measurement_ref (row->current);
}

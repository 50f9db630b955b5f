/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every reader of files fills: the cells of a sheet. */

#include "exchange/tv-sheet-builder.h"

#include <string.h>

static void
test_font (void)
{
    TvSheetBudget budget = TV_SHEET_BUDGET_FULL;
    g_autoptr (TvSheetBuilder) builder = tv_sheet_builder_new ("Lớp", FALSE, &budget);
    g_autoptr (TvSheet) sheet = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_sheet_builder_begin_row (builder, 1, &error));
    tv_sheet_builder_add_text_in_font (builder, 0, "NguyÔn", ".VnTime", &error);
    tv_sheet_builder_add_text_in_font (builder, 1, "An", "", &error);
    tv_sheet_builder_add_text (builder, 2, "An", &error);
    tv_sheet_builder_add_number (builder, 3, 12.5, &error);
    g_assert_no_error (error);
    sheet = tv_sheet_builder_finish (builder);
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 0)->font, ==, ".VnTime");
    for (guint column = 1; column < 5; column++)
        g_assert_null (tv_sheet_get_cell (sheet, 0, column)->font);
}

/* However long a file says it is, and in whatever bytes. */
static void
test_font_is_short (void)
{
    TvSheetBudget budget = TV_SHEET_BUDGET_FULL;
    g_autoptr (TvSheetBuilder) builder = tv_sheet_builder_new ("Lớp", FALSE, &budget);
    g_autofree char *font = g_strnfill (1000000, '\xe1');
    g_autoptr (TvSheet) sheet = NULL;
    g_autoptr (GError) error = NULL;
    const char *kept;

    g_assert_true (tv_sheet_builder_begin_row (builder, 1, &error));
    tv_sheet_builder_add_text_in_font (builder, 0, "An", font, &error);
    g_assert_no_error (error);
    sheet = tv_sheet_builder_finish (builder);
    kept = tv_sheet_get_cell (sheet, 0, 0)->font;
    g_assert_true (g_utf8_validate (kept, -1, NULL));
    g_assert_cmpuint (strlen (kept), <=, 3 * TV_SHEET_MAX_FONT_BYTES);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/sheet/font", test_font);
    g_test_add_func ("/sheet/font-is-short", test_font_is_short);
    return g_test_run ();
}

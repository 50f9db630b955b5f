/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measuring grid: typed values go into the book one by one, odd ones are asked about, refused
 * ones stay where they are. Real keys are pressed in test-measuring-keys.c. */

#include "tests/ui/tv-ui-test.h"

#include "ui/measuring/tv-measuring-page-private.h"
#include "workflows/tv-measuring-sheet.h"

static gboolean
has_sheet (TvMeasuringPage *page)
{
    return page->sheet && page->n_saving == 0
           && tv_measuring_grid_n_lines (page->grid) == page->sheet->rows->len
           && page->sheet->rows->len > 0;
}

static void
wait_for_sheet (TvUiTest *test, TvPage *page, gpointer data)
{
    tv_test_wait_until (has_sheet (TV_MEASURING_PAGE (page)));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);

    tv_ui_test_picture_page (test, "measuring", "measuring", wait_for_sheet, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/measuring/pictures", test_pictures);
    return g_test_run ();
}

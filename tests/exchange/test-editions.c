/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One list saved in several formats: every cell of it reads the same. */

#include "exchange/tv-workbook-file.h"

#include <math.h>

static TvWorkbook *
read_fixture (const char *name)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", name, NULL);
    g_autoptr (GError) error = NULL;
    TvWorkbook *book = tv_workbook_read (path, NULL, &error);

    g_assert_no_error (error);
    return book;
}

static void
assert_same_cell (const TvCell *one, const TvCell *other)
{
    g_assert_cmpuint (one->column, ==, other->column);
    g_assert_cmpint (one->kind, ==, other->kind);
    g_assert_cmpstr (one->text, ==, other->text);
    g_assert_cmpint (one->date, ==, other->date);
    g_assert_cmpfloat (floor (one->number), ==, floor (other->number));
}

/* Returns how many cells there are. */
static guint
assert_same_sheet (TvSheet *one, TvSheet *other)
{
    guint n_all = 0;

    g_assert_cmpstr (tv_sheet_get_title (one), ==, tv_sheet_get_title (other));
    g_assert_cmpint (tv_sheet_is_hidden (one), ==, tv_sheet_is_hidden (other));
    g_assert_cmpuint (tv_sheet_get_n_rows (one), ==, tv_sheet_get_n_rows (other));
    for (guint row = 0; row < tv_sheet_get_n_rows (one); row++) {
        guint n_cells, n_other;
        const TvCell *cells = tv_sheet_get_cells (one, row, &n_cells);
        const TvCell *others = tv_sheet_get_cells (other, row, &n_other);

        g_assert_cmpuint (tv_sheet_get_source_row (one, row), ==,
                          tv_sheet_get_source_row (other, row));
        g_assert_cmpuint (n_cells, ==, n_other);
        for (guint i = 0; i < n_cells; i++)
            assert_same_cell (&cells[i], &others[i]);
        n_all += n_cells;
    }
    return n_all;
}

static void
assert_same_book (const char *one_name, const char *other_name, guint n_cells)
{
    g_autoptr (TvWorkbook) one = read_fixture (one_name);
    g_autoptr (TvWorkbook) other = read_fixture (other_name);
    guint n_all = 0;

    g_assert_cmpuint (tv_workbook_get_n_sheets (one), ==, tv_workbook_get_n_sheets (other));
    for (guint i = 0; i < tv_workbook_get_n_sheets (one); i++)
        n_all
            += assert_same_sheet (tv_workbook_get_sheet (one, i), tv_workbook_get_sheet (other, i));
    g_test_message ("%u cells of %s", n_all, one_name);
    g_assert_cmpuint (n_all, >, n_cells);
}

static void
test_ods (void)
{
    assert_same_book ("kindergarten-class-lists.ods", "kindergarten-class-lists.xlsx", 1000);
}

static void
test_xls (void)
{
    assert_same_book ("primary-ministry-export.xls", "primary-ministry-export.xlsx", 10000);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/editions/ods", test_ods);
    g_test_add_func ("/editions/xls", test_xls);
    return g_test_run ();
}

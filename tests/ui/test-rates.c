/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rates page: chart and table say what the rates say, and each line leads to its children. */

#include "tests/ui/tv-ui-test.h"

#include "ui/rates/tv-rate-row.h"
#include "ui/widgets/tv-drawing-view.h"
#include "workflows/tv-rates.h"

static GListModel *
find_lines (TvPage *page)
{
    GtkWidget *table = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);

    return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
}

static void
wait_for_lines (TvUiTest *test, TvPage *page, gpointer data)
{
    tv_test_wait_until (g_list_model_get_n_items (find_lines (page)) > 1);
}

static TvRates *
work_out (TvUiTest *test, TvSplit split)
{
    g_autoptr (GError) error = NULL;
    const TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL,
                                 .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                                 .split = split };
    TvRates *rates = tv_rates_work_out (test->store, &query, &error);

    g_assert_no_error (error);
    return rates;
}

static void
test_lines (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) rates = work_out (test, TV_SPLIT_CLASS);
    GListModel *lines = find_lines (page);
    guint n_shown = 0;

    wait_for_lines (test, page, NULL);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);
        g_autoptr (TvRateRow) row = NULL;

        if (line->indicator->id != TV_UNDERWEIGHT)
            continue;
        row = g_list_model_get_item (lines, n_shown++);
        g_assert_nonnull (row);
        g_assert_cmpstr (tv_rate_row_get_line (row)->group, ==, line->group);
        g_assert_cmpuint (tv_rate_row_get_line (row)->rate.n_cases, ==, line->rate.n_cases);
        g_assert_cmpuint (tv_rate_row_get_line (row)->rate.n, ==, line->rate.n);
    }
    g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n_shown);
}

static void
children_wanted_cb (guint *n_wanted, const char *title, const gint64 *ids, guint n)
{
    *n_wanted = n;
}

static void
test_children (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) rates = work_out (test, TV_SPLIT_NONE);
    guint n_wanted = G_MAXUINT;

    wait_for_lines (test, page, NULL);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (children_wanted_cb),
                              &n_wanted);
    g_signal_emit_by_name (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL),
                           "activate", 0);
    g_assert_cmpuint (n_wanted, ==, tv_rates_find (rates, TV_UNDERWEIGHT, "All")->rate.n_cases);
}

static void
test_picture (void)
{
    g_autoptr (TvUiTest) kindergarten = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);

    tv_ui_test_picture_page (kindergarten, "rates", "rates", wait_for_lines, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/rates/lines", test_lines);
    g_test_add_func ("/ui/rates/children", test_children);
    g_test_add_func ("/ui/rates/picture", test_picture);
    return g_test_run ();
}

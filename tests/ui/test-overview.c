/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview: its cards say what the rates say, and its numbers lead to the children. */

#include "tests/ui/tv-ui-test.h"

#include "indicators/tv-rate-words.h"
#include "ui/overview/tv-due-view.h"
#include "ui/overview/tv-overview-facts.h"
#include "ui/overview/tv-rate-card.h"
#include "ui/widgets/tv-fact-row.h"
#include "workflows/tv-due-list.h"
#include "workflows/tv-overview.h"
#include "workflows/tv-rates-explain.h"
#include "workflows/tv-round-opening.h"

#include <glib/gi18n.h>

typedef struct {
    char *title;
    guint n;
} Shown;

static void
children_wanted_cb (Shown *shown, const char *title, const gint64 *ids, guint n)
{
    g_free (shown->title);
    shown->title = g_strdup (title);
    shown->n = n;
}

static void
wait_for_cards (TvUiTest *test, TvPage *page, gpointer data)
{
    tv_test_wait_until (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_FACT_ROW, NULL));
}

static TvOverview *
work_out (TvUiTest *test)
{
    g_autoptr (GError) error = NULL;
    TvOverview *overview = tv_overview_work_out (
        test->store, tv_workspace_get_round (test->workspace)->code, &error);

    g_assert_no_error (error);
    return overview;
}

static void
test_cards (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "overview");
    g_autoptr (TvOverview) overview = work_out (test);
    const TvRateLine *line = tv_rates_find (overview->rates, TV_UNDERWEIGHT, "All");
    g_autofree char *count = g_strdup_printf ("%u", line->rate.n_cases);
    Shown shown = { NULL, 0 };
    GtkWidget *card, *button;

    wait_for_cards (test, page, NULL);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (children_wanted_cb),
                              &shown);
    card = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATE_CARD, NULL);
    g_assert_nonnull (card);
    button = tv_ui_test_find (card, GTK_TYPE_BUTTON, count);
    g_assert_nonnull (button);
    g_signal_emit_by_name (button, "clicked");
    g_assert_cmpuint (shown.n, ==, line->rate.n_cases);
    g_assert_cmpstr (shown.title, ==,
                     tv_indicator_label (overview->rates->population, TV_UNDERWEIGHT));
    g_free (shown.title);
}

static void
test_worklist (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "overview");
    g_autoptr (TvOverview) overview = work_out (test);
    Shown shown = { NULL, 0 };
    GtkWidget *row, *list;

    wait_for_cards (test, page, NULL);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (children_wanted_cb),
                              &shown);
    row = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_FACT_ROW, NULL);
    list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
    g_assert_cmpuint (overview->malnourished->len, >, 0);
    g_signal_emit_by_name (list, "row-activated", row);
    g_assert_cmpuint (shown.n, ==, overview->malnourished->len);
    g_free (shown.title);
}

/* Each number of those who are due opens them. */
static void
test_due (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "overview");
    g_autoptr (GError) error = NULL;
    g_autoptr (TvDueList) due
        = tv_due_list_read (test->store, tv_workspace_get_year (test->workspace)->id, &error);
    Shown shown = { NULL, 0 };
    GtkWidget *view, *row, *list;
    int time = 0;

    g_assert_no_error (error);
    while (time < TV_DUE_N_LISTED - 1 && due->children[time]->len == 0)
        time++;
    g_assert_cmpuint (due->children[time]->len, >, 0);
    tv_test_wait_until ((view = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_DUE_VIEW, NULL)));
    tv_test_wait_until ((row = tv_ui_test_find (view, TV_TYPE_FACT_ROW, NULL)));
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (children_wanted_cb),
                              &shown);
    list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
    row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), time));
    gtk_widget_grab_focus (
        GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), TV_DUE_N_LISTED - 1)));
    tv_ui_test_settle (GTK_WIDGET (test->window));
    tv_ui_test_picture (GTK_WIDGET (test->window), "overview-due-vi-light");
    g_signal_emit_by_name (list, "row-activated", row);
    g_assert_cmpuint (shown.n, ==, due->children[time]->len);
    g_free (shown.title);
}

static GtkWindow *
find_dialog (TvUiTest *test)
{
    g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
        g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

        if (gtk_window_get_transient_for (window) == GTK_WINDOW (test->window))
            return window;
    }
    return NULL;
}

/* Each card has its way to the reasons, in the words of the command line. */
static void
test_why (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "overview");
    g_autoptr (TvOverview) overview = work_out (test);
    const TvRateLine *line = tv_rates_find (overview->rates, TV_UNDERWEIGHT, "All");
    g_autofree char *text = tv_rates_explain (overview->rates, line);
    GtkWidget *card, *button;
    GtkWindow *window;

    wait_for_cards (test, page, NULL);
    card = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATE_CARD, NULL);
    button = tv_ui_test_find (card, GTK_TYPE_BUTTON, _ ("Why?"));
    g_assert_nonnull (button);
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until (find_dialog (test) != NULL);
    window = find_dialog (test);
    g_assert_cmpstr (gtk_window_get_title (window), ==, _ ("How the rate came about"));
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, text));
    tv_ui_test_picture (GTK_WIDGET (window), "overview-why-vi-light");
    gtk_window_destroy (window);
}

/* What the target leaves room for stands on the card, and few children are spoken of once. */
static void
test_words_beside_rates (void)
{
    g_autoptr (TvUiTest) small = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autoptr (TvUiTest) large = NULL;
    TvPage *page = tv_ui_test_show_page (small, "overview");
    g_autoptr (TvOverview) overview = work_out (small);
    const TvRateLine *line = tv_rates_find (overview->rates, TV_STUNTING, "All");
    g_autofree char *allowance = tv_rate_allowance_sentence (&line->rate, line->target);
    g_autofree char *few = tv_overview_facts_write_small (overview->rates);

    wait_for_cards (small, page, NULL);
    g_assert_nonnull (few);
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, allowance));
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, few));
    g_clear_pointer (&overview, tv_overview_unref);
    g_clear_pointer (&small, tv_ui_test_close);
    large = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);
    overview = work_out (large);
    g_assert_null (tv_overview_facts_write_small (overview->rates));
}

/* Without a round the page says what to do next, and leads there. */
static void
test_no_round (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = tv_ui_test_show_page (test, "overview");
    GtkWidget *button;

    wait_for_cards (test, page, NULL);
    tv_workspace_set_round (test->workspace, NULL);
    tv_test_wait_until (
        tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _ ("Open a measuring round")));
    g_assert_null (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATE_CARD, NULL));
    tv_ui_test_picture (GTK_WIDGET (test->window), "overview-no-round-vi-light");
    button = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _ ("Open a measuring round"));
    g_signal_emit_by_name (button, "clicked");
    g_assert_cmpstr (tv_window_get_page_code (test->window), ==, "measuring");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRound) round = tv_round_opening_save_finish (TV_STORE (source), result, &error);

    g_assert_no_error (error);
    *(gint64 *) user_data = round->id;
}

/* On the morning of a new round the cards stand there, and say that nobody was measured. */
static void
test_new_round (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = tv_ui_test_show_page (test, "overview");
    TvRound values = *tv_workspace_get_round (test->workspace);
    gint64 id = 0;

    wait_for_cards (test, page, NULL);
    values.id = 0;
    values.uid = NULL;
    values.code = (char *) "2026-2";
    values.name = (char *) "Đợt 2";
    values.first_day = values.last_day = tv_workspace_today (test->workspace);
    tv_round_opening_save_async (test->store, &values, NULL, NULL, opened_cb, &id);
    tv_test_wait_until (id != 0);
    tv_workspace_set_round (test->workspace, NULL);
    tv_test_wait_until (
        tv_book_cover_pick_round (tv_workspace_get_cover (test->workspace), values.year_id, 0)->id
        == id);
    tv_workspace_set_round (
        test->workspace,
        tv_book_cover_pick_round (tv_workspace_get_cover (test->workspace), values.year_id, id));
    tv_test_wait_until (
        tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, _ ("nobody counted yet")));
    tv_ui_test_picture (GTK_WIDGET (test->window), "overview-new-round-vi-light");
    g_signal_emit_by_name (
        tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _ ("Go on measuring")), "clicked");
    g_assert_cmpstr (tv_window_get_page_code (test->window), ==, "measuring");
}

/* What changed while another page was shown stands there on coming back. */
static void
test_coming_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = tv_ui_test_show_page (test, "overview");

    wait_for_cards (test, page, NULL);
    tv_ui_test_show_page (test, "reports");
    tv_workspace_set_round (test->workspace, NULL);
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATE_CARD, NULL));
    tv_ui_test_show_page (test, "overview");
    tv_test_wait_until (!tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATE_CARD, NULL));
}

/* With letters twice as large the cards go below each other, and nothing is cut off. */
static void
test_large_letters (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = tv_ui_test_show_page (test, "overview");
    int dpi, least_width;

    wait_for_cards (test, page, NULL);
    g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
    tv_ui_test_settle (GTK_WIDGET (test->window));
    gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                        NULL);
    g_assert_cmpint (least_width, <=, 1366 - 360);
    tv_ui_test_picture (GTK_WIDGET (test->window), "overview-large-letters");
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) kindergarten = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);
    g_autoptr (TvUiTest) primary = NULL;

    tv_ui_test_picture_page (kindergarten, "overview", "overview", wait_for_cards, NULL);
    g_clear_pointer (&kindergarten, tv_ui_test_close);
    kindergarten = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    tv_ui_test_picture_page (kindergarten, "overview", "overview-small", wait_for_cards, NULL);
    g_clear_pointer (&kindergarten, tv_ui_test_close);
    primary = tv_ui_test_open (TV_LEVEL_PRIMARY, 400);
    tv_ui_test_picture_page (primary, "overview", "overview-primary", wait_for_cards, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/overview/cards", test_cards);
    g_test_add_func ("/ui/overview/worklist", test_worklist);
    g_test_add_func ("/ui/overview/due", test_due);
    g_test_add_func ("/ui/overview/why", test_why);
    g_test_add_func ("/ui/overview/words-beside-rates", test_words_beside_rates);
    g_test_add_func ("/ui/overview/no-round", test_no_round);
    g_test_add_func ("/ui/overview/new-round", test_new_round);
    g_test_add_func ("/ui/overview/coming-back", test_coming_back);
    g_test_add_func ("/ui/overview/large-letters", test_large_letters);
    g_test_add_func ("/ui/overview/pictures", test_pictures);
    return g_test_run ();
}

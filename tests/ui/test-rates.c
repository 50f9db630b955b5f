/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rates page: each part says what the rates say, choosing reads nothing, and each line leads to
 * its children. */

#include "tests/ui/tv-ui-test.h"

#include "base/tv-number.h"
#include "ui/rates/tv-count-row.h"
#include "ui/rates/tv-rate-row.h"
#include "ui/rates/tv-rates-counted-section.h"
#include "ui/rates/tv-rates-groups-section.h"
#include "ui/rates/tv-rates-kept.h"
#include "ui/rates/tv-rates-loader.h"
#include "ui/rates/tv-rates-months-view.h"
#include "ui/rates/tv-rates-overlap-section.h"
#include "ui/rates/tv-rates-rounds.h"
#include "ui/widgets/tv-drawing-view.h"
#include "ui/widgets/tv-figure-table.h"
#include "workflows/tv-rate-history.h"
#include "workflows/tv-rates-months.h"
#include "workflows/tv-rates-parts.h"

#include <glib/gi18n.h>

/* The page's own table comes before those of its other parts. */
static GListModel *
find_lines (TvPage *page)
{
    GtkWidget *section = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATES_GROUPS_SECTION, NULL);
    GtkWidget *table = tv_ui_test_find (section, GTK_TYPE_COLUMN_VIEW, NULL);

    return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
}

static void
wait_for_lines (TvUiTest *test, TvPage *page, gpointer data)
{
    tv_test_wait_until (g_list_model_get_n_items (find_lines (page)) > 1);
}

static TvPage *
open_page (TvUiTest *test)
{
    TvPage *page = tv_ui_test_show_page (test, "rates");

    wait_for_lines (test, page, NULL);
    return page;
}

static GtkStack *
find_sections (TvPage *page)
{
    GtkWidget *section = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATES_GROUPS_SECTION, NULL);

    return GTK_STACK (gtk_widget_get_parent (section));
}

/* As the switcher does it. */
static GtkWidget *
turn_to (TvPage *page, const char *name)
{
    GtkStack *sections = find_sections (page);

    gtk_stack_set_visible_child_name (sections, name);
    tv_ui_test_settle (GTK_WIDGET (page));
    return gtk_stack_get_visible_child (sections);
}

static GtkDropDown *
find_choice (TvPage *page, guint index)
{
    GtkWidget *box = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL);

    box = gtk_widget_get_parent (box);
    while (index-- > 0)
        box = gtk_widget_get_next_sibling (box);
    return GTK_DROP_DOWN (tv_ui_test_find (box, GTK_TYPE_DROP_DOWN, NULL));
}

enum { POPULATION_CHOICE, INDICATOR_CHOICE, SPLIT_CHOICE };
enum { SPLIT_NONE_ITEM, SPLIT_GRADE_ITEM, SPLIT_CLASS_ITEM, SPLIT_SEX_ITEM, SPLIT_AGE_ITEM };

static void
choose (TvPage *page, guint choice, guint item)
{
    gtk_drop_down_set_selected (find_choice (page, choice), item);
}

static TvRates *
work_out (TvUiTest *test, TvPopulation population, TvIntervalKind interval, TvSplit split)
{
    g_autoptr (GError) error = NULL;
    const TvRatesQuery query = { .population = population,
                                 .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                                 .interval = interval,
                                 .split = split };
    TvRates *rates = tv_rates_work_out (test->store, &query, &error);

    g_assert_no_error (error);
    return rates;
}

static void
assert_shows (TvPage *page, const TvRates *rates, TvIndicatorId id)
{
    GListModel *lines = find_lines (page);
    guint n_shown = 0;

    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);
        g_autoptr (TvRateRow) row = NULL;

        if (line->indicator->id != id)
            continue;
        row = g_list_model_get_item (lines, n_shown++);
        g_assert_nonnull (row);
        g_assert_cmpstr (tv_rate_row_get_line (row)->group, ==, line->group);
        g_assert_cmpuint (tv_rate_row_get_line (row)->rate.n_cases, ==, line->rate.n_cases);
        g_assert_cmpuint (tv_rate_row_get_line (row)->rate.n, ==, line->rate.n);
        if (line->rate.n > 0)
            g_assert_cmpfloat (tv_rate_row_get_line (row)->rate.upper, ==, line->rate.upper);
    }
    g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n_shown);
}

static void
test_lines (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) rates
        = work_out (test, TV_POPULATION_BY_SCHOOL, TV_INTERVAL_WILSON, TV_SPLIT_CLASS);

    wait_for_lines (test, page, NULL);
    assert_shows (page, rates, TV_UNDERWEIGHT);
}

/* Whatever is chosen, the table says the same as the rates worked out for just that. */
static void
test_choices (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) by_sex
        = work_out (test, TV_POPULATION_UNDER_FIVE, TV_INTERVAL_WILSON, TV_SPLIT_SEX);
    g_autoptr (TvRates) whole
        = work_out (test, TV_POPULATION_UNDER_FIVE, TV_INTERVAL_WILSON, TV_SPLIT_NONE);
    g_autoptr (TvRates) older
        = work_out (test, TV_POPULATION_SCHOOL_AGE, TV_INTERVAL_WILSON, TV_SPLIT_NONE);

    wait_for_lines (test, page, NULL);
    choose (page, SPLIT_CHOICE, SPLIT_SEX_ITEM);
    assert_shows (page, by_sex, TV_UNDERWEIGHT);
    choose (page, INDICATOR_CHOICE, 2);
    assert_shows (page, by_sex, TV_STUNTING);
    choose (page, SPLIT_CHOICE, SPLIT_NONE_ITEM);
    assert_shows (page, whole, TV_STUNTING);
    choose (page, POPULATION_CHOICE, TV_POPULATION_SCHOOL_AGE);
    tv_test_wait_until (gtk_drop_down_get_selected (find_choice (page, INDICATOR_CHOICE)) == 2);
    tv_ui_test_settle (GTK_WIDGET (page));
    assert_shows (page, older, TV_STUNTING);
}

static void
find_check (GtkWidget *root, guint *n_passed, guint index, GtkCheckButton **found)
{
    if (GTK_IS_CHECK_BUTTON (root) && (*n_passed)++ == index)
        *found = GTK_CHECK_BUTTON (root);
    for (GtkWidget *child = gtk_widget_get_first_child (root); child && !*found;
         child = gtk_widget_get_next_sibling (child))
        find_check (child, n_passed, index, found);
}

static void
test_interval (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) logit
        = work_out (test, TV_POPULATION_BY_SCHOOL, TV_INTERVAL_LOGIT, TV_SPLIT_CLASS);
    GtkWidget *button = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_MENU_BUTTON, NULL);
    GtkCheckButton *check = NULL;
    guint n_passed = 0;
    const TvRateLine *line;

    wait_for_lines (test, page, NULL);
    find_check (button, &n_passed, 1, &check);
    g_assert_nonnull (check);
    gtk_check_button_set_active (check, TRUE);
    line = tv_rates_find (logit, TV_UNDERWEIGHT, "All");
    for (gboolean is_shown = FALSE; !is_shown; tv_ui_test_turn ()) {
        g_autoptr (TvRateRow) row = g_list_model_get_item (find_lines (page), 0);

        is_shown = tv_rate_row_get_line (row)->rate.upper == line->rate.upper;
    }
    assert_shows (page, logit, TV_UNDERWEIGHT);
}

/* No case at all is no certainty: the page gives the interval that says so. */
static void
test_width (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 118);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    const char *words
        = _ ("The logit interval has no width where nobody or everybody is a case; "
             "that does not make the rate certain. Wilson’s interval is %s–%s\u00a0%%.");
    g_autoptr (TvRates) rates
        = work_out (test, TV_POPULATION_SCHOOL_AGE, TV_INTERVAL_WILSON, TV_SPLIT_NONE);
    const TvRate *rate = &tv_rates_find (rates, TV_UNDERWEIGHT, "All")->rate;
    g_autofree char *lower = tv_number_format (rate->lower, 1);
    g_autofree char *upper = tv_number_format (rate->upper, 1);
    g_autofree char *sentence = NULL;
    GtkCheckButton *check = NULL;
    guint n_passed = 0;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    sentence = g_strdup_printf (words, lower, upper);
#pragma GCC diagnostic pop
    g_assert_cmpuint (rate->n_cases, ==, 0);
    g_assert_cmpuint (rate->n, >, 0);
    wait_for_lines (test, page, NULL);
    choose (page, POPULATION_CHOICE, TV_POPULATION_SCHOOL_AGE);
    tv_test_wait_until (gtk_drop_down_get_selected (find_choice (page, POPULATION_CHOICE))
                        == TV_POPULATION_SCHOOL_AGE);
    tv_ui_test_settle (GTK_WIDGET (page));
    g_assert_null (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, sentence));
    find_check (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_MENU_BUTTON, NULL), &n_passed, 1,
                &check);
    gtk_check_button_set_active (check, TRUE);
    tv_test_wait_until (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, sentence));
}

typedef struct {
    char *title;
    guint n;
    gint64 first;
} Wanted;

static void
children_wanted_cb (Wanted *wanted, const char *title, const gint64 *ids, guint n)
{
    g_free (wanted->title);
    wanted->title = g_strdup (title);
    wanted->n = n;
    wanted->first = n > 0 ? ids[0] : 0;
}

static void
student_wanted_cb (gint64 *wanted, gint64 student_id)
{
    *wanted = student_id;
}

static void
test_children (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) rates
        = work_out (test, TV_POPULATION_BY_SCHOOL, TV_INTERVAL_WILSON, TV_SPLIT_NONE);
    Wanted wanted = { .n = G_MAXUINT };

    wait_for_lines (test, page, NULL);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (children_wanted_cb),
                              &wanted);
    g_signal_emit_by_name (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL),
                           "activate", 0);
    g_assert_cmpuint (wanted.n, ==, tv_rates_find (rates, TV_UNDERWEIGHT, "All")->rate.n_cases);
    g_free (wanted.title);
}

static guint
count_windows (void)
{
    return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/* Each line's button tells how its rate comes about. */
static void
test_why (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    guint n_windows = count_windows ();
    GtkWidget *section, *button;

    tv_ui_test_settle (GTK_WIDGET (page));
    section = turn_to (page, "groups");
    button = tv_ui_test_find (tv_ui_test_find (section, GTK_TYPE_COLUMN_VIEW, NULL),
                              GTK_TYPE_BUTTON, NULL);
    g_assert_nonnull (button);
    g_signal_emit_by_name (button, "clicked");
    g_assert_cmpuint (count_windows (), ==, n_windows + 1);
    for (guint i = 0; i < count_windows (); i++) {
        g_autoptr (GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

        if (gtk_window_get_transient_for (window) == GTK_WINDOW (test->window)) {
            gtk_window_destroy (window);
            break;
        }
    }
    g_assert_cmpuint (count_windows (), ==, n_windows);
}

/* Rows of a list, told one after another what they must say. */
static TvCountRow *
get_row (GtkListBox *list, guint index)
{
    return TV_COUNT_ROW (gtk_list_box_get_row_at_index (list, (int) index));
}

static GtkListBox *
find_list (GtkWidget *section, guint index)
{
    GtkWidget *found[8] = { NULL };
    guint n = 0;
    g_autoptr (GQueue) queue = g_queue_new ();

    g_queue_push_tail (queue, section);
    while (!g_queue_is_empty (queue)) {
        GtkWidget *widget = g_queue_pop_head (queue);

        if (GTK_IS_LIST_BOX (widget) && n < G_N_ELEMENTS (found))
            found[n++] = widget;
        /* Deeper first, so that lists come in the order in which they are read. */
        for (GtkWidget *child = gtk_widget_get_last_child (widget); child;
             child = gtk_widget_get_prev_sibling (child))
            g_queue_push_head (queue, child);
    }
    g_assert_cmpuint (index, <, n);
    return GTK_LIST_BOX (found[index]);
}

static void
activate (GtkListBox *list, guint index)
{
    g_signal_emit_by_name (list, "row-activated", get_row (list, index));
}

static void
test_overlap (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) rates
        = work_out (test, TV_POPULATION_BY_SCHOOL, TV_INTERVAL_WILSON, TV_SPLIT_NONE);
    TvOverlap overlap = { 0 };
    Wanted wanted = { .n = G_MAXUINT };
    GtkWidget *section;
    guint sum = 0;

    wait_for_lines (test, page, NULL);
    section = turn_to (page, "overlap");
    g_assert_true (TV_IS_RATES_OVERLAP_SECTION (section));
    tv_rates_count_overlap (rates, NULL, &overlap);
    g_assert_cmpuint (overlap.n, >, 0);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 0), 0)), ==,
                      tv_rates_find (rates, TV_UNDERWEIGHT, "All")->rate.n_cases);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 0), 1)), ==,
                      tv_rates_find (rates, TV_STUNTING, "All")->rate.n_cases);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 0), 2)), ==,
                      tv_rates_find (rates, TV_WASTING, "All")->rate.n_cases);
    for (guint i = 0; i < TV_OVERLAP_N_PARTS; i++) {
        TvCountRow *row = get_row (find_list (section, 1), i);

        g_assert_cmpuint (tv_count_row_get_count (row), ==,
                          overlap.n_parts[(i + 1) % TV_OVERLAP_N_PARTS]);
        sum += tv_count_row_get_count (row);
    }
    g_assert_cmpuint (sum, ==, overlap.n);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 1), TV_OVERLAP_N_PARTS)),
                      ==, sum);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 2), 0)), ==,
                      overlap.n_double_cases);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (children_wanted_cb),
                              &wanted);
    activate (find_list (section, 1), TV_OVERLAP_N_PARTS);
    g_assert_cmpuint (wanted.n, ==, overlap.n);
    g_free (wanted.title);
}

/* The groups of the split can be chosen, and the choice is kept while they are shown. */
static void
test_overlap_groups (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) rates
        = work_out (test, TV_POPULATION_BY_SCHOOL, TV_INTERVAL_WILSON, TV_SPLIT_SEX);
    const TvRateLine *girls = tv_rates_find (rates, TV_STUNTING, "F");
    GtkWidget *section;
    GtkDropDown *groups;

    wait_for_lines (test, page, NULL);
    choose (page, SPLIT_CHOICE, SPLIT_SEX_ITEM);
    section = turn_to (page, "overlap");
    groups = GTK_DROP_DOWN (tv_ui_test_find (section, GTK_TYPE_DROP_DOWN, NULL));
    g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (groups)), ==, 3);
    gtk_drop_down_set_selected (groups, 2);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 0), 1)), ==,
                      girls->rate.n_cases);
    choose (page, INDICATOR_CHOICE, 2);
    g_assert_cmpuint (gtk_drop_down_get_selected (groups), ==, 2);
}

static void
test_counted (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) rates
        = work_out (test, TV_POPULATION_BY_SCHOOL, TV_INTERVAL_WILSON, TV_SPLIT_NONE);
    const TvIndicator *indicator
        = tv_indicator_find (rates->population, rates->overweight_rule, TV_UNDERWEIGHT);
    Wanted wanted = { .n = G_MAXUINT };
    GtkWidget *section;
    GtkListBox *out;
    guint n_out = 0, n_rows = 0;

    wait_for_lines (test, page, NULL);
    section = turn_to (page, "counted");
    g_assert_true (TV_IS_RATES_COUNTED_SECTION (section));
    out = find_list (section, 1);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (children_wanted_cb),
                              &wanted);
    for (guint reason = TV_LEFT_OUT_NOT + 1; reason <= TV_LEFT_OUT_NOT_ENROLLED; reason++) {
        g_autoptr (GArray) ids = tv_rates_list_left_out (rates, indicator, reason);
        TvCountRow *row;

        row = get_row (out, reason - (TV_LEFT_OUT_NOT + 1));
        g_assert_cmpuint (tv_count_row_get_count (row), ==, ids->len);
        g_assert_cmpstr (tv_count_row_get_title (row), ==, tv_left_out_label (reason));
        g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)) == (ids->len > 0));
        if (ids->len == 0)
            continue;
        n_rows++;
        activate (out, reason - (TV_LEFT_OUT_NOT + 1));
        g_assert_cmpuint (wanted.n, ==, ids->len);
        g_assert_cmpint (wanted.first, ==, g_array_index (ids, gint64, 0));
        n_out += ids->len;
    }
    g_assert_cmpuint (n_rows, >, 1);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 0), 0)), ==,
                      tv_rates_find (rates, TV_UNDERWEIGHT, "All")->rate.n);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 0), 0)) + n_out, ==,
                      rates->children->len);
    g_free (wanted.title);
}

/* Known once the earlier rounds have been read, which is after the page is shown. */
static void
test_turned_five (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRateHistory) history = tv_rate_history_read (test->store, &error);
    const TvRateRound *now, *before = NULL;
    g_autoptr (TvRateComparison) comparison = NULL;
    Wanted wanted = { .n = G_MAXUINT };
    GtkListBox *list;

    g_assert_no_error (error);
    now = tv_rate_history_find (history, tv_workspace_get_round (test->workspace)->code, &before);
    g_assert_nonnull (before);
    comparison = tv_rate_history_compare (history, now->round->code, before->round->code,
                                          TV_POPULATION_UNDER_FIVE, TV_UNDERWEIGHT);
    g_assert_cmpuint (comparison->turned_five->len, >, 0);
    wait_for_lines (test, page, NULL);
    list = find_list (turn_to (page, "counted"), 2);
    tv_test_wait_until (gtk_list_box_get_row_at_index (list, 0));
    g_assert_cmpuint (tv_count_row_get_count (get_row (list, 0)), ==, comparison->turned_five->len);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (children_wanted_cb),
                              &wanted);
    activate (list, 0);
    g_assert_cmpuint (wanted.n, ==, comparison->turned_five->len);
    g_free (wanted.title);
}

/* Only the first are named until all are asked for. */
static void
show_all (GtkWidget *view, guint n)
{
    g_autofree char *label
        = g_strdup_printf (ngettext ("Name all %u child", "Name all %u children", n), n);
    GtkWidget *button = tv_ui_test_find (view, GTK_TYPE_BUTTON, label);

    if (n <= 10) {
        g_assert_null (button);
        return;
    }
    g_assert_nonnull (button);
    g_signal_emit_by_name (button, "clicked");
    g_assert_false (gtk_widget_get_visible (button));
}

/* Those whom completed months put elsewhere are named, and lead to themselves. */
static void
test_months (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 400);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    g_autoptr (TvRates) rates
        = work_out (test, TV_POPULATION_BY_SCHOOL, TV_INTERVAL_WILSON, TV_SPLIT_NONE);
    g_autoptr (TvMonthsReading) reading = tv_rates_read_in_months (rates);
    g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));
    GtkWidget *view;
    TvFigureTable *table;
    gint64 wanted = 0;

    for (guint i = 0; i < reading->differences->len; i++) {
        const TvMonthsDifference *difference
            = &g_array_index (reading->differences, TvMonthsDifference, i);

        if (difference->kind == TV_Z_HEIGHT_FOR_AGE)
            g_array_append_val (expected, difference->child);
    }
    g_assert_cmpuint (expected->len, >, 0);
    wait_for_lines (test, page, NULL);
    choose (page, INDICATOR_CHOICE, 2);
    view = tv_ui_test_find (turn_to (page, "counted"), TV_TYPE_RATES_MONTHS_VIEW, NULL);
    table = TV_FIGURE_TABLE (tv_ui_test_find (view, TV_TYPE_FIGURE_TABLE, NULL));
    show_all (view, expected->len);
    g_assert_cmpuint (tv_figure_table_get_n_rows (table), ==, expected->len);
    g_signal_connect_swapped (test->workspace, "student-wanted", G_CALLBACK (student_wanted_cb),
                              &wanted);
    for (guint i = 0; i < expected->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, g_array_index (expected, guint, i));

        g_assert_cmpstr (tv_figure_table_get_text (table, i, 0), ==, child->name);
        g_signal_emit_by_name (table, "row-wanted", i);
        g_assert_cmpint (wanted, ==, child->student_id);
    }
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (view, 0), 0)), ==,
                      tv_rates_find (rates, TV_STUNTING, "All")->rate.n_cases);
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (view, 0), 1)), ==,
                      g_array_index (reading->rates, TvRate, 2).n_cases);
}

/* A key as somebody presses it, as far as GTK's shortcuts see it. */
static void
press_page_key (TvPage *page, int step)
{
    GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (page));
    guint n_pressed = 0;

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
        g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

        if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
            continue;
        for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++) {
            g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
            g_autofree char *keys
                = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

            if (n_pressed > 0
                || g_strcmp0 (keys, step > 0 ? "<Control>Page_Down" : "<Control>Page_Up") != 0)
                continue;
            n_pressed++;
            g_assert_true (gtk_shortcut_action_activate (
                gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE,
                GTK_WIDGET (page), gtk_shortcut_get_arguments (shortcut)));
        }
    }
    g_assert_cmpuint (n_pressed, ==, 1);
    g_object_unref (controllers);
}

/* The keys go through all parts and around; the chosen part stays when another page was shown. */
static void
test_turning (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    GtkStack *sections;

    sections = find_sections (page);
    press_page_key (page, 1);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (sections), ==, "overlap");
    tv_ui_test_show_page (test, "overview");
    tv_ui_test_show_page (test, "rates");
    g_assert_cmpstr (gtk_stack_get_visible_child_name (sections), ==, "overlap");
    press_page_key (page, -1);
    press_page_key (page, -1);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (sections), ==, "quality");
    press_page_key (page, 1);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (sections), ==, "groups");
}

/* Another round is read anew, and until it is there the old one stays to be seen. */
static void
test_round (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    TvBookCover *cover = tv_workspace_get_cover (test->workspace);
    TvRound *now = tv_workspace_get_round (test->workspace), *other = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = NULL;
    TvRatesQuery query = { .population = TV_POPULATION_UNDER_FIVE,
                           .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                           .split = TV_SPLIT_CLASS };

    wait_for_lines (test, page, NULL);
    for (guint i = 0; i < cover->rounds->len && !other; i++) {
        TvRound *round = g_ptr_array_index (cover->rounds, i);

        if (round->kind == TV_ROUND_REGULAR && round->id != now->id)
            other = round;
    }
    g_assert_nonnull (other);
    query.round_code = other->code;
    rates = tv_rates_work_out (test->store, &query, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < cover->years->len; i++) {
        TvSchoolYear *year = g_ptr_array_index (cover->years, i);

        if (year->id == other->year_id)
            tv_workspace_set_year (test->workspace, year);
    }
    tv_workspace_set_round (test->workspace, other);
    g_assert_cmpuint (g_list_model_get_n_items (find_lines (page)), >, 1);
    for (gboolean is_shown = FALSE; !is_shown; tv_ui_test_turn ()) {
        g_autoptr (TvRateRow) row = g_list_model_get_item (find_lines (page), 0);
        const TvRateLine *line = tv_rates_find (rates, TV_UNDERWEIGHT, "All");

        is_shown = tv_rate_row_get_line (row)->rate.n == line->rate.n
                   && tv_rate_row_get_line (row)->rate.n_cases == line->rate.n_cases;
    }
    assert_shows (page, rates, TV_UNDERWEIGHT);
}

/* Monthly weighing has no rates, and the page says so rather than show those of another round. */
static void
test_other_round (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    TvRound *regular = tv_workspace_get_round (test->workspace);
    TvRound values = *regular;
    g_autoptr (TvRound) kept = tv_round_ref (regular), monthly = NULL;
    GtkStack *stack;

    stack = GTK_STACK (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_STACK, NULL));
    g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "rates");
    values.kind = TV_ROUND_MONTHLY;
    monthly = tv_round_new (&values);
    tv_workspace_set_round (test->workspace, monthly);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-rates");
    tv_workspace_set_round (test->workspace, kept);
    tv_test_wait_until (g_str_equal (gtk_stack_get_visible_child_name (stack), "rates"));
}

/* A school has no children under five: the parts say what to do instead of showing nothing. */
static void
test_nobody (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);
    TvPage *page = open_page (test);
    GtkWidget *section;

    g_assert_cmpuint (gtk_drop_down_get_selected (find_choice (page, POPULATION_CHOICE)), ==,
                      TV_POPULATION_SCHOOL_AGE);
    choose (page, POPULATION_CHOICE, TV_POPULATION_UNDER_FIVE);
    section = turn_to (page, "groups");
    tv_test_wait_until (!tv_ui_test_find (section, GTK_TYPE_COLUMN_VIEW, NULL));
    g_assert_nonnull (tv_ui_test_find (
        section, GTK_TYPE_LABEL, _ ("No child has a value that counts, so there is no rate.")));
    section = turn_to (page, "overlap");
    g_assert_null (tv_ui_test_find (section, GTK_TYPE_LIST_BOX, NULL));
    g_assert_nonnull (tv_ui_test_find (
        section, GTK_TYPE_LABEL,
        _ ("Nobody of this age and group has a value in this round. Choose the other age at the "
           "top, or another group.")));
    section = turn_to (page, "counted");
    g_assert_cmpuint (tv_count_row_get_count (get_row (find_list (section, 0), 0)), ==, 0);
}

/* What was read once is there at once, in every way it can be asked for. */
static void
test_loader (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autoptr (TvRatesLoader) loader = tv_rates_loader_new ();
    TvRatesLoader *self = loader;

    tv_rates_loader_start (self, test->store, NULL, NULL);
    g_assert_null (tv_rates_loader_want (self, TV_POPULATION_BY_SCHOOL, TV_INTERVAL_WILSON));
    tv_test_wait_until (tv_rates_loader_get_history (self));
    for (int i = 0; i < 4; i++) {
        TvPopulation population = i / 2 ? TV_POPULATION_SCHOOL_AGE : TV_POPULATION_UNDER_FIVE;
        TvIntervalKind interval = i % 2 ? TV_INTERVAL_LOGIT : TV_INTERVAL_WILSON;
        TvRates *rates = tv_rates_loader_want (self, population, interval);

        g_assert_nonnull (rates);
        g_assert_cmpint (rates->population, ==, population);
        g_assert_cmpint (rates->interval, ==, interval);
    }
    /* Another round is read anew; the history is of all rounds and stays until it is forgotten. */
    tv_rates_loader_start (self, test->store, "2025-1", NULL);
    g_assert_null (tv_rates_loader_want (self, TV_POPULATION_UNDER_FIVE, TV_INTERVAL_WILSON));
    g_assert_nonnull (tv_rates_loader_get_history (self));
    tv_test_wait_until (tv_rates_loader_want (self, TV_POPULATION_UNDER_FIVE, TV_INTERVAL_WILSON));
    g_assert_cmpstr (
        tv_rates_loader_want (self, TV_POPULATION_UNDER_FIVE, TV_INTERVAL_WILSON)->round->code, ==,
        "2025-1");
    tv_rates_loader_forget (self);
    g_assert_null (tv_rates_loader_get_history (self));
    tv_rates_loader_stop (self);
}

static void
count_cb (guint *n)
{
    (*n)++;
}

static gboolean
set_cb (gpointer is_over)
{
    *(gboolean *) is_over = TRUE;
    return G_SOURCE_REMOVE;
}

/* The book changes while the page is not to be seen: nobody starts anew, and what was being read
 * of the book as it was must not pass for the book as it is. */
static void
test_loader_forgets (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autoptr (TvRatesLoader) self = tv_rates_loader_new ();
    gboolean is_over = FALSE;
    guint n_arrived = 0;

    g_signal_connect_swapped (self, "arrived", G_CALLBACK (count_cb), &n_arrived);
    tv_rates_loader_start (self, test->store, NULL, NULL);
    /* All rates are there, so it is the history that is being read now. */
    tv_test_wait_until (n_arrived == 4);
    g_assert_null (tv_rates_loader_get_history (self));
    tv_rates_loader_forget (self);
    g_timeout_add (300, set_cb, &is_over);
    tv_test_wait_until (is_over);
    g_assert_null (tv_rates_loader_get_history (self));
    g_assert_cmpuint (n_arrived, ==, 4);
    tv_rates_loader_start (self, test->store, NULL, NULL);
    tv_test_wait_until (tv_rates_loader_get_history (self));
    /* What it still reads must not count what is no longer there. */
    tv_rates_loader_stop (self);
}

static const TvRound *
find_other_round (TvUiTest *test)
{
    TvBookCover *cover = tv_workspace_get_cover (test->workspace);
    const TvRound *now = tv_workspace_get_round (test->workspace);

    for (guint i = 0; i < cover->rounds->len; i++) {
        const TvRound *round = g_ptr_array_index (cover->rounds, i);

        if (round->kind == TV_ROUND_REGULAR && round->id != now->id)
            return round;
    }
    g_assert_not_reached ();
}

/* Rounds that may be chosen next are read ahead, and stay; a change of the book forgets them all.
 */
static void
test_loader_keeps (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autoptr (TvRatesLoader) self = tv_rates_loader_new ();
    const char *code = tv_workspace_get_round (test->workspace)->code;
    const char *const next[] = { find_other_round (test)->code, NULL };
    guint n_arrived = 0;

    g_signal_connect_swapped (self, "arrived", G_CALLBACK (count_cb), &n_arrived);
    tv_rates_loader_start (self, test->store, code, next);
    /* Four ways to see the chosen round, the history, the other round for both ages. */
    tv_test_wait_until (n_arrived == 7);
    for (int i = 0; i < 3; i++) {
        const char *chosen = i % 2 ? code : next[0];
        TvRates *rates;

        tv_rates_loader_start (self, test->store, chosen, NULL);
        rates = tv_rates_loader_want (self, TV_POPULATION_SCHOOL_AGE, TV_INTERVAL_WILSON);
        g_assert_nonnull (rates);
        g_assert_cmpstr (rates->round->code, ==, chosen);
    }
    tv_rates_loader_forget (self);
    g_assert_null (tv_rates_loader_want (self, TV_POPULATION_SCHOOL_AGE, TV_INTERVAL_WILSON));
    tv_rates_loader_stop (self);
}

/* The other rounds of the year that the sidebar lists, whichever is chosen. */
static void
test_next_rounds (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    TvBookCover *cover = tv_workspace_get_cover (test->workspace);

    for (guint i = 0; i < cover->years->len; i++) {
        TvSchoolYear *year = g_ptr_array_index (cover->years, i);
        g_autoptr (GPtrArray) codes = g_ptr_array_new ();

        tv_workspace_set_year (test->workspace, year);
        for (guint n = 0; n < cover->rounds->len; n++) {
            TvRound *round = g_ptr_array_index (cover->rounds, n);

            if (round->year_id == year->id && round->kind == TV_ROUND_REGULAR)
                g_ptr_array_add (codes, round->code);
        }
        for (guint n = 0; n < cover->rounds->len; n++) {
            TvRound *round = g_ptr_array_index (cover->rounds, n);
            g_auto (GStrv) next = NULL;

            if (round->year_id != year->id || round->kind != TV_ROUND_REGULAR)
                continue;
            tv_workspace_set_round (test->workspace, round);
            next = tv_rates_list_next_rounds (test->workspace, codes->len);
            g_assert_cmpuint (g_strv_length (next), ==, codes->len - 1);
            for (guint c = 0; c < codes->len; c++)
                g_assert_true (
                    g_strv_contains ((const char *const *) next, g_ptr_array_index (codes, c))
                    != g_str_equal (g_ptr_array_index (codes, c), round->code));
        }
    }
}

static TvRates *
make_rates (TvUiTest *test, TvRatesKept *kept, const char *round_code)
{
    TvRates *rates = work_out (test, TV_POPULATION_UNDER_FIVE, TV_INTERVAL_WILSON, TV_SPLIT_NONE);

    tv_rates_kept_put (kept, round_code, rates);
    return rates;
}

static gboolean
is_kept (TvRatesKept *kept, const char *round_code)
{
    return tv_rates_kept_find (kept, round_code, TV_POPULATION_UNDER_FIVE, TV_INTERVAL_WILSON)
           != NULL;
}

/* No more rounds are kept than there is room for; the one used longest ago goes. */
static void
test_kept (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    g_autoptr (TvRatesKept) kept = tv_rates_kept_new ();
    g_autoptr (TvRates) latest = make_rates (test, kept, NULL);

    g_assert_true (is_kept (kept, NULL));
    g_assert_false (is_kept (kept, "1"));
    g_assert_null (tv_rates_kept_find (kept, NULL, TV_POPULATION_SCHOOL_AGE, TV_INTERVAL_WILSON));
    for (guint i = 1; i < TV_RATES_KEPT_ROUNDS; i++) {
        g_autofree char *code = g_strdup_printf ("%u", i);
        g_autoptr (TvRates) rates = make_rates (test, kept, code);
    }
    g_assert_true (is_kept (kept, NULL));
    tv_rates_kept_use (kept, NULL);
    tv_rates_kept_put (kept, "another", latest);
    g_assert_true (is_kept (kept, NULL));
    g_assert_true (is_kept (kept, "another"));
    g_assert_false (is_kept (kept, "1"));
    g_assert_true (is_kept (kept, "2"));
    tv_rates_kept_forget (kept);
    g_assert_false (is_kept (kept, NULL));
}

typedef struct {
    const char *section;
    guint indicator;
} Picture;

static const Picture pictures[] = { { "groups", 0 }, { "overlap", 2 }, { "counted", 2 } };

static void
take_pictures (TvUiTest *test, guint n_students, gboolean is_dark)
{
    TvPage *page;

    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, is_dark);
    page = tv_ui_test_show_page (test, "rates");
    wait_for_lines (test, page, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (pictures); i++) {
        g_autofree char *name = g_strdup_printf ("rates-%u-%s-vi-%s", n_students,
                                                 pictures[i].section, is_dark ? "dark" : "light");

        choose (page, INDICATOR_CHOICE, pictures[i].indicator);
        turn_to (page, pictures[i].section);
        tv_ui_test_picture (GTK_WIDGET (test->window), name);
    }
}

/* Small schools and large ones look different: few children make wide intervals, many make long
 * tables. */
static void
test_pictures (gconstpointer n_students)
{
    guint n = GPOINTER_TO_UINT (n_students);
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, n);

    take_pictures (test, n, FALSE);
    take_pictures (test, n, TRUE);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
}

/* Both languages, for the handbook. */
static void
test_picture (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);

    tv_ui_test_picture_page (test, "rates", "rates", wait_for_lines, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/rates/lines", test_lines);
    g_test_add_func ("/ui/rates/choices", test_choices);
    g_test_add_func ("/ui/rates/interval", test_interval);
    g_test_add_func ("/ui/rates/width", test_width);
    g_test_add_func ("/ui/rates/children", test_children);
    g_test_add_func ("/ui/rates/why", test_why);
    g_test_add_func ("/ui/rates/overlap", test_overlap);
    g_test_add_func ("/ui/rates/overlap-groups", test_overlap_groups);
    g_test_add_func ("/ui/rates/counted", test_counted);
    g_test_add_func ("/ui/rates/turned-five", test_turned_five);
    g_test_add_func ("/ui/rates/months", test_months);
    g_test_add_func ("/ui/rates/turning", test_turning);
    g_test_add_func ("/ui/rates/round", test_round);
    g_test_add_func ("/ui/rates/other-round", test_other_round);
    g_test_add_func ("/ui/rates/nobody", test_nobody);
    g_test_add_func ("/ui/rates/loader", test_loader);
    g_test_add_func ("/ui/rates/loader-forgets", test_loader_forgets);
    g_test_add_func ("/ui/rates/loader-keeps", test_loader_keeps);
    g_test_add_func ("/ui/rates/next-rounds", test_next_rounds);
    g_test_add_func ("/ui/rates/kept", test_kept);
    g_test_add_func ("/ui/rates/picture", test_picture);
    g_test_add_data_func ("/ui/rates/pictures-12", GUINT_TO_POINTER (12), test_pictures);
    g_test_add_data_func ("/ui/rates/pictures-118", GUINT_TO_POINTER (118), test_pictures);
    g_test_add_data_func ("/ui/rates/pictures-3000", GUINT_TO_POINTER (3000), test_pictures);
    return g_test_run ();
}

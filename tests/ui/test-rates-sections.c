/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the rates page that look at a round from other sides: what has changed, how the
 * z-scores lie, how well was measured. Their figures are counted here a second time. */

#include "tests/ui/tv-keys-test.h"

#include "ui/rates/tv-rates-change-section.h"
#include "ui/rates/tv-rates-counted-section.h"
#include "ui/rates/tv-rates-curve-section.h"
#include "ui/rates/tv-rates-groups-section.h"
#include "ui/rates/tv-rates-overlap-section.h"
#include "ui/rates/tv-rates-quality-section.h"
#include "ui/widgets/tv-fact-row.h"
#include "ui/widgets/tv-figure-link.h"
#include "ui/widgets/tv-figure-table.h"
#include "ui/widgets/tv-quality-view.h"
#include "workflows/tv-rates-quality.h"

#include <glib/gi18n.h>

/* A section in a window of its own, over a practice school. */
typedef struct {
    TvUiTest *test;
    GtkWidget *section;
    GtkWindow *window;
    TvRateHistory *history;
    TvRates *rates;
    TvRatesShown shown;
    GArray *wanted; /* the children that were asked for last */
    gint64 wanted_round_id;
} Fixture;

static TvRates *
work_out (TvStore *store, const char *code, TvPopulation population)
{
    g_autoptr (GError) error = NULL;
    const TvRatesQuery query = { .round_code = (char *) code,
                                 .population = population,
                                 .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                                 .split = TV_SPLIT_EVERY };
    TvRates *rates = tv_rates_work_out (store, &query, &error);

    g_assert_no_error (error);
    return rates;
}

static void
children_wanted_cb (Fixture *self, const char *title, const gint64 *ids, guint n, TvRound *round)
{
    self->wanted_round_id = round ? round->id : 0;
    g_array_set_size (self->wanted, 0);
    g_array_append_vals (self->wanted, ids, n);
}

static void
show (Fixture *self)
{
    tv_rates_section_show (TV_RATES_SECTION (self->section), &self->shown);
    tv_ui_test_settle (self->section);
}

static void
open_section (Fixture *self, GtkWidget *section, TvLevel level, guint n_students)
{
    GtkWidget *scrolled_window = gtk_scrolled_window_new ();
    g_autoptr (GError) error = NULL;

    self->test = tv_ui_test_open (level, n_students);
    self->section = section;
    self->rates = work_out (self->test->store, NULL, TV_POPULATION_BY_SCHOOL);
    self->history = tv_rate_history_read (self->test->store, &error);
    g_assert_no_error (error);
    self->shown.workspace = self->test->workspace;
    self->shown.rates = self->rates;
    self->shown.history = self->history;
    self->shown.indicator
        = tv_indicator_find (self->rates->population, self->rates->overweight_rule, TV_STUNTING);
    self->shown.split = TV_SPLIT_CLASS;
    self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_signal_connect_swapped (self->test->workspace, "children-wanted",
                              G_CALLBACK (children_wanted_cb), self);
    self->window = GTK_WINDOW (gtk_window_new ());
    gtk_window_set_default_size (self->window, 900, 1400);
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled_window), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled_window), section);
    gtk_window_set_child (self->window, scrolled_window);
    gtk_window_present (self->window);
    show (self);
}

static void
close_section (Fixture *self)
{
    gtk_window_destroy (self->window);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_array_unref (self->wanted);
    tv_ui_test_close (self->test);
}

static const char *
text_at (Fixture *self, guint row, guint column)
{
    GtkWidget *table = tv_ui_test_find (self->section, TV_TYPE_FIGURE_TABLE, NULL);

    return tv_figure_table_get_text (TV_FIGURE_TABLE (table), row, column);
}

static guint
count_rows (Fixture *self)
{
    GtkWidget *table = tv_ui_test_find (self->section, TV_TYPE_FIGURE_TABLE, NULL);

    return tv_figure_table_get_n_rows (TV_FIGURE_TABLE (table));
}

static void
open_row (Fixture *self, guint row)
{
    g_array_set_size (self->wanted, 0);
    g_signal_emit_by_name (tv_ui_test_find (self->section, TV_TYPE_FIGURE_TABLE, NULL),
                           "row-wanted", row);
}

static int
least_width (Fixture *self, int height)
{
    int width;

    gtk_widget_measure (self->section, GTK_ORIENTATION_HORIZONTAL, height, &width, NULL, NULL,
                        NULL);
    return width;
}

/* Finding the width for a height sets every text a dozen times. */
static void
test_width_first (void)
{
    GtkWidget *(*const make[]) (void)
        = { tv_rates_change_section_new, tv_rates_counted_section_new, tv_rates_groups_section_new,
            tv_rates_overlap_section_new };

    for (guint i = 0; i < G_N_ELEMENTS (make); i++) {
        Fixture fixture = { 0 };

        open_section (&fixture, make[i](), TV_LEVEL_KINDERGARTEN, 160);
        g_assert_cmpint (gtk_widget_get_request_mode (fixture.section), ==,
                         GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
        g_assert_cmpint (least_width (&fixture, -1), >, 0);
        /* A height that needs much width. */
        g_assert_cmpint (least_width (&fixture, 1), ==, least_width (&fixture, -1));
        close_section (&fixture);
    }
}

/* ---- change ---- */

static const TvRateRound *
round_at (Fixture *self, guint row)
{
    GPtrArray *rounds = self->history->rounds;

    return g_ptr_array_index (rounds, rounds->len - 1 - row);
}

static void
test_rounds (void)
{
    Fixture fixture = { 0 };

    open_section (&fixture, tv_rates_change_section_new (), TV_LEVEL_KINDERGARTEN, 160);
    g_assert_cmpuint (count_rows (&fixture), ==, fixture.history->rounds->len);
    for (guint i = 0; i < count_rows (&fixture); i++) {
        const TvRound *round = round_at (&fixture, i)->round;
        g_autoptr (TvRates) rates
            = work_out (fixture.test->store, round->code, fixture.rates->population);
        const TvRateLine *line = tv_rates_find (rates, TV_STUNTING, "All");
        g_autofree char *count = g_strdup_printf (_ ("%u of %u"), line->rate.n_cases, line->rate.n);

        g_assert_cmpstr (text_at (&fixture, i, 0), ==, round->name);
        g_assert_cmpstr (text_at (&fixture, i, 1), ==, count);
        open_row (&fixture, i);
        g_assert_cmpuint (fixture.wanted->len, ==, line->rate.n_cases);
        g_assert_true (line->rate.n_cases == 0 || fixture.wanted_round_id == round->id);
    }
    close_section (&fixture);
}

/* The children of a round by student, with whether each is a case; only those with a value. */
static GHashTable *
list_values (const TvRates *rates, const TvIndicator *indicator)
{
    GHashTable *values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    const TvRateLine *line = tv_rates_find (rates, indicator->id, "All");

    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        gboolean is_case = FALSE;

        for (guint n = 0; n < line->cases->len; n++)
            is_case = is_case || g_array_index (line->cases, guint, n) == i;
        if (tv_rates_left_out (rates, child, indicator) == TV_LEFT_OUT_NOT)
            g_hash_table_insert (values, g_memdup2 (&child->student_id, sizeof (gint64)),
                                 GINT_TO_POINTER (is_case));
    }
    return values;
}

/* How many of @now have this in both rounds; -1 means that they have no value before. */
static guint
count_pairs (GHashTable *before, GHashTable *now, int was_case, int is_case)
{
    GHashTableIter iter;
    gpointer id, value;
    guint n = 0;

    g_hash_table_iter_init (&iter, now);
    while (g_hash_table_iter_next (&iter, &id, &value)) {
        gpointer then = NULL;
        int was
            = g_hash_table_lookup_extended (before, id, NULL, &then) ? GPOINTER_TO_INT (then) : -1;

        n += was == was_case && (is_case < 0 || GPOINTER_TO_INT (value) == is_case);
    }
    return n;
}

/* The row says @n, and opens as many. */
static void
check_fact (Fixture *self, const char *title, guint n)
{
    GtkWidget *row = tv_ui_test_find (self->section, TV_TYPE_FACT_ROW, title);
    g_autofree char *count = g_strdup_printf ("%u", n);

    g_assert_nonnull (row);
    g_assert_nonnull (tv_ui_test_find (row, GTK_TYPE_LABEL, count));
    g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)) == (n > 0));
    g_array_set_size (self->wanted, 0);
    g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
    g_assert_cmpuint (self->wanted->len, ==, n);
}

static void
check_comparison (Fixture *self, const TvRateRound *before)
{
    g_autoptr (TvRates) rates
        = work_out (self->test->store, before->round->code, self->rates->population);
    g_autoptr (GHashTable) then = list_values (rates, self->shown.indicator);
    g_autoptr (GHashTable) now = list_values (self->rates, self->shown.indicator);

    check_fact (self, _ ("Then and now"), count_pairs (then, now, TRUE, TRUE));
    check_fact (self, _ ("Now, not then"), count_pairs (then, now, FALSE, TRUE));
    check_fact (self, _ ("Then, no longer now"), count_pairs (then, now, TRUE, FALSE));
    check_fact (self, _ ("Neither then nor now"), count_pairs (then, now, FALSE, FALSE));
    self->wanted_round_id = 0;
    check_fact (self, _ ("Counted now, not then"), count_pairs (then, now, -1, -1));
    g_assert_cmpint (self->wanted_round_id, ==, self->rates->round->id);
    check_fact (self, _ ("Counted then, not now"), count_pairs (now, then, -1, -1));
    g_assert_cmpint (self->wanted_round_id, ==, before->round->id);
}

static void
test_comparison (void)
{
    Fixture fixture = { 0 };
    GtkWidget *choice;

    open_section (&fixture, tv_rates_change_section_new (), TV_LEVEL_KINDERGARTEN, 160);
    choice = tv_ui_test_find (fixture.section, GTK_TYPE_DROP_DOWN, NULL);
    for (guint i = 0; i + 1 < fixture.history->rounds->len; i++) {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
        check_comparison (&fixture, round_at (&fixture, i + 1));
    }
    fixture.shown.indicator = tv_indicator_find (fixture.rates->population,
                                                 fixture.rates->overweight_rule, TV_OVERWEIGHT);
    show (&fixture);
    check_comparison (&fixture,
                      round_at (&fixture, 1 + gtk_drop_down_get_selected (GTK_DROP_DOWN (choice))));
    close_section (&fixture);
}

static gboolean
is_shown (Fixture *self, const char *words)
{
    return gtk_widget_get_mapped (tv_ui_test_find (self->section, GTK_TYPE_LABEL, words));
}

static void
test_no_earlier_round (void)
{
    Fixture fixture = { 0 };
    g_autoptr (TvRates) latest = NULL;

    open_section (&fixture, tv_rates_change_section_new (), TV_LEVEL_KINDERGARTEN, 60);
    g_assert_true (is_shown (&fixture, _ ("The same children in two rounds")));
    fixture.shown.history = NULL;
    show (&fixture);
    g_assert_true (is_shown (&fixture, _ ("Reading earlier rounds…")));
    latest = g_steal_pointer (&fixture.rates);
    fixture.rates = work_out (fixture.test->store,
                              round_at (&fixture, fixture.history->rounds->len - 1)->round->code,
                              latest->population);
    fixture.shown.rates = fixture.rates;
    fixture.shown.history = fixture.history;
    show (&fixture);
    g_assert_true (is_shown (&fixture, _ ("There is no earlier round yet")));
    close_section (&fixture);
}

/* ---- z-scores ---- */

/* Lines that open as many children as they say; returns how many there are in all. */
static guint
count_in_bins (Fixture *self)
{
    guint n = 0;

    for (guint i = 0; i < count_rows (self); i++) {
        guint n_row = (guint) g_ascii_strtoull (text_at (self, i, 1), NULL, 10);

        open_row (self, i);
        g_assert_cmpuint (self->wanted->len, ==, n_row);
        g_assert_true (n_row == 0 || self->wanted_round_id == self->rates->round->id);
        n += n_row;
    }
    return n;
}

static guint
count_scored (const TvRates *rates, TvZKind kind, const char *class_name)
{
    guint n = 0;

    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        const TvZScore *z = &child->subject.growth.z[kind];

        n += child->left_out == TV_LEFT_OUT_NOT && z->hundredths != TV_Z_NONE && !z->is_flagged
             && (!class_name || g_strcmp0 (child->class_name, class_name) == 0);
    }
    return n;
}

static GtkDropDown *
drop_down_of (Fixture *self, const char *name)
{
    return GTK_DROP_DOWN (
        gtk_widget_get_template_child (self->section, TV_TYPE_RATES_CURVE_SECTION, name));
}

static void
test_curve (void)
{
    Fixture fixture = { 0 };
    GtkDropDown *group;

    open_section (&fixture, tv_rates_curve_section_new (), TV_LEVEL_KINDERGARTEN, 160);
    group = drop_down_of (&fixture, "group_drop_down");
    g_assert_cmpuint (count_in_bins (&fixture), ==,
                      count_scored (fixture.rates, TV_Z_HEIGHT_FOR_AGE, NULL));
    g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (group)), >, 2);
    for (guint i = 0, index = 1; i < fixture.rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (fixture.rates->lines, i);

        if (line->split != TV_SPLIT_CLASS || line->indicator->id != TV_STUNTING)
            continue;
        gtk_drop_down_set_selected (group, index++);
        g_assert_cmpuint (count_in_bins (&fixture), ==,
                          count_scored (fixture.rates, TV_Z_HEIGHT_FOR_AGE, line->group_code));
    }
    close_section (&fixture);
}

/* Another indicator brings its own z-score; what was chosen by hand stays as long as it can. */
static void
test_curve_choices (void)
{
    Fixture fixture = { 0 };
    GtkDropDown *kind, *group;
    g_autofree char *name = NULL;

    open_section (&fixture, tv_rates_curve_section_new (), TV_LEVEL_KINDERGARTEN, 160);
    kind = drop_down_of (&fixture, "kind_drop_down");
    group = drop_down_of (&fixture, "group_drop_down");
    gtk_drop_down_set_selected (group, 2);
    gtk_drop_down_set_selected (kind, 3);
    name = g_strdup (
        gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_drop_down_get_selected_item (group))));
    show (&fixture);
    g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 3);
    fixture.shown.indicator = tv_indicator_find (fixture.rates->population,
                                                 fixture.rates->overweight_rule, TV_UNDERWEIGHT);
    show (&fixture);
    g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 0);
    g_assert_cmpstr (
        gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_drop_down_get_selected_item (group))),
        ==, name);
    fixture.shown.split = TV_SPLIT_NONE;
    show (&fixture);
    g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (group)), ==, 1);
    close_section (&fixture);
}

/* ---- quality ---- */

static void
test_quality (void)
{
    Fixture fixture = { 0 };
    const TvRateRound *before = NULL;
    g_autoptr (GPtrArray) lines = NULL;
    GtkLabel *group;

    open_section (&fixture, tv_rates_quality_section_new (), TV_LEVEL_KINDERGARTEN, 160);
    group = GTK_LABEL (gtk_widget_get_template_child (gtk_widget_get_first_child (fixture.section),
                                                      TV_TYPE_QUALITY_VIEW, "group_label"));
    tv_rate_history_find (fixture.history, fixture.rates->round->code, &before);
    lines = tv_rates_check_quality (fixture.rates, before);
    g_assert_cmpuint (count_rows (&fixture), ==, lines->len);
    for (guint i = 0; i < lines->len; i++) {
        const TvQualityLine *line = g_ptr_array_index (lines, i);
        g_autofree char *n_children = g_strdup_printf ("%u", line->quality.n_children);
        g_autofree char *n_missing = g_strdup_printf ("%u", line->quality.n_missing);
        gboolean has_too_few = line->quality.weight.n < TV_QUALITY_FEWEST;

        g_assert_cmpstr (text_at (&fixture, i, 1), ==, n_children);
        g_assert_cmpstr (text_at (&fixture, i, 2), ==, n_missing);
        g_assert_true ((g_strcmp0 (text_at (&fixture, i, 3), "–") == 0) == has_too_few);
        open_row (&fixture, i);
        g_assert_cmpstr (gtk_label_get_text (group), ==, text_at (&fixture, i, 0));
    }
    close_section (&fixture);
}

/* By column of the table; those without a count are no links. */
static const TvQualityCounts counts_of_columns[] = {
    [1] = TV_QUALITY_TO_MEASURE, [2] = TV_QUALITY_MISSING,  [5] = TV_QUALITY_WHOLE_KG,
    [6] = TV_QUALITY_WHOLE_CM,   [11] = TV_QUALITY_FLAGGED, [12] = TV_QUALITY_REPEATED,
};

static void
assert_wanted (Fixture *self, const TvQualityLine *line, TvQualityCounts counts)
{
    g_autoptr (GArray) ids = tv_quality_line_list (line, counts);

    g_assert_cmpuint (ids->len, >, 0);
    g_assert_cmpmem (self->wanted->data, self->wanted->len * sizeof (gint64), ids->data,
                     ids->len * sizeof (gint64));
    g_assert_cmpint (self->wanted_round_id, ==, self->rates->round->id);
    g_array_set_size (self->wanted, 0);
}

/* A figure opens as many children as it says, and a zero or a dash nothing. */
static guint
assert_links (Fixture *self, const TvQualityLine *line, guint row)
{
    TvFigureTable *table
        = TV_FIGURE_TABLE (tv_ui_test_find (self->section, TV_TYPE_FIGURE_TABLE, NULL));
    guint n_links = 0;

    for (guint column = 0; column < tv_figure_table_get_n_columns (table); column++) {
        TvQualityCounts counts
            = column < G_N_ELEMENTS (counts_of_columns) ? counts_of_columns[column] : 0;
        const char *text = text_at (self, row, column);
        gboolean is_link
            = counts && strcmp (text, "–") != 0 && g_ascii_strtoull (text, NULL, 10) > 0;

        g_test_message ("%s, column %u: %s", line->group, column, text);
        g_assert_true (tv_figure_table_is_link (table, row, column) == is_link);
        if (!is_link)
            continue;
        g_signal_emit_by_name (table, "cell-wanted", row, column);
        if (counts != TV_QUALITY_WHOLE_KG && counts != TV_QUALITY_WHOLE_CM)
            g_assert_cmpuint (self->wanted->len, ==, g_ascii_strtoull (text, NULL, 10));
        assert_wanted (self, line, counts);
        n_links++;
    }
    return n_links;
}

static void
assert_button (Fixture *self, const TvQualityLine *line, const char *format, TvQualityCounts counts)
{
    g_autoptr (GArray) ids = tv_quality_line_list (line, counts);
    g_auto (GStrv) parts = g_strsplit (format, "%u", 2);
    g_autofree char *label = g_strdup_printf ("%s%u%s", parts[0], ids->len, parts[1]);
    GtkWidget *button = tv_ui_test_find (self->section, GTK_TYPE_BUTTON, label);

    g_assert_nonnull (button);
    g_assert_true (gtk_widget_get_sensitive (button) == (ids->len > 0));
    if (ids->len == 0)
        return;
    g_signal_emit_by_name (button, "clicked");
    assert_wanted (self, line, counts);
}

static void
test_quality_lists (void)
{
    Fixture fixture = { 0 };
    const TvRateRound *before = NULL;
    g_autoptr (GPtrArray) lines = NULL;
    guint n_links = 0;

    open_section (&fixture, tv_rates_quality_section_new (), TV_LEVEL_KINDERGARTEN, 160);
    tv_rate_history_find (fixture.history, fixture.rates->round->code, &before);
    lines = tv_rates_check_quality (fixture.rates, before);
    for (guint i = 0; i < lines->len; i++) {
        const TvQualityLine *line = g_ptr_array_index (lines, i);

        n_links += assert_links (&fixture, line, i);
        open_row (&fixture, i);
        assert_button (&fixture, line, _ ("Measured: %u"), TV_QUALITY_MEASURED);
        assert_button (&fixture, line, _ ("With a z-score: %u"), TV_QUALITY_SCORED);
        assert_button (&fixture, line, _ ("Comparable with last time: %u"), TV_QUALITY_COMPARED);
    }
    g_assert_cmpuint (n_links, >, 2 * lines->len);
    close_section (&fixture);
}

/* ---- pictures, in the page ---- */

static void
show_section (TvUiTest *test, TvPage *page, gpointer name)
{
    GtkWidget *switcher, *reading;

    tv_test_wait_until (
        (switcher = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_STACK_SWITCHER, NULL))
        && gtk_widget_get_mapped (switcher));
    gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher)),
                                      name);
    reading = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, _ ("Reading earlier rounds…"));
    tv_test_wait_until (!gtk_widget_get_mapped (reading));
    tv_ui_test_settle (GTK_WIDGET (page));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);

    tv_ui_test_picture_page (test, "rates", "rates-change", show_section, "change");
    tv_ui_test_picture_page (test, "rates", "rates-curve", show_section, "curve");
    tv_ui_test_picture_page (test, "rates", "rates-quality", show_section, "quality");
}

static void
count_wanted_cb (guint *n_wanted, const char *title, const gint64 *ids, guint n)
{
    *n_wanted = n;
}

/* Down goes to the next round, Enter opens its cases. */
static void
test_keys (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    guint n_wanted = G_MAXUINT;
    GtkWidget *table, *first_row, *row;
    g_autofree char *begin = NULL;

    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (count_wanted_cb),
                              &n_wanted);
    show_section (test, page, (gpointer) "change");
    tv_keys_test_take_keyboard (test);
    table = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATES_CHANGE_SECTION, NULL);
    table = tv_ui_test_find (table, TV_TYPE_FIGURE_TABLE, NULL);
    tv_test_wait_until (tv_figure_table_get_n_rows (TV_FIGURE_TABLE (table)) > 1);
    g_assert_true (gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD));
    first_row = gtk_window_get_focus (GTK_WINDOW (test->window));
    tv_keys_test_press ("Down");
    tv_test_wait_until ((row = gtk_window_get_focus (GTK_WINDOW (test->window))) && row != first_row
                        && gtk_widget_is_ancestor (row, table));
    tv_keys_test_press ("Return");
    tv_test_wait_until (n_wanted != G_MAXUINT);
    begin = g_strdup_printf ("%u", n_wanted);
    g_assert_cmpuint (n_wanted, >, 0);
    g_assert_true (
        g_str_has_prefix (tv_figure_table_get_text (TV_FIGURE_TABLE (table), 1, 1), begin));
}

static void
wait_for_link (TvUiTest *test, guint column)
{
    GtkWidget *focus;

    tv_test_wait_until ((focus = gtk_window_get_focus (GTK_WINDOW (test->window)))
                        && TV_IS_FIGURE_LINK (focus)
                        && tv_figure_link_get_column (TV_FIGURE_LINK (focus)) == column);
}

static void
wait_for_children (guint *n_wanted, TvFigureTable *table, guint row, guint column)
{
    tv_test_wait_until (*n_wanted != G_MAXUINT);
    g_assert_cmpuint (*n_wanted, ==,
                      g_ascii_strtoull (tv_figure_table_get_text (table, row, column), NULL, 10));
    *n_wanted = G_MAXUINT;
}

/* What is as last time is known last, when earlier rounds have been read. */
static void
wait_for_quality (TvFigureTable *table)
{
    tv_test_wait_until (
        tv_figure_table_is_link (table, 0, tv_figure_table_get_n_columns (table) - 1));
    tv_ui_test_settle (GTK_WIDGET (table));
}

/* Tab goes from the chosen row to its figures, Right and Left from one to the next, Enter opens
 * its children. */
static void
test_link_keys (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    guint n_wanted = G_MAXUINT;
    GtkWidget *section, *focus, *before;
    TvFigureTable *table;

    show_section (test, page, (gpointer) "quality");
    section = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATES_QUALITY_SECTION, NULL);
    table = TV_FIGURE_TABLE (tv_ui_test_find (section, TV_TYPE_FIGURE_TABLE, NULL));
    wait_for_quality (table);
    g_assert_true (tv_figure_table_is_link (table, 0, 1) && tv_figure_table_is_link (table, 0, 2));
    tv_keys_test_take_keyboard (test);
    g_assert_true (gtk_widget_child_focus (GTK_WIDGET (table), GTK_DIR_TAB_FORWARD));
    focus = gtk_window_get_focus (GTK_WINDOW (test->window));
    for (guint i = 0; i < 2 && !TV_IS_FIGURE_LINK (focus); i++) {
        before = focus;
        tv_keys_test_press ("Tab");
        tv_test_wait_until ((focus = gtk_window_get_focus (GTK_WINDOW (test->window))) != before);
    }
    wait_for_link (test, 1);
    tv_keys_test_press ("Right");
    wait_for_link (test, 2);
    tv_keys_test_press ("Left");
    wait_for_link (test, 1);
    tv_keys_test_press ("Right");
    wait_for_link (test, 2);
    tv_ui_test_picture (GTK_WIDGET (test->window), "rates-quality-link");
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (count_wanted_cb),
                              &n_wanted);
    tv_keys_test_press ("Return");
    wait_for_children (&n_wanted, table, 0, 2);
}

static void
test_link_click (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvPage *page = tv_ui_test_show_page (test, "rates");
    guint n_wanted = G_MAXUINT;
    GtkWidget *section, *link;
    TvFigureTable *table;

    gtk_window_set_default_size (GTK_WINDOW (test->window), 1366, 760);
    show_section (test, page, (gpointer) "quality");
    tv_keys_test_take_keyboard (test);
    section = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_RATES_QUALITY_SECTION, NULL);
    table = TV_FIGURE_TABLE (tv_ui_test_find (section, TV_TYPE_FIGURE_TABLE, NULL));
    wait_for_quality (table);
    link = tv_ui_test_find (GTK_WIDGET (table), TV_TYPE_FIGURE_LINK, NULL);
    g_assert_nonnull (link);
    g_signal_connect_swapped (test->workspace, "children-wanted", G_CALLBACK (count_wanted_cb),
                              &n_wanted);
    tv_keys_test_click (test, link);
    wait_for_children (&n_wanted, table, 0, tv_figure_link_get_column (TV_FIGURE_LINK (link)));
}

/* The page from head to foot. */
static void
test_whole (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 240);
    TvPage *page = tv_ui_test_show_page (test, "rates");

    gtk_window_set_default_size (GTK_WINDOW (test->window), 1366, 1500);
    show_section (test, page, (gpointer) "change");
    tv_ui_test_picture (GTK_WIDGET (test->window), "rates-change-whole");
    show_section (test, page, (gpointer) "quality");
    tv_ui_test_picture (GTK_WIDGET (test->window), "rates-quality-whole");
}

/* A narrow window, words twice as large: nothing is cut off, what is too wide moves sideways. */
static void
picture_narrow (TvUiTest *test, const char *section, const char *name)
{
    TvPage *page;

    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
    page = tv_ui_test_show_page (test, "rates");
    gtk_window_set_default_size (GTK_WINDOW (test->window), 760, 960);
    show_section (test, page, (gpointer) section);
    tv_ui_test_picture (GTK_WIDGET (test->window), name);
}

static void
test_narrow (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 240);
    GtkSettings *settings = gtk_settings_get_default ();
    int dpi;

    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
    g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
    picture_narrow (test, "change", "rates-change-narrow");
    picture_narrow (test, "curve", "rates-curve-narrow");
    picture_narrow (test, "quality", "rates-quality-narrow");
    g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/rates-sections/width-first", test_width_first);
    g_test_add_func ("/ui/rates-sections/rounds", test_rounds);
    g_test_add_func ("/ui/rates-sections/comparison", test_comparison);
    g_test_add_func ("/ui/rates-sections/no-earlier-round", test_no_earlier_round);
    g_test_add_func ("/ui/rates-sections/curve", test_curve);
    g_test_add_func ("/ui/rates-sections/curve-choices", test_curve_choices);
    g_test_add_func ("/ui/rates-sections/quality", test_quality);
    g_test_add_func ("/ui/rates-sections/quality-lists", test_quality_lists);
    g_test_add_func ("/ui/rates-sections/pictures", test_pictures);
    g_test_add_func ("/ui/rates-sections/keys", test_keys);
    g_test_add_func ("/ui/rates-sections/link-keys", test_link_keys);
    g_test_add_func ("/ui/rates-sections/link-click", test_link_click);
    g_test_add_func ("/ui/rates-sections/whole", test_whole);
    g_test_add_func ("/ui/rates-sections/narrow", test_narrow);
    return g_test_run ();
}

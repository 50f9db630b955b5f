/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the overview says of its cards and in its lists. Each row that counts children carries
 * them, so that activating it can open them. */

#include "ui/overview/tv-overview-facts.h"

#include "base/tv-date.h"
#include "indicators/tv-rate-words.h"
#include "ui/widgets/tv-fact-row.h"
#include "workflows/tv-preferences.h"

#include <glib/gi18n.h>

#define CHILDREN_KEY "tv-children"
#define TITLE_KEY "tv-title"

typedef struct {
    const char *icon_name;
    const char *css_class;
    const char *title;
    const char *subtitle;
} CareRow;

static const CareRow malnourished
    = { "tv-low-symbolic", "care-low", N_ ("Malnourished"),
        N_ ("Underweight, stunted or wasted: talk to the parents, see a doctor") };
static const CareRow newly_malnourished
    = { "tv-low-symbolic", "care-low", N_ ("Newly malnourished"),
        N_ ("Underweight, stunted or wasted: talk to the parents, see a doctor") };
static const CareRow obese = { "tv-high-symbolic", "care-high", N_ ("Obese"),
                               N_ ("Talk to the parents about food and play") };
static const CareRow newly_obese = { "tv-high-symbolic", "care-high", N_ ("Newly obese"),
                                     N_ ("Talk to the parents about food and play") };
static const CareRow doubtful = { "tv-question-symbolic", NULL, N_ ("Values that raise a question"),
                                  N_ ("Measure again, or say why the value is right") };
static const CareRow not_measured
    = { "tv-waiting-symbolic", NULL, N_ ("Not measured in this round"),
        N_ ("Absent, unwilling, or not yet their turn") };
static const CareRow incomplete = { "tv-students-symbolic", NULL, N_ ("Birth date or sex missing"),
                                    N_ ("Without them growth cannot be judged") };

static void
attach_children (GtkWidget *row, const char *title, GArray *children)
{
    g_object_set_data_full (G_OBJECT (row), CHILDREN_KEY, g_array_ref (children),
                            (GDestroyNotify) g_array_unref);
    g_object_set_data_full (G_OBJECT (row), TITLE_KEY, g_strdup (title), g_free);
    tv_fact_row_set_leads_on (TV_FACT_ROW (row), children->len > 0);
}

static void
add_care_row (GtkListBox *list, const CareRow *care, GArray *children)
{
    g_autofree char *count = g_strdup_printf ("%u", children->len);
    GtkWidget *row = tv_fact_row_new (care->icon_name, _ (care->title));

    tv_fact_row_set_subtitle (TV_FACT_ROW (row), _ (care->subtitle));
    tv_fact_row_set_value (TV_FACT_ROW (row), count);
    if (care->css_class)
        gtk_widget_add_css_class (row, care->css_class);
    attach_children (row, _ (care->title), children);
    gtk_list_box_append (list, row);
}

static void
add_coverage_row (GtkListBox *list, const char *title, guint of, const char *missing_title,
                  GArray *missing)
{
    guint n = of - MIN (of, missing->len);
    /* Translators: how many of how many */
    g_autofree char *value = g_strdup_printf (C_ ("coverage", "%u of %u"), n, of);
    GtkWidget *row = tv_fact_row_new (NULL, title);

    tv_fact_row_set_value (TV_FACT_ROW (row), value);
    tv_fact_row_set_fraction (TV_FACT_ROW (row), of > 0 ? (double) n / of : 0);
    attach_children (row, missing_title, missing);
    if (missing->len > 0)
        gtk_widget_set_tooltip_text (row, _ ("Show the children for whom it is missing"));
    gtk_list_box_append (list, row);
}

static char *
days_left (int n_days)
{
    if (n_days == 0)
        return g_strdup (_ ("today"));
    return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) n_days), n_days);
}

/**
 * tv_overview_facts_has_card:
 * @rates: what the round says
 * @line: one of its lines
 *
 * Returns: whether it stands among the cards: under five what the plan asks, at school age what is
 *   worth knowing without a target
 */
gboolean
tv_overview_facts_has_card (const TvRates *rates, const TvRateLine *line)
{
    TvIndicatorId id = line->indicator->id;

    if (line->split != TV_SPLIT_NONE)
        return FALSE;
    if (rates->population == TV_POPULATION_UNDER_FIVE)
        return id == TV_UNDERWEIGHT || id == TV_STUNTING || id == TV_OVERWEIGHT;
    return id == TV_STUNTING || id == TV_THINNESS || id == TV_OVERWEIGHT || id == TV_OBESITY;
}

/**
 * tv_overview_facts_write_small:
 * @rates: what the round says
 *
 * Returns: (transfer full) (nullable): that there are few children, once for all cards, by the one
 *   that has the fewest: their numbers hardly differ
 */
char *
tv_overview_facts_write_small (const TvRates *rates)
{
    const TvRateLine *fewest = NULL;

    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        if (tv_overview_facts_has_card (rates, line) && (!fewest || line->rate.n < fewest->rate.n))
            fewest = line;
    }
    return fewest ? tv_rate_small_sentence (&fewest->rate) : NULL;
}

/**
 * tv_overview_facts_write_rule:
 * @rates: what the round says
 *
 * Returns: (transfer full) (nullable): what has to be known to read the cards
 */
char *
tv_overview_facts_write_rule (const TvRates *rates)
{
    GString *text = g_string_new (NULL);

    if (rates->population == TV_POPULATION_UNDER_FIVE)
        /* Translators: %s is such as "Weight for height above +2 SD" */
        g_string_append_printf (text, _ ("Overweight is counted as: %s."),
                                tv_overweight_rule_label (rates->overweight_rule));
    if (rates->has_coats_on)
        g_string_append_printf (
            text, "%s%s", text->len > 0 ? " " : "",
            _ ("Some children were weighed with the coat on: weights are high."));
    return g_string_free (text, text->len == 0);
}

/**
 * tv_overview_facts_add_care:
 * @list: an empty list
 * @overview: what the round says
 * @gaps: what the book lacks
 *
 * Adds a row for each reason to look at children, also where there are none: that is good to know.
 */
void
tv_overview_facts_add_care (GtkListBox *list, TvOverview *overview, TvBookGaps *gaps)
{
    gboolean is_new = overview->has_round_before;

    if (overview->rates) {
        add_care_row (list, is_new ? &newly_malnourished : &malnourished, overview->malnourished);
        add_care_row (list, is_new ? &newly_obese : &obese, overview->obese);
        add_care_row (list, &doubtful, gaps->doubtful);
        add_care_row (list, &not_measured, overview->not_measured);
    }
    add_care_row (list, &incomplete, gaps->incomplete);
}

/**
 * tv_overview_facts_add_coverage:
 *
 * Adds a row for each thing that the book should hold of every child.
 */
void
tv_overview_facts_add_coverage (GtkListBox *list, TvOverview *overview, TvBookGaps *gaps)
{
    if (overview->rates)
        add_coverage_row (list, _ ("Measured in this round"), overview->rates->n_enrolled,
                          _ ("Not measured in this round"), overview->not_measured);
    add_coverage_row (list, _ ("Birth date"), gaps->n_students, _ ("Birth date missing"),
                      gaps->without_birth_date);
    add_coverage_row (list, _ ("Sex"), gaps->n_students, _ ("Sex missing"), gaps->without_sex);
    add_coverage_row (list, _ ("Personal identification number"), gaps->n_students,
                      _ ("Personal identification number missing"), gaps->without_personal_number);
}

/**
 * tv_overview_facts_add_deadlines:
 *
 * Adds a row for each report, the next one first.
 */
void
tv_overview_facts_add_deadlines (GtkListBox *list, TvOverview *overview)
{
    for (int i = 0; i < TV_DEADLINE_N_KINDS; i++) {
        const TvDeadline *deadline = &overview->deadlines[i];
        g_autofree char *subtitle = tv_deadline_say_due (deadline);
        g_autofree char *value = days_left (deadline->n_days_left);
        GtkWidget *row = tv_fact_row_new (NULL, tv_deadline_label (deadline->kind));

        tv_fact_row_set_subtitle (TV_FACT_ROW (row), subtitle);
        tv_fact_row_set_value (TV_FACT_ROW (row), value);
        tv_fact_row_set_leads_on (TV_FACT_ROW (row), TRUE);
        gtk_widget_set_tooltip_text (row, _ ("Go to the reports"));
        gtk_list_box_append (list, row);
    }
}

/**
 * tv_overview_facts_get_children:
 * @row: a row of one of the lists
 * @children: (out) (transfer none): the children it counts
 *
 * Returns: (nullable): what these children have in common; NULL where the row counts none
 */
const char *
tv_overview_facts_get_children (GtkListBoxRow *row, GArray **children)
{
    *children = g_object_get_data (G_OBJECT (row), CHILDREN_KEY);
    return g_object_get_data (G_OBJECT (row), TITLE_KEY);
}

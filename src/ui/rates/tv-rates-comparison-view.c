/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of the same children between two rounds. The rows stand there once; only their
 * figures change. */

#include "ui/rates/tv-rates-comparison-view.h"

#include "base/tv-number.h"
#include "ui/rates/tv-rates-gap.h"
#include "ui/widgets/tv-fact-row.h"

#include <glib/gi18n.h>

typedef enum {
    ROW_STAYED,
    ROW_FRESH,
    ROW_RECOVERED,
    ROW_NEVER,
    ROW_MALNOURISHED_RECOVERED,
    ROW_MALNOURISHED_STAYED,
    ROW_MALNOURISHED_FRESH,
    ROW_TURNED_FIVE,
    ROW_NOW_ONLY,
    ROW_THEN_ONLY,
    N_ROWS,
} Row;

static const char *const row_titles[N_ROWS] = {
    [ROW_STAYED] = N_ ("Then and now"),
    [ROW_FRESH] = N_ ("Now, not then"),
    [ROW_RECOVERED] = N_ ("Then, no longer now"),
    [ROW_NEVER] = N_ ("Neither then nor now"),
    [ROW_MALNOURISHED_RECOVERED] = N_ ("Malnourished then, no longer now"),
    [ROW_MALNOURISHED_STAYED] = N_ ("Malnourished then and now"),
    [ROW_MALNOURISHED_FRESH] = N_ ("Newly malnourished"),
    [ROW_TURNED_FIVE] = N_ ("Turned five since"),
    [ROW_NOW_ONLY] = N_ ("Counted now, not then"),
    [ROW_THEN_ONLY] = N_ ("Counted then, not now"),
};

struct _TvRatesComparisonView {
    GtkWidget parent_instance;
    TvWorkspace *workspace;
    char *indicator;          /* its label */
    GArray *students[N_ROWS]; /* of gint64: behind each row */
    TvRound *before, *now;
    TvFactRow *rows[N_ROWS];

    GtkLabel *sentences_label;
    GtkWidget *lists_box;
    GtkLabel *indicator_label;
    GtkListBox *indicator_list;
    GtkLabel *malnourished_title;
    GtkListBox *malnourished_list;
    GtkLabel *recovery_label;
    GtkLabel *gap_title;
    GtkListBox *gap_list;
    GtkWidget *seam_label;
};

G_DEFINE_FINAL_TYPE (TvRatesComparisonView, tv_rates_comparison_view, GTK_TYPE_WIDGET)

static void
set_row (TvRatesComparisonView *self, Row row, GArray *students)
{
    g_autofree char *count = g_strdup_printf ("%u", students->len);

    g_array_ref (students);
    g_clear_pointer (&self->students[row], g_array_unref);
    self->students[row] = students;
    tv_fact_row_set_value (self->rows[row], count);
    tv_fact_row_set_leads_on (self->rows[row], students->len > 0);
}

/* The comparison lists everybody else. */
static GArray *
list_never (const TvRateRound *before, const TvRateRound *now, TvPopulation population,
            TvIndicatorId indicator)
{
    GArray *students = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint i = 0; i < now->moments->len; i++) {
        const TvRateMoment *moment = &g_array_index (now->moments, TvRateMoment, i);
        const TvRateMoment *then = tv_rate_round_find (before, moment->student_id);

        if (then && moment->population == population && then->population == population
            && (moment->values & then->values) >> indicator & 1
            && !((moment->cases | then->cases) >> indicator & 1))
            g_array_append_val (students, moment->student_id);
    }
    return students;
}

static void
show_indicator (TvRatesComparisonView *self, const TvRatesShown *shown, const TvRateRound *before,
                const TvRateRound *now)
{
    g_autoptr (TvRateComparison) comparison
        = tv_rate_history_compare (shown->history, now->round->code, before->round->code,
                                   shown->rates->population, shown->indicator->id);
    g_auto (GStrv) sentences = tv_transition_sentences (&comparison->transition);
    g_autofree char *words = g_strjoinv ("\n", sentences);
    g_autoptr (GArray) never
        = list_never (before, now, shown->rates->population, shown->indicator->id);

    gtk_label_set_label (self->sentences_label, words);
    gtk_label_set_label (self->indicator_label, self->indicator);
    set_row (self, ROW_STAYED, comparison->stayed);
    set_row (self, ROW_FRESH, comparison->fresh);
    set_row (self, ROW_RECOVERED, comparison->recovered);
    set_row (self, ROW_NEVER, never);
    set_row (self, ROW_TURNED_FIVE, comparison->turned_five);
    gtk_widget_set_visible (self->seam_label, comparison->turned_five->len > 0);
}

static char *
say_recovery (const TvRate *rate)
{
    g_autofree char *percent = tv_number_format (rate->percent, 1);
    g_autofree char *lower = tv_number_format (rate->lower, 1);
    g_autofree char *upper = tv_number_format (rate->upper, 1);

    if (rate->n == 0)
        return g_strdup (_ ("None of the children measured both times was malnourished then."));
    return g_strdup_printf (
        /* Translators: 5 of 12; 41.7 %, interval from 19.3 to 68.0. Malnourished is underweight,
         * stunted, or wasted or thin. */
        ngettext ("Recovery: %u of %u child who was underweight, stunted, wasted or thin then is "
                  "none of it now: %s %% (95 %% confidence interval %s–%s %%).",
                  "Recovery: %u of %u children who were underweight, stunted, wasted or thin then "
                  "are none of it now: %s %% (95 %% confidence interval %s–%s %%).",
                  rate->n),
        rate->n_cases, rate->n, percent, lower, upper);
}

static void
show_malnourished (TvRatesComparisonView *self, const TvRatesShown *shown,
                   const TvRateRound *before, const TvRateRound *now)
{
    g_autoptr (TvRateComparison) comparison
        = tv_rate_history_compare (shown->history, now->round->code, before->round->code,
                                   shown->rates->population, TV_CONDITION_MALNOURISHED);
    g_autofree char *words = say_recovery (&comparison->transition.recovery);

    gtk_label_set_label (self->recovery_label, words);
    set_row (self, ROW_MALNOURISHED_RECOVERED, comparison->recovered);
    set_row (self, ROW_MALNOURISHED_STAYED, comparison->stayed);
    set_row (self, ROW_MALNOURISHED_FRESH, comparison->fresh);
}

static void
show_gaps (TvRatesComparisonView *self, const TvRatesShown *shown, const TvRateRound *before,
           const TvRateRound *now)
{
    TvRatesGap now_only, then_only;

    tv_rates_gap_find_now_only (&now_only, before, now, shown->rates->population,
                                shown->indicator->id);
    tv_rates_gap_find_then_only (&then_only, before, now, shown->rates, shown->indicator);
    set_row (self, ROW_NOW_ONLY, now_only.students);
    tv_fact_row_set_subtitle (self->rows[ROW_NOW_ONLY], now_only.reasons);
    set_row (self, ROW_THEN_ONLY, then_only.students);
    tv_fact_row_set_subtitle (self->rows[ROW_THEN_ONLY], then_only.reasons);
    tv_rates_gap_clear (&now_only);
    tv_rates_gap_clear (&then_only);
}

static void
row_activated_cb (TvRatesComparisonView *self, GtkListBoxRow *activated)
{
    for (guint i = 0; i < N_ROWS; i++) {
        g_autofree char *title = NULL;

        if (GTK_LIST_BOX_ROW (self->rows[i]) != activated)
            continue;
        if (i <= ROW_NEVER)
            /* Translators: heads a list of children: "Underweight: now, not then" */
            title = g_strdup_printf (C_ ("children", "%s: %s"), self->indicator, _ (row_titles[i]));
        tv_workspace_show_children_of_round (self->workspace, title ? title : _ (row_titles[i]),
                                             i == ROW_THEN_ONLY ? self->before : self->now,
                                             (const gint64 *) self->students[i]->data,
                                             self->students[i]->len);
    }
}

static GtkListBox *
list_of_row (TvRatesComparisonView *self, Row row)
{
    if (row <= ROW_NEVER)
        return self->indicator_list;
    return row <= ROW_MALNOURISHED_FRESH ? self->malnourished_list : self->gap_list;
}

static void
tv_rates_comparison_view_dispose (GObject *object)
{
    TvRatesComparisonView *self = TV_RATES_COMPARISON_VIEW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_COMPARISON_VIEW);
    for (guint i = 0; i < N_ROWS; i++)
        g_clear_pointer (&self->students[i], g_array_unref);
    g_clear_pointer (&self->indicator, g_free);
    g_clear_pointer (&self->before, tv_round_unref);
    g_clear_pointer (&self->now, tv_round_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_rates_comparison_view_parent_class)->dispose (object);
}

static void
tv_rates_comparison_view_class_init (TvRatesComparisonViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_comparison_view_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-comparison-view.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, gap_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, gap_title);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, indicator_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, indicator_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, lists_box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, malnourished_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, malnourished_title);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, recovery_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, seam_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesComparisonView, sentences_label);
    gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tv_rates_comparison_view_init (TvRatesComparisonView *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    for (guint i = 0; i < N_ROWS; i++) {
        self->rows[i] = TV_FACT_ROW (tv_fact_row_new (NULL, _ (row_titles[i])));
        gtk_list_box_append (list_of_row (self, (Row) i), GTK_WIDGET (self->rows[i]));
    }
}

GtkWidget *
tv_rates_comparison_view_new (void)
{
    return g_object_new (TV_TYPE_RATES_COMPARISON_VIEW, NULL);
}

static void
take_rounds (TvRatesComparisonView *self, TvRound *before, TvRound *now)
{
    tv_round_ref (before);
    tv_round_ref (now);
    g_clear_pointer (&self->before, tv_round_unref);
    g_clear_pointer (&self->now, tv_round_unref);
    self->before = before;
    self->now = now;
}

/**
 * tv_rates_comparison_view_show:
 * @shown: what is chosen, with its history
 * @before: an earlier round of the history
 * @now: the chosen one
 */
void
tv_rates_comparison_view_show (TvRatesComparisonView *self, const TvRatesShown *shown,
                               const TvRateRound *before, const TvRateRound *now)
{
    g_return_if_fail (TV_IS_RATES_COMPARISON_VIEW (self));
    g_set_object (&self->workspace, shown->workspace);
    take_rounds (self, before->round, now->round);
    g_free (self->indicator);
    self->indicator
        = g_strdup (tv_indicator_label (shown->rates->population, shown->indicator->id));
    show_indicator (self, shown, before, now);
    show_malnourished (self, shown, before, now);
    show_gaps (self, shown, before, now);
}

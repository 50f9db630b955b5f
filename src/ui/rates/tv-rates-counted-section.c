/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every child of the round stands in exactly one of these lines, so whoever asks about the
 * denominator can be shown the names. */

#include "ui/rates/tv-rates-counted-section.h"

#include "ui/rates/tv-count-row.h"
#include "ui/rates/tv-rates-months-view.h"
#include "ui/widgets/tv-width-first-layout.h"
#include "workflows/tv-rates-parts.h"

#include <glib/gi18n.h>

#define N_REASONS (TV_LEFT_OUT_NOT_ENROLLED + 1)

struct _TvRatesCountedSection {
    GtkWidget parent_instance;

    TvWorkspace *workspace;
    TvRates *rates;
    const TvIndicator *indicator;
    GArray *turned_five; /* of gint64; NULL until the round before is known */

    GtkWidget *box;
    GtkLabel *sentence_label;
    GtkListBox *in_list;
    GtkWidget *out_box;
    GtkListBox *out_list;
    GtkWidget *five_box;
    GtkListBox *five_list;
    TvRatesMonthsView *months_view;
};

static void tv_rates_counted_section_section_init (TvRatesSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvRatesCountedSection, tv_rates_counted_section, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_RATES_SECTION,
                                                      tv_rates_counted_section_section_init))

static const char *
get_reason_words (TvLeftOut reason, TvPopulation population)
{
    switch (reason) {
    case TV_LEFT_OUT_NOT_MEASURED:
        return _ ("Nothing has been written down for them in this round.");
    case TV_LEFT_OUT_ABSENT:
        return _ ("They were away on the measuring day; they count once they have been measured.");
    case TV_LEFT_OUT_REFUSED:
        return _ ("They did not let themselves be measured; try again on another day.");
    case TV_LEFT_OUT_IMPOSSIBLE:
        return _ ("They cannot be measured, for a reason that was written down.");
    case TV_LEFT_OUT_EXCLUDED:
        return _ ("Somebody took the measurement out, and gave a reason.");
    case TV_LEFT_OUT_NO_BIRTH_DATE:
        return _ ("Without a birth date nobody knows the age, and so not the z-score.");
    case TV_LEFT_OUT_NO_SEX:
        return _ ("Without the sex nobody knows which table to use.");
    case TV_LEFT_OUT_OTHER_AGE:
        return population == TV_POPULATION_UNDER_FIVE
                   ? _ ("They were 60 months or older on their measuring day: the plan’s rates "
                        "are of children under five.")
                   : _ ("They were younger than 60 months or older than 228 months on their "
                        "measuring day.");
    case TV_LEFT_OUT_IMPLAUSIBLE:
        return _ ("Most likely a slip of the pen or a wrong birth date: measure again.");
    case TV_LEFT_OUT_NO_VALUE:
        return _ ("A measure it needs is missing, or the age or height lies outside WHO’s table.");
    case TV_LEFT_OUT_NOT_ENROLLED:
        return _ ("They came later or had left: a round counts who was enrolled on the measuring "
                  "day.");
    default:
        return NULL;
    }
}

static guint
row_of_reason (TvLeftOut reason)
{
    return (guint) reason - (TV_LEFT_OUT_NOT + 1);
}

static TvCountRow *
put_row (GtkListBox *list, guint index, const char *title, const char *words, guint n, guint of)
{
    TvCountRow *row = tv_count_list_put (list, index, title, words);

    tv_count_row_set_count (row, n, of);
    tv_count_row_set_opens (row, n > 0);
    return row;
}

/* How many stand outside for each reason, in one go. */
static void
count_reasons (const TvRatesShown *shown, guint *counts)
{
    for (guint i = 0; i < shown->rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (shown->rates, i);

        counts[tv_rates_left_out (shown->rates, child, shown->indicator)]++;
    }
}

static void
show_in (TvRatesCountedSection *self, guint n)
{
    guint n_children = self->rates->children->len;
    /* Translators: how many children of a round a rate is worked out from. */
    g_autofree char *sentence
        = g_strdup_printf (ngettext ("%u of the %u children of this round is counted in this rate.",
                                     "%u of the %u children of this round are counted in this "
                                     "rate.",
                                     n),
                           n, n_children);

    gtk_label_set_label (self->sentence_label, sentence);
    put_row (self->in_list, 0,
             self->rates->population == TV_POPULATION_UNDER_FIVE ? _ ("Counted, under five")
                                                                 : _ ("Counted, school age"),
             _ ("Enrolled and measured on their own measuring day, of this age on that day by the "
                "exact day, with a value that counts."),
             n, n_children);
}

/* Each reason keeps its row, seen or not, so that its words are set and measured only once. */
static void
show_out (TvRatesCountedSection *self, const guint *counts)
{
    guint n_rows = 0;

    for (guint i = TV_LEFT_OUT_NOT + 1; i < N_REASONS; i++) {
        TvCountRow *row = put_row (self->out_list, row_of_reason ((TvLeftOut) i),
                                   tv_left_out_label ((TvLeftOut) i),
                                   get_reason_words ((TvLeftOut) i, self->rates->population),
                                   counts[i], self->rates->children->len);

        gtk_widget_set_visible (GTK_WIDGET (row), counts[i] > 0);
        n_rows += counts[i] > 0;
    }
    gtk_widget_set_visible (self->out_box, n_rows > 0);
}

/* The denominator shrinks as children grow: these were in it last time. */
static void
show_turned_five (TvRatesCountedSection *self, const TvRatesShown *shown)
{
    const char *code = shown->rates->round ? shown->rates->round->code : NULL;
    const TvRateRound *before = NULL;
    g_autoptr (TvRateComparison) comparison = NULL;
    g_autofree char *words = NULL;

    if (shown->history && code && tv_rate_history_find (shown->history, code, &before) && before)
        comparison = tv_rate_history_compare (shown->history, code, before->round->code,
                                              TV_POPULATION_UNDER_FIVE, TV_UNDERWEIGHT);
    gtk_widget_set_visible (self->five_box, comparison != NULL);
    if (!comparison)
        return;
    g_clear_pointer (&self->turned_five, g_array_unref);
    self->turned_five = g_array_ref (comparison->turned_five);
    /* Translators: %s is the name of a round of measuring. */
    words = g_strdup_printf (_ ("Counted under five in “%s”, school age now: they have left the "
                                "rates of children under five."),
                             before->round->name);
    put_row (self->five_list, 0, _ ("Turned five since the round before"), words,
             self->turned_five->len, 0);
}

static void
tv_rates_counted_section_show (TvRatesSection *section, const TvRatesShown *shown)
{
    TvRatesCountedSection *self = TV_RATES_COUNTED_SECTION (section);

    guint counts[N_REASONS] = { 0 };

    g_set_object (&self->workspace, shown->workspace);
    tv_rates_ref (shown->rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = shown->rates;
    self->indicator = shown->indicator;
    count_reasons (shown, counts);
    show_in (self, counts[TV_LEFT_OUT_NOT]);
    show_out (self, counts);
    show_turned_five (self, shown);
    tv_rates_months_view_show (self->months_view, shown);
}

static GArray *
list_children (TvRatesCountedSection *self, GtkListBoxRow *row)
{
    GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (row));
    guint index = (guint) gtk_list_box_row_get_index (row);

    if (list == GTK_WIDGET (self->five_list))
        return g_array_ref (self->turned_five);
    if (list == GTK_WIDGET (self->in_list))
        return tv_rates_list_left_out (self->rates, self->indicator, TV_LEFT_OUT_NOT);
    return tv_rates_list_left_out (self->rates, self->indicator,
                                   (TvLeftOut) (TV_LEFT_OUT_NOT + 1 + index));
}

static void
row_activated_cb (TvRatesCountedSection *self, GtkListBoxRow *row)
{
    g_autoptr (GArray) ids = list_children (self, row);

    tv_workspace_show_children_of_round (
        self->workspace, tv_count_row_get_title (TV_COUNT_ROW (row)), self->rates->round,
        (const gint64 *) (gpointer) ids->data, ids->len);
}

static void
tv_rates_counted_section_dispose (GObject *object)
{
    TvRatesCountedSection *self = TV_RATES_COUNTED_SECTION (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_COUNTED_SECTION);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_clear_pointer (&self->turned_five, g_array_unref);
    G_OBJECT_CLASS (tv_rates_counted_section_parent_class)->dispose (object);
}

static void
tv_rates_counted_section_section_init (TvRatesSectionInterface *iface)
{
    iface->show = tv_rates_counted_section_show;
}

static void
tv_rates_counted_section_class_init (TvRatesCountedSectionClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_counted_section_dispose;
    g_type_ensure (TV_TYPE_RATES_MONTHS_VIEW);
    gtk_widget_class_set_layout_manager_type (widget_class, TV_TYPE_WIDTH_FIRST_LAYOUT);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-counted-section.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesCountedSection, box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCountedSection, five_box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCountedSection, five_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCountedSection, in_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCountedSection, months_view);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCountedSection, out_box);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCountedSection, out_list);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCountedSection, sentence_label);
    gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tv_rates_counted_section_init (TvRatesCountedSection *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_rates_counted_section_new:
 *
 * Returns: (transfer floating): the part of the page
 */
GtkWidget *
tv_rates_counted_section_new (void)
{
    return g_object_new (TV_TYPE_RATES_COUNTED_SECTION, NULL);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A rate tells of the children beyond a line alone; where the curve of all children lies tells
 * whether the whole school moves. */

#include "ui/rates/tv-rates-curve-section.h"

#include "base/tv-number.h"
#include "charts/tv-z-chart.h"
#include "growth/tv-growth-class.h"
#include "ui/widgets/tv-drawing-view.h"
#include "ui/widgets/tv-figure-table.h"
#include "ui/widgets/tv-wheel.h"
#include "workflows/tv-rates-parts.h"

#include <glib/gi18n.h>

#define CHART_WIDTH_PT 260
#define CHART_HEIGHT_PT 210
/* From -3 to +3 all lines stand there, however few children they have. */
#define FIRST_BIN_ALWAYS ((-300 - TV_Z_FIRST_BIN) / TV_Z_BIN_WIDTH)
#define LAST_BIN_ALWAYS ((300 - TV_Z_FIRST_BIN) / TV_Z_BIN_WIDTH - 1)

static const TvZKind kinds_under_five[]
    = { TV_Z_WEIGHT_FOR_AGE, TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE };
static const TvZKind kinds_school_age[]
    = { TV_Z_WEIGHT_FOR_AGE, TV_Z_HEIGHT_FOR_AGE, TV_Z_BMI_FOR_AGE };

struct _TvRatesCurveSection {
    GtkWidget parent_instance;
    TvWorkspace *workspace;
    TvRates *rates;
    const TvIndicator *indicator;
    const TvZKind *kinds; /* of the population, in the order of the choice */
    guint n_kinds;
    GPtrArray *groups; /* of TvRateLine, owned by the rates */
    guint first_bin;   /* that the table shows */
    gboolean is_filling;

    GtkWidget *choices_window;
    GtkDropDown *kind_drop_down;
    GtkDropDown *group_drop_down;
    GtkLabel *sentence_label;
    GtkWidget *chart_frame;
    TvDrawingView *chart_view;
    TvFigureTable *table;
    GtkLabel *note_label;
};

static void tv_rates_curve_section_section_init (TvRatesSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvRatesCurveSection, tv_rates_curve_section, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_RATES_SECTION,
                                                      tv_rates_curve_section_section_init))

TV_DEFINE_CHART_SOURCE (chart_source, tv_z_chart)

static TvZKind
chosen_kind (TvRatesCurveSection *self)
{
    guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

    return self->kinds[selected < self->n_kinds ? selected : 0];
}

static const TvRateLine *
chosen_group (TvRatesCurveSection *self)
{
    guint selected = gtk_drop_down_get_selected (self->group_drop_down);

    return g_ptr_array_index (self->groups, selected < self->groups->len ? selected : 0);
}

static double
bin_begin (guint bin)
{
    return (TV_Z_FIRST_BIN + (int) bin * TV_Z_BIN_WIDTH) / 100.0;
}

static char *
bin_text (guint bin)
{
    g_autofree char *from = tv_number_format_signed (bin_begin (bin), 1);
    g_autofree char *to = tv_number_format_signed (bin_begin (bin + 1), 1);

    /* Translators: z-scores, from and to */
    return g_strdup_printf (_ ("%s to %s"), from, to);
}

static char *
percent_text (double percent)
{
    g_autofree char *number = tv_number_format (percent, 1);

    /* Translators: a percentage; the space is a narrow one that does not break */
    return g_strdup_printf (_ ("%s\u00a0%%"), number);
}

static GStrv
make_texts (const TvZDistribution *distribution, guint bin)
{
    guint count = distribution->counts[bin];
    g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
    g_autofree char *range = bin_text (bin);
    g_autofree char *children = g_strdup_printf ("%u", count);
    g_autofree char *percent
        = distribution->n > 0 ? percent_text (100.0 * count / distribution->n) : g_strdup ("–");
    g_autofree char *expected = percent_text (tv_z_distribution_expected_percent (bin));

    g_strv_builder_add_many (texts, range, children, percent, expected, NULL);
    return g_strv_builder_end (texts);
}

static void
free_texts (gpointer texts)
{
    g_strfreev (texts);
}

static void
show_table (TvRatesCurveSection *self, const TvZDistribution *distribution)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_texts);
    guint first = FIRST_BIN_ALWAYS, last = LAST_BIN_ALWAYS;

    for (guint bin = 0; bin < TV_Z_N_BINS; bin++) {
        if (distribution->counts[bin] == 0)
            continue;
        first = MIN (first, bin);
        last = MAX (last, bin);
    }
    for (guint bin = first; bin <= last; bin++)
        g_ptr_array_add (rows, make_texts (distribution, bin));
    self->first_bin = first;
    tv_figure_table_show (self->table, rows);
}

static void
show_chart (TvRatesCurveSection *self, const TvZDistribution *distribution)
{
    const TvRateLine *group = chosen_group (self);
    TvZChart values = {
        .title = group->group,
        .kind = chosen_kind (self),
        .standard
        = self->rates->population == TV_POPULATION_UNDER_FIVE ? TV_STANDARD_2006 : TV_STANDARD_2007,
        .distribution = *distribution,
    };

    tv_drawing_view_set_source (self->chart_view, &chart_source, tv_z_chart_new (&values));
}

static void
show_group (TvRatesCurveSection *self)
{
    TvZDistribution distribution = { 0 };
    g_autofree char *sentence = NULL;

    tv_rates_distribute (self->rates, chosen_group (self), chosen_kind (self), &distribution);
    sentence = tv_z_distribution_sentence (&distribution, chosen_kind (self));
    gtk_label_set_label (self->sentence_label, sentence);
    show_chart (self, &distribution);
    show_table (self, &distribution);
}

static void
kind_chosen_cb (TvRatesCurveSection *self)
{
    if (!self->is_filling && self->rates)
        show_group (self);
}

static void
group_chosen_cb (TvRatesCurveSection *self)
{
    if (!self->is_filling && self->rates)
        show_group (self);
}

static void
fill_kinds (TvRatesCurveSection *self)
{
    gboolean is_under_five = self->rates->population == TV_POPULATION_UNDER_FIVE;
    const TvZKind *kinds = is_under_five ? kinds_under_five : kinds_school_age;
    g_autoptr (GtkStringList) labels = NULL;

    if (kinds == self->kinds)
        return;
    self->kinds = kinds;
    self->n_kinds
        = is_under_five ? G_N_ELEMENTS (kinds_under_five) : G_N_ELEMENTS (kinds_school_age);
    labels = gtk_string_list_new (NULL);
    for (guint i = 0; i < self->n_kinds; i++)
        gtk_string_list_append (labels, tv_z_kind_label (kinds[i]));
    gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (labels));
}

static void
choose_kind (TvRatesCurveSection *self, TvZKind kind)
{
    for (guint i = 0; i < self->n_kinds; i++) {
        if (self->kinds[i] == kind)
            gtk_drop_down_set_selected (self->kind_drop_down, i);
    }
}

/* GTK makes a row for every name, of which there may be a hundred. */
static gboolean
lists_already (GtkDropDown *drop_down, GtkStringList *names)
{
    GListModel *model = gtk_drop_down_get_model (drop_down);
    guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

    if (!model || g_list_model_get_n_items (model) != n)
        return FALSE;
    for (guint i = 0; i < n; i++) {
        if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                       gtk_string_list_get_string (names, i))
            != 0)
            return FALSE;
    }
    return TRUE;
}

/* The groups of the page's split; who is chosen stays, where it is still among them. */
static void
fill_groups (TvRatesCurveSection *self, const TvRatesShown *shown, const char *chosen_code,
             TvSplit chosen_split)
{
    g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
    guint selected = 0;

    g_ptr_array_set_size (self->groups, 0);
    for (guint i = 0; i < shown->rates->lines->len; i++) {
        TvRateLine *line = g_ptr_array_index (shown->rates->lines, i);

        if (!tv_rates_shown_holds (shown, line))
            continue;
        if (line->split == chosen_split && g_strcmp0 (line->group_code, chosen_code) == 0)
            selected = self->groups->len;
        g_ptr_array_add (self->groups, line);
        gtk_string_list_append (labels, line->group);
    }
    if (!lists_already (self->group_drop_down, labels))
        gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (labels));
    gtk_drop_down_set_selected (self->group_drop_down, selected);
}

static void
tv_rates_curve_section_show (TvRatesSection *section, const TvRatesShown *shown)
{
    TvRatesCurveSection *self = TV_RATES_CURVE_SECTION (section);
    const TvRateLine *group = self->groups->len > 0 ? chosen_group (self) : NULL;
    g_autofree char *code = group ? g_strdup (group->group_code) : NULL;
    TvSplit split = group ? group->split : TV_SPLIT_NONE;
    gboolean is_other_kind = !self->indicator || self->indicator->kind != shown->indicator->kind;

    self->is_filling = TRUE;
    g_set_object (&self->workspace, shown->workspace);
    tv_rates_ref (shown->rates);
    g_clear_pointer (&self->rates, tv_rates_unref);
    self->rates = shown->rates;
    self->indicator = shown->indicator;
    is_other_kind = is_other_kind || !self->kinds;
    fill_kinds (self);
    if (is_other_kind)
        choose_kind (self, shown->indicator->kind);
    fill_groups (self, shown, code, split);
    self->is_filling = FALSE;
    show_group (self);
}

static gboolean
is_in_bin (const TvZScore *z, guint bin)
{
    return z->hundredths != TV_Z_NONE && !z->is_flagged
           && tv_z_distribution_find_bin (z->hundredths) == bin;
}

static void
row_wanted_cb (TvRatesCurveSection *self, guint position)
{
    guint bin = self->first_bin + position;
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autofree char *range = bin_text (bin);
    g_autofree char *title = NULL;

    for (guint i = 0; i < self->rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (self->rates, i);

        if (child->left_out == TV_LEFT_OUT_NOT
            && tv_rates_is_in_group (self->rates, chosen_group (self), child)
            && is_in_bin (&child->subject.growth.z[chosen_kind (self)], bin))
            g_array_append_val (ids, child->student_id);
    }
    if (ids->len == 0)
        return;
    /* Translators: heads a list of children: a z-score, the range it lies in, the group */
    title = g_strdup_printf (_ ("%s %s SD, %s"), tv_z_kind_label (chosen_kind (self)), range,
                             chosen_group (self)->group);
    tv_workspace_show_children_of_round (self->workspace, title, self->rates->round,
                                         (const gint64 *) ids->data, ids->len);
}

static void
tv_rates_curve_section_section_init (TvRatesSectionInterface *iface)
{
    iface->show = tv_rates_curve_section_show;
}

static void
tv_rates_curve_section_dispose (GObject *object)
{
    TvRatesCurveSection *self = TV_RATES_CURVE_SECTION (object);

    self->is_filling = TRUE;
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATES_CURVE_SECTION);
    g_clear_pointer (&self->groups, g_ptr_array_unref);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_rates_curve_section_parent_class)->dispose (object);
}

static void
tv_rates_curve_section_class_init (TvRatesCurveSectionClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_rates_curve_section_dispose;
    g_type_ensure (TV_TYPE_DRAWING_VIEW);
    g_type_ensure (TV_TYPE_FIGURE_TABLE);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-rates-curve-section.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRatesCurveSection, chart_frame);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCurveSection, chart_view);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCurveSection, choices_window);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCurveSection, group_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCurveSection, kind_drop_down);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCurveSection, note_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCurveSection, sentence_label);
    gtk_widget_class_bind_template_child (widget_class, TvRatesCurveSection, table);
    gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
    gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_wanted_cb);
}

static void
tv_rates_curve_section_init (TvRatesCurveSection *self)
{
    const TvFigureColumn columns[] = {
        /* Translators: heads a column of z-score ranges */
        { _ ("z-score from–to"), TRUE },
        { C_ ("z-scores", "Children"), FALSE },
        { C_ ("z-scores", "Share"), FALSE },
        /* Translators: heads a column: how many of a hundred there would be in WHO's curve */
        { _ ("In WHO's curve"), FALSE },
    };

    self->groups = g_ptr_array_new ();
    self->is_filling = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
    tv_wheel_let_pass (GTK_SCROLLED_WINDOW (self->choices_window));
    self->is_filling = FALSE;
    tv_drawing_view_set_size (self->chart_view, CHART_WIDTH_PT, CHART_HEIGHT_PT);
    tv_figure_table_set_up (self->table, _ ("z-scores of the group beside WHO's curve"),
                            TV_FIGURE_TABLE_OPENS, columns, G_N_ELEMENTS (columns));
}

GtkWidget *
tv_rates_curve_section_new (void)
{
    return g_object_new (TV_TYPE_RATES_CURVE_SECTION, NULL);
}

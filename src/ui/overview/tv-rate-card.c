/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A card of the overview. Numbers that stand for children are buttons to those children. */

#include "ui/overview/tv-rate-card.h"

#include "base/tv-number.h"
#include "charts/tv-rate-scale.h"
#include "indicators/tv-rate-words.h"
#include "ui/widgets/tv-drawing-view.h"
#include "ui/widgets/tv-text-window.h"
#include "workflows/tv-rates-explain.h"
#include "workflows/tv-targets.h"

#include <glib/gi18n.h>
#include <math.h>

#define SCALE_WIDTH_PT 150
#define SCALE_HEIGHT_PT 36

struct _TvRateCard {
    GtkBox parent_instance;

    TvWorkspace *workspace;
    TvOverview *overview;
    const TvRateLine *line; /* of the overview */

    GtkLabel *title_label;
    GtkWidget *why_button;
    GtkWidget *cases_button;
    GtkLabel *cases_label;
    GtkWidget *counted_button;
    GtkLabel *counted_label;
    GtkBox *percent_box;
    GtkLabel *percent_label;
    GtkLabel *interval_label;
    TvDrawingView *scale;
    GtkWidget *verdict_box;
    GtkImage *verdict_icon;
    GtkLabel *verdict_label;
    GtkWidget *doubt_label;
    GtkLabel *target_label;
    GtkLabel *allowance_label;
    GtkLabel *points_label;
};

G_DEFINE_FINAL_TYPE (TvRateCard, tv_rate_card, GTK_TYPE_BOX)

static void
draw_scale (gpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    const TvRateCard *self = data;

    tv_rate_scale_draw (&self->line->rate, self->line->target, cr, width_pt, height_pt, theme);
}

static char *
describe_scale (gpointer data)
{
    const TvRateCard *self = data;

    return tv_rate_sentence (&self->line->rate, self->line->target);
}

static const TvDrawingSource scale_source = { draw_scale, describe_scale, NULL, NULL };

static char *
counted_text (TvPopulation population, guint n)
{
    if (n == 0)
        return g_strdup (_ ("nobody counted yet"));
    if (population == TV_POPULATION_UNDER_FIVE)
        /* Translators: follows a count of cases: "4" "of 118 children under five" */
        return g_strdup_printf (ngettext ("of %u child under five", "of %u children under five", n),
                                n);
    /* Translators: follows a count of cases: "4" "of 118 pupils" */
    return g_strdup_printf (ngettext ("of %u pupil", "of %u pupils", n), n);
}

static void
show_count (TvRateCard *self)
{
    const TvRate *rate = &self->line->rate;
    g_autofree char *cases = g_strdup_printf ("%u", rate->n_cases);
    g_autofree char *counted = counted_text (self->overview->rates->population, rate->n);

    gtk_label_set_label (self->cases_label, rate->n > 0 ? cases : "–");
    gtk_label_set_label (self->counted_label, counted);
    gtk_widget_set_sensitive (self->cases_button, rate->n_cases > 0);
    gtk_widget_set_sensitive (self->counted_button, rate->n > 0);
}

static void
show_percent (TvRateCard *self)
{
    const TvRate *rate = &self->line->rate;
    g_autofree char *percent = tv_rate_percent_text (rate->percent, self->line->target);
    g_autofree char *lower = tv_rate_percent_text (rate->lower, self->line->target);
    g_autofree char *upper = tv_rate_percent_text (rate->upper, self->line->target);
    /* Translators: a percentage; the space is a narrow one that does not break */
    g_autofree char *text = g_strdup_printf (_ ("%s\u00a0%%"), percent);
    g_autofree char *interval
        /* Translators: a confidence interval, from and to, in percent */
        = g_strdup_printf (_ ("%s–%s\u00a0%%"), lower, upper);

    /* Schools have four cards in a row, kindergartens three. */
    if (self->overview->rates->population == TV_POPULATION_SCHOOL_AGE) {
        gtk_orientable_set_orientation (GTK_ORIENTABLE (self->percent_box),
                                        GTK_ORIENTATION_VERTICAL);
        gtk_box_set_spacing (self->percent_box, 0);
    }
    gtk_label_set_label (self->percent_label, rate->n > 0 ? text : "");
    gtk_label_set_label (self->interval_label, rate->n > 0 ? interval : "");
}

static void
show_verdict (TvRateCard *self)
{
    const TvJudgement *judgement = &self->line->judgement;
    gboolean is_met = judgement->verdict == TV_VERDICT_MET;

    gtk_widget_set_visible (self->verdict_box, judgement->verdict != TV_VERDICT_NONE);
    gtk_label_set_label (self->verdict_label, tv_rates_say_verdict (self->overview->rates, is_met));
    gtk_image_set_from_icon_name (self->verdict_icon,
                                  is_met ? "tv-met-symbolic" : "tv-not-met-symbolic");
    gtk_widget_add_css_class (self->verdict_box, is_met ? "verdict-met" : "verdict-not-met");
    gtk_widget_set_visible (self->doubt_label, !judgement->is_certain);
}

static void
show_target (TvRateCard *self)
{
    g_autofree char *target = NULL, *sentence = NULL;

    gtk_widget_set_visible (GTK_WIDGET (self->target_label), self->line->target != NULL);
    if (!self->line->target)
        return;
    target = tv_target_text (self->line->target);
    sentence = tv_target_is_changed (self->line->target)
                   /* Translators: %s is such as "< 20 %" */
                   ? g_strdup_printf (_ ("Target %s, changed in this record book"), target)
                   /* Translators: %s is such as "< 6.4 %" */
                   : g_strdup_printf (_ ("Target %s, the whole city's"), target);
    gtk_label_set_label (self->target_label, sentence);
}

static void
show_allowance (TvRateCard *self)
{
    g_autofree char *sentence = tv_rate_allowance_sentence (&self->line->rate, self->line->target);

    gtk_label_set_label (self->allowance_label, sentence ? sentence : "");
    gtk_widget_set_visible (GTK_WIDGET (self->allowance_label), sentence != NULL);
}

static void
show_points (TvRateCard *self)
{
    g_autofree char *points = NULL, *sentence = NULL;

    gtk_widget_set_visible (GTK_WIDGET (self->points_label), self->line->rate.n > 0);
    if (self->line->rate.n == 0)
        return;
    points = tv_rate_points_text (self->line->rate.n);
    /* Translators: %s is a number such as 0.85 */
    sentence = self->overview->rates->population == TV_POPULATION_UNDER_FIVE
                   ? g_strdup_printf (_ ("One child is %s percentage points"), points)
                   : g_strdup_printf (_ ("One student is %s percentage points"), points);
    gtk_label_set_label (self->points_label, sentence);
}

static void
show_children (TvRateCard *self, GArray *children)
{
    TvPopulation population = self->overview->rates->population;

    tv_workspace_show_children_of_round (
        self->workspace, tv_indicator_label (population, self->line->indicator->id),
        self->overview->rates->round, (const gint64 *) (gpointer) children->data, children->len);
}

static void
cases_clicked_cb (TvRateCard *self)
{
    g_autoptr (GArray) children = tv_overview_list_cases (self->overview, self->line);

    show_children (self, children);
}

static void
counted_clicked_cb (TvRateCard *self)
{
    g_autoptr (GArray) children = tv_overview_list_counted (self->overview, self->line);
    g_autofree char *title = g_strdup (self->overview->rates->population == TV_POPULATION_UNDER_FIVE
                                           ? _ ("Counted, under five")
                                           : _ ("Counted, school age"));

    tv_workspace_show_children_of_round (self->workspace, title, self->overview->rates->round,
                                         (const gint64 *) (gpointer) children->data, children->len);
}

static void
why_clicked_cb (TvRateCard *self)
{
    g_autofree char *text = tv_rates_explain (self->overview->rates, self->line);

    tv_text_window_present (GTK_WIDGET (self), _ ("How the rate came about"), text);
}

/* Three buttons of one name beside each other tell a screen reader nothing. */
static void
name_why_button (TvRateCard *self)
{
    /* Translators: name of a button for a screen reader; %s is an indicator such as "Stunting" */
    g_autofree char *name
        = g_strdup_printf (_ ("Why? %s"), gtk_label_get_label (self->title_label));

    gtk_accessible_update_property (GTK_ACCESSIBLE (self->why_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tv_rate_card_dispose (GObject *object)
{
    TvRateCard *self = TV_RATE_CARD (object);

    if (self->scale)
        tv_drawing_view_set_source (self->scale, NULL, NULL);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RATE_CARD);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->overview, tv_overview_unref);
    G_OBJECT_CLASS (tv_rate_card_parent_class)->dispose (object);
}

static void
tv_rate_card_class_init (TvRateCardClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_DRAWING_VIEW);
    G_OBJECT_CLASS (class_)->dispose = tv_rate_card_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/overview/tv-rate-card.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, allowance_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, cases_button);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, cases_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, counted_button);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, counted_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, doubt_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, interval_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, percent_box);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, percent_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, points_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, scale);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, target_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, title_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, verdict_box);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, verdict_icon);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, verdict_label);
    gtk_widget_class_bind_template_child (widget_class, TvRateCard, why_button);
    gtk_widget_class_bind_template_callback (widget_class, cases_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, counted_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, why_clicked_cb);
}

static void
tv_rate_card_init (TvRateCard *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_rate_card_new:
 * @workspace: leads to the children
 * @overview: holds @line
 * @line: what the card shows
 */
GtkWidget *
tv_rate_card_new (TvWorkspace *workspace, TvOverview *overview, const TvRateLine *line)
{
    TvRateCard *self = g_object_new (TV_TYPE_RATE_CARD, NULL);

    self->workspace = g_object_ref (workspace);
    self->overview = tv_overview_ref (overview);
    self->line = line;
    gtk_label_set_label (self->title_label,
                         tv_indicator_label (overview->rates->population, line->indicator->id));
    show_count (self);
    show_percent (self);
    show_verdict (self);
    show_target (self);
    show_allowance (self);
    show_points (self);
    name_why_button (self);
    tv_drawing_view_set_size (self->scale, SCALE_WIDTH_PT, SCALE_HEIGHT_PT);
    tv_drawing_view_set_source (self->scale, &scale_source, self);
    return GTK_WIDGET (self);
}

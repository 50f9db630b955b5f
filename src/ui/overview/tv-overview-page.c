/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page: how the school stands against its targets, and who needs somebody's eye. It is
 * worked out anew whenever the book or the choice of year and round changes. */

#include "ui/overview/tv-overview-page.h"

#include "ui/overview/tv-backup-line.h"
#include "ui/overview/tv-overview-facts.h"
#include "ui/overview/tv-rate-card.h"
#include "ui/shell/tv-page.h"
#include "workflows/tv-book-gaps.h"
#include "workflows/tv-overview.h"

#include <glib/gi18n.h>

struct _TvOverviewPage {
    GtkWidget parent_instance;

    TvWorkspace *workspace;
    TvOverview *overview; /* NULL until it is worked out */
    TvBookGaps *gaps;     /* NULL until they are found */
    GCancellable *working;
    gboolean is_stale; /* something changed while another page was shown */

    GtkStack *stack;
    GtkLabel *round_label;
    GtkLabel *measured_label;
    GtkWidget *go_on_button;
    GtkWidget *no_round_box;
    GtkFlowBox *card_box;
    GtkWidget *no_target_box;
    GtkLabel *no_target_label;
    GtkWidget *small_box;
    GtkLabel *small_label;
    GtkLabel *rule_label;
    GtkWidget *list_box;
    GtkListBox *care_list;
    GtkListBox *coverage_list;
    GtkListBox *deadline_list;
    TvBackupLine *backup_line;
};

static void tv_overview_page_page_init (TvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvOverviewPage, tv_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, tv_overview_page_page_init))

enum {
    PROP_0,
    PROP_WORKSPACE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
remove_children (GtkWidget *box)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (box))) {
        if (GTK_IS_FLOW_BOX (box))
            gtk_flow_box_remove (GTK_FLOW_BOX (box), child);
        else
            gtk_list_box_remove (GTK_LIST_BOX (box), child);
    }
}

static void
show_cards (TvOverviewPage *self)
{
    const TvRates *rates = self->overview->rates;
    guint n_cards = 0;

    remove_children (GTK_WIDGET (self->card_box));
    for (guint i = 0; rates && i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);
        GtkWidget *child;

        if (!tv_overview_facts_has_card (rates, line))
            continue;
        gtk_flow_box_append (self->card_box,
                             tv_rate_card_new (self->workspace, self->overview, line));
        child = gtk_widget_get_last_child (GTK_WIDGET (self->card_box));
        gtk_widget_set_focusable (child, FALSE);
        n_cards++;
    }
    gtk_flow_box_set_max_children_per_line (self->card_box, MAX (n_cards, 1));
    gtk_widget_set_visible (GTK_WIDGET (self->card_box), rates != NULL);
}

static void
show_sentence (GtkLabel *label, GtkWidget *shown, const char *sentence)
{
    gtk_label_set_label (label, sentence ? sentence : "");
    gtk_widget_set_visible (shown, sentence != NULL);
}

static void
show_sentences (TvOverviewPage *self)
{
    const TvRates *rates = self->overview->rates;
    g_autofree char *small = rates ? tv_overview_facts_write_small (rates) : NULL;
    g_autofree char *rule = rates ? tv_overview_facts_write_rule (rates) : NULL;
    g_autofree char *no_target = rates ? tv_rates_targets_sentence (rates) : NULL;

    show_sentence (self->small_label, self->small_box, small);
    show_sentence (self->rule_label, GTK_WIDGET (self->rule_label), rule);
    show_sentence (self->no_target_label, self->no_target_box, no_target);
}

static void
show_heading (TvOverviewPage *self)
{
    const TvRates *rates = self->overview->rates;
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    g_autofree char *year_name = year ? tv_school_year_name (year->first_year) : NULL;
    guint n_students = self->gaps ? self->gaps->n_students : 0;
    guint n_measured = rates ? rates->n_measured - rates->n_half_measured : 0;
    g_autofree char *heading = NULL, *measured = NULL;

    if (rates) {
        heading = g_strdup (rates->round->name);
        /* Translators: how many of the children were measured in this round */
        measured = g_strdup_printf (ngettext ("%u of %u child has been measured in this round",
                                              "%u of %u children have been measured in this round",
                                              rates->n_enrolled),
                                    n_measured, rates->n_enrolled);
    } else {
        /* Translators: %s is such as 2026-2027 */
        heading = g_strdup_printf (_ ("School year %s"), year_name ? year_name : "");
        measured = g_strdup_printf (ngettext ("%u child", "%u children", n_students), n_students);
    }
    gtk_label_set_label (self->round_label, heading);
    gtk_label_set_label (self->measured_label, measured);
    gtk_widget_set_visible (self->no_round_box, rates == NULL);
    gtk_widget_set_visible (self->go_on_button,
                            rates && !rates->round->is_closed && n_measured < rates->n_enrolled);
}

static void
show_lists (TvOverviewPage *self)
{
    remove_children (GTK_WIDGET (self->care_list));
    remove_children (GTK_WIDGET (self->coverage_list));
    remove_children (GTK_WIDGET (self->deadline_list));
    tv_overview_facts_add_care (self->care_list, self->overview, self->gaps);
    tv_overview_facts_add_coverage (self->coverage_list, self->overview, self->gaps);
    tv_overview_facts_add_deadlines (self->deadline_list, self->overview);
}

/* The figures first: they are known sooner than what the whole book lacks. */
static void
show_what_is_known (TvOverviewPage *self)
{
    gboolean is_empty = self->gaps && self->gaps->n_students == 0;

    if (!self->overview || (!self->overview->rates && !self->gaps))
        return;
    if (!self->overview->rates && is_empty) {
        gtk_stack_set_visible_child_name (self->stack, "no-children");
        return;
    }
    show_heading (self);
    if (self->gaps)
        show_lists (self);
    gtk_widget_set_visible (GTK_WIDGET (self->list_box), self->gaps != NULL);
    gtk_stack_set_visible_child_name (self->stack, "figures");
}

static gboolean
can_show (TvOverviewPage *self, const GError *error)
{
    if (!self->workspace || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return FALSE;
    if (error)
        tv_workspace_tell_error (self->workspace, error);
    return error == NULL;
}

static void
gaps_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvOverviewPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookGaps) gaps = tv_book_gaps_find_finish (TV_STORE (source), result, &error);

    if (!can_show (self, error))
        return;
    g_clear_pointer (&self->gaps, tv_book_gaps_unref);
    self->gaps = g_steal_pointer (&gaps);
    show_what_is_known (self);
}

/* While somebody weighs the youngest of the month, the school's figures stay those of its round. */
static TvRound *
get_regular_round (TvOverviewPage *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);

    if (!round || round->kind == TV_ROUND_REGULAR)
        return round;
    return tv_book_cover_pick_round (tv_workspace_get_cover (self->workspace), round->year_id, 0);
}

static void
find_gaps (TvOverviewPage *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    TvRound *round = get_regular_round (self);

    tv_book_gaps_find_async (tv_workspace_get_store (self->workspace), year ? year->id : 0,
                             round ? round->id : 0, self->working, gaps_found_cb,
                             g_object_ref (self));
}

static void
worked_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvOverviewPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvOverview) overview
        = tv_overview_work_out_finish (TV_STORE (source), result, &error);

    if (!can_show (self, error))
        return;
    g_clear_pointer (&self->overview, tv_overview_unref);
    self->overview = g_steal_pointer (&overview);
    show_cards (self);
    show_sentences (self);
    show_what_is_known (self);
    find_gaps (self);
}

static void
work_out (TvOverviewPage *self)
{
    TvStore *store = tv_workspace_get_store (self->workspace);
    TvRound *round = get_regular_round (self);

    g_cancellable_cancel (self->working);
    g_clear_object (&self->working);
    self->working = g_cancellable_new ();
    tv_backup_line_refresh (self->backup_line, self->workspace);
    tv_overview_work_out_async (store, round ? round->code : NULL, self->working, worked_out_cb,
                                g_object_ref (self));
}

/* While a class is typed in on another page, each value would look through the whole book. */
static void
refresh (TvOverviewPage *self)
{
    self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
    if (!self->is_stale)
        work_out (self);
}

static void
changed_cb (TvOverviewPage *self, guint topics)
{
    refresh (self);
}

/* What the book lacks is no matter of a round. */
static TvRound *
find_round_of (TvOverviewPage *self, const GArray *children)
{
    gboolean is_of_round = children == self->overview->malnourished
                           || children == self->overview->obese
                           || children == self->overview->not_measured;

    return is_of_round && self->overview->rates ? self->overview->rates->round : NULL;
}

static void
show_list (TvOverviewPage *self, GtkListBoxRow *row)
{
    GArray *children = NULL;
    const char *title = tv_overview_facts_get_children (row, &children);

    if (title && children->len > 0)
        tv_workspace_show_children_of_round (self->workspace, title, find_round_of (self, children),
                                             (const gint64 *) (gpointer) children->data,
                                             children->len);
}

static void
care_activated_cb (TvOverviewPage *self, GtkListBoxRow *row)
{
    show_list (self, row);
}

static void
coverage_activated_cb (TvOverviewPage *self, GtkListBoxRow *row)
{
    show_list (self, row);
}

static void
deadline_activated_cb (TvOverviewPage *self, GtkListBoxRow *row)
{
    /* It holds the figures that each of these reports asks for. */
    tv_workspace_open_report (self->workspace, "annual-summary");
}

static void
tv_overview_page_map (GtkWidget *widget)
{
    TvOverviewPage *self = TV_OVERVIEW_PAGE (widget);

    GTK_WIDGET_CLASS (tv_overview_page_parent_class)->map (widget);
    if (self->is_stale)
        refresh (self);
}

static void
tv_overview_page_constructed (GObject *object)
{
    TvOverviewPage *self = TV_OVERVIEW_PAGE (object);

    G_OBJECT_CLASS (tv_overview_page_parent_class)->constructed (object);
    g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::year", G_CALLBACK (refresh), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::round", G_CALLBACK (refresh), self,
                             G_CONNECT_SWAPPED);
    work_out (self);
}

static void
tv_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    TvOverviewPage *self = TV_OVERVIEW_PAGE (object);

    switch (id) {
    case PROP_WORKSPACE:
        self->workspace = g_value_dup_object (value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tv_overview_page_dispose (GObject *object)
{
    TvOverviewPage *self = TV_OVERVIEW_PAGE (object);

    g_cancellable_cancel (self->working);
    g_clear_object (&self->working);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_OVERVIEW_PAGE);
    g_clear_pointer (&self->overview, tv_overview_unref);
    g_clear_pointer (&self->gaps, tv_book_gaps_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_overview_page_parent_class)->dispose (object);
}

static void
tv_overview_page_page_init (TvPageInterface *iface)
{
}

static void
tv_overview_page_class_init (TvOverviewPageClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_BACKUP_LINE);
    object_class->constructed = tv_overview_page_constructed;
    object_class->set_property = tv_overview_page_set_property;
    object_class->dispose = tv_overview_page_dispose;
    widget_class->map = tv_overview_page_map;
    properties[PROP_WORKSPACE]
        = g_param_spec_object ("workspace", NULL, NULL, TV_TYPE_WORKSPACE,
                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);

    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/overview/tv-overview-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, backup_line);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, card_box);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, care_list);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, coverage_list);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, deadline_list);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, go_on_button);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, list_box);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, measured_label);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, no_round_box);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, round_label);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, rule_label);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, no_target_box);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, no_target_label);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, small_box);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, small_label);
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, stack);
    gtk_widget_class_bind_template_callback (widget_class, care_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, coverage_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, deadline_activated_cb);
}

static void
tv_overview_page_init (TvOverviewPage *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tv_overview_page_new (TvWorkspace *workspace)
{
    return g_object_new (TV_TYPE_OVERVIEW_PAGE, "workspace", workspace, NULL);
}

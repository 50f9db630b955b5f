/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page: how the school stands against its targets, and who needs somebody's eye. It is
 * worked out anew whenever the book or the choice of year and round changes. */

#include "ui/overview/tv-overview-page-private.h"

#include "ui/overview/tv-overview-facts.h"
#include "ui/shell/tv-page.h"

static void tv_overview_page_page_init (TvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvOverviewPage, tv_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, tv_overview_page_page_init))

enum {
    PROP_0,
    PROP_WORKSPACE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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
    _tv_overview_page_show_what_is_known (self);
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
    _tv_overview_page_show_figures (self);
    _tv_overview_page_show_what_is_known (self);
    find_gaps (self);
    tv_due_view_refresh (self->due_view, self->workspace);
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
    g_type_ensure (TV_TYPE_DUE_VIEW);
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
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, due_view);
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

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history: filters, the list, and beside it what is opened. It is read only while it is seen.
 */

#include "ui/history/tv-history-page.h"

#include "ui/history/tv-history-detail.h"
#include "ui/history/tv-history-filter-bar.h"
#include "ui/history/tv-history-list.h"
#include "ui/shell/tv-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TvHistoryPage {
    GtkWidget parent_instance;

    GtkWidget *box;
    AdwLeaflet *leaflet;
    GtkWidget *list_box;
    GtkWidget *detail_box;
    TvHistoryFilterBar *filter_bar;
    TvHistoryList *list;
    TvHistoryDetail *detail;

    TvWorkspace *workspace;
    gboolean is_started; /* something was read */
};

enum {
    PROP_0,
    PROP_WORKSPACE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void tv_history_page_page_init (TvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvHistoryPage, tv_history_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, tv_history_page_page_init))

static void
read_all (TvHistoryPage *self)
{
    self->is_started = TRUE;
    tv_history_list_set_filter (self->list, tv_history_filter_bar_get_filter (self->filter_bar));
}

/* While nobody looks, nothing is read; the page catches up when it is seen. */
static void
refresh (TvHistoryPage *self)
{
    if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !tv_workspace_get_store (self->workspace))
        return;
    tv_history_filter_bar_read_choices (self->filter_bar);
    if (!self->is_started) {
        read_all (self);
        return;
    }
    tv_history_list_refresh (self->list);
    tv_history_detail_refresh (self->detail);
}

static void
filter_changed_cb (TvHistoryPage *self)
{
    adw_leaflet_set_visible_child (self->leaflet, self->list_box);
    if (tv_workspace_get_store (self->workspace))
        read_all (self);
}

/* On a narrow window what is opened takes the place of the list. */
static void
chosen_cb (TvHistoryPage *self, gint64 id)
{
    tv_history_detail_open (self->detail, id);
    adw_leaflet_set_visible_child (self->leaflet, id ? self->detail_box : self->list_box);
}

static void
back_cb (TvHistoryPage *self)
{
    adw_leaflet_set_visible_child (self->leaflet, self->list_box);
    gtk_widget_child_focus (self->list_box, GTK_DIR_TAB_FORWARD);
}

static void
tv_history_page_show_student (TvPage *page, gint64 student_id)
{
    tv_history_filter_bar_show_child (TV_HISTORY_PAGE (page)->filter_bar, student_id);
}

static void
tv_history_page_focus_search (TvPage *page)
{
    tv_history_filter_bar_focus_child (TV_HISTORY_PAGE (page)->filter_bar);
}

static void
tv_history_page_page_init (TvPageInterface *iface)
{
    iface->show_student = tv_history_page_show_student;
    iface->focus_search = tv_history_page_focus_search;
}

static void
tv_history_page_map (GtkWidget *widget)
{
    GTK_WIDGET_CLASS (tv_history_page_parent_class)->map (widget);
    refresh (TV_HISTORY_PAGE (widget));
}

static void
tv_history_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    TV_HISTORY_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
tv_history_page_constructed (GObject *object)
{
    TvHistoryPage *self = TV_HISTORY_PAGE (object);

    G_OBJECT_CLASS (tv_history_page_parent_class)->constructed (object);
    tv_history_filter_bar_set_workspace (self->filter_bar, self->workspace);
    tv_history_list_set_workspace (self->list, self->workspace);
    tv_history_detail_set_workspace (self->detail, self->workspace);
    g_signal_connect_object (self->workspace, "changed", G_CALLBACK (refresh), self,
                             G_CONNECT_SWAPPED);
}

static void
tv_history_page_dispose (GObject *object)
{
    TvHistoryPage *self = TV_HISTORY_PAGE (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_HISTORY_PAGE);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_history_page_parent_class)->dispose (object);
}

static void
tv_history_page_class_init (TvHistoryPageClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_HISTORY_DETAIL);
    g_type_ensure (TV_TYPE_HISTORY_FILTER_BAR);
    g_type_ensure (TV_TYPE_HISTORY_LIST);
    object_class->constructed = tv_history_page_constructed;
    object_class->set_property = tv_history_page_set_property;
    object_class->dispose = tv_history_page_dispose;
    widget_class->map = tv_history_page_map;
    properties[PROP_WORKSPACE]
        = g_param_spec_object ("workspace", NULL, NULL, TV_TYPE_WORKSPACE,
                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/history/tv-history-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvHistoryPage, box);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryPage, detail);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryPage, detail_box);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryPage, filter_bar);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryPage, leaflet);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryPage, list);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryPage, list_box);
    gtk_widget_class_bind_template_callback (widget_class, back_cb);
    gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
    gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
tv_history_page_init (TvHistoryPage *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tv_history_page_new (TvWorkspace *workspace)
{
    return g_object_new (TV_TYPE_HISTORY_PAGE, "workspace", workspace, NULL);
}

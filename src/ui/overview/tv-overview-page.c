/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page: how the school stands against its targets, and who needs somebody's eye. */

#include "ui/overview/tv-overview-page.h"

#include "ui/shell/tv-page.h"

struct _TvOverviewPage {
    GtkWidget parent_instance;

    TvWorkspace *workspace;

    GtkWidget *content;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (TvOverviewPage, tv_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, NULL))

enum {
    PROP_0,
    PROP_WORKSPACE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_OVERVIEW_PAGE);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_overview_page_parent_class)->dispose (object);
}

static void
tv_overview_page_class_init (TvOverviewPageClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    object_class->set_property = tv_overview_page_set_property;
    object_class->dispose = tv_overview_page_dispose;
    properties[PROP_WORKSPACE]
        = g_param_spec_object ("workspace", NULL, NULL, TV_TYPE_WORKSPACE,
                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);

    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/overview/tv-overview-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvOverviewPage, content);
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

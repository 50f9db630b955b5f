/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The papers of the class that is shown: the form to measure with, before, and its results, after.
 */

#include "ui/measuring/tv-measuring-page-private.h"

static void
open_report (GtkWidget *widget, const char *code)
{
    TvMeasuringPage *self = TV_MEASURING_PAGE (widget);

    if (!self->sheet)
        return;
    tv_measuring_grid_commit (self->grid);
    tv_workspace_open_class_report (self->workspace, code, self->sheet->class_->name);
}

static void
form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    open_report (widget, "measuring-form");
}

static void
results_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    open_report (widget, "class-list");
}

void
_tv_measuring_page_install_paper (GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action (widget_class, "measuring.form", NULL, form_action);
    gtk_widget_class_install_action (widget_class, "measuring.results", NULL, results_action);
}

/**
 * _tv_measuring_page_show_paper:
 *
 * Offers the papers to whom reports are open; who is weighed every month is in no class of its own.
 */
void
_tv_measuring_page_show_paper (TvMeasuringPage *self)
{
    gboolean has_class = self->sheet && self->sheet->class_->id != TV_MEASURING_ALL_CLASSES
                         && tv_workspace_may (self->workspace, TV_RIGHT_READ_RATES)
                         && tv_workspace_may (self->workspace, TV_RIGHT_READ_CHILDREN);

    gtk_widget_action_set_enabled (GTK_WIDGET (self), "measuring.form", has_class);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "measuring.results", has_class);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A card of the gallery. Its picture is the first page of the report as it would come out now. */

#include "ui/reports/tv-report-card.h"

#include "ui/reports/tv-report-sheet.h"

#define PICTURE_WIDTH_PT 150
#define PICTURE_HEIGHT_PT 212 /* of A4 at that width */

struct _TvReportCard {
    GtkButton parent_instance;
    TvWorkspace *workspace;
    const TvReportKind *kind;
    GCancellable *cancellable;
    GtkBox *picture_box;
    GtkLabel *title_label;
    GtkLabel *description_label;
};

G_DEFINE_FINAL_TYPE (TvReportCard, tv_report_card, GTK_TYPE_BUTTON)

static void
set_picture (TvReportCard *self, GtkWidget *picture)
{
    GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->picture_box));

    if (old)
        gtk_box_remove (self->picture_box, old);
    gtk_box_append (self->picture_box, picture);
}

static void
report_built_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvReportCard) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvReport) report = tv_report_build_finish (TV_STORE (source), result, &error);

    /* A report that cannot be made now has no picture; choosing the card says why. */
    if (report)
        set_picture (self, tv_report_sheet_new (report, 0, PICTURE_WIDTH_PT));
    else
        g_debug ("%s: %s", self->kind->code, error->message);
}

static void
tv_report_card_dispose (GObject *object)
{
    TvReportCard *self = TV_REPORT_CARD (object);

    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_report_card_parent_class)->dispose (object);
}

static void
tv_report_card_class_init (TvReportCardClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_report_card_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/reports/tv-report-card.ui");
    gtk_widget_class_bind_template_child (widget_class, TvReportCard, description_label);
    gtk_widget_class_bind_template_child (widget_class, TvReportCard, picture_box);
    gtk_widget_class_bind_template_child (widget_class, TvReportCard, title_label);
}

static void
tv_report_card_init (TvReportCard *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_widget_set_size_request (GTK_WIDGET (self->picture_box), PICTURE_WIDTH_PT * 96 / 72,
                                 PICTURE_HEIGHT_PT * 96 / 72);
}

/**
 * tv_report_card_new:
 * @workspace: the open book
 * @kind: which report
 *
 * Returns: (transfer floating): the card, without a picture until tv_report_card_load()
 */
GtkWidget *
tv_report_card_new (TvWorkspace *workspace, const TvReportKind *kind)
{
    TvReportCard *self = g_object_new (TV_TYPE_REPORT_CARD, NULL);

    self->workspace = g_object_ref (workspace);
    self->kind = kind;
    gtk_label_set_text (self->title_label, tv_report_kind_label (kind));
    gtk_label_set_text (self->description_label, tv_report_kind_description (kind));
    return GTK_WIDGET (self);
}

const TvReportKind *
tv_report_card_get_kind (TvReportCard *self)
{
    return self->kind;
}

/**
 * tv_report_card_load:
 *
 * Makes the picture anew from what the book holds now.
 */
void
tv_report_card_load (TvReportCard *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);

    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    self->cancellable = g_cancellable_new ();
    tv_report_build_async (tv_workspace_get_store (self->workspace), self->kind->code, NULL,
                           round ? round->code : NULL, self->cancellable, report_built_cb,
                           g_object_ref (self));
}

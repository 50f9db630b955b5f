/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure and the children behind it in one row of a list. */

#include "ui/rates/tv-count-row.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>

struct _TvCountRow {
    GtkListBoxRow parent_instance;

    GArray *student_ids; /* (nullable) */
    char *heading;       /* (nullable): over the list of children, if not the title */
    guint n;

    GtkLabel *title_label;
    GtkLabel *words_label;
    GtkLabel *count_label;
    GtkLabel *share_label;
    GtkWidget *arrow; /* keeps its place where there is nothing to open, so that figures align */
};

G_DEFINE_FINAL_TYPE (TvCountRow, tv_count_row, GTK_TYPE_LIST_BOX_ROW)

static void
tv_count_row_dispose (GObject *object)
{
    TvCountRow *self = TV_COUNT_ROW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_COUNT_ROW);
    g_clear_pointer (&self->student_ids, g_array_unref);
    g_clear_pointer (&self->heading, g_free);
    G_OBJECT_CLASS (tv_count_row_parent_class)->dispose (object);
}

static void
tv_count_row_class_init (TvCountRowClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_count_row_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/rates/tv-count-row.ui");
    gtk_widget_class_bind_template_child (widget_class, TvCountRow, arrow);
    gtk_widget_class_bind_template_child (widget_class, TvCountRow, count_label);
    gtk_widget_class_bind_template_child (widget_class, TvCountRow, share_label);
    gtk_widget_class_bind_template_child (widget_class, TvCountRow, title_label);
    gtk_widget_class_bind_template_child (widget_class, TvCountRow, words_label);
}

static void
tv_count_row_init (TvCountRow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_count_row_new:
 * @title: what is counted
 * @words: (nullable): a sentence about it
 *
 * Returns: (transfer floating): the row, without a count
 */
GtkWidget *
tv_count_row_new (const char *title, const char *words)
{
    TvCountRow *self = g_object_new (TV_TYPE_COUNT_ROW, NULL);

    gtk_label_set_label (self->title_label, title);
    gtk_label_set_label (self->words_label, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->words_label), words != NULL);
    return GTK_WIDGET (self);
}

/**
 * tv_count_row_set_count:
 * @n: how many children
 * @of: of how many, 0 to show no share
 */
void
tv_count_row_set_count (TvCountRow *self, guint n, guint of)
{
    g_autofree char *count = NULL, *percent = NULL, *share = NULL;

    self->n = n;
    gtk_widget_set_visible (GTK_WIDGET (self->share_label), of > 0);
    if (of == 0) {
        count = g_strdup_printf ("%u", n);
    } else {
        /* Translators: children counted of children measured, in a table. */
        count = g_strdup_printf (_ ("%u of %u"), n, of);
        percent = tv_number_format (100.0 * n / of, 1);
        /* Translators: a percentage; the space is a narrow one that does not break */
        share = g_strdup_printf (_ ("%s\u00a0%%"), percent);
    }
    gtk_label_set_label (self->count_label, count);
    gtk_label_set_label (self->share_label, share ? share : "");
}

guint
tv_count_row_get_count (TvCountRow *self)
{
    return self->n;
}

/**
 * tv_count_row_set_children:
 * @student_ids: (transfer full) (element-type gint64): whom the row opens; of nobody it opens
 *   nothing
 */
void
tv_count_row_set_children (TvCountRow *self, GArray *student_ids)
{
    g_clear_pointer (&self->student_ids, g_array_unref);
    self->student_ids = student_ids;
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), student_ids->len > 0);
    gtk_widget_set_opacity (self->arrow, student_ids->len > 0 ? 0.78 : 0);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                                 student_ids->len > 0 ? _ ("Show these children") : NULL);
}

/**
 * tv_count_row_set_heading:
 * @heading: stands over the list of the children, in place of the title
 */
void
tv_count_row_set_heading (TvCountRow *self, const char *heading)
{
    g_free (self->heading);
    self->heading = g_strdup (heading);
}

/**
 * tv_count_row_open:
 * @workspace: leads to the children
 */
void
tv_count_row_open (TvCountRow *self, TvWorkspace *workspace)
{
    const char *title = self->heading ? self->heading : gtk_label_get_label (self->title_label);

    if (self->student_ids && self->student_ids->len > 0)
        tv_workspace_show_children (workspace, title,
                                    (const gint64 *) (gpointer) self->student_ids->data,
                                    self->student_ids->len);
}

/**
 * tv_count_row_clear_list:
 * @list: loses all its rows
 */
void
tv_count_row_clear_list (GtkListBox *list)
{
    GtkWidget *row;

    while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
        gtk_list_box_remove (list, row);
}

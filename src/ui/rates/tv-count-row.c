/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure and the children behind it in one row of a list. */

#include "ui/rates/tv-count-row.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>

struct _TvCountRow {
    GtkListBoxRow parent_instance;

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

const char *
tv_count_row_get_title (TvCountRow *self)
{
    return gtk_label_get_label (self->title_label);
}

/**
 * tv_count_row_set_opens:
 * @opens: whether there are children to open
 */
void
tv_count_row_set_opens (TvCountRow *self, gboolean opens)
{
    /* Setting a tooltip asks the display where the pointer is. */
    if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (self)) == opens)
        return;
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), opens);
    gtk_widget_set_opacity (self->arrow, opens ? 0.78 : 0);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), opens ? _ ("Show these children") : NULL);
}

/**
 * tv_count_list_put:
 * @list: a list of these rows alone
 * @index: a row, at most one more than there are
 * @title: what it counts
 * @words: (nullable): a sentence about it
 *
 * Returns: (transfer none): the row, which may have counted something else before
 */
TvCountRow *
tv_count_list_put (GtkListBox *list, guint index, const char *title, const char *words)
{
    GtkListBoxRow *there = gtk_list_box_get_row_at_index (list, (int) index);
    TvCountRow *row = there ? TV_COUNT_ROW (there) : NULL;

    if (!row) {
        row = g_object_new (TV_TYPE_COUNT_ROW, NULL);
        gtk_list_box_append (list, GTK_WIDGET (row));
    }
    gtk_label_set_label (row->title_label, title);
    gtk_label_set_label (row->words_label, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (row->words_label), words != NULL);
    return row;
}

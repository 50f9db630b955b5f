/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two lines a change set, so that fourteen of them show on the usual laptop. */

#include "ui/history/tv-history-row.h"

#include <glib/gi18n.h>

struct _TvHistoryRow {
    GtkBox parent_instance;

    GtkLabel *what_label;
    GtkLabel *when_label;
    GtkLabel *about_label;
    GtkLabel *who_label;
    GtkLabel *undone_label;
};

G_DEFINE_FINAL_TYPE (TvHistoryRow, tv_history_row, GTK_TYPE_BOX)

static void
tv_history_row_class_init (TvHistoryRowClass *class_)
{
}

static GtkLabel *
add_label (GtkBox *line, gboolean is_wide, const char *style)
{
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
    if (is_wide) {
        gtk_widget_set_hexpand (label, TRUE);
        gtk_label_set_wrap (GTK_LABEL (label), TRUE);
        gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
    if (style)
        gtk_widget_add_css_class (label, style);
    gtk_box_append (line, label);
    return GTK_LABEL (label);
}

static GtkBox *
add_line (TvHistoryRow *self)
{
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

    gtk_box_append (GTK_BOX (self), line);
    return GTK_BOX (line);
}

static void
tv_history_row_init (TvHistoryRow *self)
{
    GtkBox *first, *second;

    gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
    gtk_widget_set_margin_top (GTK_WIDGET (self), 3);
    gtk_widget_set_margin_bottom (GTK_WIDGET (self), 3);
    gtk_widget_set_margin_start (GTK_WIDGET (self), 8);
    gtk_widget_set_margin_end (GTK_WIDGET (self), 8);
    first = add_line (self);
    self->what_label = add_label (first, TRUE, "heading");
    self->undone_label = add_label (first, FALSE, "caption-heading");
    self->when_label = add_label (first, FALSE, "numeric");
    second = add_line (self);
    self->about_label = add_label (second, TRUE, NULL);
    self->who_label = add_label (second, FALSE, "dim-label");
    gtk_label_set_ellipsize (self->who_label, PANGO_ELLIPSIZE_END);
    gtk_label_set_label (self->undone_label, C_ ("history", "taken back"));
}

GtkWidget *
tv_history_row_new (void)
{
    return g_object_new (TV_TYPE_HISTORY_ROW, NULL);
}

/**
 * tv_history_row_show:
 * @line: a change set in words
 */
void
tv_history_row_show (TvHistoryRow *self, const TvHistoryLine *line)
{
    gtk_label_set_label (self->what_label, line->what);
    gtk_label_set_label (self->when_label, line->when);
    gtk_label_set_label (self->about_label, line->about);
    gtk_label_set_label (self->who_label, line->who);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->who_label), line->who);
    gtk_widget_set_visible (GTK_WIDGET (self->undone_label), line->is_undone);
}

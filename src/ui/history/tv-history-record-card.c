/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A card a record. What was added or deleted has one column of values, what was changed two with an
 * arrow between them. */

#include "ui/history/tv-history-record-card.h"

#include <glib/gi18n.h>

struct _TvHistoryRecordCard {
    GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TvHistoryRecordCard, tv_history_record_card, GTK_TYPE_BOX)

static void
tv_history_record_card_class_init (TvHistoryRecordCardClass *class_)
{
}

static void
tv_history_record_card_init (TvHistoryRecordCard *self)
{
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
    gtk_box_set_spacing (GTK_BOX (self), 6);
    gtk_widget_add_css_class (GTK_WIDGET (self), "card");
    gtk_widget_add_css_class (GTK_WIDGET (self), "history-record");
}

static GtkWidget *
make_label (const char *text, const char *style)
{
    GtkWidget *label = gtk_label_new (text);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_yalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    if (style)
        gtk_widget_add_css_class (label, style);
    return label;
}

static const char *
action_label (TvAction action)
{
    switch (action) {
    case TV_ACTION_INSERT:
        return C_ ("history", "added");
    case TV_ACTION_UPDATE:
        return C_ ("history", "changed");
    default:
        return C_ ("history", "deleted");
    }
}

static void
add_heading (TvHistoryRecordCard *self, const TvHistoryRecord *record)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
    GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *action = make_label (action_label (record->action), "caption-heading");

    gtk_widget_set_hexpand (names, TRUE);
    gtk_box_append (GTK_BOX (names), make_label (record->label, "heading"));
    if (*record->name)
        gtk_box_append (GTK_BOX (names), make_label (record->name, NULL));
    gtk_label_set_wrap (GTK_LABEL (action), FALSE);
    gtk_box_append (GTK_BOX (box), names);
    /* Nothing in the book was changed by a look at it. */
    if (!record->is_access)
        gtk_box_append (GTK_BOX (box), action);
    gtk_box_append (GTK_BOX (self), box);
}

static GtkWidget *
make_value (const char *value)
{
    if (value)
        return make_label (value, "numeric");
    return make_label (C_ ("history", "nothing"), "dim-label");
}

static void
add_field (GtkGrid *grid, int row, const TvHistoryField *field, TvAction action)
{
    GtkWidget *name = make_label (field->name, "dim-label");
    int column = 1;

    gtk_label_set_max_width_chars (GTK_LABEL (name), 22);
    gtk_grid_attach (grid, name, 0, row, 1, 1);
    if (action != TV_ACTION_INSERT)
        gtk_grid_attach (grid, make_value (field->before), column++, row, 1, 1);
    if (action == TV_ACTION_UPDATE)
        gtk_grid_attach (grid, make_label ("→", "dim-label"), column++, row, 1, 1);
    if (action != TV_ACTION_DELETE)
        gtk_grid_attach (grid, make_value (field->after), column, row, 1, 1);
}

static void
add_fields (TvHistoryRecordCard *self, const TvHistoryRecord *record)
{
    GtkWidget *grid = gtk_grid_new ();

    gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
    gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
    for (guint i = 0; i < record->fields->len; i++)
        add_field (GTK_GRID (grid), (int) i, record->fields->pdata[i], record->action);
    gtk_box_append (GTK_BOX (self), grid);
}

static const char *
explain_absence (const TvHistoryRecord *record)
{
    if (record->is_erased)
        return _ ("The values were erased on somebody’s lawful request.");
    if (record->is_hidden)
        return _ ("The values are not shown to you.");
    return _ ("Nothing that people read was changed.");
}

/**
 * tv_history_record_card_new:
 * @record: what happened to it
 *
 * Returns: (transfer floating): it to look at
 */
GtkWidget *
tv_history_record_card_new (const TvHistoryRecord *record)
{
    TvHistoryRecordCard *self = g_object_new (TV_TYPE_HISTORY_RECORD_CARD, NULL);

    add_heading (self, record);
    if (record->fields->len > 0)
        add_fields (self, record);
    else
        gtk_box_append (GTK_BOX (self), make_label (explain_absence (record), "dim-label"));
    return GTK_WIDGET (self);
}

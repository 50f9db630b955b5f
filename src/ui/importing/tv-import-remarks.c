/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong in one row of the plan, each remark with a field in which to put it right. */

#include "ui/importing/tv-import-remarks.h"

#include <glib/gi18n.h>

typedef struct {
    guint index;
    char *field;
    TvImportCorrected corrected;
    gpointer user_data;
} Correction;

static void
free_correction (gpointer data, GClosure *closure)
{
    Correction *correction = data;

    g_free (correction->field);
    g_free (correction);
}

static void
entry_activated_cb (GtkEntry *entry, Correction *correction)
{
    g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
    g_autofree char *field = g_strdup (correction->field);

    correction->corrected (correction->index, field, text, correction->user_data);
}

static void
button_clicked_cb (GtkButton *button, GtkEntry *entry)
{
    g_signal_emit_by_name (entry, "activate");
}

static GtkWidget *
make_entry (const TvImportRemark *remark, Correction *correction)
{
    GtkWidget *entry = gtk_entry_new ();
    const char *label = tv_import_field_label (remark->field);

    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
    if (remark->proposal)
        gtk_editable_set_text (GTK_EDITABLE (entry), remark->proposal);
    gtk_editable_set_width_chars (GTK_EDITABLE (entry), 18);
    gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
    g_signal_connect_data (entry, "activate", G_CALLBACK (entry_activated_cb), correction,
                           free_correction, 0);
    return entry;
}

static GtkWidget *
make_line (const TvImportRemark *remark, guint index, TvImportCorrected corrected,
           gpointer user_data)
{
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *sentence = gtk_label_new (remark->sentence);
    Correction *correction;
    GtkWidget *entry, *button;

    gtk_label_set_xalign (GTK_LABEL (sentence), 0);
    gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
    gtk_widget_set_hexpand (sentence, TRUE);
    gtk_box_append (GTK_BOX (line), sentence);
    if (!remark->field || !*remark->field)
        return line;
    correction = g_new0 (Correction, 1);
    correction->index = index;
    correction->field = g_strdup (remark->field);
    correction->corrected = corrected;
    correction->user_data = user_data;
    entry = make_entry (remark, correction);
    button = gtk_button_new_with_mnemonic (_ ("_Correct"));
    g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), entry, 0);
    gtk_box_append (GTK_BOX (line), entry);
    gtk_box_append (GTK_BOX (line), button);
    return line;
}

/**
 * tv_import_remarks_fill:
 * @box: emptied, then filled
 * @row: (nullable): the row of the plan
 * @index: its index
 * @corrected: called with what somebody typed for a field; it may fill the box anew
 * @user_data: for it
 */
void
tv_import_remarks_fill (GtkBox *box, const TvImportRow *row, guint index,
                        TvImportCorrected corrected, gpointer user_data)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
        gtk_box_remove (box, child);
    for (guint i = 0; row && i < row->remarks->len; i++)
        gtk_box_append (
            box, make_line (g_ptr_array_index (row->remarks, i), index, corrected, user_data));
}

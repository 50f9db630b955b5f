/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The step in which a person sees, and corrects, which column of the file is what. */

#include "ui/importing/tv-import-columns.h"

#include <glib/gi18n.h>

/* A combo row knows the column it stands for. */
typedef struct {
    TvImportPlan *plan;
    char *sheet;
    char *column;
    void (*changed) (gpointer user_data);
    gpointer user_data;
} Choice;

static void
free_choice (gpointer data, GClosure *closure)
{
    Choice *choice = data;

    g_object_unref (choice->plan);
    g_free (choice->sheet);
    g_free (choice->column);
    g_free (choice);
}

static void
field_selected_cb (AdwComboRow *row, GParamSpec *pspec, Choice *choice)
{
    g_autoptr (GPtrArray) fields = tv_import_plan_fields ();
    guint selected = adw_combo_row_get_selected (row);
    const char *field = selected == 0 ? NULL : g_ptr_array_index (fields, selected - 1);

    tv_import_plan_map_column (choice->plan, choice->sheet, choice->column, field);
    choice->changed (choice->user_data);
}

static GtkStringList *
list_field_labels (GPtrArray *fields)
{
    GtkStringList *labels = gtk_string_list_new (NULL);

    gtk_string_list_append (labels, _ ("Pass over"));
    for (guint i = 0; i < fields->len; i++)
        gtk_string_list_append (labels, tv_import_field_label (g_ptr_array_index (fields, i)));
    return labels;
}

static GtkWidget *
make_row (TvImportPlan *plan, const TvImportColumn *column, GPtrArray *fields, GCallback changed,
          gpointer user_data)
{
    GtkWidget *row = adw_combo_row_new ();
    g_autoptr (GtkStringList) labels = list_field_labels (fields);
    g_autofree char *title = g_markup_escape_text (column->header, -1);
    /* Translators: a sheet of a spreadsheet and the letter of a column in it. */
    g_autofree char *place
        = g_strdup_printf (_ ("Sheet “%s”, column %s"), column->sheet, column->column);
    g_autofree char *subtitle = g_markup_escape_text (place, -1);
    Choice *choice = g_new0 (Choice, 1);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
    for (guint i = 0; column->field && i < fields->len; i++) {
        if (g_str_equal (g_ptr_array_index (fields, i), column->field))
            adw_combo_row_set_selected (ADW_COMBO_ROW (row), i + 1);
    }
    choice->plan = g_object_ref (plan);
    choice->sheet = g_strdup (column->sheet);
    choice->column = g_strdup (column->column);
    choice->changed = (void (*) (gpointer)) changed;
    choice->user_data = user_data;
    g_signal_connect_data (row, "notify::selected", G_CALLBACK (field_selected_cb), choice,
                           free_choice, 0);
    return row;
}

/**
 * tv_import_columns_fill:
 * @group: where the rows go
 * @plan: the plan whose columns they are
 * @changed: (scope call): void (*) (gpointer), called after a person has chosen another field
 * @user_data: for it
 *
 * Returns: (transfer container) (element-type GtkWidget): the rows added, to take them out again
 */
GPtrArray *
tv_import_columns_fill (AdwPreferencesGroup *group, TvImportPlan *plan, GCallback changed,
                        gpointer user_data)
{
    g_autoptr (GPtrArray) columns = tv_import_plan_columns (plan);
    g_autoptr (GPtrArray) fields = tv_import_plan_fields ();
    GPtrArray *rows = g_ptr_array_new ();

    for (guint i = 0; i < columns->len; i++) {
        GtkWidget *row
            = make_row (plan, g_ptr_array_index (columns, i), fields, changed, user_data);

        adw_preferences_group_add (group, row);
        g_ptr_array_add (rows, row);
    }
    return rows;
}

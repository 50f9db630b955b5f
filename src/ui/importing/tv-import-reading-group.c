/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program makes of a file's letters and dates, for whoever knows better. Most files leave
 * no choice, and then there is nothing of this to be seen. */

#include "ui/importing/tv-import-reading-group.h"

#include <glib/gi18n.h>

struct _TvImportReadingGroup {
    AdwPreferencesGroup parent_instance;
    TvImportPlan *plan;
    AdwComboRow *charset_row;
    AdwComboRow *date_order_row;
    GPtrArray *example_rows; /* of GtkWidget, owned by the group */
    gboolean is_filling;
};

enum {
    CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvImportReadingGroup, tv_import_reading_group, ADW_TYPE_PREFERENCES_GROUP)

static void
fill_choices (AdwComboRow *row, GStrv labels, guint selected)
{
    g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) labels);

    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "");
    adw_combo_row_set_model (row, G_LIST_MODEL (model));
    adw_combo_row_set_selected (row, selected);
}

static void
add_example (TvImportReadingGroup *self, const TvImportExample *example)
{
    GtkWidget *row = adw_action_row_new ();
    /* Translators: %s is a name as it stands in a file, in letters that cannot be read. */
    g_autofree char *before = g_strdup_printf (_ ("In the file: %s"), example->before);
    g_autofree char *title = g_markup_escape_text (example->after, -1);
    g_autofree char *subtitle = g_markup_escape_text (before, -1);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    g_ptr_array_add (self->example_rows, row);
}

static void
fill_examples (TvImportReadingGroup *self)
{
    for (guint i = 0; i < self->example_rows->len; i++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                      g_ptr_array_index (self->example_rows, i));
    g_ptr_array_set_size (self->example_rows, 0);
    for (guint i = 0; i < tv_import_plan_n_examples (self->plan); i++) {
        TvImportExample example = tv_import_plan_example (self->plan, i);

        add_example (self, &example);
    }
}

/* Says under the choice why it did not hold. */
static void
settle (TvImportReadingGroup *self, AdwComboRow *row, gboolean is_good, guint standing)
{
    adw_action_row_set_subtitle (
        ADW_ACTION_ROW (row),
        is_good ? "" : _ ("Read so, no column of the file is one of names; it stays as it was."));
    if (is_good) {
        fill_examples (self);
        g_signal_emit (self, signals[CHANGED], 0);
        return;
    }
    adw_combo_row_set_selected (row, standing);
}

static void
charset_selected_cb (TvImportReadingGroup *self)
{
    guint selected = adw_combo_row_get_selected (self->charset_row);

    if (self->is_filling || selected == GTK_INVALID_LIST_POSITION
        || selected == tv_import_plan_get_charset (self->plan))
        return;
    settle (self, self->charset_row, tv_import_plan_set_charset (self->plan, selected),
            tv_import_plan_get_charset (self->plan));
}

static void
date_order_selected_cb (TvImportReadingGroup *self)
{
    guint selected = adw_combo_row_get_selected (self->date_order_row);

    if (self->is_filling || selected == GTK_INVALID_LIST_POSITION
        || selected == tv_import_plan_get_date_order (self->plan))
        return;
    settle (self, self->date_order_row, tv_import_plan_set_date_order (self->plan, selected),
            tv_import_plan_get_date_order (self->plan));
}

static AdwComboRow *
add_choice (TvImportReadingGroup *self, const char *title, GCallback selected)
{
    GtkWidget *row = adw_combo_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    g_signal_connect_object (row, "notify::selected", selected, self, G_CONNECT_SWAPPED);
    return ADW_COMBO_ROW (row);
}

static void
tv_import_reading_group_dispose (GObject *object)
{
    TvImportReadingGroup *self = TV_IMPORT_READING_GROUP (object);

    g_clear_object (&self->plan);
    g_clear_pointer (&self->example_rows, g_ptr_array_unref);
    G_OBJECT_CLASS (tv_import_reading_group_parent_class)->dispose (object);
}

static void
tv_import_reading_group_class_init (TvImportReadingGroupClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = tv_import_reading_group_dispose;
    signals[CHANGED] = g_signal_new ("changed", TV_TYPE_IMPORT_READING_GROUP, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tv_import_reading_group_init (TvImportReadingGroup *self)
{
    self->example_rows = g_ptr_array_new ();
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("How the file is written"));
    self->date_order_row
        = add_choice (self, _ ("Dates are read"), G_CALLBACK (date_order_selected_cb));
    self->charset_row = add_choice (self, _ ("Text is read as"), G_CALLBACK (charset_selected_cb));
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tv_import_reading_group_set_plan:
 * @plan: a plan that was just read
 */
void
tv_import_reading_group_set_plan (TvImportReadingGroup *self, TvImportPlan *plan)
{
    gboolean has_charsets = tv_import_plan_has_charsets (plan);
    gboolean has_orders = tv_import_plan_has_date_orders (plan);
    g_auto (GStrv) charsets = tv_import_plan_charset_labels (plan);
    g_auto (GStrv) orders = tv_import_plan_date_order_labels (plan);

    g_set_object (&self->plan, plan);
    self->is_filling = TRUE;
    fill_choices (self->charset_row, charsets, tv_import_plan_get_charset (plan));
    fill_choices (self->date_order_row, orders, tv_import_plan_get_date_order (plan));
    self->is_filling = FALSE;
    gtk_widget_set_visible (GTK_WIDGET (self->charset_row), has_charsets);
    gtk_widget_set_visible (GTK_WIDGET (self->date_order_row), has_orders);
    gtk_widget_set_visible (GTK_WIDGET (self), has_charsets || has_orders);
    fill_examples (self);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/ui/tv-form-test.h"

#include <adwaita.h>

/**
 * tv_form_test_find_window:
 *
 * Returns: (transfer none) (nullable): a window of that type, if one is shown
 */
GtkWidget *
tv_form_test_find_window (GType type)
{
    GListModel *windows = gtk_window_get_toplevels ();

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
        g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

        if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
            return window;
    }
    return NULL;
}

void
tv_form_test_type (GtkWidget *dialog, const char *title, const char *text)
{
    GtkWidget *row = tv_ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, title);

    g_assert_nonnull (row);
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

gboolean
tv_form_test_can_accept (GtkWidget *dialog)
{
    return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept");
}

void
tv_form_test_accept (GtkWidget *dialog)
{
    g_assert_true (tv_form_test_can_accept (dialog));
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
    gtk_window_destroy (GTK_WINDOW (dialog));
}

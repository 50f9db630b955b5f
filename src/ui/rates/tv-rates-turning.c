/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Turning the parts by keys, and keeping the chosen one's button in sight. */

#include "ui/rates/tv-rates-turning.h"

/* Returns the place of the chosen part. */
static guint
find_chosen (GtkStack *sections)
{
    g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (sections);
    guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

    for (guint i = 0; i < n; i++) {
        if (gtk_selection_model_is_selected (pages, i))
            return i;
    }
    return 0;
}

static gboolean
turn_cb (GtkWidget *page, GVariant *step, gpointer user_data)
{
    GtkStack *sections = user_data;
    g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (sections);
    int n = (int) g_list_model_get_n_items (G_LIST_MODEL (pages));

    if (n == 0 || !gtk_widget_get_mapped (GTK_WIDGET (sections)))
        return FALSE;
    gtk_selection_model_select_item (
        pages, (guint) (((int) find_chosen (sections) + g_variant_get_int32 (step) + n) % n), TRUE);
    return TRUE;
}

static void
add_shortcut (GtkShortcutController *controller, guint key, int step, GtkStack *sections)
{
    GtkShortcut *shortcut = gtk_shortcut_new (
        gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
        gtk_callback_action_new (turn_cb, g_object_ref (sections), g_object_unref));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
    gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/**
 * tv_rates_turning_add_keys:
 * @page: the page
 * @sections: its parts
 *
 * Ctrl+Page Down goes to the next part, Ctrl+Page Up to the one before, and around at the ends.
 * Scrolled windows know these keys, too, so the page takes them first; where the focus is in
 * another part of the window, it takes them last.
 */
void
tv_rates_turning_add_keys (GtkWidget *page, GtkStack *sections)
{
    for (int is_global = 0; is_global < 2; is_global++) {
        GtkEventController *controller = gtk_shortcut_controller_new ();
        GtkShortcutController *shortcuts = GTK_SHORTCUT_CONTROLLER (controller);

        add_shortcut (shortcuts, GDK_KEY_Page_Down, 1, sections);
        add_shortcut (shortcuts, GDK_KEY_KP_Page_Down, 1, sections);
        add_shortcut (shortcuts, GDK_KEY_Page_Up, -1, sections);
        add_shortcut (shortcuts, GDK_KEY_KP_Page_Up, -1, sections);
        if (is_global)
            gtk_shortcut_controller_set_scope (shortcuts, GTK_SHORTCUT_SCOPE_GLOBAL);
        else
            gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
        gtk_widget_add_controller (page, controller);
    }
}

/**
 * tv_rates_turning_show_button:
 * @switcher: has a button for each part
 * @sections: the parts
 * @adjustment: how far the switcher is scrolled
 *
 * On a narrow window the chosen part's button may be out of sight: brings it back.
 */
void
tv_rates_turning_show_button (GtkWidget *switcher, GtkStack *sections, GtkAdjustment *adjustment)
{
    GtkWidget *button = gtk_widget_get_first_child (switcher);
    graphene_rect_t bounds;

    for (guint i = find_chosen (sections); button && i > 0; i--)
        button = gtk_widget_get_next_sibling (button);
    if (button && gtk_widget_compute_bounds (button, switcher, &bounds))
        gtk_adjustment_clamp_page (adjustment, bounds.origin.x,
                                   bounds.origin.x + bounds.size.width);
}

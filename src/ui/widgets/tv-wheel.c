/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table that may be moved sideways stands on a page that is moved up and down. */

#include "ui/widgets/tv-wheel.h"

/**
 * tv_wheel_let_pass:
 * @scrolled_window: one that never moves its child up or down
 *
 * A scrolled window keeps the turns of the wheel for itself, also those that move nothing in it,
 * and the page under the pointer seems to be stuck. From now on it takes none but those sideways,
 * if it moves its child that way, and leaves the others to the page.
 */
void
tv_wheel_let_pass (GtkScrolledWindow *scrolled_window)
{
    GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (scrolled_window));
    GtkEventControllerScrollFlags flags = GTK_EVENT_CONTROLLER_SCROLL_NONE;
    GtkPolicyType sideways, upright;

    gtk_scrolled_window_get_policy (scrolled_window, &sideways, &upright);
    if (sideways != GTK_POLICY_NEVER)
        flags |= GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL;
    if (upright != GTK_POLICY_NEVER)
        flags |= GTK_EVENT_CONTROLLER_SCROLL_VERTICAL;
    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
        g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

        if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
            gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller), flags);
    }
    g_object_unref (controllers);
}

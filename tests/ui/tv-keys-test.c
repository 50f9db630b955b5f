/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Real keys: GTK 4 has none of its own to send, so xdotool presses them. */

#include "tests/ui/tv-keys-test.h"

#include <gdk/x11/gdkx.h>

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GError) error = NULL;

    g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
    g_assert_no_error (error);
    *(gboolean *) user_data = TRUE;
}

static void
run (const char *const *command)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GSubprocess) process
        = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
    gboolean has_ended = FALSE;

    g_assert_no_error (error);
    g_subprocess_wait_async (process, NULL, ended_cb, &has_ended);
    tv_test_wait_until (has_ended);
}

/**
 * tv_keys_test_take_keyboard_for:
 * @window: a window that is shown
 *
 * Gives it the keyboard; without a window manager nobody else does.
 */
void
tv_keys_test_take_keyboard_for (GtkWindow *window)
{
    GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
    g_autofree char *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));

    tv_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
    run ((const char *[]){ "xdotool", "windowfocus", id, NULL });
    tv_test_wait_until (gtk_window_is_active (window));
}

void
tv_keys_test_take_keyboard (TvUiTest *test)
{
    tv_keys_test_take_keyboard_for (GTK_WINDOW (test->window));
}

/**
 * tv_keys_test_press:
 * @key: as xdotool names it: "Return", "ctrl+z"
 */
void
tv_keys_test_press (const char *key)
{
    run ((const char *[]){ "xdotool", "key", "--clearmodifiers", key, NULL });
}

/**
 * tv_keys_test_type:
 * @text: letters and digits
 */
void
tv_keys_test_type (const char *text)
{
    run ((const char *[]){ "xdotool", "type", "--delay", "4", text, NULL });
}

/**
 * tv_keys_test_click:
 * @widget: something in the window, in its middle
 */
void
tv_keys_test_click (TvUiTest *test, GtkWidget *widget)
{
    tv_keys_test_click_with (test, widget, 1);
}

/**
 * tv_keys_test_click_with:
 * @widget: something in the window, in its middle
 * @button: 1 for the left button, 3 for the right one
 */
void
tv_keys_test_click_with (TvUiTest *test, GtkWidget *widget, int button)
{
    g_autofree char *number = g_strdup_printf ("%d", button);
    graphene_point_t middle = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget) / 2,
                                                   (float) gtk_widget_get_height (widget) / 2);
    GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (test->window));
    g_autofree char *window = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
    g_autofree char *x = NULL, *y = NULL;
    double shadow_x, shadow_y;

    g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (test->window), &middle, &middle));
    gtk_native_get_surface_transform (GTK_NATIVE (test->window), &shadow_x, &shadow_y);
    x = g_strdup_printf ("%d", (int) (middle.x + shadow_x));
    y = g_strdup_printf ("%d", (int) (middle.y + shadow_y));
    run ((const char *[]){ "xdotool", "mousemove", "--window", window, x, y, "click", number,
                           NULL });
}

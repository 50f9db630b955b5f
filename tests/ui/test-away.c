/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The machine goes to sleep: the log-in service, played here on a bus of the test's own, waits
 * until the book is locked. */

#include "tests/ui/tv-door-test.h"

#include "ui/shell/tv-window-private.h"

#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <unistd.h>

static const char service_xml[] = "<node><interface name='org.freedesktop.login1.Manager'>"
                                  "<method name='Inhibit'>"
                                  "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
                                  "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
                                  "<arg type='h' direction='out'/></method>"
                                  "</interface></node>";

/* One who asked for a delay holds the writing end of a pipe; when the reading end says that it has
 * ended, sleep may begin. */
typedef struct {
    GTestDBus *bus;
    GDBusConnection *connection;
    int reading_end; /* -1: nobody has asked */
} Service;

static Service service = { .reading_end = -1 };

static void
called_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
           const char *method, GVariant *arguments, GDBusMethodInvocation *invocation,
           gpointer user_data)
{
    g_autoptr (GUnixFDList) list = g_unix_fd_list_new ();
    const char *what, *who, *why, *mode;
    int ends[2];

    g_variant_get (arguments, "(&s&s&s&s)", &what, &who, &why, &mode);
    g_assert_cmpstr (what, ==, "sleep");
    g_assert_cmpstr (mode, ==, "delay");
    g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
    g_assert_true (g_unix_set_fd_nonblocking (ends[0], TRUE, NULL));
    if (service.reading_end >= 0)
        close (service.reading_end);
    service.reading_end = ends[0];
    g_assert_cmpint (g_unix_fd_list_append (list, ends[1], NULL), ==, 0);
    close (ends[1]);
    g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0),
                                                             list);
}

static void
start_service (void)
{
    static const GDBusInterfaceVTable table = { .method_call = called_cb };
    g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (service_xml, NULL);
    g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));
    g_autoptr (GVariant) answer = NULL;
    g_autoptr (GError) error = NULL;

    service.bus = g_test_dbus_new (G_TEST_DBUS_NONE);
    g_test_dbus_up (service.bus);
    g_setenv ("DISPLAY", display, TRUE); /* which that takes away */
    g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (service.bus), TRUE);
    g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
    service.connection = g_dbus_connection_new_for_address_sync (
        g_test_dbus_get_bus_address (service.bus),
        G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
            | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
        NULL, NULL, &error);
    g_assert_no_error (error);
    g_dbus_connection_register_object (service.connection, "/org/freedesktop/login1",
                                       info->interfaces[0], &table, NULL, NULL, &error);
    g_assert_no_error (error);
    answer = g_dbus_connection_call_sync (
        service.connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
        "RequestName", g_variant_new ("(su)", "org.freedesktop.login1", 0), NULL,
        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
    g_assert_no_error (error);
}

static void
tell_of_sleep (gboolean is_going)
{
    g_autoptr (GError) error = NULL;

    g_dbus_connection_emit_signal (service.connection, NULL, "/org/freedesktop/login1",
                                   "org.freedesktop.login1.Manager", "PrepareForSleep",
                                   g_variant_new ("(b)", is_going), &error);
    g_assert_no_error (error);
}

/* Nothing can be read of a pipe that is held, and its end of one that is not. */
static gboolean
may_sleep (void)
{
    char byte;

    return service.reading_end >= 0 && read (service.reading_end, &byte, 1) == 0;
}

static void
test_sleep (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 30);
    int first;

    tv_test_wait_until (service.reading_end >= 0);
    first = service.reading_end;
    g_assert_false (may_sleep ());
    tell_of_sleep (TRUE);
    tv_test_wait_until (tv_window_is_locked (test->window));
    tv_test_wait_until (may_sleep ());
    g_assert_true (tv_store_is_locked (test->store));

    /* The next time it waits again. */
    tell_of_sleep (FALSE);
    tv_test_wait_until (service.reading_end != first || !may_sleep ());
    g_assert_true (tv_window_is_locked (test->window));
    tell_of_sleep (TRUE);
    tv_test_wait_until (may_sleep ());
}

int
main (int argc, char **argv)
{
    int status;

    start_service ();
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/away/sleep", test_sleep);
    status = g_test_run ();
    g_clear_object (&service.connection);
    g_test_dbus_stop (service.bus);
    g_clear_object (&service.bus);
    return status;
}

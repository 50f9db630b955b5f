/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Idle minutes are counted here, from the events that the program's own windows get: whoever works
 * in another program for that long has left the children's records open behind it. Sleep is told by
 * the system's log-in service, which waits a moment for whoever asks it to; where there is none,
 * the other two still hold. */

#include "ui/sign-in/tv-away-watch.h"

#include "ui/shell/tv-settings.h"

#include <gio/gunixfdlist.h>

#define LOGIN_NAME "org.freedesktop.login1"
#define LOGIN_PATH "/org/freedesktop/login1"
#define LOGIN_INTERFACE "org.freedesktop.login1.Manager"

struct _TvAwayWatch {
    GObject parent_instance;

    guint idle_timer;
    GDBusConnection *system_bus; /* (nullable) */
    guint sleep_subscription;
    GCancellable *cancellable;
    GUnixFDList *delay; /* (nullable): sleep waits until it is closed */
};

G_DEFINE_FINAL_TYPE (TvAwayWatch, tv_away_watch, G_TYPE_OBJECT)

enum {
    AWAY,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
idle_cb (gpointer user_data)
{
    TvAwayWatch *self = user_data;

    self->idle_timer = 0;
    g_signal_emit (self, signals[AWAY], 0);
    return G_SOURCE_REMOVE;
}

static void
count_anew (TvAwayWatch *self)
{
    guint minutes = g_settings_get_uint (tv_settings_get (), "lock-after-minutes");

    g_clear_handle_id (&self->idle_timer, g_source_remove);
    if (minutes > 0)
        self->idle_timer = g_timeout_add_seconds (minutes * 60, idle_cb, self);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, TvAwayWatch *self)
{
    switch (gdk_event_get_event_type (event)) {
    case GDK_KEY_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_BUTTON_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
        count_anew (self);
        break;
    default:
        break;
    }
    return FALSE;
}

static void
toplevels_changed_cb (TvAwayWatch *self, guint position, guint n_removed, guint n_added,
                      GListModel *toplevels)
{
    for (guint i = 0; i < n_added; i++) {
        g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, position + i);
        GtkEventController *events = gtk_event_controller_legacy_new ();

        gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
        g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
        gtk_widget_add_controller (window, events);
    }
}

static void
screensaver_cb (TvAwayWatch *self, GParamSpec *pspec, GtkApplication *application)
{
    gboolean is_active;

    g_object_get (application, "screensaver-active", &is_active, NULL);
    if (is_active)
        g_signal_emit (self, signals[AWAY], 0);
}

static void
delay_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvAwayWatch) self = user_data;
    g_autoptr (GUnixFDList) delay = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (
        G_DBUS_CONNECTION (source), &delay, result, &error);

    if (!answer)
        g_debug ("Sleep will not wait for the lock: %s", error->message);
    else if (self->cancellable)
        g_set_object (&self->delay, delay);
}

static void
take_delay (TvAwayWatch *self)
{
    g_dbus_connection_call_with_unix_fd_list (
        self->system_bus, LOGIN_NAME, LOGIN_PATH, LOGIN_INTERFACE, "Inhibit",
        g_variant_new ("(ssss)", "sleep", "Tầm Vóc", "The record book is locked first", "delay"),
        G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, self->cancellable, delay_taken_cb,
        g_object_ref (self));
}

static void
sleep_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
          const char *signal, GVariant *parameters, gpointer user_data)
{
    TvAwayWatch *self = user_data;
    gboolean is_going;

    if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
        return;
    g_variant_get (parameters, "(b)", &is_going);
    if (is_going)
        g_signal_emit (self, signals[AWAY], 0);
    else
        take_delay (self);
}

static void
system_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvAwayWatch) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

    if (!bus) {
        g_debug ("Sleep is not noticed: %s", error->message);
        return;
    }
    if (!self->cancellable)
        return;
    self->system_bus = g_steal_pointer (&bus);
    self->sleep_subscription = g_dbus_connection_signal_subscribe (
        self->system_bus, LOGIN_NAME, LOGIN_INTERFACE, "PrepareForSleep", LOGIN_PATH, NULL,
        G_DBUS_SIGNAL_FLAGS_NONE, sleep_cb, self, NULL);
    take_delay (self);
}

static void
tv_away_watch_dispose (GObject *object)
{
    TvAwayWatch *self = TV_AWAY_WATCH (object);

    g_clear_handle_id (&self->idle_timer, g_source_remove);
    if (self->sleep_subscription)
        g_dbus_connection_signal_unsubscribe (self->system_bus, self->sleep_subscription);
    self->sleep_subscription = 0;
    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    g_clear_object (&self->delay);
    g_clear_object (&self->system_bus);
    G_OBJECT_CLASS (tv_away_watch_parent_class)->dispose (object);
}

static void
tv_away_watch_class_init (TvAwayWatchClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_away_watch_dispose;
    signals[AWAY] = g_signal_new ("away", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
tv_away_watch_init (TvAwayWatch *self)
{
    GListModel *toplevels = gtk_window_get_toplevels ();

    self->cancellable = g_cancellable_new ();
    toplevels_changed_cb (self, 0, 0, g_list_model_get_n_items (toplevels), toplevels);
    g_signal_connect_object (toplevels, "items-changed", G_CALLBACK (toplevels_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (tv_settings_get (), "changed::lock-after-minutes",
                             G_CALLBACK (count_anew), self, G_CONNECT_SWAPPED);
    count_anew (self);
}

/**
 * tv_away_watch_new:
 * @application: whose session may lock its screen
 */
TvAwayWatch *
tv_away_watch_new (GtkApplication *application)
{
    TvAwayWatch *self = g_object_new (TV_TYPE_AWAY_WATCH, NULL);

    g_signal_connect_object (application, "notify::screensaver-active", G_CALLBACK (screensaver_cb),
                             self, G_CONNECT_SWAPPED);
    g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, g_object_ref (self));
    return self;
}

/**
 * tv_away_watch_let_sleep:
 *
 * Nothing has to wait any more: what was to be locked is locked.
 */
void
tv_away_watch_let_sleep (TvAwayWatch *self)
{
    g_return_if_fail (TV_IS_AWAY_WATCH (self));
    g_clear_object (&self->delay);
}

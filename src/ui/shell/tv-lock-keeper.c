/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is locked when, and who comes back to what. The windows know how to lock themselves; here
 * stands what is about all of them. */

#include "ui/shell/tv-lock-keeper.h"

#include "ui/shell/tv-window.h"
#include "ui/sign-in/tv-away-watch.h"

#include <glib/gi18n.h>

struct _TvLockKeeper {
    GObject parent_instance;

    TvApplication *application; /* unowned: it owns the keeper */
    TvAwayWatch *away_watch;
};

G_DEFINE_FINAL_TYPE (TvLockKeeper, tv_lock_keeper, G_TYPE_OBJECT)

/* The system may go to sleep once there is nothing more to lock. */
static void
let_sleep (TvLockKeeper *self)
{
    tv_away_watch_let_sleep (self->away_watch);
}

static void
away_cb (TvLockKeeper *self)
{
    GList *windows = gtk_application_get_windows (GTK_APPLICATION (self->application));
    gboolean is_locking = FALSE;

    for (GList *link = windows; link; link = link->next) {
        if (!TV_IS_WINDOW (link->data) || tv_window_is_locked (link->data))
            continue;
        tv_window_lock (link->data);
        is_locking = is_locking || tv_window_is_locked (link->data);
    }
    if (!is_locking)
        let_sleep (self);
}

static void
person_changed_cb (TvLockKeeper *self, TvStore *store, TvWindow *old)
{
    g_autoptr (TvWorkspace) workspace = tv_workspace_new ();
    GtkWidget *window = tv_window_new (GTK_APPLICATION (self->application), workspace);
    gboolean was_typing = tv_window_drop_content (old);

    tv_workspace_set_store (workspace, store);
    gtk_window_present (GTK_WINDOW (window));
    tv_application_close_windows_later (self->application, window);
    if (was_typing)
        tv_workspace_tell (workspace,
                           _ ("What somebody else had begun to type is not in the book."), FALSE);
}

static void
window_added_cb (TvLockKeeper *self, GtkWindow *window)
{
    if (!TV_IS_WINDOW (window))
        return;
    g_signal_connect_object (window, "locked", G_CALLBACK (let_sleep), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (window, "person-changed", G_CALLBACK (person_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
tv_lock_keeper_dispose (GObject *object)
{
    g_clear_object (&TV_LOCK_KEEPER (object)->away_watch);
    G_OBJECT_CLASS (tv_lock_keeper_parent_class)->dispose (object);
}

static void
tv_lock_keeper_class_init (TvLockKeeperClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_lock_keeper_dispose;
}

static void
tv_lock_keeper_init (TvLockKeeper *self)
{
}

/**
 * tv_lock_keeper_new:
 * @application: a program that has no window yet
 */
TvLockKeeper *
tv_lock_keeper_new (TvApplication *application)
{
    TvLockKeeper *self = g_object_new (TV_TYPE_LOCK_KEEPER, NULL);

    self->application = application;
    self->away_watch = tv_away_watch_new (GTK_APPLICATION (application));
    g_signal_connect_object (self->away_watch, "away", G_CALLBACK (away_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self,
                             G_CONNECT_SWAPPED);
    return self;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window before somebody has signed in, and after somebody has gone away. Whoever comes back
 * finds everything as it was; whoever else comes gets a window of their own. */

#include "ui/shell/tv-window-private.h"

#include "ui/settings/tv-preferences-window.h"

/* A page that a stack does not show is still there for a screen reader, unless it is invisible. */
static void
open_door (TvWindow *self)
{
    gtk_widget_set_visible (self->book_view, TRUE);
    gtk_stack_set_visible_child_name (self->door, "content");
    gtk_widget_set_visible (GTK_WIDGET (self->sign_in_page), FALSE);
}

/* The content is there again before its pages ask for the focus. */
static void
come_back (TvWindow *self)
{
    open_door (self);
    tv_curtain_open (g_steal_pointer (&self->curtain));
    tv_workspace_set_locked (self->workspace, FALSE);
    _tv_window_forget_names (self);
    _tv_window_show_rights (self);
    tv_workspace_reload (self->workspace);
}

static gboolean
is_same_person (TvWindow *self, TvStore *store)
{
    g_autoptr (TvPerson) person = tv_rights_get_person (store);

    return g_strcmp0 (person ? person->uid : NULL, self->locked_by) == 0;
}

/**
 * _tv_window_enter:
 * @store: the book that somebody may see now
 */
void
_tv_window_enter (TvWindow *self, TvStore *store)
{
    gboolean is_same;

    if (!self->curtain) {
        open_door (self);
        g_signal_emit_by_name (self, "signed-in", store);
        return;
    }
    is_same = is_same_person (self, store);
    g_clear_pointer (&self->locked_by, g_free);
    if (is_same)
        come_back (self);
    else
        g_signal_emit_by_name (self, "person-changed", store);
}

/**
 * _tv_window_open_protection:
 *
 * Opens the preferences where passwords are given.
 */
void
_tv_window_open_protection (TvWindow *self)
{
    GtkWidget *preferences = tv_preferences_window_new (GTK_WINDOW (self), self->workspace);

    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "people");
    gtk_window_present (GTK_WINDOW (preferences));
}

static gboolean
has_half_typed (TvWindow *self)
{
    for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page;
         page = gtk_widget_get_next_sibling (page)) {
        if (TV_IS_PAGE (page) && tv_page_has_half_typed (TV_PAGE (page)))
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_window_lock:
 * @self: a window
 *
 * Hides all that is seen of the book, and locks it. Does nothing while there is no book in it, or
 * where it is locked already.
 */
void
tv_window_lock (TvWindow *self)
{
    TvStore *store;
    g_autoptr (TvPerson) person = NULL;

    g_return_if_fail (TV_IS_WINDOW (self));
    store = tv_workspace_get_store (self->workspace);
    if (!store || self->curtain)
        return;
    person = tv_rights_get_person (store);
    self->locked_by = g_strdup (person ? person->uid : NULL);
    tv_workspace_set_locked (self->workspace, TRUE);
    _tv_window_show_rights (self);
    gtk_widget_set_visible (GTK_WIDGET (self->sign_in_page), TRUE);
    self->curtain = tv_curtain_draw (GTK_WINDOW (self), self->book_view);
    gtk_stack_set_visible_child_name (self->door, "sign-in");
    tv_sign_in_page_lock (self->sign_in_page, store);
}

/**
 * tv_window_ask_sign_in:
 * @self: a window without a book
 * @folder: of a protected book
 *
 * Asks who opens it. The signal "signed-in" has the open book.
 */
void
tv_window_ask_sign_in (TvWindow *self, const char *folder)
{
    g_return_if_fail (TV_IS_WINDOW (self) && !tv_workspace_get_store (self->workspace));
    gtk_widget_set_visible (GTK_WIDGET (self->sign_in_page), TRUE);
    gtk_widget_set_visible (self->book_view, FALSE);
    gtk_stack_set_visible_child_name (self->door, "sign-in");
    tv_sign_in_page_ask (self->sign_in_page, folder);
}

/**
 * tv_window_is_locked:
 *
 * Returns: whether somebody has to come back before anything of the book is seen
 */
gboolean
tv_window_is_locked (TvWindow *self)
{
    g_return_val_if_fail (TV_IS_WINDOW (self), FALSE);
    return self->curtain != NULL;
}

/**
 * tv_window_drop_content:
 * @self: a locked window, into which another person than before wants to see
 *
 * Closes what was hidden; the window itself is to be destroyed next.
 *
 * Returns: whether something was half typed, which is lost now
 */
gboolean
tv_window_drop_content (TvWindow *self)
{
    gboolean was_typing;

    g_return_val_if_fail (TV_IS_WINDOW (self) && self->curtain, FALSE);
    was_typing = has_half_typed (self);
    tv_curtain_drop (g_steal_pointer (&self->curtain));
    return was_typing;
}

static void
lock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    tv_window_lock (TV_WINDOW (widget));
}

void
_tv_window_install_lock (GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action);
}

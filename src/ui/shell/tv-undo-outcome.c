/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what was taken back or done again, from wherever it was asked for. */

#include "ui/shell/tv-undo-outcome.h"

#include "ui/widgets/tv-error-dialog.h"
#include "workflows/tv-undo.h"

static void
tell_outcome (TvWorkspace *workspace, const char *sentence, const GError *error)
{
    if (sentence)
        tv_workspace_tell (workspace, sentence, FALSE);
    else
        tv_workspace_tell_error (workspace, error);
}

/**
 * tv_undo_outcome_undone_cb:
 * @source: the store
 * @result: of tv_undo_last_async() or tv_undo_change_async()
 * @workspace: (transfer full): whose window tells it
 */
void
tv_undo_outcome_undone_cb (GObject *source, GAsyncResult *result, gpointer workspace)
{
    g_autoptr (TvWorkspace) told = workspace;
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = tv_undo_last_finish (TV_STORE (source), result, &error);

    tell_outcome (told, sentence, error);
}

/**
 * tv_undo_outcome_redone_cb:
 * @source: the store
 * @result: of tv_redo_last_async() or tv_redo_change_async()
 * @workspace: (transfer full): whose window tells it
 */
void
tv_undo_outcome_redone_cb (GObject *source, GAsyncResult *result, gpointer workspace)
{
    g_autoptr (TvWorkspace) told = workspace;
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = tv_redo_last_finish (TV_STORE (source), result, &error);

    tell_outcome (told, sentence, error);
}

typedef struct {
    TvWorkspace *workspace;
    GtkWindow *window;
    const char *action;
} TakingBack;

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autofree TakingBack *self = user_data;
    g_autoptr (TvWorkspace) workspace = self->workspace;
    g_autoptr (GtkWindow) window = self->window;
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = tv_undo_last_finish (TV_STORE (source), result, &error);
    gboolean is_open = gtk_widget_get_realized (GTK_WIDGET (window));

    if (sentence || !is_open) {
        tell_outcome (workspace, sentence, error);
    } else {
        gtk_widget_action_set_enabled (GTK_WIDGET (window), self->action, TRUE);
        tv_error_dialog_present (window, NULL, error);
    }
    if (sentence && is_open)
        gtk_window_close (window);
}

/**
 * tv_undo_outcome_take_back:
 * @workspace: the open book
 * @window: one whose work was the last change; it closes when that is taken back
 * @action: (transfer none): a literal; the window's action that asked for it, off meanwhile: a
 *   second press would take back what came before
 */
void
tv_undo_outcome_take_back (TvWorkspace *workspace, GtkWindow *window, const char *action)
{
    TakingBack *self = g_new (TakingBack, 1);

    *self = (TakingBack){ g_object_ref (workspace), g_object_ref (window), action };
    gtk_widget_action_set_enabled (GTK_WIDGET (window), action, FALSE);
    tv_undo_last_async (tv_workspace_get_store (workspace), NULL, taken_back_cb, self);
}

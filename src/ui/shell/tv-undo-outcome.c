/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what was taken back or done again, from wherever it was asked for. */

#include "ui/shell/tv-undo-outcome.h"

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

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A round is signed off when the school stands by its figures, and opened again when something in
 * it must be corrected. Each is one change set. */

#include "workflows/tv-round-closing.h"

#include "base/tv-text.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-signings.h"
#include "workflows/tv-round-figures.h"

#include <glib/gi18n.h>

typedef struct {
    gint64 round_id;
    TvDate today;
    char *reason; /* NULL: it is signed off */
} Job;

static void
job_free (gpointer data)
{
    Job *self = data;

    g_free (self->reason);
    g_free (self);
}

static gboolean
refuse (GError **error, GIOErrorEnum code, const char *sentence)
{
    g_set_error_literal (error, G_IO_ERROR, (int) code, sentence);
    return FALSE;
}

static gboolean
check (TvConnection *connection, const Job *job, GError **error)
{
    g_autoptr (TvRound) round = tv_store_get_round (connection, job->round_id, error);

    if (!round)
        return FALSE;
    if (round->kind != TV_ROUND_REGULAR)
        return refuse (error, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("Only a regular round is signed off. Nothing was changed."));
    if (job->reason && !*job->reason)
        return refuse (error, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("Say why the round is reopened: the reason stays in the history. "
                          "Nothing was changed."));
    if (!job->reason && round->is_closed)
        return refuse (error, G_IO_ERROR_EXISTS,
                       _ ("This round is signed off already. Nothing was changed."));
    if (job->reason && !round->is_closed)
        return refuse (error, G_IO_ERROR_EXISTS,
                       _ ("This round is open already. Nothing was changed."));
    return TRUE;
}

static gboolean
write_closing (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
               GError **error)
{
    const Job *job = input;
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvRound) round = NULL;
    gboolean is_written;

    if (!check (connection, job, error))
        return FALSE;
    if (job->reason)
        is_written = tv_store_reopen_round (change, job->round_id, job->reason, error);
    else
        is_written = tv_store_sign_off_round (change, job->round_id, error);
    if (!is_written)
        return FALSE;
    round = tv_store_get_round (connection, job->round_id, error);
    if (!round || (!job->reason && !tv_round_figures_keep (change, round, job->today, error)))
        return FALSE;
    *result = g_steal_pointer (&round);
    return TRUE;
}

static void
write_job (TvStore *store, const char *kind, Job *job, GCancellable *cancellable,
           GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_write_async (store, kind, write_closing, job, job_free,
                          (GDestroyNotify) tv_round_unref, cancellable, callback, user_data);
}

/**
 * tv_round_closing_sign_off_async:
 * @store: an open book
 * @round_id: a regular round that is open
 *
 * Signs the round off, and keeps the figures that are signed; whoever acts in the book signs. What
 * was not measured and what is asked about is no hindrance: it has been said before. End it with
 * tv_round_closing_finish().
 */
void
tv_round_closing_sign_off_async (TvStore *store, gint64 round_id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
    Job *job = g_new0 (Job, 1);

    g_return_if_fail (TV_IS_STORE (store));
    job->round_id = round_id;
    job->today = tv_clock_today (tv_store_clock (store));
    write_job (store, TV_CHANGE_SIGN_OFF, job, cancellable, callback, user_data);
}

/**
 * tv_round_closing_reopen_async:
 * @store: an open book
 * @round_id: a round that is signed off
 * @reason: why it is opened again; an empty one is refused
 *
 * Opens the round again. End it with tv_round_closing_finish().
 */
void
tv_round_closing_reopen_async (TvStore *store, gint64 round_id, const char *reason,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
    Job *job = g_new0 (Job, 1);

    g_return_if_fail (TV_IS_STORE (store));
    job->round_id = round_id;
    job->reason = tv_text_clean (reason ? reason : "");
    write_job (store, TV_CHANGE_REOPEN, job, cancellable, callback, user_data);
}

/**
 * tv_round_closing_finish:
 *
 * Returns: (transfer full) (nullable): the round as it stands now; %NULL with @error set, where
 *   G_IO_ERROR carries a sentence for people
 */
TvRound *
tv_round_closing_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_write_finish (store, result, error);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps in the book what somebody has typed and not finished, so that neither a crash nor another
 * page loses it. */

#include "workflows/tv-drafts.h"

#include "store/tv-store-drafts.h"
#include "store/tv-store-sign-in.h"

/**
 * tv_drafts_owner:
 * @store: an open book
 *
 * Returns: key of whose drafts are read and written now; 0 while nobody has signed in
 */
gint64
tv_drafts_owner (TvStore *store)
{
    return tv_store_get_actor_id (store);
}

static gpointer
load_drafts (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_drafts (connection, *(gint64 *) input, error);
}

/**
 * tv_drafts_load_async:
 * @store: an open book
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context
 *
 * Reads what whoever is at the book has typed and not finished, in every round.
 */
void
tv_drafts_load_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
    gint64 person_id = tv_drafts_owner (store);

    tv_store_read_async (store, load_drafts, g_memdup2 (&person_id, sizeof person_id), g_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * tv_drafts_load_finish:
 *
 * Returns: (transfer full) (element-type TvDraft) (nullable): the drafts
 */
GPtrArray *
tv_drafts_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

static gboolean
save_draft (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    const TvDraft *draft = input;

    if (*draft->text)
        return tv_store_put_draft (change, draft, error);
    return tv_store_drop_draft (change, draft->round_id, draft->student_id, draft->quantity, error);
}

/**
 * tv_drafts_save_async:
 * @store: an open book
 * @draft: what is typed; with an empty text it is forgotten
 * @cancellable: (nullable): to give it up
 * @callback: called in the caller's main context
 *
 * Writes it; the history hears nothing of it. End it with tv_drafts_save_finish().
 */
void
tv_drafts_save_async (TvStore *store, TvDraft *draft, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_write_async (store, "draft", save_draft, tv_draft_ref (draft),
                          (GDestroyNotify) tv_draft_unref, NULL, cancellable, callback, user_data);
}

gboolean
tv_drafts_save_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autoptr (GError) own_error = NULL;

    tv_store_write_finish (store, result, &own_error);
    if (!own_error)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&own_error));
    return FALSE;
}

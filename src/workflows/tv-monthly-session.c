/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a sheet over several classes: one day, one scale, one measurer, but a session for
 * each class of which somebody was weighed. */

#include "workflows/tv-monthly-session.h"

#include "store/tv-store-sessions.h"

static gboolean
put_head (TvChange *change, const TvSession *standing, const TvSession *head, GError **error)
{
    TvSession values = *head;

    values.id = standing->id;
    values.uid = standing->uid;
    values.class_id = standing->class_id;
    return tv_store_put_session (change, &values, error) != 0;
}

static gboolean
save_head (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    TvSession *head = input;
    g_autoptr (GPtrArray) sessions
        = tv_store_list_sessions (tv_change_connection (change), head->round_id, 0, error);

    if (!sessions)
        return FALSE;
    for (guint i = 0; i < sessions->len; i++) {
        const TvSession *session = g_ptr_array_index (sessions, i);

        if (session->date == head->date && !put_head (change, session, head, error))
            return FALSE;
    }
    *result = tv_session_ref (head);
    return TRUE;
}

/**
 * tv_monthly_session_save_async:
 * @store: an open book
 * @session: what is noted of a day; its class says nothing
 * @cancellable: (nullable): to give up
 * @callback: called in the caller's main context
 *
 * Notes it for every class of which somebody was weighed in the round on that day. Of the others it
 * is written with the first value.
 */
void
tv_monthly_session_save_async (TvStore *store, TvSession *session, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_write_async (store, "session", save_head, tv_session_ref (session),
                          (GDestroyNotify) tv_session_unref, (GDestroyNotify) tv_session_unref,
                          cancellable, callback, user_data);
}

/**
 * tv_monthly_session_save_finish:
 *
 * Returns: (transfer full) (nullable): the session as it was given, or %NULL with @error set
 */
TvSession *
tv_monthly_session_save_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_write_finish (store, result, error);
}

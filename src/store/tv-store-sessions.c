/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Mornings of a round, each with one class. */

#include "store/tv-store-sessions.h"

#include "store/tv-record-rows.h"

static const char sql_list_sessions[]
    = "SELECT " TV_SESSION_COLUMNS " FROM session n"
      " WHERE n.round_id = $1 AND ($2 = 0 OR n.class_id = $2) ORDER BY n.date, n.id";

/**
 * tv_store_list_sessions:
 * @connection: a connection
 * @round_id: a round
 * @class_id: a class, 0 for all
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvSession): the earliest first
 */
GPtrArray *
tv_store_list_sessions (TvConnection *connection, gint64 round_id, gint64 class_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_sessions, round_id, error);

    if (statement)
        tv_statement_bind_int (statement, 2, class_id);
    return tv_rows_list (statement, tv_read_session, (GDestroyNotify) tv_session_unref, error);
}

static const char sql_get_session[]
    = "SELECT " TV_SESSION_COLUMNS " FROM session n WHERE n.id = $1";

/**
 * tv_store_get_session:
 * @connection: a connection
 * @id: of a session
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the session
 */
TvSession *
tv_store_get_session (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_get_session, id, error);

    return tv_rows_get (statement, tv_read_session, "session", error);
}

/**
 * tv_store_put_session:
 * @change: a change
 * @session: what it is; id 0 for a new one
 * @error: (nullable): a #TvStoreError
 *
 * Returns: its key, 0 on error
 */
gint64
tv_store_put_session (TvChange *change, const TvSession *session, GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_INT ("round_id", session->round_id),
        TV_FIELD_OF_INT ("class_id", session->class_id),
        TV_FIELD_OF_DATE ("date", session->date),
        TV_FIELD_OF_TEXT ("measurer", tv_none_if_empty (session->measurer)),
        TV_FIELD_OF_TEXT ("clothing", tv_clothing_code (session->clothing)),
        TV_FIELD_OF_INT ("is_scale_checked", session->is_scale_checked != FALSE),
        TV_FIELD_OF_INT ("is_board_checked", session->is_board_checked != FALSE),
    };

    return tv_change_put (change, "session", session->id, session->uid, fields,
                          G_N_ELEMENTS (fields), error);
}

gboolean
tv_store_delete_session (TvChange *change, gint64 id, GError **error)
{
    return tv_change_delete (change, "session", id, error);
}

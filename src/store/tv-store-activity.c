/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done in the book lately, counted. */

#include "store/tv-store-activity.h"

static void
free_activity (gpointer data)
{
    TvActivity *self = data;

    g_free (self->kind);
    g_free (self);
}

static const char sql_list_activity[]
    = "SELECT kind, count(*) AS n FROM change_set WHERE time_utc >= $1 GROUP BY kind"
      " ORDER BY n DESC, kind";

/**
 * tv_store_list_activity:
 * @connection: a connection
 * @since: the first day that counts, by the clock of Greenwich
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvActivity): what was done most often first
 */
GPtrArray *
tv_store_list_activity (TvConnection *connection, TvDate since, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (connection, sql_list_activity, error);
    g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_activity);
    TvStep step = TV_STEP_ERROR;

    if (!statement)
        return NULL;
    tv_statement_bind_date (statement, 1, since);
    while ((step = tv_statement_step (statement, error)) == TV_STEP_ROW) {
        TvActivity *activity = g_new0 (TvActivity, 1);

        activity->kind = g_strdup (tv_statement_get_text (statement, 0));
        activity->n_changes = tv_statement_get_int (statement, 1);
        g_ptr_array_add (list, activity);
    }
    return step == TV_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

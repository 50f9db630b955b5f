/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring rounds. */

#include "store/tv-store-rounds.h"

#include "store/tv-record-rows.h"
#include "store/tv-store-years.h"

#include <string.h>

static const char sql_list_rounds[]
    = "SELECT " TV_ROUND_COLUMNS " FROM round r JOIN school_year y ON y.id = r.year_id"
      " WHERE $1 = 0 OR r.year_id = $1"
      " ORDER BY r.first_day DESC NULLS LAST, y.first_year DESC, r.id DESC";

/**
 * tv_store_list_rounds:
 * @connection: a connection
 * @year_id: a school year, 0 for all
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvRound): the newest first, of every kind
 */
GPtrArray *
tv_store_list_rounds (TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_rounds, year_id, error);

    return tv_rows_list (statement, tv_read_round, (GDestroyNotify) tv_round_unref, error);
}

static const char sql_get_round[] = "SELECT " TV_ROUND_COLUMNS " FROM round r WHERE r.id = $1";

/**
 * tv_store_get_round:
 * @connection: a connection
 * @id: of a round
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the round
 */
TvRound *
tv_store_get_round (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement = tv_prepare_with_int (connection, sql_get_round, id, error);

    return tv_rows_get (statement, tv_read_round, "round", error);
}

static const char sql_find_round_by_code[]
    = "SELECT " TV_ROUND_COLUMNS " FROM round r WHERE r.code = $1";

/**
 * tv_store_find_round_by_code:
 * @connection: a connection
 * @code: "2026-1"
 * @found: (out) (transfer full) (nullable): the round, %NULL if the book has none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_round_by_code (TvConnection *connection, const char *code, TvRound **found,
                             GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_text (connection, sql_find_round_by_code, code, error);

    return tv_rows_find (statement, tv_read_round, (gpointer *) found, error);
}

static const char sql_find_latest_round[]
    = "SELECT " TV_ROUND_COLUMNS " FROM round r JOIN school_year y ON y.id = r.year_id"
      " WHERE r.kind = 'regular'"
      " ORDER BY y.first_year DESC, r.first_day DESC NULLS LAST, r.id DESC LIMIT 1";

/**
 * tv_store_find_latest_round:
 * @connection: a connection
 * @found: (out) (transfer full) (nullable): the newest regular round, %NULL if there is none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_latest_round (TvConnection *connection, TvRound **found, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (connection, sql_find_latest_round, error);

    return tv_rows_find (statement, tv_read_round, (gpointer *) found, error);
}

/* "2026-3", and of the other kinds, which are counted by themselves, "2026-M3" and "2026-C3". */
static char *
make_prefix (int first_year, TvRoundKind kind)
{
    static const char *const letters[TV_ROUND_N_KINDS] = { "", "M", "C" };

    return g_strdup_printf ("%d-%s", first_year, letters[kind]);
}

/**
 * tv_store_next_round_code:
 * @connection: a connection
 * @year_id: a school year
 * @kind: of the round
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the code of the next round of that kind: the year it begins
 *   in and the first number that no round of it has used up
 */
char *
tv_store_next_round_code (TvConnection *connection, gint64 year_id, TvRoundKind kind,
                          GError **error)
{
    g_autoptr (TvSchoolYear) year = tv_store_get_year (connection, year_id, error);
    g_autoptr (GPtrArray) rounds = year ? tv_store_list_rounds (connection, year_id, error) : NULL;
    g_autofree char *prefix = NULL;
    int last = 0;

    if (!rounds)
        return NULL;
    prefix = make_prefix (year->first_year, kind);
    for (guint i = 0; i < rounds->len; i++) {
        const TvRound *round = g_ptr_array_index (rounds, i);

        if (g_str_has_prefix (round->code, prefix))
            last = MAX (last, (int) g_ascii_strtoll (round->code + strlen (prefix), NULL, 10));
    }
    return g_strdup_printf ("%s%d", prefix, last + 1);
}

/**
 * tv_store_put_round:
 * @change: a change
 * @round: what it is; id 0 for a new one
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_CONSTRAINT if another round has that code
 *
 * Returns: its key, 0 on error
 */
gint64
tv_store_put_round (TvChange *change, const TvRound *round, GError **error)
{
    const TvField fields[] = {
        TV_FIELD_OF_INT ("year_id", round->year_id),
        TV_FIELD_OF_TEXT ("code", round->code),
        TV_FIELD_OF_TEXT ("name", round->name),
        TV_FIELD_OF_TEXT ("kind", tv_round_kind_code (round->kind)),
        TV_FIELD_OF_DATE ("first_day", round->first_day),
        TV_FIELD_OF_DATE ("last_day", round->last_day),
        TV_FIELD_OF_INT ("is_closed", round->is_closed != FALSE),
    };

    return tv_change_put (change, "round", round->id, round->uid, fields, G_N_ELEMENTS (fields),
                          error);
}

/**
 * tv_store_delete_round:
 * @change: a change
 * @id: of a round without sessions and measurements
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_CONSTRAINT if it has some
 *
 * Returns: whether it was deleted
 */
gboolean
tv_store_delete_round (TvChange *change, gint64 id, GError **error)
{
    return tv_change_delete (change, "round", id, error);
}

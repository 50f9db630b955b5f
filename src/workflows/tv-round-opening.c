/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A new measuring round: what it would be called and when it would be, and opening it. */

#include "workflows/tv-round-opening.h"

#include "store/tv-store-rounds.h"
#include "store/tv-store-years.h"

#include <string.h>

/* How long a school usually takes for all its classes. */
#define USUAL_DAYS 14

static gpointer
propose (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    gint64 year_id = *(gint64 *) input;
    g_autoptr (TvSchoolYear) year = tv_store_get_year (connection, year_id, error);
    g_autofree char *code = NULL;
    g_autofree char *name = NULL;
    const char *number;

    if (!year)
        return NULL;
    code = tv_store_next_round_code (connection, year_id, error);
    if (!code)
        return NULL;
    number = strrchr (code, '-');
    name = tv_round_default_name (number ? atoi (number + 1) : 1, year->first_year);
    return tv_round_new (&(TvRound){ .year_id = year_id,
                                     .code = code,
                                     .name = name,
                                     .kind = TV_ROUND_REGULAR,
                                     .first_day = TV_DATE_NONE,
                                     .last_day = TV_DATE_NONE });
}

static gboolean
open_round (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    gint64 id = tv_store_put_round (change, input, error);

    if (id == 0)
        return FALSE;
    *result = tv_store_get_round (tv_change_connection (change), id, error);
    return *result != NULL;
}

/**
 * tv_round_opening_propose_async:
 * @store: an open book
 * @year_id: the school year the round is to be in
 *
 * Works out the next regular round of the year.
 */
void
tv_round_opening_propose_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, propose, g_memdup2 (&year_id, sizeof year_id), g_free,
                         (GDestroyNotify) tv_round_unref, cancellable, callback, user_data);
}

/**
 * tv_round_opening_propose_finish:
 *
 * Returns: (transfer full) (nullable): a round that is not written yet: next code, usual name, from
 *   today for the usual time
 */
TvRound *
tv_round_opening_propose_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autoptr (TvRound) found = tv_store_read_finish (store, result, error);
    TvRound values;

    if (!found)
        return NULL;
    values = *found;
    values.first_day = tv_clock_today (tv_store_clock (store));
    values.last_day = values.first_day + USUAL_DAYS - 1;
    return tv_round_new (&values);
}

/**
 * tv_round_opening_open_async:
 * @store: an open book
 * @round: the round as it is to stand, with id 0
 */
void
tv_round_opening_open_async (TvStore *store, const TvRound *round, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_write_async (store, "open-round", open_round, tv_round_new (round),
                          (GDestroyNotify) tv_round_unref, (GDestroyNotify) tv_round_unref,
                          cancellable, callback, user_data);
}

/**
 * tv_round_opening_open_finish:
 *
 * Returns: (transfer full) (nullable): the round as it was written
 */
TvRound *
tv_round_opening_open_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_write_finish (store, result, error);
}

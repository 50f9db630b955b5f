/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* School years. */

#include "store/tv-store-years.h"

#include "store/tv-record-rows.h"

static const char sql_list_years[]
    = "SELECT " TV_YEAR_COLUMNS " FROM school_year y ORDER BY y.first_year DESC";

/**
 * tv_store_list_years:
 * @connection: a connection
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvSchoolYear): the newest first
 */
GPtrArray *
tv_store_list_years (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_list_years, error);

    return tv_rows_list (statement, tv_read_year, (GDestroyNotify) tv_school_year_unref, error);
}

static const char sql_get_year[] = "SELECT " TV_YEAR_COLUMNS " FROM school_year y WHERE y.id = $1";

/**
 * tv_store_get_year:
 * @connection: a connection
 * @id: of a year
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the year
 */
TvSchoolYear *
tv_store_get_year (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement = tv_prepare_with_int (connection, sql_get_year, id, error);

    return tv_rows_get (statement, tv_read_year, "school year", error);
}

static const char sql_find_year[]
    = "SELECT " TV_YEAR_COLUMNS " FROM school_year y WHERE y.first_year = $1";

/**
 * tv_store_find_year:
 * @connection: a connection
 * @first_year: 2026 for 2026-2027
 * @found: (out) (transfer full) (nullable): the year, %NULL if the book has none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_year (TvConnection *connection, int first_year, TvSchoolYear **found, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_find_year, first_year, error);

    return tv_rows_find (statement, tv_read_year, (gpointer *) found, error);
}

/**
 * tv_store_ensure_year:
 * @change: a change
 * @first_year: 2026 for 2026-2027
 * @error: (nullable): a #TvStoreError
 *
 * Returns: the key of that year, which is made if the book has none; 0 on error
 */
gint64
tv_store_ensure_year (TvChange *change, int first_year, GError **error)
{
    const TvField fields[] = { TV_FIELD_OF_INT ("first_year", first_year) };
    g_autoptr (TvSchoolYear) year = NULL;

    if (!tv_store_find_year (tv_change_connection (change), first_year, &year, error))
        return 0;
    return year ? year->id : tv_change_put (change, "school_year", 0, NULL, fields, 1, error);
}

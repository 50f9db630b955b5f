/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who of a school year has no place in the next one: what the plan of a new year begins with, and
 * what its writing asks once more. */

#include "workflows/tv-year-unplaced.h"

#include "store/tv-store-roster.h"
#include "store/tv-store-years.h"

/* From the key of each child that sits in the school to its last place of the year. */
static GHashTable *
find_places (GPtrArray *rows)
{
    GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; i < rows->len; i++) {
        TvRosterRow *row = g_ptr_array_index (rows, i);
        const TvRosterRow *other = g_hash_table_lookup (places, &row->student->id);

        if (tv_enrolment_is_current (row->enrolment)
            && (!other || row->enrolment->from > other->enrolment->from))
            g_hash_table_replace (places, &row->student->id, row);
    }
    return places;
}

static gboolean
drop_placed (TvConnection *connection, int first_year, GHashTable *places, guint *n_placed,
             GError **error)
{
    g_autoptr (TvSchoolYear) next = NULL;
    g_autoptr (GPtrArray) rows = NULL;

    *n_placed = 0;
    if (!tv_store_find_year (connection, first_year + 1, &next, error))
        return FALSE;
    if (!next)
        return TRUE;
    rows = tv_store_list_roster (connection, next->id, 0, error);
    for (guint i = 0; rows && i < rows->len; i++) {
        const TvRosterRow *row = g_ptr_array_index (rows, i);

        *n_placed += g_hash_table_remove (places, &row->student->id);
    }
    return rows != NULL;
}

static gint64 *
copy_id (gint64 id)
{
    return g_memdup2 (&id, sizeof id);
}

/**
 * tv_year_find_unplaced:
 * @connection: a connection
 * @year_id: a school year
 * @first_year: the calendar year in which it begins
 * @n_placed: (out): how many of its children have a place in the next year
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): from the key of each child of the year that has no place in
 *   the next one to the key of its enrolment; both as pointers to gint64
 */
GHashTable *
tv_year_find_unplaced (TvConnection *connection, gint64 year_id, int first_year, guint *n_placed,
                       GError **error)
{
    g_autoptr (GPtrArray) rows = tv_store_list_roster (connection, year_id, 0, error);
    g_autoptr (GHashTable) places = rows ? find_places (rows) : NULL;
    GHashTable *unplaced;
    GHashTableIter iter;
    gpointer value;

    if (!places || !drop_placed (connection, first_year, places, n_placed, error))
        return NULL;
    unplaced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
    g_hash_table_iter_init (&iter, places);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        const TvRosterRow *row = value;

        g_hash_table_insert (unplaced, copy_id (row->student->id), copy_id (row->enrolment->id));
    }
    return unplaced;
}

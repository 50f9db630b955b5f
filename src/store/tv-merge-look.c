/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One record that another copy of the book has touched, with all that it is held against: how it is
 * and was there, how it is and was here, and to what it belongs. */

#include "store/tv-merge-look.h"

#include "store/tv-change-private.h"
#include "store/tv-store-erasing.h"

#include <string.h>

void
tv_merge_look_clear (TvMergeLook *self)
{
    g_clear_pointer (&self->now, g_ptr_array_unref);
    g_clear_pointer (&self->base, g_ptr_array_unref);
    g_clear_pointer (&self->our_now, g_ptr_array_unref);
    g_clear_pointer (&self->our_base, g_ptr_array_unref);
    g_free (self->uid);
}

static gboolean
read_now (TvConnection *connection, const char *table, gint64 id, GPtrArray **row,
          gboolean *is_there, GError **error)
{
    g_autofree char *json = NULL;

    if (id != 0 && !tv_change_read_row (connection, table, id, &json, error))
        return FALSE;
    *is_there = json != NULL;
    *row = tv_portable_row_read (connection, json, error);
    return *row != NULL;
}

/* What it refers to may be known here by another uid. */
static void
translate (const TvMergeSides *sides, GPtrArray *row)
{
    for (guint i = 0; i < row->len; i++) {
        TvPortableField *field = g_ptr_array_index (row, i);
        const char *uid = field->refers_to && field->text
                              ? tv_merge_match_uid (sides->match, field->refers_to, field->text)
                              : NULL;

        if (uid && uid != field->text) {
            g_free (field->text);
            field->text = g_strdup (uid);
        }
    }
}

/**
 * tv_merge_look_take:
 * @self: (out caller-allocates): all zero
 * @sides: the two books
 * @forked: a record that the other book has touched; it outlives @self
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether all that it is held against could be read
 */
gboolean
tv_merge_look_take (TvMergeLook *self, const TvMergeSides *sides, const TvForkedRecord *forked,
                    GError **error)
{
    g_autofree char *key = NULL;
    gboolean stands;

    self->forked = forked;
    if (!read_now (sides->theirs, forked->table, forked->id, &self->now, &self->is_there, error))
        return FALSE;
    self->base = tv_portable_row_read (sides->theirs, forked->base_json, error);
    if (!self->base)
        return FALSE;
    translate (sides, self->now);
    translate (sides, self->base);
    if (!tv_merge_match_find (sides->match, forked, self->now, error))
        return FALSE;
    self->uid = g_strdup (tv_merge_match_uid (sides->match, forked->table, forked->uid));
    key = tv_history_fork_key (forked->table, self->uid);
    self->our_forked = g_hash_table_lookup (sides->our_fork->records, key);
    if (!tv_record_find_id (sides->ours, forked->table, self->uid, &self->id, error)
        || !read_now (sides->ours, forked->table, self->id, &self->our_now, &stands, error))
        return FALSE;
    self->our_base = tv_portable_row_read (
        sides->ours, self->our_forked ? self->our_forked->base_json : NULL, error);
    return self->our_base != NULL;
}

static const char sql_round_is_closed[] = "SELECT is_closed FROM round WHERE uid = $1";

static gboolean
is_closed_here (const TvMergeSides *sides, const char *round_uid, gboolean *is_closed,
                GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (sides->ours, sql_round_is_closed, error);
    TvStep step;

    if (!row)
        return FALSE;
    tv_statement_bind_text (row, 1, round_uid);
    step = tv_statement_step (row, error);
    *is_closed = step == TV_STEP_ROW && tv_statement_get_int (row, 0) != 0;
    return step != TV_STEP_ERROR;
}

/* The key that a query of the recorded table finds, as a uid; "" where there is none. */
static char *
find_owner (TvConnection *connection, const char *query, gint64 id, const char *table,
            GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, query, error);
    g_autofree char *sql = g_strdup_printf ("SELECT uid FROM %s WHERE id = $1", table);
    g_autoptr (TvStatement) owner = NULL;
    TvStep step;

    if (!row)
        return NULL;
    tv_statement_bind_int (row, 1, id);
    step = tv_statement_step (row, error);
    if (step == TV_STEP_DONE)
        return g_strdup ("");
    owner = step == TV_STEP_ROW ? tv_connection_prepare (connection, sql, error) : NULL;
    if (!owner)
        return NULL;
    tv_statement_bind_int (owner, 1, tv_statement_get_int (row, 0));
    step = tv_statement_step (owner, error);
    if (step == TV_STEP_ERROR)
        return NULL;
    return g_strdup (step == TV_STEP_ROW ? tv_statement_get_text (owner, 0) : "");
}

/* Asked of the book in which the record stands; the answer is in words of ours. */
static char *
find_owner_of (const TvMergeLook *self, const TvMergeSides *sides, const char *query,
               const char *table, GError **error)
{
    g_autofree char *uid = NULL;

    if (!query)
        return g_strdup ("");
    uid = self->is_there ? find_owner (sides->theirs, query, self->forked->id, table, error)
                         : find_owner (sides->ours, query, self->id, table, error);
    return uid ? g_strdup (tv_merge_match_uid (sides->match, table, uid)) : NULL;
}

/**
 * tv_merge_look_is_of_closed_round:
 * @is_closed: (out): whether the round that it belongs to is signed off here
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_merge_look_is_of_closed_round (const TvMergeLook *self, const TvMergeSides *sides,
                                  gboolean *is_closed, GError **error)
{
    g_autofree char *uid = find_owner_of (self, sides, sides->table->round_query, "round", error);

    return uid && is_closed_here (sides, uid, is_closed, error);
}

/**
 * tv_merge_look_find_student:
 *
 * Returns: (transfer full) (nullable): the uid of the child it is about, "" for none; %NULL with
 *   @error set
 */
char *
tv_merge_look_find_student (const TvMergeLook *self, const TvMergeSides *sides, GError **error)
{
    return find_owner_of (self, sides, sides->table->student_query, "student", error);
}

static const char sql_was_erased[]
    = "SELECT id FROM access WHERE student_uid = $1 AND what = '" TV_CHANGE_ERASE "' LIMIT 1";

/**
 * tv_merge_look_is_erased:
 * @is_erased: (out): whether it is a child that was erased here on a lawful request, which does not
 *   come back from an older copy
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_merge_look_is_erased (const TvMergeLook *self, const TvMergeSides *sides, gboolean *is_erased,
                         GError **error)
{
    g_autoptr (TvStatement) row = NULL;
    TvStep step;

    *is_erased = FALSE;
    if (self->id != 0 || strcmp (sides->table->name, "student") != 0)
        return TRUE;
    row = tv_connection_prepare (sides->ours, sql_was_erased, error);
    if (!row)
        return FALSE;
    tv_statement_bind_text (row, 1, self->uid);
    step = tv_statement_step (row, error);
    *is_erased = step == TV_STEP_ROW;
    return step != TV_STEP_ERROR;
}

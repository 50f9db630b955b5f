/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A class, a round or a child that was entered in both copies of a book has two uids and is one all
 * the same: known by what no two of them share. A child is known by a number alone, never by its
 * name. */

#include "store/tv-merge-match.h"

#include "store/tv-portable-row.h"

#include <string.h>

#define MAX_COLUMNS 3

struct _TvMergeMatch {
    TvConnection *ours;
    TvConnection *theirs;
    GHashTable *uids; /* tv_history_fork_key() of theirs -> uid of ours */
};

static const struct {
    const char *table;
    const char *columns[MAX_COLUMNS + 1];
    gboolean is_unique; /* the book does not let two of them stand */
} names[] = {
    { "school_year", { "first_year" }, TRUE },
    { "class", { "year_id", "name_key" }, TRUE },
    { "student", { "personal_number" }, FALSE },
    { "student", { "ministry_code" }, FALSE },
    { "enrolment", { "student_id", "class_id" }, FALSE },
    { "round", { "code" }, TRUE },
    { "round_class", { "round_id", "class_id" }, TRUE },
    { "session", { "round_id", "class_id", "date" }, FALSE },
    { "measurement", { "student_id", "round_id", "date" }, FALSE },
    { "reading", { "measurement_id", "quantity", "place" }, FALSE },
    { "target", { "year", "code" }, TRUE },
    { "setting", { "name" }, TRUE },
};

/**
 * tv_merge_match_new:
 * @ours: a connection to this book; it outlives what is returned
 * @theirs: a connection to the other one
 *
 * Returns: (transfer full): nothing is known to be one yet
 */
TvMergeMatch *
tv_merge_match_new (TvConnection *ours, TvConnection *theirs)
{
    TvMergeMatch *self = g_new0 (TvMergeMatch, 1);

    self->ours = ours;
    self->theirs = theirs;
    self->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    return self;
}

void
tv_merge_match_free (TvMergeMatch *self)
{
    g_hash_table_unref (self->uids);
    g_free (self);
}

/* Sets @is_bound to FALSE where the column holds nothing, or refers to what we do not have: then
 * nothing here can be the same. */
static gboolean
bind_column (TvMergeMatch *self, TvStatement *statement, int place, const TvPortableField *field,
             gboolean *is_bound, GError **error)
{
    gint64 id = 0;

    *is_bound = field && field->kind != TV_FIELD_NULL;
    if (!*is_bound)
        return TRUE;
    if (field->refers_to) {
        if (!tv_record_find_id (self->ours, field->refers_to, field->text, &id, error))
            return FALSE;
        *is_bound = id != 0;
        tv_statement_bind_key (statement, place, id);
    } else if (field->kind == TV_FIELD_NUMBER) {
        tv_statement_bind_int (statement, place, field->number);
    } else {
        tv_statement_bind_text (statement, place, field->text);
    }
    return TRUE;
}

static char *
write_query (guint name)
{
    GString *sql = g_string_new (NULL);

    g_string_printf (sql, "SELECT uid FROM %s WHERE ", names[name].table);
    for (guint i = 0; names[name].columns[i]; i++)
        g_string_append_printf (sql, "%s%s = $%u", i > 0 ? " AND " : "", names[name].columns[i],
                                i + 1);
    return g_string_free (sql, FALSE);
}

/* NULL without an error where we have none. */
static gboolean
find_ours (TvMergeMatch *self, guint name, GPtrArray *row, char **uid, GError **error)
{
    g_autofree char *sql = write_query (name);
    g_autoptr (TvStatement) statement = tv_connection_prepare (self->ours, sql, error);
    TvStep step;

    if (!statement)
        return FALSE;
    for (guint i = 0; names[name].columns[i]; i++) {
        const TvPortableField *field = tv_portable_row_find (row, names[name].columns[i]);
        gboolean is_bound;

        if (!bind_column (self, statement, (int) i + 1, field, &is_bound, error))
            return FALSE;
        if (!is_bound)
            return TRUE;
    }
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW)
        *uid = g_strdup (tv_statement_get_text (statement, 0));
    return step != TV_STEP_ERROR;
}

/* What both books have had since before is not what one of them has just made. */
static gboolean
is_free (TvMergeMatch *self, guint name, const char *uid, gboolean *is_free_to_match,
         GError **error)
{
    gint64 id = 0;

    *is_free_to_match = TRUE;
    if (names[name].is_unique)
        return TRUE;
    if (!tv_record_find_id (self->theirs, names[name].table, uid, &id, error))
        return FALSE;
    *is_free_to_match = id == 0;
    return TRUE;
}

static gboolean
match (TvMergeMatch *self, guint name, const TvForkedRecord *theirs, GPtrArray *row,
       gboolean *is_found, GError **error)
{
    g_autofree char *uid = NULL;
    gboolean is_free_to_match;

    if (!find_ours (self, name, row, &uid, error))
        return FALSE;
    if (!uid)
        return TRUE;
    if (!is_free (self, name, uid, &is_free_to_match, error))
        return FALSE;
    *is_found = is_free_to_match;
    if (is_free_to_match)
        g_hash_table_replace (self->uids, tv_history_fork_key (theirs->table, theirs->uid),
                              g_steal_pointer (&uid));
    return TRUE;
}

/**
 * tv_merge_match_find:
 * @self: what is known to be one so far; what the record refers to must have been looked for
 * @theirs: a record that the other book has touched
 * @row: (element-type TvPortableField): as it is there, references in words of ours
 * @error: (nullable): a #TvStoreError
 *
 * Looks whether a record that is new in the other book stands in ours under another uid.
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_merge_match_find (TvMergeMatch *self, const TvForkedRecord *theirs, GPtrArray *row,
                     GError **error)
{
    gboolean is_new = theirs->is_base_known && !theirs->base_json && row->len > 0;
    gboolean is_found = FALSE;
    gint64 id = 0;

    if (!is_new)
        return TRUE;
    if (!tv_record_find_id (self->ours, theirs->table, theirs->uid, &id, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (names) && id == 0 && !is_found; i++) {
        if (strcmp (names[i].table, theirs->table) == 0
            && !match (self, i, theirs, row, &is_found, error))
            return FALSE;
    }
    return TRUE;
}

/**
 * tv_merge_match_uid:
 * @self: what is known to be one so far
 * @table: a recorded table
 * @uid: of a record of the other book
 *
 * Returns: (transfer none): the uid of the same record in ours, which is @uid itself for most
 */
const char *
tv_merge_match_uid (TvMergeMatch *self, const char *table, const char *uid)
{
    g_autofree char *key = tv_history_fork_key (table, uid);
    const char *ours = g_hash_table_lookup (self->uids, key);

    return ours ? ours : uid;
}

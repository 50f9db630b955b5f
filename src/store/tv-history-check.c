/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the history once, from its first change set to its last: whether nothing is missing in it,
 * whether every link and every digest fits, and what it last said of each record. */

#include "store/tv-history-check.h"

#include "store/tv-history-chain.h"
#include "store/tv-recorded-table.h"

#include <string.h>

static const char sql_list_links[]
    = "SELECT id, device_id, uid, person_id, time_utc, kind, undo_of, chain FROM change_set"
      " ORDER BY id";
static const char sql_list_entries[]
    = "SELECT id, change_set_id, table_name, record_id, record_uid, action, old_json, new_json,"
      " salt, digest FROM change_entry ORDER BY id";

enum { LINK_ID, LINK_DEVICE, LINK_UID, LINK_PERSON, LINK_TIME, LINK_KIND, LINK_UNDO, LINK_CHAIN };
enum {
    ENTRY_ID,
    ENTRY_SET,
    ENTRY_TABLE,
    ENTRY_RECORD,
    ENTRY_UID,
    ENTRY_ACTION,
    ENTRY_OLD,
    ENTRY_NEW,
    ENTRY_SALT,
    ENTRY_DIGEST,
};

/* The two lists go side by side: the entries of a change set were written one after another. */
typedef struct {
    TvBookCheck *check;
    TvRecordStates *states;
    TvStatement *links;
    TvStatement *entries;
    gboolean has_entry;     /* whether @entries stands on one that no change set has taken */
    GHashTable *last_links; /* device -> the link of its change set before */
    gint64 last_entry_id;
    gint64 last_set_id;
} Reading;

static void
check_number (Reading *self, const char *table, gint64 *last, gint64 id)
{
    if (id != *last + 1)
        tv_book_check_add (self->check, TV_BOOK_TROUBLE_NUMBERING, table, *last, NULL);
    *last = id;
}

static gboolean
take_next_entry (Reading *self, GError **error)
{
    TvStep step = tv_statement_step (self->entries, error);

    self->has_entry = step == TV_STEP_ROW;
    if (self->has_entry) {
        check_number (self, "change_entry", &self->last_entry_id,
                      tv_statement_get_int (self->entries, ENTRY_ID));
        self->check->n_entries++;
    }
    return step != TV_STEP_ERROR;
}

static gboolean
find_table (const char *name, guint *index)
{
    guint n_tables;
    const TvRecordedTable *tables = tv_recorded_table_list (&n_tables);

    for (guint i = 0; i < n_tables; i++) {
        if (g_strcmp0 (tables[i].name, name) == 0) {
            *index = i;
            return TRUE;
        }
    }
    return FALSE;
}

/* Values that were erased leave their digest behind, and the salt that could tell them is gone. */
static gboolean
is_erased (TvStatement *row)
{
    return tv_statement_is_null (row, ENTRY_SALT) && tv_statement_is_null (row, ENTRY_OLD)
           && tv_statement_is_null (row, ENTRY_NEW);
}

static gboolean
is_entry_true (TvStatement *row)
{
    const char *salt = tv_statement_get_text (row, ENTRY_SALT);
    g_autofree char *actual = NULL;

    if (is_erased (row))
        return TRUE;
    if (!salt)
        return FALSE;
    actual = tv_history_digest_values (salt, tv_statement_get_text (row, ENTRY_OLD),
                                       tv_statement_get_text (row, ENTRY_NEW));
    return g_strcmp0 (actual, tv_statement_get_text (row, ENTRY_DIGEST)) == 0;
}

static void
keep_state (Reading *self, TvStatement *row)
{
    gint64 id = tv_statement_get_int (row, ENTRY_RECORD);
    const char *json = tv_statement_get_text (row, ENTRY_NEW);
    guint table;

    if (!find_table (tv_statement_get_text (row, ENTRY_TABLE), &table))
        return;
    if (g_strcmp0 (tv_statement_get_text (row, ENTRY_ACTION), "delete") == 0)
        tv_record_states_set_gone (self->states, table, id);
    else if (json)
        tv_record_states_set (self->states, table, id, json);
    else
        tv_record_states_set_erased (self->states, table, id);
}

static gboolean
read_entries_of_link (Reading *self, gint64 change_set_id, TvSha256 *link, GError **error)
{
    TvStatement *row = self->entries;

    while (self->has_entry && tv_statement_get_int (row, ENTRY_SET) <= change_set_id) {
        const char *table = tv_statement_get_text (row, ENTRY_TABLE);
        const char *uid = tv_statement_get_text (row, ENTRY_UID);

        if (tv_statement_get_int (row, ENTRY_SET) == change_set_id)
            tv_history_link_add (link, table, tv_statement_get_int (row, ENTRY_RECORD), uid,
                                 tv_statement_get_text (row, ENTRY_ACTION),
                                 tv_statement_get_text (row, ENTRY_DIGEST));
        if (!is_entry_true (row))
            tv_book_check_add (self->check, TV_BOOK_TROUBLE_ENTRY, table, change_set_id, uid);
        keep_state (self, row);
        if (!take_next_entry (self, error))
            return FALSE;
    }
    return TRUE;
}

static TvSha256 *
begin_link (Reading *self, gint64 *device)
{
    TvStatement *row = self->links;
    const char *previous = g_hash_table_lookup (self->last_links, device);

    return tv_history_link_new (
        previous ? previous : "", tv_statement_get_text (row, LINK_UID),
        tv_statement_get_int (row, LINK_PERSON), tv_statement_get_text (row, LINK_TIME),
        tv_statement_get_text (row, LINK_KIND), tv_statement_get_int (row, LINK_UNDO));
}

static gboolean
read_link (Reading *self, GError **error)
{
    gint64 id = tv_statement_get_int (self->links, LINK_ID);
    gint64 device = tv_statement_get_int (self->links, LINK_DEVICE);
    const char *stored = tv_statement_get_text (self->links, LINK_CHAIN);
    g_autoptr (TvSha256) link = begin_link (self, &device);
    g_autofree char *digest = NULL;

    check_number (self, "change_set", &self->last_set_id, id);
    if (!read_entries_of_link (self, id, link, error))
        return FALSE;
    digest = tv_sha256_end (link);
    if (g_strcmp0 (digest, stored) != 0)
        tv_book_check_add (self->check, TV_BOOK_TROUBLE_CHAIN, NULL, id, NULL);
    g_hash_table_replace (self->last_links, g_memdup2 (&device, sizeof device), g_strdup (stored));
    self->check->n_changes++;
    return TRUE;
}

static gboolean
read_all (Reading *self, GError **error)
{
    TvStep step;

    if (!take_next_entry (self, error))
        return FALSE;
    while ((step = tv_statement_step (self->links, error)) == TV_STEP_ROW) {
        if (!read_link (self, error))
            return FALSE;
    }
    /* The engine tells of an entry whose change set is missing; it breaks no chain. */
    while (step == TV_STEP_DONE && self->has_entry) {
        if (!take_next_entry (self, error))
            return FALSE;
    }
    return step == TV_STEP_DONE;
}

/**
 * tv_history_check:
 * @connection: a connection
 * @check: where troubles go, and the counts of change sets and entries
 * @states: where it is kept what the history last said of each record
 * @error: (nullable): a #TvStoreError
 *
 * Change sets and entries are numbered without a gap: nothing is ever deleted from the history,
 * and the engine gives a number again that a transaction did not keep.
 *
 * Returns: whether the history could be read to its end
 */
gboolean
tv_history_check (TvConnection *connection, TvBookCheck *check, TvRecordStates *states,
                  GError **error)
{
    g_autoptr (TvStatement) links = tv_connection_prepare (connection, sql_list_links, error);
    g_autoptr (TvStatement) entries
        = links ? tv_connection_prepare (connection, sql_list_entries, error) : NULL;
    g_autoptr (GHashTable) last_links
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
    Reading self = { check, states, links, entries, FALSE, last_links, 0, 0 };

    return entries && read_all (&self, error);
}

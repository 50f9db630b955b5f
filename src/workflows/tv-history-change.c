/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One change set, opened: each record it touched, column by column, before and after. An import may
 * have touched thousands, so they come a page at a time. */

#include "workflows/tv-history-change.h"

#include "base/tv-moment.h"

#include <glib/gi18n.h>

typedef struct {
    gint64 id;
    gint64 after;
    guint limit;
} Question;

static void
record_free (gpointer data)
{
    TvHistoryRecord *self = data;

    g_free (self->label);
    g_free (self->name);
    g_clear_pointer (&self->fields, g_ptr_array_unref);
    g_free (self);
}

void
tv_history_change_free (TvHistoryChange *self)
{
    g_clear_pointer (&self->line, tv_history_line_unref);
    g_clear_pointer (&self->records, g_ptr_array_unref);
    g_free (self->device);
    g_free (self->state);
    g_free (self);
}

static gboolean
add_record (TvHistoryChange *self, TvHistoryNames *names, const TvHistoryEntry *entry,
            GError **error)
{
    TvHistoryRecord *record = g_new0 (TvHistoryRecord, 1);

    g_ptr_array_add (self->records, record);
    record->label = g_strdup (tv_history_table_label (entry->table));
    record->name = tv_history_subject (names, entry);
    if (!record->name)
        record->name = g_strdup ("");
    record->action = entry->action;
    record->is_erased = entry->is_erased;
    record->is_hidden = !entry->is_erased && !entry->old_json && !entry->new_json;
    record->is_access = g_str_equal (entry->table, "access");
    record->fields = tv_history_fields (names, entry, error);
    return record->fields != NULL;
}

/* One more than asked for is read, and tells whether there are more. */
static gboolean
add_records (TvHistoryChange *self, TvConnection *connection, TvHistoryNames *names,
             const Question *question, GError **error)
{
    g_autoptr (GPtrArray) entries = tv_store_list_entries (
        connection, question->id, question->after, question->limit + 1, error);

    if (!entries)
        return FALSE;
    self->has_more = entries->len > question->limit;
    for (guint i = 0; i < MIN (entries->len, question->limit); i++) {
        const TvHistoryEntry *entry = entries->pdata[i];

        if (!add_record (self, names, entry, error))
            return FALSE;
        self->last_entry = entry->id;
    }
    return TRUE;
}

static gboolean
write_state (TvHistoryChange *self, TvConnection *connection, GError **error)
{
    g_autoptr (TvHistoryHead) undo = NULL;
    g_autofree char *when = NULL;
    gint64 undo_id;

    if (!self->line->is_undone)
        return TRUE;
    if (!tv_store_find_undo_of (connection, self->line->id, &undo_id, error))
        return FALSE;
    undo = tv_store_get_history_head (connection, undo_id, error);
    if (!undo)
        return FALSE;
    when = tv_moment_to_text (undo->set->time_utc);
    if (undo->set->person_name)
        /* Translators: a moment such as "21/11/2026 08:15", and a person */
        self->state
            = g_strdup_printf (_ ("Taken back on %1$s by %2$s."), when, undo->set->person_name);
    else
        /* Translators: %s is a moment such as "21/11/2026 08:15" */
        self->state = g_strdup_printf (_ ("Taken back on %s."), when);
    return TRUE;
}

static gboolean
has_erased (const TvHistoryChange *self)
{
    for (guint i = 0; i < self->records->len; i++) {
        const TvHistoryRecord *record = g_ptr_array_index (self->records, i);

        if (record->is_erased)
            return TRUE;
    }
    return FALSE;
}

/* That somebody looked at personal data stays written, whatever becomes of them. */
static gboolean
is_access (const TvHistoryChange *self)
{
    const TvHistoryRecord *first
        = self->records->len > 0 ? g_ptr_array_index (self->records, 0) : NULL;

    return !first || first->is_access;
}

/* What stands on it later shows only when it is tried, under the eyes of the data base. */
static const char *
find_refusal (const TvHistoryChange *self, const TvHistoryHead *head)
{
    const char *kind = head->set->kind;

    if (head->set->is_undone)
        return _ ("It was taken back already.");
    if (is_access (self))
        return _ ("It tells who saw or gave out personal data, so it stays as it is.");
    if (g_str_equal (kind, "create") || g_str_equal (kind, "practice"))
        return _ ("The record book began with it, so it cannot be taken back.");
    if (g_str_equal (kind, "redo"))
        return _ ("It did again what had been taken back. Take that itself back instead.");
    if (has_erased (self))
        return _ ("Values in it were erased on request, so it cannot be taken back.");
    return NULL;
}

static gpointer
load (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvHistoryNames) names = tv_history_names_new (connection);
    g_autoptr (TvHistoryChange) self = g_new0 (TvHistoryChange, 1);
    g_autoptr (TvHistoryHead) head = tv_store_get_history_head (connection, question->id, error);

    if (!head)
        return NULL;
    self->line = tv_history_line_new (head, names);
    self->device = g_strdup (head->set->device);
    self->records = g_ptr_array_new_with_free_func (record_free);
    self->last_entry = question->after;
    if (!add_records (self, connection, names, question, error)
        || !write_state (self, connection, error) || !tv_history_names_check (names, error))
        return NULL;
    self->refusal = find_refusal (self, head);
    return g_steal_pointer (&self);
}

/**
 * tv_history_change_load_async:
 * @store: an open book
 * @id: of a change set
 * @after: only records after this entry, 0 from the first
 * @limit: how many records at most
 *
 * End it with tv_history_change_load_finish().
 */
void
tv_history_change_load_async (TvStore *store, gint64 id, gint64 after, guint limit,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
    Question question = { id, after, limit };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, load, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_history_change_free, cancellable, callback, user_data);
}

/**
 * tv_history_change_load_finish:
 *
 * Returns: (transfer full) (nullable): the change set with a page of its records
 */
TvHistoryChange *
tv_history_change_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

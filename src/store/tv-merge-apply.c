/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what a plan takes over from another copy of the book, all of it as one change. */

#include "store/tv-merge-plan.h"

#include "store/tv-change-private.h"
#include "store/tv-store-settings.h"

typedef struct {
    TvChange *change;
    GHashTable *take_theirs;
    gboolean is_theirs_default;
    TvMergeOutcome *outcome;
} Applying;

static gboolean
takes_theirs (const Applying *self, const char *question)
{
    gpointer answer;

    if (!question)
        return FALSE;
    if (self->take_theirs
        && g_hash_table_lookup_extended (self->take_theirs, question, NULL, &answer))
        return GPOINTER_TO_INT (answer);
    return self->is_theirs_default;
}

/* Sets @is_there to FALSE where what it refers to is not in this book. */
static gboolean
make_field (Applying *self, const TvPortableField *from, TvField *field, gboolean *is_there,
            GError **error)
{
    gint64 id = 0;

    field->column = from->column;
    field->kind = from->kind;
    field->number = from->number;
    field->text = from->text;
    if (!from->refers_to || from->kind == TV_FIELD_NULL)
        return TRUE;
    if (!tv_record_find_id (tv_change_connection (self->change), from->refers_to, from->text, &id,
                            error))
        return FALSE;
    field->kind = TV_FIELD_NUMBER;
    field->number = id;
    field->text = NULL;
    *is_there = *is_there && id != 0;
    return TRUE;
}

/* What no longer fits beside what was changed here stays out; the rest is taken all the same. */
static gboolean
pass_over (Applying *self, GError *own_error, GError **error)
{
    if (own_error && !g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_CONSTRAINT)) {
        g_propagate_error (error, own_error);
        return FALSE;
    }
    g_clear_error (&own_error);
    self->outcome->n_left_out++;
    return TRUE;
}

static gboolean
put (Applying *self, const TvMergeRecord *record, GArray *fields, GError **error)
{
    GError *own_error = NULL;
    gboolean is_new = record->action == TV_MERGE_INSERT;

    if (tv_change_put (self->change, record->table, record->id, is_new ? record->uid : NULL,
                       (const TvField *) (gpointer) fields->data, fields->len, &own_error)
        == 0)
        return pass_over (self, own_error, error);
    if (is_new)
        self->outcome->n_added++;
    else
        self->outcome->n_changed++;
    return TRUE;
}

static gboolean
write_record (Applying *self, const TvMergeRecord *record, GError **error)
{
    g_autoptr (GArray) fields = g_array_new (FALSE, TRUE, sizeof (TvField));
    gboolean is_there = TRUE;

    for (guint i = 0; i < record->fields->len; i++) {
        const TvMergeField *from = g_ptr_array_index (record->fields, i);
        TvField field = { 0 };

        if (from->is_conflict && !takes_theirs (self, from->question)) {
            self->outcome->n_kept++;
            continue;
        }
        if (!make_field (self, &from->theirs, &field, &is_there, error))
            return FALSE;
        g_array_append_val (fields, field);
    }
    if (!is_there)
        return pass_over (self, NULL, error);
    return fields->len == 0 || put (self, record, fields, error);
}

static gboolean
delete_record (Applying *self, const TvMergeRecord *record, GError **error)
{
    GError *own_error = NULL;

    if (!tv_change_delete (self->change, record->table, record->id, &own_error))
        return pass_over (self, own_error, error);
    self->outcome->n_deleted++;
    return TRUE;
}

static gboolean
apply_record (Applying *self, const TvMergeRecord *record, GError **error)
{
    if (record->is_conflict && !takes_theirs (self, record->question)) {
        self->outcome->n_kept++;
        return TRUE;
    }
    return record->action == TV_MERGE_DELETE ? delete_record (self, record, error)
                                             : write_record (self, record, error);
}

static gboolean
note_heads (const TvMergePlan *plan, TvChange *change, GError **error)
{
    g_autofree char *now = tv_clock_now_utc (tv_change_clock (change));

    for (guint i = 0; i < plan->heads->len; i++) {
        g_autofree char *name
            = g_strconcat (TV_HISTORY_MERGED_PREFIX, g_ptr_array_index (plan->heads, i), NULL);

        if (!tv_store_put_setting (change, name, now, error))
            return FALSE;
    }
    return TRUE;
}

/**
 * tv_merge_plan_apply:
 * @self: a plan that was made in the same transaction
 * @change: a change
 * @take_theirs: (nullable): question -> whether theirs is taken (GINT_TO_POINTER)
 * @is_theirs_default: what holds for a question that has no answer
 * @outcome: (out caller-allocates): what was done
 * @error: (nullable): a #TvStoreError
 *
 * Deletes last, from what is referred to by nothing upwards.
 *
 * Returns: whether all that fits was taken
 */
gboolean
tv_merge_plan_apply (const TvMergePlan *self, TvChange *change, GHashTable *take_theirs,
                     gboolean is_theirs_default, TvMergeOutcome *outcome, GError **error)
{
    Applying applying = { change, take_theirs, is_theirs_default, outcome };

    *outcome = (TvMergeOutcome){ 0 };
    for (guint i = 0; i < self->records->len; i++) {
        const TvMergeRecord *record = g_ptr_array_index (self->records, i);

        if (record->action != TV_MERGE_DELETE && !apply_record (&applying, record, error))
            return FALSE;
    }
    for (guint i = self->records->len; i > 0; i--) {
        const TvMergeRecord *record = g_ptr_array_index (self->records, i - 1);

        if (record->action == TV_MERGE_DELETE && !apply_record (&applying, record, error))
            return FALSE;
    }
    return note_heads (self, change, error);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two copies of one book that were both written in. Each column of each record that the other copy
 * has touched is held against what it was when they parted: what only the other copy changed is
 * taken, what both changed is asked. A round that is signed off here stays as it was signed, and a
 * signature is given by a person, never by a merge. */

#include "store/tv-merge-plan.h"

#include "store/tv-merge-look.h"

#include <string.h>

typedef struct {
    TvMergeSides sides;
    TvHistoryFork *their_fork;
    TvMergePlan *plan;
} Making;

static void
free_field (gpointer data)
{
    TvMergeField *self = data;

    g_free (self->theirs.text);
    g_free (self->question);
    g_free (self);
}

static void
free_record (gpointer data)
{
    TvMergeRecord *self = data;

    g_free (self->uid);
    g_free (self->student_uid);
    g_free (self->question);
    g_ptr_array_unref (self->fields);
    g_free (self);
}

void
tv_merge_plan_free (TvMergePlan *self)
{
    g_ptr_array_unref (self->records);
    g_ptr_array_unref (self->heads);
    g_free (self);
}

static gboolean
is_signature (const TvMergeLook *looked, const char *table)
{
    const TvPortableField *name
        = tv_portable_row_find (looked->is_there ? looked->now : looked->base, "name");

    return strcmp (table, "setting") == 0 && name && name->text
           && (g_str_has_prefix (name->text, "signed-")
               || g_str_has_prefix (name->text, "reopened-"));
}

static void
add_field (TvMergeRecord *record, const TvPortableField *theirs, gboolean is_conflict)
{
    TvMergeField *field = g_new0 (TvMergeField, 1);

    field->theirs = *theirs;
    field->theirs.text = g_strdup (theirs->text);
    field->is_conflict = is_conflict;
    if (is_conflict) {
        /* What a class is found by follows its name. */
        const char *column = strcmp (theirs->column, "name_key") == 0 ? "name" : theirs->column;

        field->question = g_strconcat (record->table, " ", record->uid, " ", column, NULL);
    }
    g_ptr_array_add (record->fields, field);
}

/* What a scale showed goes with the value that was taken from it: there is one question for both,
 * and where the value is not asked, what we read here stays. */
static void
follow_measurement (Making *self, TvMergeField *field, const TvMergeLook *looked)
{
    const TvPortableField *measurement = tv_portable_row_find (looked->our_now, "measurement_id");
    const TvPortableField *quantity = tv_portable_row_find (looked->our_now, "quantity");
    gboolean is_weight = quantity && g_strcmp0 (quantity->text, "weight") == 0;

    g_clear_pointer (&field->question, g_free);
    if (measurement && measurement->text)
        field->question = g_strconcat ("measurement ", measurement->text, " ",
                                       is_weight ? "weight_g" : "height_mm", NULL);
}

static void
compare_field (Making *self, TvMergeRecord *record, const TvMergeLook *looked,
               const TvPortableField *theirs)
{
    const char *column = theirs->column;
    const TvPortableField *ours = tv_portable_row_find (looked->our_now, column);
    gboolean is_theirs_changed
        = !looked->forked->is_base_known || !looked->forked->base_json
          || !tv_portable_field_equal (theirs, tv_portable_row_find (looked->base, column));
    gboolean is_ours_changed
        = looked->our_forked
          && (!looked->our_forked->is_base_known || !looked->our_forked->base_json
              || !tv_portable_field_equal (ours, tv_portable_row_find (looked->our_base, column)));

    if (!is_theirs_changed || tv_portable_field_equal (theirs, ours))
        return;
    if (strcmp (record->table, "round") == 0 && strcmp (column, "is_closed") == 0) {
        self->plan->n_signed_off++;
        return;
    }
    add_field (record, theirs, is_ours_changed);
    if (is_ours_changed && strcmp (record->table, "reading") == 0)
        follow_measurement (self, g_ptr_array_index (record->fields, record->fields->len - 1),
                            looked);
}

static gboolean
is_untouched (const TvMergeLook *looked)
{
    if (!looked->forked->base_json)
        return FALSE;
    for (guint i = 0; i < looked->now->len; i++) {
        const TvPortableField *field = g_ptr_array_index (looked->now, i);

        if (!tv_portable_field_equal (field, tv_portable_row_find (looked->base, field->column)))
            return FALSE;
    }
    return TRUE;
}

static void
fill_insert (Making *self, TvMergeRecord *record, const TvMergeLook *looked)
{
    record->action = TV_MERGE_INSERT;
    record->is_conflict = looked->our_forked != NULL;
    for (guint i = 0; i < looked->now->len; i++) {
        TvPortableField field = *(TvPortableField *) g_ptr_array_index (looked->now, i);

        /* A round comes open: whoever signs it off here must have seen it. */
        if (strcmp (record->table, "round") == 0 && strcmp (field.column, "is_closed") == 0)
            field.number = 0;
        add_field (record, &field, FALSE);
    }
}

/* Somebody who was absent has no weight: where the books differ in whether a child was measured at
 * all, there is one question for everything. */
static void
ask_once (TvMergeRecord *record)
{
    const char *question = NULL;

    for (guint i = 0; i < record->fields->len; i++) {
        const TvMergeField *field = g_ptr_array_index (record->fields, i);

        if (field->is_conflict && strcmp (field->theirs.column, "state") == 0)
            question = field->question;
    }
    for (guint i = 0; question && i < record->fields->len; i++) {
        TvMergeField *field = g_ptr_array_index (record->fields, i);

        if (field->is_conflict && field->question != question) {
            g_free (field->question);
            field->question = g_strdup (question);
        }
    }
}

/* FALSE where there is nothing to be done. */
static gboolean
fill_record (Making *self, TvMergeRecord *record, const TvMergeLook *looked)
{
    gboolean is_deleted_here = looked->id == 0 && looked->our_forked;

    if (!looked->is_there) {
        record->action = TV_MERGE_DELETE;
        record->is_conflict = looked->our_forked != NULL;
        return looked->id != 0 && looked->forked->base_json;
    }
    if (looked->id == 0) {
        if (is_deleted_here && is_untouched (looked))
            return FALSE;
        fill_insert (self, record, looked);
        return TRUE;
    }
    record->action = TV_MERGE_UPDATE;
    for (guint i = 0; i < looked->now->len; i++)
        compare_field (self, record, looked, g_ptr_array_index (looked->now, i));
    if (strcmp (record->table, "measurement") == 0)
        ask_once (record);
    return record->fields->len > 0;
}

static TvMergeRecord *
new_record (Making *self, const TvMergeLook *looked)
{
    TvMergeRecord *record = g_new0 (TvMergeRecord, 1);

    record->table = self->sides.table->name;
    record->uid = g_strdup (looked->uid);
    record->id = looked->id;
    record->fields = g_ptr_array_new_with_free_func (free_field);
    return record;
}

static gboolean
plan_record (Making *self, const TvForkedRecord *forked, GError **error)
{
    g_auto (TvMergeLook) looked = { 0 };
    gboolean is_closed = FALSE, is_erased = FALSE;
    TvMergeRecord *record;

    if (!tv_merge_look_take (&looked, &self->sides, forked, error)
        || !tv_merge_look_is_of_closed_round (&looked, &self->sides, &is_closed, error)
        || !tv_merge_look_is_erased (&looked, &self->sides, &is_erased, error))
        return FALSE;
    if (is_erased)
        return TRUE;
    record = new_record (self, &looked);
    if (!fill_record (self, record, &looked)) {
        free_record (record);
        return TRUE;
    }
    if (is_closed || is_signature (&looked, record->table)) {
        self->plan->n_signed_off++;
        free_record (record);
        return TRUE;
    }
    if (record->is_conflict)
        record->question = g_strconcat (record->table, " ", record->uid, NULL);
    g_ptr_array_add (self->plan->records, record);
    record->student_uid = tv_merge_look_find_student (&looked, &self->sides, error);
    return record->student_uid != NULL;
}

static int
compare_forked (gconstpointer a, gconstpointer b)
{
    const TvForkedRecord *first = *(const TvForkedRecord *const *) a;
    const TvForkedRecord *second = *(const TvForkedRecord *const *) b;

    return (first->id > second->id) - (first->id < second->id);
}

static gboolean
plan_table (Making *self, GError **error)
{
    g_autoptr (GPtrArray) records = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init (&iter, self->their_fork->records);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        if (strcmp (((TvForkedRecord *) value)->table, self->sides.table->name) == 0)
            g_ptr_array_add (records, value);
    }
    g_ptr_array_sort (records, compare_forked);
    for (guint i = 0; i < records->len; i++) {
        if (!plan_record (self, g_ptr_array_index (records, i), error))
            return FALSE;
    }
    return TRUE;
}

static TvMergePlan *
new_plan (TvHistoryFork *their_fork)
{
    TvMergePlan *self = g_new0 (TvMergePlan, 1);

    self->records = g_ptr_array_new_with_free_func (free_record);
    self->heads = g_ptr_array_ref (their_fork->heads);
    return self;
}

/**
 * tv_merge_plan_make:
 * @ours: a connection to this book, inside a transaction
 * @theirs: a connection to another copy of it, inside a transaction
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): what of @theirs is to be taken over, and what is asked
 */
TvMergePlan *
tv_merge_plan_make (TvConnection *ours, TvConnection *theirs, GError **error)
{
    g_autoptr (TvHistoryFork) our_fork = tv_history_fork_read (ours, theirs, error);
    g_autoptr (TvHistoryFork) their_fork
        = our_fork ? tv_history_fork_read (theirs, ours, error) : NULL;
    g_autoptr (TvMergeMatch) match = NULL;
    g_autoptr (TvMergePlan) plan = NULL;
    guint n_tables;
    const TvRecordedTable *tables = tv_recorded_table_list (&n_tables);

    if (!their_fork)
        return NULL;
    match = tv_merge_match_new (ours, theirs);
    plan = new_plan (their_fork);
    for (guint i = 0; i < n_tables; i++) {
        Making making = { { ours, theirs, our_fork, match, &tables[i] }, their_fork, plan };

        if (!plan_table (&making, error))
            return NULL;
    }
    return g_steal_pointer (&plan);
}

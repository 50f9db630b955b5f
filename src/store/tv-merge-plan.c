/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two copies of one book that were both written in. Each column of each record that the other copy
 * has touched is held against what it was when they parted: what only the other copy changed is
 * taken, what both changed is asked. A round that is signed off here stays as it was signed, and a
 * signature is given by a person, never by a merge. */

#include "store/tv-merge-plan.h"

#include "store/tv-change-private.h"
#include "store/tv-merge-match.h"
#include "store/tv-store-erasing.h"

#include <string.h>

typedef struct {
    TvConnection *ours;
    TvConnection *theirs;
    TvHistoryFork *our_fork;
    TvHistoryFork *their_fork;
    TvMergeMatch *match;
    TvMergePlan *plan;
    const TvRecordedTable *table;
} Making;

/* One record of the other book, with all that it is held against. */
typedef struct {
    const TvForkedRecord *forked;
    const TvForkedRecord *our_forked; /* (nullable): we have touched it too */
    gboolean is_there;                /* still stands in the other book */
    GPtrArray *now;                   /* theirs, as it is */
    GPtrArray *base;                  /* theirs, as it was */
    char *uid;                        /* in our book */
    gint64 id;                        /* in our book; 0: it does not stand */
    GPtrArray *our_now;
    GPtrArray *our_base;
} Looked;

static void
clear_looked (Looked *self)
{
    g_clear_pointer (&self->now, g_ptr_array_unref);
    g_clear_pointer (&self->base, g_ptr_array_unref);
    g_clear_pointer (&self->our_now, g_ptr_array_unref);
    g_clear_pointer (&self->our_base, g_ptr_array_unref);
    g_free (self->uid);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Looked, clear_looked)

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
translate (Making *self, GPtrArray *row)
{
    for (guint i = 0; i < row->len; i++) {
        TvPortableField *field = g_ptr_array_index (row, i);
        const char *uid = field->refers_to && field->text
                              ? tv_merge_match_uid (self->match, field->refers_to, field->text)
                              : NULL;

        if (uid && uid != field->text) {
            g_free (field->text);
            field->text = g_strdup (uid);
        }
    }
}

static gboolean
look (Making *self, const TvForkedRecord *forked, Looked *looked, GError **error)
{
    g_autofree char *key = NULL;
    gboolean stands;

    looked->forked = forked;
    if (!read_now (self->theirs, forked->table, forked->id, &looked->now, &looked->is_there, error))
        return FALSE;
    looked->base = tv_portable_row_read (self->theirs, forked->base_json, error);
    if (!looked->base)
        return FALSE;
    translate (self, looked->now);
    translate (self, looked->base);
    if (!tv_merge_match_find (self->match, forked, looked->now, error))
        return FALSE;
    looked->uid = g_strdup (tv_merge_match_uid (self->match, forked->table, forked->uid));
    key = tv_history_fork_key (forked->table, looked->uid);
    looked->our_forked = g_hash_table_lookup (self->our_fork->records, key);
    if (!tv_record_find_id (self->ours, forked->table, looked->uid, &looked->id, error)
        || !read_now (self->ours, forked->table, looked->id, &looked->our_now, &stands, error))
        return FALSE;
    looked->our_base = tv_portable_row_read (
        self->ours, looked->our_forked ? looked->our_forked->base_json : NULL, error);
    return looked->our_base != NULL;
}

static const char sql_round_is_closed[] = "SELECT is_closed FROM round WHERE uid = $1";

static gboolean
is_closed_here (Making *self, const char *round_uid, gboolean *is_closed, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (self->ours, sql_round_is_closed, error);
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
find_owner_of (Making *self, const Looked *looked, const char *query, const char *table,
               GError **error)
{
    g_autofree char *uid = NULL;

    if (!query)
        return g_strdup ("");
    uid = looked->is_there ? find_owner (self->theirs, query, looked->forked->id, table, error)
                           : find_owner (self->ours, query, looked->id, table, error);
    return uid ? g_strdup (tv_merge_match_uid (self->match, table, uid)) : NULL;
}

static gboolean
is_of_closed_round (Making *self, const Looked *looked, gboolean *is_closed, GError **error)
{
    g_autofree char *uid = find_owner_of (self, looked, self->table->round_query, "round", error);

    return uid && is_closed_here (self, uid, is_closed, error);
}

static gboolean
is_signature (const Looked *looked, const char *table)
{
    const TvPortableField *name
        = tv_portable_row_find (looked->is_there ? looked->now : looked->base, "name");

    return strcmp (table, "setting") == 0 && name && name->text
           && (g_str_has_prefix (name->text, "signed-")
               || g_str_has_prefix (name->text, "reopened-"));
}

static const char sql_was_erased[]
    = "SELECT id FROM access WHERE student_uid = $1 AND what = '" TV_CHANGE_ERASE "' LIMIT 1";

/* A child that was erased here on a lawful request does not come back from an older copy. */
static gboolean
is_erased_here (Making *self, const Looked *looked, gboolean *is_erased, GError **error)
{
    g_autoptr (TvStatement) row = NULL;
    TvStep step;

    *is_erased = FALSE;
    if (looked->id != 0 || strcmp (self->table->name, "student") != 0)
        return TRUE;
    row = tv_connection_prepare (self->ours, sql_was_erased, error);
    if (!row)
        return FALSE;
    tv_statement_bind_text (row, 1, looked->uid);
    step = tv_statement_step (row, error);
    *is_erased = step == TV_STEP_ROW;
    return step != TV_STEP_ERROR;
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
follow_measurement (Making *self, TvMergeField *field, const Looked *looked)
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
compare_field (Making *self, TvMergeRecord *record, const Looked *looked,
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
is_untouched (const Looked *looked)
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
fill_insert (Making *self, TvMergeRecord *record, const Looked *looked)
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
fill_record (Making *self, TvMergeRecord *record, const Looked *looked)
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
new_record (Making *self, const Looked *looked)
{
    TvMergeRecord *record = g_new0 (TvMergeRecord, 1);

    record->table = self->table->name;
    record->uid = g_strdup (looked->uid);
    record->id = looked->id;
    record->fields = g_ptr_array_new_with_free_func (free_field);
    return record;
}

static gboolean
plan_record (Making *self, const TvForkedRecord *forked, GError **error)
{
    g_auto (Looked) looked = { 0 };
    gboolean is_closed = FALSE, is_erased = FALSE;
    TvMergeRecord *record;

    if (!look (self, forked, &looked, error)
        || !is_of_closed_round (self, &looked, &is_closed, error)
        || !is_erased_here (self, &looked, &is_erased, error))
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
    record->student_uid
        = find_owner_of (self, &looked, self->table->student_query, "student", error);
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
        if (strcmp (((TvForkedRecord *) value)->table, self->table->name) == 0)
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
        Making making = { ours, theirs, our_fork, their_fork, match, plan, &tables[i] };

        if (!plan_table (&making, error))
            return NULL;
    }
    return g_steal_pointer (&plan);
}

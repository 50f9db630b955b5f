/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing a class list or a weighing sheet into the book: a plan that can be looked at and
 * corrected, then all of it at once. */

#include "workflows/tv-import-private.h"

#include "exchange/tv-list-reader.h"
#include "exchange/tv-workbook-file.h"
#include "workflows/tv-import-columns.h"
#include "workflows/tv-import-judge.h"
#include "workflows/tv-import-reading.h"
#include "workflows/tv-import-write.h"

#include <glib/gi18n.h>
#include <string.h>

/* A text that somebody put in the place of one in the file. */
typedef struct {
    guint sheet;
    guint source_row;
    TvListField field;
    char *text;
} Correction;

G_DEFINE_FINAL_TYPE (TvImportPlan, tv_import_plan, G_TYPE_OBJECT)

typedef struct {
    char *path;
    TvImportOptions options;
} ReadInput;

static void
free_read_input (gpointer data)
{
    g_free (((ReadInput *) data)->path);
    g_free (data);
}

static void
clear_correction (gpointer data)
{
    g_free (((Correction *) data)->text);
}

static void
replace_row (TvImportPlan *self, guint index, TvListField field, const char *text)
{
    TvListRow *old = g_ptr_array_index (self->rows, index);

    g_ptr_array_index (self->rows, index) = tv_list_row_with (old, field, text, self->today);
    tv_list_row_unref (old);
}

/* The rows as the file has them, and over them what people have corrected. */
static void
take_rows (TvImportPlan *self)
{
    g_clear_pointer (&self->rows, g_ptr_array_unref);
    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_list_row_unref);
    for (guint i = 0; i < self->list->rows->len; i++) {
        TvListRow *row = g_ptr_array_index (self->list->rows, i);

        g_ptr_array_add (self->rows, tv_list_row_ref (row));
        for (guint j = 0; j < self->corrections->len; j++) {
            const Correction *correction = &g_array_index (self->corrections, Correction, j);

            if (correction->sheet == row->sheet && correction->source_row == row->source_row)
                replace_row (self, i, correction->field, correction->text);
        }
    }
}

static void
make_steps (TvImportPlan *self)
{
    g_autoptr (TvImportJudge) judge
        = tv_import_judge_new (self->book, self->list, &self->options, self->today);

    g_clear_pointer (&self->steps, g_ptr_array_unref);
    self->steps = tv_import_judge_all (judge, self->rows, self->skipped);
}

/* As a person says; else as a title says; else by the day of measuring; else by today. */
static int
find_year (TvImportPlan *self)
{
    if (self->options.first_year != 0)
        return self->options.first_year;
    if (self->list->first_year != 0)
        return self->list->first_year;
    if (self->list->has_measures && self->options.measuring_date != TV_DATE_NONE)
        return tv_school_year_of_date (self->options.measuring_date);
    return tv_school_year_of_date (self->list->measured_on != TV_DATE_NONE ? self->list->measured_on
                                                                           : self->today);
}

static gpointer
read_book (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_import_book_read (connection, *(int *) input, cancellable, error);
}

static gpointer
read_columns (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_import_columns_load (connection, error);
}

static TvImportPlan *
make_plan (TvStore *store, const ReadInput *input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvImportPlan) self = g_object_new (TV_TYPE_IMPORT_PLAN, NULL);
    int first_year;

    self->store = g_object_ref (store);
    self->options = input->options;
    self->today = tv_clock_today (tv_store_clock (store));
    self->workbook = tv_workbook_read (input->path, cancellable, error);
    if (!self->workbook)
        return NULL;
    self->choices = tv_store_read (store, read_columns, NULL, error);
    if (!self->choices || !tv_import_plan_read_list (self, error))
        return NULL;
    tv_import_plan_recall (self);
    first_year = find_year (self);
    self->book = tv_store_read (store, read_book, &first_year, error);
    if (!self->book || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    take_rows (self);
    make_steps (self);
    return g_steal_pointer (&self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer input, GCancellable *cancellable)
{
    GError *error = NULL;
    TvImportPlan *plan = make_plan (source, input, cancellable, &error);

    if (plan)
        g_task_return_pointer (task, plan, g_object_unref);
    else
        g_task_return_error (task, error);
}

static gboolean
write_plan (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvImportPlan *self = input;
    g_autofree char *columns
        = self->has_new_choices ? tv_import_columns_to_text (self->choices) : NULL;
    TvImportWriting writing = { self->steps, self->book, columns };
    g_autofree TvImportCounts *written = g_new0 (TvImportCounts, 1);

    if (!tv_import_write (change, &writing, written, cancellable, error))
        return FALSE;
    *result = g_steal_pointer (&written);
    return TRUE;
}

static void
tv_import_plan_finalize (GObject *object)
{
    TvImportPlan *self = TV_IMPORT_PLAN (object);

    g_clear_pointer (&self->steps, g_ptr_array_unref);
    g_clear_pointer (&self->rows, g_ptr_array_unref);
    g_clear_pointer (&self->list, tv_list_file_unref);
    g_clear_pointer (&self->book, tv_import_book_free);
    g_clear_pointer (&self->workbook, tv_workbook_unref);
    g_clear_pointer (&self->choices, g_hash_table_unref);
    g_free (self->layout);
    g_free (self->text_layout);
    g_array_unref (self->corrections);
    g_hash_table_unref (self->skipped);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (tv_import_plan_parent_class)->finalize (object);
}

static void
tv_import_plan_class_init (TvImportPlanClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = tv_import_plan_finalize;
}

static void
tv_import_plan_init (TvImportPlan *self)
{
    self->corrections = g_array_new (FALSE, FALSE, sizeof (Correction));
    g_array_set_clear_func (self->corrections, clear_correction);
    self->skipped = g_hash_table_new (NULL, NULL);
}

/**
 * tv_import_plan_read:
 * @store: an open book
 * @path: a class list or a weighing sheet
 * @options: what a person has chosen
 * @cancellable: (nullable): to stop it
 * @error: (nullable): what is wrong with the whole file, or with the book
 *
 * Waits for file and book; for the command line, tests and worker threads.
 *
 * Returns: (transfer full) (nullable): what the file would change
 */
TvImportPlan *
tv_import_plan_read (TvStore *store, const char *path, const TvImportOptions *options,
                     GCancellable *cancellable, GError **error)
{
    ReadInput input = { (char *) path, *options };

    g_return_val_if_fail (TV_IS_STORE (store) && path, NULL);
    return make_plan (store, &input, cancellable, error);
}

/**
 * tv_import_plan_read_async:
 *
 * As tv_import_plan_read(), without waiting. End it with tv_import_plan_read_finish().
 */
void
tv_import_plan_read_async (TvStore *store, const char *path, const TvImportOptions *options,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
    ReadInput *input = g_new0 (ReadInput, 1);

    input->path = g_strdup (path);
    input->options = *options;
    g_task_set_task_data (task, input, free_read_input);
    g_task_run_in_thread (task, read_in_thread);
}

TvImportPlan *
tv_import_plan_read_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tv_import_plan_first_year:
 *
 * Returns: the calendar year in which the list's school year begins
 */
int
tv_import_plan_first_year (TvImportPlan *self)
{
    g_return_val_if_fail (TV_IS_IMPORT_PLAN (self), 0);
    return self->book->first_year;
}

guint
tv_import_plan_n_rows (TvImportPlan *self)
{
    return self->steps->len;
}

/**
 * tv_import_plan_row:
 * @index: which row, in the order of the file; children whom a whole-school list lacks follow
 *
 * Returns: (transfer none): the row, until the next correction
 */
const TvImportRow *
tv_import_plan_row (TvImportPlan *self, guint index)
{
    g_return_val_if_fail (index < self->steps->len, NULL);
    return &((TvImportStep *) g_ptr_array_index (self->steps, index))->shown;
}

/**
 * tv_import_plan_columns:
 *
 * Returns: (transfer full) (element-type TvImportColumn): the columns of every header, free it
 *   with g_ptr_array_unref()
 */
GPtrArray *
tv_import_plan_columns (TvImportPlan *self)
{
    return tv_import_columns_list (self->list);
}

static void
correct_value (TvImportPlan *self, guint index, TvListField field, const char *text)
{
    const TvListRow *row = g_ptr_array_index (self->rows, index);
    Correction correction = { row->sheet, row->source_row, field, g_strdup (text) };

    g_array_append_val (self->corrections, correction);
    replace_row (self, index, field, text);
}

/* What is proposed for the field of a row, NULL where nothing is. */
static const char *
find_proposal (const TvImportStep *step, TvListField field)
{
    for (guint i = 0; i < step->shown.remarks->len; i++) {
        const TvImportRemark *remark = g_ptr_array_index (step->shown.remarks, i);

        if (remark->proposal && strcmp (remark->field, tv_list_field_code (field)) == 0)
            return remark->proposal;
    }
    return NULL;
}

/* Who takes one value back to its place means the other, too. */
static void
correct_swapped (TvImportPlan *self, guint index, TvListField field, const char *text)
{
    const TvImportStep *step = g_ptr_array_index (self->steps, index);
    TvListField other = field == TV_LIST_WEIGHT ? TV_LIST_HEIGHT : TV_LIST_WEIGHT;

    if (step->is_swapped && (field == TV_LIST_WEIGHT || field == TV_LIST_HEIGHT)
        && g_strcmp0 (text, find_proposal (step, field)) == 0)
        correct_value (self, index, other, find_proposal (step, other));
}

/**
 * tv_import_plan_correct:
 * @index: which row
 * @field: code of the field
 * @text: what is to stand there
 *
 * The whole plan is weighed anew: a code that was there twice may now be there once. Where weight
 * and height changed places, taking the proposal for one of them corrects both.
 */
void
tv_import_plan_correct (TvImportPlan *self, guint index, const char *field, const char *text)
{
    TvListField found;

    if (index >= self->rows->len || !tv_list_field_parse (field, &found)
        || found == TV_LIST_NO_FIELD)
        return;
    correct_swapped (self, index, found, text);
    correct_value (self, index, found, text);
    make_steps (self);
}

/**
 * tv_import_plan_weigh_anew:
 *
 * Makes the rows and their verdicts again, after the list was read in another way.
 */
void
tv_import_plan_weigh_anew (TvImportPlan *self)
{
    g_hash_table_remove_all (self->skipped);
    take_rows (self);
    make_steps (self);
}

/**
 * tv_import_plan_set_skipped:
 * @index: which row
 * @is_skipped: whether it is left out
 */
void
tv_import_plan_set_skipped (TvImportPlan *self, guint index, gboolean is_skipped)
{
    g_return_if_fail (index < self->rows->len);
    if (is_skipped)
        g_hash_table_add (self->skipped, GUINT_TO_POINTER (index));
    else
        g_hash_table_remove (self->skipped, GUINT_TO_POINTER (index));
    make_steps (self);
}

/**
 * tv_import_plan_count:
 * @counts: (out): what would be written, and how many rows of each verdict there are
 */
void
tv_import_plan_count (TvImportPlan *self, TvImportCounts *counts)
{
    g_autoptr (GHashTable) classes = g_hash_table_new (g_str_hash, g_str_equal);

    *counts = (TvImportCounts){ 0 };
    for (guint i = 0; i < self->steps->len; i++) {
        const TvImportStep *step = g_ptr_array_index (self->steps, i);

        tv_import_count_step (step, counts);
        if (tv_import_step_writes (step)
            && !tv_import_book_find_class (self->book, step->shown.class_name))
            g_hash_table_add (classes, step->shown.class_name);
    }
    counts->n_classes_new = g_hash_table_size (classes);
}

static gboolean
take_counts (TvImportCounts *from, TvImportCounts *to)
{
    if (from && to)
        *to = *from;
    g_free (from);
    return from != NULL;
}

/**
 * tv_import_plan_apply:
 * @written: (out) (optional): what was written
 * @error: (nullable): why nothing was
 *
 * Writes the plan as it stands, all of it or nothing; one undo takes it back. Waits for the book.
 *
 * Returns: whether it was written
 */
gboolean
tv_import_plan_apply (TvImportPlan *self, TvImportCounts *written, GError **error)
{
    gpointer result = NULL;
    gboolean is_good = tv_store_write (self->store, "import", write_plan, self, &result, error);

    take_counts (result, is_good ? written : NULL);
    return is_good;
}

static void
plan_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GTask) task = user_data;
    GError *error = NULL;
    gpointer counts = tv_store_write_finish (TV_STORE (source), result, &error);

    if (counts)
        g_task_return_pointer (task, counts, g_free);
    else
        g_task_return_error (task, error);
}

/**
 * tv_import_plan_apply_async:
 *
 * As tv_import_plan_apply(), without waiting; nothing may be corrected until it has ended.
 */
void
tv_import_plan_apply_async (TvImportPlan *self, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new (self, cancellable, callback, user_data);

    g_task_set_check_cancellable (task, FALSE);
    tv_store_write_async (self->store, "import", write_plan, g_object_ref (self), g_object_unref,
                          g_free, cancellable, plan_written_cb, task);
}

gboolean
tv_import_plan_apply_finish (TvImportPlan *self, GAsyncResult *result, TvImportCounts *written,
                             GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
    return take_counts (g_task_propagate_pointer (G_TASK (result), error), written);
}

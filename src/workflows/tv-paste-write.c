/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what is ticked in a plan to paste: one transaction and one step back. What stands in the
 * book must still be what the person saw, or nothing is written at all. */

#include "workflows/tv-paste-write.h"

#include "workflows/tv-measuring-save-private.h"
#include "workflows/tv-paste-row.h"

#include <glib/gi18n.h>

/* The plan may go while its values are on their way. */
typedef struct {
    TvStudent *student;
    TvMeasurement *expected; /* (nullable) what stood when the plan was made */
    TvMeasuringEntry entries[TV_PASTE_N_PARTS];
    guint n_entries;
} Child;

typedef struct {
    TvSession *session;
    GPtrArray *children; /* of Child */
} Job;

static void
child_free (gpointer data)
{
    Child *self = data;

    tv_student_unref (self->student);
    g_clear_pointer (&self->expected, tv_measurement_unref);
    g_free (self);
}

static void
job_free (gpointer data)
{
    Job *self = data;

    tv_session_unref (self->session);
    g_ptr_array_unref (self->children);
    g_free (self);
}

static Job *
job_new (const TvPastePlan *plan)
{
    Job *self = g_new0 (Job, 1);

    self->session = tv_session_ref (plan->session);
    self->children = g_ptr_array_new_with_free_func (child_free);
    for (guint i = 0; i < plan->rows->len; i++) {
        const TvPasteRow *row = tv_paste_plan_row (plan, i);
        const TvMeasuringRow *of_sheet = tv_paste_plan_child (plan, row->match.child);
        TvMeasuringEntry entries[TV_PASTE_N_PARTS];
        guint n = of_sheet ? tv_paste_row_entries (row, entries) : 0;
        Child *child;

        if (n == 0)
            continue;
        child = g_new0 (Child, 1);
        child->student = tv_student_ref (of_sheet->student);
        child->expected = of_sheet->current ? tv_measurement_ref (of_sheet->current) : NULL;
        child->n_entries = n;
        for (guint j = 0; j < n; j++)
            child->entries[j] = entries[j];
        g_ptr_array_add (self->children, child);
    }
    return self;
}

static gboolean
is_as_expected (const TvMeasurement *expected, const TvMeasurement *found)
{
    if (!expected || !found)
        return expected == found;
    return expected->state == found->state && expected->weight_g == found->weight_g
           && expected->height_mm == found->height_mm;
}

static gboolean
write_child (TvChange *change, const Job *job, const Child *child, GError **error)
{
    g_autoptr (TvMeasurement) current = NULL;

    if (!_tv_measuring_save_find_current (tv_change_connection (change), child->student->id,
                                          job->session->round_id, &current, error))
        return FALSE;
    if (!is_as_expected (child->expected, current)) {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                     /* Translators: %s is the name of a child. */
                     _ ("The values of %s have changed meanwhile. Nothing was pasted; look at the "
                        "sheet and paste again."),
                     child->student->name);
        return FALSE;
    }
    for (guint i = 0; i < child->n_entries; i++) {
        g_autoptr (TvSession) session = _tv_measuring_save_entry (
            change, job->session, child->student->id, &child->entries[i], error);

        if (!session)
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_values (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    const Job *job = input;

    for (guint i = 0; i < job->children->len; i++) {
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !write_child (change, job, g_ptr_array_index (job->children, i), error))
            return FALSE;
    }
    *result = GUINT_TO_POINTER (job->children->len);
    return TRUE;
}

/**
 * tv_paste_write_async:
 * @store: an open book
 * @plan: what is ticked; at least one value is
 * @cancellable: (nullable): to give up, with nothing written
 *
 * End it with tv_paste_write_finish().
 */
void
tv_paste_write_async (TvStore *store, const TvPastePlan *plan, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store) && plan->session->round_id != 0);
    tv_store_write_async (store, "paste-values", write_values, job_new (plan), job_free, NULL,
                          cancellable, callback, user_data);
}

/**
 * tv_paste_write_finish:
 * @n_children: (out): how many got values
 * @error: G_IO_ERROR_FAILED with a sentence for people where a value has changed meanwhile; a
 *   #TvStoreError
 *
 * Returns: whether the values are in the book
 */
gboolean
tv_paste_write_finish (TvStore *store, GAsyncResult *result, guint *n_children, GError **error)
{
    g_autoptr (GError) own = NULL;
    gpointer found = tv_store_write_finish (store, result, &own);

    *n_children = GPOINTER_TO_UINT (found);
    if (own)
        g_propagate_error (error, g_steal_pointer (&own));
    return *n_children > 0;
}

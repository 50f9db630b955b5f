/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet of one class in one round: its children in roll order, what stands already, what was
 * measured last time. */

#include "workflows/tv-measuring-sheet.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-grid.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"

typedef struct {
    gint64 round_id;
    gint64 class_id;
    TvDate today;
} Question;

static void
row_free (TvMeasuringRow *self)
{
    tv_student_unref (self->student);
    g_clear_pointer (&self->current, tv_measurement_unref);
    g_clear_pointer (&self->previous, tv_measurement_unref);
    g_free (self);
}

static void
sheet_clear (gpointer data)
{
    TvMeasuringSheet *self = data;

    g_clear_pointer (&self->round, tv_round_unref);
    g_clear_pointer (&self->class_, tv_class_unref);
    g_clear_pointer (&self->sessions, g_ptr_array_unref);
    g_ptr_array_unref (self->rows);
}

static TvMeasuringRow *
row_new (const TvGridRow *grid_row)
{
    TvMeasuringRow *row = g_new0 (TvMeasuringRow, 1);

    row->student = tv_student_ref (grid_row->student);
    row->roll_number = grid_row->enrolment->roll_number;
    if (grid_row->current)
        row->current = tv_measurement_ref (grid_row->current);
    if (grid_row->previous)
        row->previous = tv_measurement_ref (grid_row->previous);
    return row;
}

/* Who was measured was in the class that day or not; the others count by the round's day that is
 * nearest to today. */
static gboolean
is_on_sheet (const TvRound *round, const TvGridRow *row, TvDate today)
{
    TvDate day = today;

    if (row->current)
        day = row->current->date;
    else if (round->last_day != TV_DATE_NONE && day > round->last_day)
        day = round->last_day;
    else if (round->first_day != TV_DATE_NONE && day < round->first_day)
        day = round->first_day;
    return tv_store_is_enrolled_on (row->enrolment->status, row->enrolment->from,
                                    row->enrolment->until, day);
}

static gpointer
load_sheet (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvMeasuringSheet) self = g_atomic_rc_box_new0 (TvMeasuringSheet);
    g_autoptr (GPtrArray) grid = NULL;

    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
    self->round = tv_store_get_round (connection, question->round_id, error);
    if (!self->round)
        return NULL;
    self->class_ = tv_store_get_class (connection, question->class_id, error);
    if (!self->class_)
        return NULL;
    self->sessions
        = tv_store_list_sessions (connection, question->round_id, question->class_id, error);
    if (!self->sessions)
        return NULL;
    grid = tv_store_list_grid (connection, question->class_id, question->round_id, error);
    if (!grid)
        return NULL;
    for (guint i = 0; i < grid->len; i++) {
        const TvGridRow *row = g_ptr_array_index (grid, i);

        if (is_on_sheet (self->round, row, question->today))
            g_ptr_array_add (self->rows, row_new (row));
    }
    return g_steal_pointer (&self);
}

/**
 * tv_measuring_sheet_load:
 * @store: an open book
 * @round_id: the round
 * @class_id: the class
 *
 * Waits for the answer; a window uses tv_measuring_sheet_load_async().
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with @error set
 */
TvMeasuringSheet *
tv_measuring_sheet_load (TvStore *store, gint64 round_id, gint64 class_id, GError **error)
{
    Question question = { round_id, class_id, tv_clock_today (tv_store_clock (store)) };

    g_return_val_if_fail (TV_IS_STORE (store), NULL);
    return tv_store_read (store, load_sheet, &question, error);
}

/**
 * tv_measuring_sheet_load_async:
 * @store: an open book
 * @round_id: the round
 * @class_id: the class
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context
 */
void
tv_measuring_sheet_load_async (TvStore *store, gint64 round_id, gint64 class_id,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
    Question question = { round_id, class_id, tv_clock_today (tv_store_clock (store)) };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, load_sheet, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_measuring_sheet_unref, cancellable, callback,
                         user_data);
}

/**
 * tv_measuring_sheet_load_finish:
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with @error set
 */
TvMeasuringSheet *
tv_measuring_sheet_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

/**
 * tv_measuring_sheet_ref:
 *
 * Returns: (transfer full): the same sheet
 */
TvMeasuringSheet *
tv_measuring_sheet_ref (TvMeasuringSheet *self)
{
    return g_atomic_rc_box_acquire (self);
}

/**
 * tv_measuring_sheet_unref:
 * @self: (transfer full): a sheet
 */
void
tv_measuring_sheet_unref (TvMeasuringSheet *self)
{
    g_atomic_rc_box_release_full (self, sheet_clear);
}

/**
 * tv_measuring_sheet_count:
 * @self: a sheet
 * @progress: (out caller-allocates): how far it is filled
 */
void
tv_measuring_sheet_count (const TvMeasuringSheet *self, TvMeasuringProgress *progress)
{
    *progress = (TvMeasuringProgress){ 0 };
    for (guint i = 0; i < self->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (self->rows, i);

        if (!row->current)
            continue;
        if (row->current->state != TV_MEASUREMENT_MEASURED)
            progress->n_marked++;
        else if (row->current->weight_g && row->current->height_mm)
            progress->n_measured++;
        else if (row->current->weight_g || row->current->height_mm)
            progress->n_half++;
    }
}

/**
 * tv_measuring_sheet_session:
 * @self: a sheet
 * @today: the day the program goes by
 *
 * Returns: (transfer full): the session to go on with: today's, else the latest, else a new one of
 *   today that is not written yet (id 0)
 */
TvSession *
tv_measuring_sheet_session (const TvMeasuringSheet *self, TvDate today)
{
    for (guint i = self->sessions->len; i > 0; i--) {
        TvSession *session = g_ptr_array_index (self->sessions, i - 1);

        if (session->date == today)
            return tv_session_ref (session);
    }
    if (self->sessions->len > 0)
        return tv_session_ref (g_ptr_array_index (self->sessions, self->sessions->len - 1));
    return tv_session_new (&(TvSession){ .round_id = self->round->id,
                                         .class_id = self->class_->id,
                                         .date = today,
                                         .clothing = TV_CLOTHING_UNKNOWN });
}

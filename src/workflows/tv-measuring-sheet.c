/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet of one class in one round: its children in roll order, what stands already, what was
 * measured last time. A round also has a sheet over its classes: a monthly one of those alone who
 * are weighed every month. */

#include "workflows/tv-measuring-sheet.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-grid.h"
#include "store/tv-store-round-classes.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"
#include "workflows/tv-monthly-weighing.h"

#include <glib/gi18n.h>

typedef struct {
    gint64 round_id;
    gint64 class_id;
    TvDate today;
} Question;

static void
row_free (TvMeasuringRow *self)
{
    tv_student_unref (self->student);
    tv_class_unref (self->class_);
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
row_new (const TvGridRow *grid_row, TvClass *class_)
{
    TvMeasuringRow *row = g_new0 (TvMeasuringRow, 1);

    row->student = tv_student_ref (grid_row->student);
    row->class_ = tv_class_ref (class_);
    row->roll_number = grid_row->enrolment->roll_number;
    if (grid_row->current)
        row->current = tv_measurement_ref (grid_row->current);
    if (grid_row->previous)
        row->previous = tv_measurement_ref (grid_row->previous);
    return row;
}

/* The round's day that is nearest to today. */
static TvDate
day_without (const TvRound *round, TvDate today)
{
    if (round->last_day != TV_DATE_NONE && today > round->last_day)
        return round->last_day;
    return round->first_day != TV_DATE_NONE ? MAX (today, round->first_day) : today;
}

/* Who was measured was in the class that day or not; the others count by the round's day. */
static gboolean
is_on_sheet (const TvRound *round, const TvGridRow *row, TvDate today)
{
    TvDate day = row->current ? row->current->date : day_without (round, today);

    return tv_store_is_enrolled_on (row->enrolment->status, row->enrolment->from,
                                    row->enrolment->until, day);
}

/* Who was weighed in a monthly round stays on its sheet, whatever was found. */
static gboolean
is_taken_in (const TvRound *round, const TvGridRow *row, TvDate today)
{
    return round->kind != TV_ROUND_MONTHLY || row->current
           || tv_weighed_monthly (row->student, row->previous, day_without (round, today))
                  != TV_WEIGHED_MONTHLY_NOT;
}

static gboolean
add_class (TvMeasuringSheet *self, TvConnection *connection, TvClass *class_, TvDate today,
           GError **error)
{
    g_autoptr (GPtrArray) grid
        = tv_store_list_grid (connection, class_->id, self->round->id, error);

    for (guint i = 0; grid && i < grid->len; i++) {
        const TvGridRow *row = g_ptr_array_index (grid, i);

        if (is_on_sheet (self->round, row, today)
            && (self->class_->id != TV_MEASURING_ALL_CLASSES
                || is_taken_in (self->round, row, today)))
            g_ptr_array_add (self->rows, row_new (row, class_));
    }
    return grid != NULL;
}

static gboolean
add_all_classes (TvMeasuringSheet *self, TvConnection *connection, TvDate today,
                 GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) classes = tv_store_list_classes (connection, self->round->year_id, error);
    g_autoptr (TvRoundClasses) taken_in
        = classes ? tv_store_get_round_classes (connection, self->round->id, error) : NULL;

    for (guint i = 0; taken_in && i < classes->len; i++) {
        TvClass *class_ = ((TvClassCount *) g_ptr_array_index (classes, i))->class_;

        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || (tv_round_classes_cover (taken_in, class_->id)
                && !add_class (self, connection, class_, today, error)))
            return FALSE;
    }
    return taken_in != NULL;
}

static TvClass *
find_class (TvConnection *connection, const TvRound *round, gint64 class_id, GError **error)
{
    if (class_id != TV_MEASURING_ALL_CLASSES)
        return tv_store_get_class (connection, class_id, error);
    return tv_class_new (&(TvClass){ .year_id = round->year_id,
                                     .name = (char *) (round->kind == TV_ROUND_MONTHLY
                                                           ? tv_round_kind_label (round->kind)
                                                           : _ ("All classes")) });
}

static gpointer
load_sheet (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvMeasuringSheet) self = g_atomic_rc_box_new0 (TvMeasuringSheet);
    gboolean is_loaded;

    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
    self->round = tv_store_get_round (connection, question->round_id, error);
    if (!self->round)
        return NULL;
    self->class_ = find_class (connection, self->round, question->class_id, error);
    if (!self->class_)
        return NULL;
    self->sessions
        = tv_store_list_sessions (connection, question->round_id, question->class_id, error);
    if (!self->sessions)
        return NULL;
    if (question->class_id == TV_MEASURING_ALL_CLASSES)
        is_loaded = add_all_classes (self, connection, question->today, cancellable, error);
    else
        is_loaded = add_class (self, connection, self->class_, question->today, error);
    return is_loaded ? g_steal_pointer (&self) : NULL;
}

/**
 * tv_measuring_sheet_load:
 * @store: an open book
 * @round_id: the round
 * @class_id: the class, or %TV_MEASURING_ALL_CLASSES
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
 * @class_id: the class, or %TV_MEASURING_ALL_CLASSES
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
 * tv_measuring_row_count:
 * @row: a child on a sheet
 * @progress: (inout): gets the child counted
 *
 * Returns: whether the child is wholly measured
 */
gboolean
tv_measuring_row_count (const TvMeasuringRow *row, TvMeasuringProgress *progress)
{
    const TvMeasurement *current = row->current;

    if (!current)
        return FALSE;
    if (current->state != TV_MEASUREMENT_MEASURED) {
        progress->n_marked++;
        return FALSE;
    }
    if (current->weight_g && current->height_mm) {
        progress->n_measured++;
        return TRUE;
    }
    if (current->weight_g || current->height_mm)
        progress->n_half++;
    return FALSE;
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
    for (guint i = 0; i < self->rows->len; i++)
        tv_measuring_row_count (g_ptr_array_index (self->rows, i), progress);
}

/* What is noted of the day holds for all classes that are weighed on it, and who helps mostly also
 * helped last time; the scale is checked each day. */
static TvSession *
session_of_all (const TvSession *found, TvDate today)
{
    TvSession values = *found;

    values.id = 0;
    values.uid = NULL;
    values.class_id = TV_MEASURING_ALL_CLASSES;
    if (values.date != today) {
        values.date = today;
        values.is_scale_checked = FALSE;
        values.is_board_checked = FALSE;
    }
    return tv_session_new (&values);
}

static TvSession *
find_session (const TvMeasuringSheet *self, TvDate today)
{
    for (guint i = self->sessions->len; i > 0; i--) {
        TvSession *session = g_ptr_array_index (self->sessions, i - 1);

        if (session->date == today)
            return session;
    }
    return self->sessions->len > 0 ? g_ptr_array_index (self->sessions, self->sessions->len - 1)
                                   : NULL;
}

/**
 * tv_measuring_sheet_session:
 * @self: a sheet
 * @today: the day the program goes by
 *
 * Returns: (transfer full): the session to go on with: today's, else the latest, else a new one of
 *   today that is not written yet (id 0); on a sheet over several classes it is of none of them,
 *   and always today's
 */
TvSession *
tv_measuring_sheet_session (const TvMeasuringSheet *self, TvDate today)
{
    TvSession *found = find_session (self, today);

    if (found && self->class_->id == TV_MEASURING_ALL_CLASSES)
        return session_of_all (found, today);
    if (found)
        return tv_session_ref (found);
    return tv_session_new (&(TvSession){ .round_id = self->round->id,
                                         .class_id = self->class_->id,
                                         .date = today,
                                         .clothing = TV_CLOTHING_UNKNOWN });
}

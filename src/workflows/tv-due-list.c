/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is to be weighed when, for the first page. Worked out anew from birth dates and measurements:
 * a due date is never stored. */

#include "workflows/tv-due-list.h"

#include "records/tv-school.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-weighings.h"
#include "store/tv-store-years.h"
#include "workflows/tv-due-date.h"

typedef struct {
    gint64 year_id;
    TvDate today;
} Question;

static void
clear_list (gpointer data)
{
    TvDueList *self = data;

    for (int time = 0; time < TV_DUE_N_LISTED; time++)
        g_array_unref (self->children[time]);
}

static TvDueList *
make_list (void)
{
    TvDueList *self = g_atomic_rc_box_new0 (TvDueList);

    for (int time = 0; time < TV_DUE_N_LISTED; time++)
        self->children[time] = g_array_new (FALSE, FALSE, sizeof (gint64));
    return self;
}

TvDueList *
tv_due_list_ref (TvDueList *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_due_list_unref (TvDueList *self)
{
    g_atomic_rc_box_release_full (self, clear_list);
}

/**
 * tv_due_time:
 * @due: when a child is to be weighed
 * @today: the day it is
 *
 * Returns: how soon that is
 */
TvDueTime
tv_due_time (TvDate due, TvDate today)
{
    /* 1970-01-01 was a Thursday. */
    TvDate monday = today - ((today + 3) % 7 + 7) % 7;

    if (due < today)
        return TV_DUE_OVERDUE;
    if (due < monday + 7)
        return TV_DUE_THIS_WEEK;
    if (due < monday + 14)
        return TV_DUE_NEXT_WEEK;
    return due < monday + 28 ? TV_DUE_FORTNIGHT_AFTER : TV_DUE_LATER;
}

static void
add_child (TvDueList *self, const TvWeighing *weighing, TvDate first_day, TvDate today)
{
    TvDueTime time
        = tv_due_time (tv_due_date (weighing->birth_date, weighing->weighed_on, first_day), today);

    self->n_students++;
    if (time < TV_DUE_N_LISTED)
        g_array_append_val (self->children[time], weighing->student_id);
}

static gpointer
read_list (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvSchoolYear) year = tv_store_get_year (connection, question->year_id, error);
    g_autoptr (GArray) weighings
        = year ? tv_store_list_weighings (connection, question->year_id, error) : NULL;
    g_autoptr (TvDueList) self = NULL;
    gint64 last_id = 0;
    TvDate first_day = TV_DATE_NONE;

    if (!weighings)
        return NULL;
    self = make_list ();
    for (guint i = 0; i < weighings->len; i++) {
        const TvWeighing *weighing = &g_array_index (weighings, TvWeighing, i);
        gboolean is_same = weighing->student_id == last_id;
        TvDate from = weighing->from == TV_DATE_NONE ? tv_school_year_opening_day (year->first_year)
                                                     : weighing->from;

        /* Who changed class came with the first of them. */
        first_day = is_same ? MIN (first_day, from) : from;
        last_id = weighing->student_id;
        if (tv_store_is_enrolled_on (weighing->status, weighing->from, weighing->until,
                                     question->today))
            add_child (self, weighing, first_day, question->today);
    }
    return g_steal_pointer (&self);
}

/**
 * tv_due_list_read:
 * @store: a record book
 * @year_id: a school year
 * @error: (nullable): a #TvStoreError
 *
 * Blocks; the window uses tv_due_list_read_async().
 *
 * Returns: (transfer full) (nullable): which of the children who are here today are due when
 */
TvDueList *
tv_due_list_read (TvStore *store, gint64 year_id, GError **error)
{
    Question question = { year_id, tv_clock_today (tv_store_clock (store)) };

    return tv_store_read (store, read_list, &question, error);
}

/**
 * tv_due_list_read_async:
 * @store: a record book
 * @year_id: a school year
 * @cancellable: (nullable): to give up
 * @callback: called in the caller's main context
 */
void
tv_due_list_read_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
    Question question = { year_id, tv_clock_today (tv_store_clock (store)) };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, read_list, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_due_list_unref, cancellable, callback, user_data);
}

/**
 * tv_due_list_read_finish:
 *
 * Returns: (transfer full) (nullable): who is due when, or %NULL with @error set
 */
TvDueList *
tv_due_list_read_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

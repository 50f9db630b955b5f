/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Going to another class. What was measured before that day stays with the old one; before the
 * school year has begun there is nothing to stay, and the child simply sits in the new class. */

#include "workflows/tv-class-move.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-years.h"

#include <glib/gi18n.h>

typedef struct {
    GArray *enrolment_ids; /* of gint64 */
    gint64 class_id;
    TvDate day;
} Moving;

static void
moving_free (gpointer data)
{
    Moving *self = data;

    g_array_unref (self->enrolment_ids);
    g_free (self);
}

/**
 * tv_class_find_next_roll_number:
 * @connection: a connection
 * @class_id: a class
 * @next: (out): the number behind those who are in it
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_class_find_next_roll_number (TvConnection *connection, gint64 class_id, int *next,
                                GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_class (connection, class_id, error);

    if (!enrolments)
        return FALSE;
    *next = 1;
    for (guint i = 0; i < enrolments->len; i++) {
        const TvEnrolment *enrolment = g_ptr_array_index (enrolments, i);

        *next = MAX (*next, enrolment->roll_number + 1);
    }
    return TRUE;
}

static gint64
enrol (TvChange *change, gint64 student_id, const TvClass *class_, TvDate from, GError **error)
{
    TvEnrolment values = { .student_id = student_id,
                           .class_id = class_->id,
                           .year_id = class_->year_id,
                           .status = TV_ENROLMENT_STUDYING,
                           .from = from,
                           .until = TV_DATE_NONE };

    if (!tv_class_find_next_roll_number (tv_change_connection (change), class_->id,
                                         &values.roll_number, error))
        return 0;
    return tv_store_put_enrolment (change, &values, error);
}

/* Reads a class with the calendar year in which its school year begins. */
static TvClass *
read_class (TvConnection *connection, gint64 class_id, int *first_year, GError **error)
{
    g_autoptr (TvClass) class_ = tv_store_get_class (connection, class_id, error);
    g_autoptr (TvSchoolYear) year
        = class_ ? tv_store_get_year (connection, class_->year_id, error) : NULL;

    if (!year)
        return NULL;
    *first_year = year->first_year;
    return g_steal_pointer (&class_);
}

/**
 * tv_class_join_write:
 * @change: a change under way
 * @student_id: a child without a place in the year of the class
 * @class_id: the class it joins
 * @from: the first day there; of a class whose year is over, or has not begun, it says nothing
 * @error: (nullable): a #TvStoreError
 *
 * Returns: the key of the new enrolment, 0 on error
 */
gint64
tv_class_join_write (TvChange *change, gint64 student_id, gint64 class_id, TvDate from,
                     GError **error)
{
    int first_year;
    g_autoptr (TvClass) class_
        = read_class (tv_change_connection (change), class_id, &first_year, error);

    if (!class_)
        return 0;
    if (tv_school_year_of_date (from) != first_year)
        from = TV_DATE_NONE;
    return enrol (change, student_id, class_, from, error);
}

static gint64
move_at_once (TvChange *change, const TvEnrolment *old, const TvClass *class_, GError **error)
{
    TvEnrolment values = *old;

    values.class_id = class_->id;
    if (!tv_class_find_next_roll_number (tv_change_connection (change), class_->id,
                                         &values.roll_number, error))
        return 0;
    return tv_store_put_enrolment (change, &values, error);
}

/* A list may be looked at for long, and the child have gone meanwhile. Whoever finishes school on a
 * day that is still to come does not change class any more. */
static gboolean
check_place (const TvEnrolment *place, gint64 class_id, GError **error)
{
    if (tv_enrolment_is_current (place) && place->class_id != class_id)
        return TRUE;
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("A child has a last day in its class already, or sits in another class "
                            "by now. Nothing was written."));
    return FALSE;
}

/**
 * tv_class_move_write:
 * @change: a change under way
 * @enrolment_id: where the child sits
 * @class_id: the class of the same year it goes to
 * @day: its first day there
 * @error: (nullable): a #TvStoreError, or a sentence where the child does not sit there any more
 *
 * Returns: the key of the enrolment in the new class, 0 on error
 */
gint64
tv_class_move_write (TvChange *change, gint64 enrolment_id, gint64 class_id, TvDate day,
                     GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvEnrolment) old = tv_store_get_enrolment (connection, enrolment_id, error);
    int first_year = 0;
    g_autoptr (TvClass) class_ = old ? read_class (connection, class_id, &first_year, error) : NULL;
    TvEnrolment ended;

    if (!class_ || !check_place (old, class_id, error))
        return 0;
    if (day <= tv_date_from_ymd (first_year, 8, 1)
        || (old->from != TV_DATE_NONE && day <= old->from))
        return move_at_once (change, old, class_, error);
    ended = *old;
    ended.until = day - 1;
    if (tv_store_put_enrolment (change, &ended, error) == 0)
        return 0;
    return enrol (change, old->student_id, class_, day, error);
}

static gboolean
move_all (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    const Moving *moving = input;
    guint n_moved = moving->enrolment_ids->len;

    for (guint i = 0; i < n_moved; i++) {
        gint64 enrolment_id = g_array_index (moving->enrolment_ids, gint64, i);

        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || tv_class_move_write (change, enrolment_id, moving->class_id, moving->day, error)
                   == 0)
            return FALSE;
    }
    *result = g_memdup2 (&n_moved, sizeof n_moved);
    return TRUE;
}

/**
 * tv_class_move_async:
 * @store: an open book
 * @enrolment_ids: (array length=n_enrolments): where the children sit, in the order in which they
 *   are numbered in the new class
 * @class_id: the class of the same year they go to
 * @day: their first day there
 * @cancellable: (nullable): to stop it; nothing is written then
 * @callback: called in the caller's main context
 */
void
tv_class_move_async (TvStore *store, const gint64 *enrolment_ids, guint n_enrolments,
                     gint64 class_id, TvDate day, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
    Moving *moving = g_new0 (Moving, 1);

    g_return_if_fail (TV_IS_STORE (store) && n_enrolments > 0 && day != TV_DATE_NONE);
    moving->enrolment_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_vals (moving->enrolment_ids, enrolment_ids, n_enrolments);
    moving->class_id = class_id;
    moving->day = day;
    tv_store_write_async (store, "move-class", move_all, moving, moving_free, g_free, cancellable,
                          callback, user_data);
}

/**
 * tv_class_move_finish:
 *
 * Returns: how many were moved, 0 with @error set if nobody was
 */
guint
tv_class_move_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autofree guint *n_moved = tv_store_write_finish (store, result, error);

    return n_moved ? *n_moved : 0;
}

/**
 * tv_class_move_find_fault:
 * @first_year: the calendar year in which the school year of the classes begins
 * @day: the first day in the new class, %TV_DATE_NONE where what was typed is no date
 *
 * Returns: (transfer full) (nullable): a sentence about what is wrong with the day
 */
char *
tv_class_move_find_fault (int first_year, TvDate day)
{
    TvDate end = tv_date_from_ymd (first_year + 1, 7, 31);
    g_autofree char *text = NULL;

    if (day == TV_DATE_NONE)
        return g_strdup (_ ("This is not a date. Type day, month and year: 5/10/2026."));
    if (day <= end)
        return NULL;
    text = tv_date_to_text (end);
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("The school year of these classes ends on %s."), text);
}

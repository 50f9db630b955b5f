/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The roll numbers of a class, given anew in the order of the names. Lists never do that by
 * themselves: the numbers are the school's. */

#include "workflows/tv-roll-numbers.h"

#include "store/tv-change.h"
#include "store/tv-roster-order.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-students.h"

typedef struct {
    gint64 class_id;
    TvDate today;
} Question;

/* A child who sits in the class. */
typedef struct {
    TvStudent *student;
    TvEnrolment *enrolment;
} Place;

static void
place_free (gpointer data)
{
    Place *self = data;

    tv_student_unref (self->student);
    tv_enrolment_unref (self->enrolment);
    g_free (self);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const Place *const *left = a, *const *right = b;
    int order = tv_roster_order_compare_students ((*left)->student, (*right)->student);

    if (order != 0)
        return order;
    return (*left)->enrolment->id < (*right)->enrolment->id
               ? -1
               : (*left)->enrolment->id > (*right)->enrolment->id;
}

/* Who has left keeps the number under which it left. */
static GPtrArray *
list_places (TvConnection *connection, const Question *question, GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_class (connection, question->class_id, error);
    g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);

    if (!enrolments)
        return NULL;
    for (guint i = 0; i < enrolments->len; i++) {
        TvEnrolment *enrolment = g_ptr_array_index (enrolments, i);
        TvStudent *student;
        Place *place;

        if (!tv_store_is_enrolled_on (enrolment->status, enrolment->from, enrolment->until,
                                      question->today))
            continue;
        student = tv_store_get_student (connection, enrolment->student_id, error);
        if (!student)
            return NULL;
        place = g_new (Place, 1);
        *place = (Place){ student, tv_enrolment_ref (enrolment) };
        g_ptr_array_add (places, place);
    }
    g_ptr_array_sort (places, compare_places);
    return g_steal_pointer (&places);
}

static gboolean
is_changed (GPtrArray *places, guint index)
{
    return ((const Place *) g_ptr_array_index (places, index))->enrolment->roll_number
           != (int) index + 1;
}

static gpointer
look (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) places = list_places (connection, input, error);
    TvRollNumbers *numbers;

    if (!places)
        return NULL;
    numbers = g_new0 (TvRollNumbers, 1);
    numbers->n_children = places->len;
    for (guint i = 0; i < places->len; i++)
        numbers->n_changed += is_changed (places, i);
    return numbers;
}

static gboolean
renew (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
       GError **error)
{
    g_autoptr (GPtrArray) places = list_places (tv_change_connection (change), input, error);
    guint n_changed = 0;

    for (guint i = 0; places && i < places->len; i++) {
        const Place *place = g_ptr_array_index (places, i);
        TvEnrolment values = *place->enrolment;
        g_autoptr (TvEnrolment) renewed = NULL;

        if (!is_changed (places, i))
            continue;
        values.roll_number = (int) i + 1;
        renewed = tv_enrolment_new (&values);
        if (tv_store_put_enrolment (change, renewed, error) == 0)
            return FALSE;
        n_changed++;
    }
    *result = g_memdup2 (&n_changed, sizeof n_changed);
    return places != NULL;
}

static Question *
question_new (TvStore *store, gint64 class_id)
{
    Question *self = g_new (Question, 1);

    *self = (Question){ class_id, tv_clock_today (tv_store_clock (store)) };
    return self;
}

/**
 * tv_roll_numbers_look_async:
 * @store: an open book
 * @class_id: a class
 *
 * Finds out what numbering the class anew would do. End it with tv_roll_numbers_look_finish().
 */
void
tv_roll_numbers_look_async (TvStore *store, gint64 class_id, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, look, question_new (store, class_id), g_free, g_free, cancellable,
                         callback, user_data);
}

/**
 * tv_roll_numbers_look_finish:
 *
 * Returns: (transfer full) (nullable): what would change
 */
TvRollNumbers *
tv_roll_numbers_look_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

/**
 * tv_roll_numbers_renew_async:
 * @store: an open book
 * @class_id: a class
 *
 * Gives the children who sit in the class today the numbers from 1 in the order of their names, as
 * one change. End it with tv_roll_numbers_renew_finish().
 */
void
tv_roll_numbers_renew_async (TvStore *store, gint64 class_id, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_write_async (store, "renumber-class", renew, question_new (store, class_id), g_free,
                          g_free, cancellable, callback, user_data);
}

/**
 * tv_roll_numbers_renew_finish:
 * @n_changed: (out): how many got another number
 *
 * Returns: whether it was written
 */
gboolean
tv_roll_numbers_renew_finish (TvStore *store, GAsyncResult *result, guint *n_changed,
                              GError **error)
{
    g_autofree guint *found = tv_store_write_finish (store, result, error);

    *n_changed = found ? *found : 0;
    return found != NULL;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person changes on a child's page: the record, the class, leaving, one measurement. Each is
 * one transaction with its own kind in the history, so that it can be taken back alone. */

#include "workflows/tv-child-edit.h"

#include "records/tv-personal-number.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "workflows/tv-class-move.h"

#include <glib/gi18n.h>

typedef struct {
    TvStudent *student;
    TvMeasurement *measurement;
    gint64 id;
    gint64 class_id;
    TvEnrolmentStatus status;
    TvDate day;
    char *reason;
} Edit;

static void
edit_free (gpointer data)
{
    Edit *self = data;

    g_clear_pointer (&self->student, tv_student_unref);
    g_clear_pointer (&self->measurement, tv_measurement_unref);
    g_free (self->reason);
    g_free (self);
}

static gboolean
answer (gint64 id, gpointer *result)
{
    if (id == 0)
        return FALSE;
    *result = g_memdup2 (&id, sizeof id);
    return TRUE;
}

static gboolean
save_student (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    const Edit *edit = input;
    gint64 id = tv_store_put_student (change, edit->student, error);

    if (id != 0 && edit->class_id != 0
        && tv_class_join_write (change, id, edit->class_id, edit->day, error) == 0)
        return FALSE;
    return answer (id, result);
}

static gboolean
change_class (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    const Edit *edit = input;

    return answer (tv_class_move_write (change, edit->id, edit->class_id, edit->day, error),
                   result);
}

/* Whoever came back already is not doubled. */
static gboolean
come_back (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    const Edit *edit = input;
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvClass) class_ = tv_store_get_class (connection, edit->class_id, error);
    g_autoptr (GPtrArray) enrolments
        = class_ ? tv_store_list_enrolments_of_student (connection, edit->id, error) : NULL;

    for (guint i = 0; enrolments && i < enrolments->len; i++) {
        const TvEnrolment *enrolment = g_ptr_array_index (enrolments, i);

        if (enrolment->year_id != class_->year_id || !tv_enrolment_is_current (enrolment))
            continue;
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _ ("This child has a class in this school year already. Nothing was "
                                "written."));
        return FALSE;
    }
    return enrolments
           && answer (tv_class_join_write (change, edit->id, edit->class_id, edit->day, error),
                      result);
}

static gboolean
leave (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
       GError **error)
{
    const Edit *edit = input;
    g_autoptr (TvEnrolment) old
        = tv_store_get_enrolment (tv_change_connection (change), edit->id, error);
    g_autoptr (TvEnrolment) left = NULL;
    TvEnrolment values;

    if (!old)
        return FALSE;
    values = *old;
    values.status = edit->status;
    values.until = edit->day;
    left = tv_enrolment_new (&values);
    return answer (tv_store_put_enrolment (change, left, error), result);
}

static gboolean
edit_measurement (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                  GError **error)
{
    const Edit *edit = input;

    return answer (tv_store_put_measurement (change, edit->measurement, error), result);
}

static gboolean
exclude (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    const Edit *edit = input;

    return tv_store_exclude_measurement (change, edit->id, edit->reason, error)
           && answer (edit->id, result);
}

static void
write_edit (TvStore *store, const char *kind, TvWriteWork work, const Edit *edit,
            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_write_async (store, kind, work, g_memdup2 (edit, sizeof *edit), edit_free, g_free,
                          cancellable, callback, user_data);
}

/**
 * tv_child_save_async:
 * @store: an open book
 * @student: the child as it is to stand; id 0 adds a new one
 * @class_id: the class a new child joins today; 0 leaves its classes alone
 */
void
tv_child_save_async (TvStore *store, const TvStudent *student, gint64 class_id,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_child_add_async (store, student, class_id, tv_clock_today (tv_store_clock (store)),
                        cancellable, callback, user_data);
}

/**
 * tv_child_add_async:
 * @store: an open book
 * @student: as tv_child_save_async()
 * @class_id: as tv_child_save_async()
 * @from: the first day in that class: rounds that were over before it do not know the child
 */
void
tv_child_add_async (TvStore *store, const TvStudent *student, gint64 class_id, TvDate from,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    Edit edit = { .student = tv_student_new (student), .class_id = class_id, .day = from };

    g_return_if_fail (TV_IS_STORE (store) && from != TV_DATE_NONE);
    write_edit (store, student->id == 0 ? "add-student" : "edit-student", save_student, &edit,
                cancellable, callback, user_data);
}

/**
 * tv_child_change_class_async:
 * @store: an open book
 * @enrolment_id: where the child sits now
 * @class_id: the class it goes to
 * @day: its first day there
 */
void
tv_child_change_class_async (TvStore *store, gint64 enrolment_id, gint64 class_id, TvDate day,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    Edit edit = { .id = enrolment_id, .class_id = class_id, .day = day };

    g_return_if_fail (TV_IS_STORE (store) && day != TV_DATE_NONE);
    write_edit (store, "change-class", change_class, &edit, cancellable, callback, user_data);
}

/**
 * tv_child_leave_async:
 * @store: an open book
 * @enrolment_id: where the child sits now
 * @status: moved to another school, or stopped
 * @last_day: its last day here
 */
void
tv_child_leave_async (TvStore *store, gint64 enrolment_id, TvEnrolmentStatus status,
                      TvDate last_day, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
    Edit edit = { .id = enrolment_id, .status = status, .day = last_day };

    g_return_if_fail (TV_IS_STORE (store) && !tv_enrolment_status_is_here (status));
    write_edit (store, "leave", leave, &edit, cancellable, callback, user_data);
}

/**
 * tv_child_come_back_async:
 * @store: an open book
 * @student_id: who left, or has no place in the year of the class
 * @class_id: the class it sits in from now on
 * @day: its first day there
 */
void
tv_child_come_back_async (TvStore *store, gint64 student_id, gint64 class_id, TvDate day,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
    Edit edit = { .id = student_id, .class_id = class_id, .day = day };

    g_return_if_fail (TV_IS_STORE (store) && day != TV_DATE_NONE);
    write_edit (store, "come-back", come_back, &edit, cancellable, callback, user_data);
}

/**
 * tv_child_edit_measurement_async:
 * @store: an open book
 * @measurement: the measurement as it is to stand, with its id
 */
void
tv_child_edit_measurement_async (TvStore *store, const TvMeasurement *measurement,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
    Edit edit = { .measurement = tv_measurement_new (measurement) };

    g_return_if_fail (TV_IS_STORE (store) && measurement->id != 0);
    write_edit (store, "edit-measurement", edit_measurement, &edit, cancellable, callback,
                user_data);
}

/**
 * tv_child_exclude_async:
 * @store: an open book
 * @measurement_id: the measurement
 * @reason: (nullable): why it does not count; %NULL lets it count again
 */
void
tv_child_exclude_async (TvStore *store, gint64 measurement_id, const char *reason,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    Edit edit = { .id = measurement_id, .reason = g_strdup (reason) };

    g_return_if_fail (TV_IS_STORE (store));
    write_edit (store, reason ? "exclude-measurement" : "include-measurement", exclude, &edit,
                cancellable, callback, user_data);
}

/**
 * tv_child_edit_finish:
 *
 * Returns: id of the record that was written, or 0 with @error set
 */
gint64
tv_child_edit_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autofree gint64 *id = tv_store_write_finish (store, result, error);

    return id ? *id : 0;
}

/**
 * tv_child_number_doubt:
 * @number: (nullable): a personal number as typed
 * @sex: the child's sex, or unknown
 * @birth_date: the child's birth date, or %TV_DATE_NONE
 *
 * Returns: (transfer full) (nullable): what to look at again, as one sentence; never a reason to
 *   refuse the number
 */
char *
tv_child_number_doubt (const char *number, TvSex sex, TvDate birth_date)
{
    if (!number || !*number)
        return NULL;
    switch (tv_personal_number_check (number, sex, birth_date)) {
    case TV_PERSONAL_NUMBER_NOT_12_DIGITS:
        return g_strdup (_ ("A personal number has 12 digits."));
    case TV_PERSONAL_NUMBER_OTHER_SEX:
        return g_strdup (_ ("The fourth digit of this number belongs to the other sex."));
    case TV_PERSONAL_NUMBER_OTHER_YEAR:
        return g_strdup (_ ("Digits 4 to 6 of this number tell another year of birth."));
    default:
        return NULL;
    }
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child goes to another school with its whole record. Leaving and file are one: the file is
 * written inside the change, so that neither stands without the other. */

#include "workflows/tv-transfer-out.h"

#include "base/tv-text.h"
#include "exchange/tv-transfer-file.h"
#include "store/tv-recovery-code.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-export-log.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* A request that outlives its caller. */
typedef struct {
    TvTransferOut request;
    char *other_school;
    char *path;
    TvDate today;
    TvSecret *code;      /* NULL: the file is open */
    gboolean is_written; /* the file lies there */
} Work;

static void
free_work (gpointer data)
{
    Work *self = data;

    g_free (self->other_school);
    g_free (self->path);
    g_clear_pointer (&self->code, tv_secret_unref);
    g_free (self);
}

static gboolean
add_places (TvTransfer *transfer, TvConnection *connection, gint64 student_id, GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_student (connection, student_id, error);

    for (guint i = 0; enrolments && i < enrolments->len; i++) {
        const TvEnrolment *enrolment = enrolments->pdata[i];
        g_autoptr (TvClass) class_ = tv_store_get_class (connection, enrolment->class_id, error);
        g_autoptr (TvSchoolYear) year
            = class_ ? tv_store_get_year (connection, enrolment->year_id, error) : NULL;
        TvTransferPlace *place;

        if (!year)
            return FALSE;
        place = tv_transfer_add_place (transfer);
        place->first_year = year->first_year;
        place->class_name = g_strdup (class_->name);
        place->grade = class_->grade;
        place->status = enrolment->status;
        place->from = enrolment->from;
        place->until = enrolment->until;
        place->other_school = g_strdup (enrolment->other_school);
    }
    return enrolments != NULL;
}

/* How it was measured, by the sheet of that morning. */
static gboolean
add_session (TvTransferVisit *visit, TvConnection *connection, gint64 session_id, GError **error)
{
    g_autoptr (TvSession) session = tv_store_get_session (connection, session_id, error);
    g_autoptr (TvClass) class_
        = session ? tv_store_get_class (connection, session->class_id, error) : NULL;

    if (!class_)
        return FALSE;
    visit->class_name = g_strdup (class_->name);
    visit->clothing = session->clothing;
    visit->is_scale_checked = session->is_scale_checked;
    visit->is_board_checked = session->is_board_checked;
    return TRUE;
}

static gboolean
add_class_of_day (TvTransferVisit *visit, TvConnection *connection, GError **error)
{
    const TvMeasurement *measurement = visit->measurement;
    g_autoptr (TvEnrolment) enrolment = NULL;
    g_autoptr (TvClass) class_ = NULL;

    if (!tv_store_find_enrolment_on (connection, measurement->student_id, measurement->date,
                                     &enrolment, error))
        return FALSE;
    if (!enrolment)
        return TRUE;
    class_ = tv_store_get_class (connection, enrolment->class_id, error);
    visit->class_name = class_ ? g_strdup (class_->name) : NULL;
    return class_ != NULL;
}

static gboolean
add_visit (TvTransfer *transfer, TvConnection *connection, TvMeasurement *measurement,
           GError **error)
{
    TvTransferVisit *visit = tv_transfer_add_visit (transfer, measurement);
    g_autoptr (TvRound) round = NULL;

    if (measurement->round_id != 0) {
        round = tv_store_get_round (connection, measurement->round_id, error);
        if (!round)
            return FALSE;
        visit->round_name = g_strdup (round->name);
    }
    return measurement->session_id != 0
               ? add_session (visit, connection, measurement->session_id, error)
               : add_class_of_day (visit, connection, error);
}

static gboolean
add_visits (TvTransfer *transfer, TvConnection *connection, const TvTransferOut *request,
            GError **error)
{
    g_autoptr (GPtrArray) measurements
        = tv_store_list_measurements_of_student (connection, request->student_id, error);

    for (guint i = 0; measurements && i < measurements->len; i++) {
        const TvMeasurement *whole = measurements->pdata[i];
        TvMeasurement values = *whole;
        g_autoptr (TvMeasurement) told = NULL;

        if (!request->has_notes)
            values.note = NULL;
        told = tv_measurement_new (&values);
        if (!add_visit (transfer, connection, told, error))
            return FALSE;
    }
    return measurements != NULL;
}

static TvTransfer *
read_transfer (TvConnection *connection, const Work *work, GError **error)
{
    const TvTransferOut *request = &work->request;
    g_autoptr (TvSchool) school = tv_store_get_school (connection, error);
    g_autoptr (TvStudent) whole
        = school ? tv_store_get_student (connection, request->student_id, error) : NULL;
    g_autoptr (TvStudent) told = NULL;
    g_autoptr (TvTransfer) transfer = NULL;
    TvStudent values;

    if (!whole)
        return NULL;
    values = *whole;
    if (!request->has_notes)
        values.notes = NULL;
    told = tv_student_new (&values);
    transfer = tv_transfer_new (school->name, work->today, told);
    if (!add_places (transfer, connection, request->student_id, error)
        || !add_visits (transfer, connection, request, error))
        return NULL;
    return g_steal_pointer (&transfer);
}

static gboolean
write_file (TvConnection *connection, Work *work, GError **error)
{
    g_autoptr (TvTransfer) transfer = read_transfer (connection, work, error);
    g_autoptr (GBytes) file = NULL;

    if (!transfer)
        return FALSE;
    file = tv_transfer_file_pack (transfer, work->code, tv_key_wrap_cost_for_people (), error);
    work->is_written = file && tv_transfer_file_write (file, work->path, error);
    return work->is_written;
}

static gboolean
end_enrolment (TvChange *change, const Work *work, GError **error)
{
    g_autoptr (TvEnrolment) old
        = tv_store_get_enrolment (tv_change_connection (change), work->request.enrolment_id, error);
    g_autoptr (TvEnrolment) ended = NULL;
    TvEnrolment values;

    if (!old)
        return FALSE;
    if (work->request.last_day == TV_DATE_NONE
        || (old->from != TV_DATE_NONE && work->request.last_day < old->from)) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                             _ ("The child came into its class only after this day."));
        return FALSE;
    }
    values = *old;
    values.status = TV_ENROLMENT_MOVED_AWAY;
    values.until = work->request.last_day;
    values.other_school = work->other_school;
    ended = tv_enrolment_new (&values);
    return tv_store_put_enrolment (change, ended, error) != 0;
}

static gboolean
leave_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    Work *work = input;

    return end_enrolment (change, work, error)
           && write_file (tv_change_connection (change), work, error);
}

static gpointer
file_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return write_file (connection, input, error) ? g_strdup ("") : NULL;
}

static gpointer
read_uid_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Work *work = input;
    g_autoptr (TvStudent) student
        = tv_store_get_student (connection, work->request.student_id, error);

    return student ? g_strdup (student->uid) : NULL;
}

/* What was not committed must not lie there either. */
static gboolean
leave (TvStore *store, Work *work, GError **error)
{
    if (tv_store_write (store, "transfer-out", leave_cb, work, NULL, error))
        return TRUE;
    if (work->is_written)
        g_unlink (work->path);
    return FALSE;
}

static gboolean
write_again (TvStore *store, Work *work, GError **error)
{
    g_autofree char *done = tv_store_read (store, file_cb, work, error);

    return done != NULL;
}

/* Whoever typed a name without its ending was asked about another file than the one of this name.
 */
static gboolean
is_name_free (const Work *work, GError **error)
{
    g_autofree char *name = NULL;

    if (!work->request.is_completed || !g_file_test (work->path, G_FILE_TEST_EXISTS))
        return TRUE;
    name = g_filename_display_basename (work->path);
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 /* Translators: %s is the name of a file. */
                 _ ("There is a file “%s” already. Nothing was written; choose another name."),
                 name);
    return FALSE;
}

static void
transfer_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Work *work = data;
    GError *error = NULL;
    g_autofree char *uid = NULL;
    gboolean is_done = !g_cancellable_set_error_if_cancelled (cancellable, &error)
                       && tv_store_check_right (source, TV_RIGHT_EDIT_BOOK, &error)
                       && is_name_free (work, &error);

    uid = is_done ? tv_store_read (source, read_uid_cb, work, &error) : NULL;
    work->code = work->request.is_open ? NULL : tv_transfer_code_new ();
    is_done = uid && tv_export_log (source, TV_EXPORT_TRANSFER, uid, &error)
              && (work->request.enrolment_id != 0 ? leave (source, work, &error)
                                                  : write_again (source, work, &error));
    if (is_done)
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

/**
 * tv_transfer_out_file_name:
 * @student_name: whose record it is
 * @day: when it is written
 *
 * Returns: (transfer full): a name for the file
 */
char *
tv_transfer_out_file_name (const char *student_name, TvDate day)
{
    g_autofree char *clean = tv_text_clean (student_name);
    g_autofree char *date = tv_date_to_iso (day);

    g_strdelimit (clean, "/\\:*?\"<>|", ' ');
    return g_strdup_printf ("%s - %s%s", clean, date, TV_TRANSFER_FILE_SUFFIX);
}

/**
 * tv_transfer_out_complete_name:
 * @path: as somebody has typed it
 *
 * Returns: (transfer full): the path with the ending by which the other school finds the file
 */
char *
tv_transfer_out_complete_name (const char *path)
{
    return tv_transfer_file_is_named_so (path) ? g_strdup (path)
                                               : g_strconcat (path, TV_TRANSFER_FILE_SUFFIX, NULL);
}

/**
 * tv_transfer_out_async:
 * @store: an open book
 * @request: who goes where
 * @cancellable: (nullable): gives it up while nothing is written
 *
 * Enters in the history that the record leaves the book, ends the child's enrolment and writes the
 * file, all or nothing of the last two. End it with tv_transfer_out_finish().
 */
void
tv_transfer_out_async (TvStore *store, const TvTransferOut *request, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
    Work *work = g_new0 (Work, 1);

    g_return_if_fail (TV_IS_STORE (store) && request->path);
    work->request = *request;
    work->other_school = g_strdup (request->other_school);
    work->path = g_strdup (request->path);
    work->today = tv_clock_today (tv_store_clock (store));
    g_task_set_source_tag (task, tv_transfer_out_async);
    /* What was done is told, though nobody may want it any more. */
    g_task_set_check_cancellable (task, FALSE);
    g_task_set_task_data (task, work, free_work);
    g_task_run_in_thread (task, transfer_thread);
}

/**
 * tv_transfer_out_finish:
 * @code: (out) (transfer full) (nullable): what opens the file; %NULL where it is open
 *
 * Returns: whether the file was written and the child has left; if not, neither
 */
gboolean
tv_transfer_out_finish (TvStore *store, GAsyncResult *result, TvSecret **code, GError **error)
{
    const Work *work;

    g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
    work = g_task_get_task_data (G_TASK (result));
    *code = NULL;
    if (!g_task_propagate_boolean (G_TASK (result), error))
        return FALSE;
    *code = work->code ? tv_secret_ref (work->code) : NULL;
    return TRUE;
}

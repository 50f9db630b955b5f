/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is entered on a measuring sheet goes into the book here: each entry is a transaction and a
 * change set of its own. What stands is looked up inside the transaction, so that two cells of one
 * child that follow each other fast end up in one measurement. */

#include "workflows/tv-measuring-save-private.h"

#include "store/tv-store-drafts.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-round-classes.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-students.h"

#include <glib/gi18n.h>

typedef struct {
    TvSession *session;
    gint64 student_id;
    TvMeasuringEntry entry;
    char *reason;
} Job;

static void
job_free (gpointer data)
{
    Job *self = data;

    tv_session_unref (self->session);
    g_free (self->reason);
    g_free (self);
}

/* A session that the sheet did not know of when something was entered may stand by now. */
static gboolean
find_session (TvConnection *connection, const TvSession *wanted, TvSession **found, GError **error)
{
    g_autoptr (GPtrArray) sessions
        = tv_store_list_sessions (connection, wanted->round_id, wanted->class_id, error);

    *found = NULL;
    if (!sessions)
        return FALSE;
    for (guint i = 0; i < sessions->len && !*found; i++) {
        TvSession *session = g_ptr_array_index (sessions, i);

        if (session->date == wanted->date)
            *found = tv_session_ref (session);
    }
    return TRUE;
}

/* The classes of the round may have been changed while the sheet was open. */
static gboolean
check_taken_in (TvConnection *connection, const TvSession *wanted, GError **error)
{
    g_autoptr (TvRoundClasses) taken_in
        = tv_store_get_round_classes (connection, wanted->round_id, error);

    if (!taken_in)
        return FALSE;
    if (tv_round_classes_cover (taken_in, wanted->class_id))
        return TRUE;
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("The round does not take in this class any more. Nothing was "
                            "changed."));
    return FALSE;
}

static TvSession *
ensure_session (TvChange *change, const TvSession *wanted, GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    TvSession *found;
    gint64 id;

    if (!check_taken_in (connection, wanted, error))
        return NULL;
    if (wanted->id != 0)
        return tv_store_get_session (connection, wanted->id, error);
    if (!find_session (connection, wanted, &found, error))
        return NULL;
    if (found)
        return found;
    id = tv_store_put_session (change, wanted, error);
    return id ? tv_store_get_session (connection, id, error) : NULL;
}

/* On a sheet over several classes the session is that of the child's own. */
static TvSession *
ensure_session_of (TvChange *change, const TvSession *wanted, gint64 student_id, GError **error)
{
    TvSession values = *wanted;
    g_autoptr (TvEnrolment) enrolment = NULL;

    if (wanted->class_id != 0)
        return ensure_session (change, wanted, error);
    if (!tv_store_find_enrolment_on (tv_change_connection (change), student_id, wanted->date,
                                     &enrolment, error))
        return NULL;
    if (!enrolment) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("This child sat in no class on that day. Nothing was changed."));
        return NULL;
    }
    values.class_id = enrolment->class_id;
    return ensure_session (change, &values, error);
}

/* The one the sheet shows: one that counts before one that does not, then the latest. */
static gboolean
goes_before (const TvMeasurement *a, const TvMeasurement *b)
{
    if (!a->excluded_reason != !b->excluded_reason)
        return !a->excluded_reason;
    return a->date != b->date ? a->date > b->date : a->id > b->id;
}

/**
 * _tv_measuring_save_find_current:
 * @connection: a connection of the book
 * @current: (out) (transfer full) (nullable): what the sheet of the round shows of the child
 *
 * Returns: whether it could be read
 */
gboolean
_tv_measuring_save_find_current (TvConnection *connection, gint64 student_id, gint64 round_id,
                                 TvMeasurement **current, GError **error)
{
    g_autoptr (GPtrArray) measurements
        = tv_store_list_measurements_of_student (connection, student_id, error);
    TvMeasurement *found = NULL;

    if (!measurements)
        return FALSE;
    for (guint i = 0; i < measurements->len; i++) {
        TvMeasurement *measurement = g_ptr_array_index (measurements, i);

        if (measurement->round_id == round_id && (!found || goes_before (measurement, found)))
            found = measurement;
    }
    *current = found ? tv_measurement_ref (found) : NULL;
    return TRUE;
}

static gboolean
write_measurement (TvChange *change, const TvMeasurement *current, const TvMeasurement *wanted,
                   GError **error)
{
    if (wanted)
        return tv_store_put_measurement (change, wanted, error) != 0;
    return !current || tv_store_delete_measurement (change, current->id, error);
}

/* One change, so that no child is ever left with the values of the other. */
static gboolean
exchange (TvChange *change, const TvSession *session, const TvStudent *student,
          const TvMeasurement *current, gint64 other_id, GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvStudent) other = tv_store_get_student (connection, other_id, error);
    g_autoptr (TvMeasurement) other_current = NULL;
    g_autoptr (TvMeasurement) wanted = NULL;
    g_autoptr (TvMeasurement) other_wanted = NULL;

    if (!other
        || !_tv_measuring_save_find_current (connection, other_id, session->round_id,
                                             &other_current, error))
        return FALSE;
    tv_measuring_exchange (session, student, current, other, other_current, &wanted, &other_wanted);
    return write_measurement (change, current, wanted, error)
           && write_measurement (change, other_current, other_wanted, error);
}

static gboolean
enter (TvChange *change, const TvSession *session, const TvStudent *student,
       const TvMeasurement *current, const TvMeasuringEntry *entry, GError **error)
{
    g_autoptr (TvMeasurement) wanted = NULL;

    if (entry->kind == TV_ENTRY_EXCHANGE)
        return exchange (change, session, student, current, entry->other_id, error);
    wanted = tv_measuring_enter (current, session, student, entry);
    return write_measurement (change, current, wanted, error);
}

/* What was typed is a value now, and no draft any more: in the same transaction, so that no crash
 * loses both. */
static gboolean
drop_drafts (TvChange *change, gint64 round_id, gint64 student_id, const TvMeasuringEntry *entry,
             GError **error)
{
    for (int i = 0; i < TV_N_QUANTITIES; i++) {
        if (tv_measuring_entry_takes (entry, i)
            && !tv_store_drop_draft (change, round_id, student_id, i, error))
            return FALSE;
    }
    return TRUE;
}

/**
 * _tv_measuring_save_entry:
 * @change: a change of the book
 * @session: the session that goes on; it is written, too, when its id is 0
 * @student_id: the child
 * @entry: what is entered
 * @error: a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the session as it stands
 */
TvSession *
_tv_measuring_save_entry (TvChange *change, const TvSession *session, gint64 student_id,
                          const TvMeasuringEntry *entry, GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvStudent) student = tv_store_get_student (connection, student_id, error);
    g_autoptr (TvSession) stored = NULL;
    g_autoptr (TvMeasurement) current = NULL;

    if (!student
        || !_tv_measuring_save_find_current (connection, student_id, session->round_id, &current,
                                             error))
        return NULL;
    stored = ensure_session_of (change, session, student_id, error);
    if (!stored)
        return NULL;
    if (!enter (change, stored, student, current, entry, error)
        || !drop_drafts (change, session->round_id, student_id, entry, error))
        return NULL;
    return g_steal_pointer (&stored);
}

static gboolean
save_entry (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    const Job *job = input;

    *result = _tv_measuring_save_entry (change, job->session, job->student_id, &job->entry, error);
    return *result != NULL;
}

/* A date that was wrong was wrong for all who were measured that day. */
static gboolean
move_measurements (TvChange *change, const TvSession *session, TvDate old_date, GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (GPtrArray) measurements
        = tv_store_list_measurements_of_round (connection, session->round_id, error);

    if (!measurements)
        return FALSE;
    for (guint i = 0; i < measurements->len; i++) {
        const TvMeasurement *old = g_ptr_array_index (measurements, i);
        g_autoptr (TvMeasurement) moved = NULL;
        TvMeasurement values = *old;

        if (old->session_id != session->id || old->date != old_date)
            continue;
        values.date = session->date;
        moved = tv_measurement_new (&values);
        if (tv_store_put_measurement (change, moved, error) == 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
save_session (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    TvSession values = *(const TvSession *) input;
    g_autoptr (TvSession) old = NULL;
    gint64 id;

    if (values.id != 0)
        old = tv_store_get_session (connection, values.id, error);
    else if (!find_session (connection, &values, &old, error))
        return FALSE;
    if (values.id != 0 && !old)
        return FALSE;
    if (old) {
        values.id = old->id;
        values.uid = old->uid;
    }
    id = tv_store_put_session (change, &values, error);
    if (id == 0
        || (old && old->date != values.date
            && !move_measurements (change, &values, old->date, error)))
        return FALSE;
    *result = tv_store_get_session (connection, id, error);
    return *result != NULL;
}

static const char *
kind_of_entry (TvEntryKind kind)
{
    switch (kind) {
    case TV_ENTRY_EXCHANGE:
        return "exchange-rows";
    case TV_ENTRY_KEEP:
        return "keep-value";
    case TV_ENTRY_STATE:
        return "mark-not-measured";
    default:
        return "measure";
    }
}

/**
 * tv_measuring_entry_takes:
 * @entry: what is entered
 * @quantity: a cell of the child
 *
 * Returns: whether the entry stands in the place of what was typed there, and of its draft; what
 *   says nothing of a cell leaves both as they are
 */
gboolean
tv_measuring_entry_takes (const TvMeasuringEntry *entry, TvQuantity quantity)
{
    int proposed = quantity == TV_QUANTITY_WEIGHT ? entry->weight_g : entry->height_mm;

    return (entry->kind == TV_ENTRY_VALUE && entry->quantity == quantity)
           || (entry->kind == TV_ENTRY_PROPOSAL && (proposed != 0 || entry->is_swap))
           || entry->kind == TV_ENTRY_STATE || entry->kind == TV_ENTRY_EXCHANGE;
}

/**
 * tv_measuring_save_async:
 * @store: an open book
 * @session: the session that goes on; it is written, too, when its id is 0
 * @student_id: the child
 * @entry: what is entered
 *
 * Saves one entry. End it with tv_measuring_save_finish().
 */
void
tv_measuring_save_async (TvStore *store, const TvSession *session, gint64 student_id,
                         const TvMeasuringEntry *entry, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
    Job *job = g_new0 (Job, 1);

    g_return_if_fail (TV_IS_STORE (store) && session->round_id != 0);
    job->session = tv_session_new (session);
    job->student_id = student_id;
    job->entry = *entry;
    job->reason = g_strdup (entry->reason);
    job->entry.reason = job->reason;
    tv_store_write_async (store, kind_of_entry (entry->kind), save_entry, job, job_free,
                          (GDestroyNotify) tv_session_unref, cancellable, callback, user_data);
}

/**
 * tv_measuring_save_session_async:
 * @store: an open book
 * @session: the session as it is to stand; id 0 begins a new one
 *
 * Saves date, measurer, clothing and checks; another date moves everything measured in it.
 */
void
tv_measuring_save_session_async (TvStore *store, const TvSession *session,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store) && session->date != TV_DATE_NONE);
    tv_store_write_async (store, "session", save_session, tv_session_new (session),
                          (GDestroyNotify) tv_session_unref, (GDestroyNotify) tv_session_unref,
                          cancellable, callback, user_data);
}

/**
 * tv_measuring_save_finish:
 *
 * Returns: (transfer full) (nullable): the session as it stands, or %NULL with @error set
 */
TvSession *
tv_measuring_save_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_write_finish (store, result, error);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is entered on a measuring sheet goes into the book here: each entry is a transaction and a
 * change set of its own. What stands is looked up inside the transaction, so that two cells of one
 * child that follow each other fast end up in one measurement. */

#include "workflows/tv-measuring-save.h"

#include "store/tv-store-measurements.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-students.h"

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

static TvSession *
ensure_session (TvChange *change, const TvSession *wanted, GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    TvSession *found;
    gint64 id;

    if (wanted->id != 0)
        return tv_store_get_session (connection, wanted->id, error);
    if (!find_session (connection, wanted, &found, error))
        return NULL;
    if (found)
        return found;
    id = tv_store_put_session (change, wanted, error);
    return id ? tv_store_get_session (connection, id, error) : NULL;
}

/* The one the sheet shows: one that counts before one that does not, then the latest. */
static gboolean
goes_before (const TvMeasurement *a, const TvMeasurement *b)
{
    if (!a->excluded_reason != !b->excluded_reason)
        return !a->excluded_reason;
    return a->date != b->date ? a->date > b->date : a->id > b->id;
}

static gboolean
find_current (TvConnection *connection, gint64 student_id, gint64 round_id, TvMeasurement **current,
              GError **error)
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

static gboolean
save_entry (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    Job *job = input;
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvStudent) student = tv_store_get_student (connection, job->student_id, error);
    g_autoptr (TvSession) session = NULL;
    g_autoptr (TvMeasurement) current = NULL;
    g_autoptr (TvMeasurement) wanted = NULL;

    if (!student
        || !find_current (connection, job->student_id, job->session->round_id, &current, error))
        return FALSE;
    session = ensure_session (change, job->session, error);
    if (!session)
        return FALSE;
    wanted = tv_measuring_enter (current, session, student, &job->entry);
    if (!write_measurement (change, current, wanted, error))
        return FALSE;
    *result = g_steal_pointer (&session);
    return TRUE;
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
    case TV_ENTRY_KEEP:
        return "keep-value";
    case TV_ENTRY_STATE:
        return "mark-not-measured";
    default:
        return "measure";
    }
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

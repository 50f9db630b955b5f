/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was looked at and what was carried out of the book, entered in its history; and the records
 * that a principal asks for, with a reason. */

#include "store/tv-store-access.h"

#include "store/tv-access-rows.h"
#include "store/tv-access.h"
#include "store/tv-record-rows.h"
#include "store/tv-store-private.h"
#include "store/tv-store-sign-in.h"

/**
 * tv_access_is_kind:
 * @kind: of a change set
 *
 * Returns: whether it says that something was opened or exported
 */
gboolean
tv_access_is_kind (const char *kind)
{
    return g_str_equal (kind, TV_ACCESS_OPEN_BOOK) || g_str_equal (kind, TV_ACCESS_OPEN_RECORD)
           || g_str_has_prefix (kind, "export-") || g_str_has_prefix (kind, "protect-");
}

typedef struct {
    char *what;
    gint64 student_id;
    char *reason;
} TvLogging;

static void
free_logging (gpointer data)
{
    TvLogging *self = data;

    g_free (self->what);
    g_free (self->reason);
    g_free (self);
}

static TvLogging *
new_logging (const char *what, gint64 student_id, const char *reason)
{
    TvLogging *self = g_new0 (TvLogging, 1);

    self->what = g_strdup (what);
    self->student_id = student_id;
    self->reason = reason ? g_strstrip (g_strdup (reason)) : NULL;
    return self;
}

static const char sql_get_uid[] = "SELECT uid FROM student WHERE id = $1";

static gpointer
read_uid (TvStatement *row, int first)
{
    return g_strdup (tv_statement_get_text (row, first));
}

static gboolean
log_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
        GError **error)
{
    const TvLogging *logging = input;
    g_autoptr (TvStatement) statement = NULL;
    g_autofree char *uid = NULL;

    if (logging->student_id != 0) {
        statement = tv_prepare_with_int (tv_change_connection (change), sql_get_uid,
                                         logging->student_id, error);
        uid = tv_rows_get (statement, read_uid, "student", error);
        if (!uid)
            return FALSE;
    }
    return tv_access_rows_put (change, logging->what, uid, logging->reason, error);
}

/**
 * tv_store_log_access:
 * @self: an open book
 * @what: a kind of change set such as %TV_ACCESS_EXPORT_LIST
 * @student_id: the child it is about, 0 for more than one
 * @reason: (nullable): in whoever's words
 * @error: (nullable): a #TvStoreError
 *
 * Enters in the history that personal data was opened or carried out. Waits for the writing thread.
 *
 * Returns: whether it was entered; what was not must not be carried out
 */
gboolean
tv_store_log_access (TvStore *self, const char *what, gint64 student_id, const char *reason,
                     GError **error)
{
    TvLogging *logging = new_logging (what, student_id, reason);
    gboolean is_good = tv_store_write (self, what, log_cb, logging, NULL, error);

    free_logging (logging);
    return is_good;
}

/**
 * tv_store_log_access_async:
 *
 * As tv_store_log_access(). End it with tv_store_log_access_finish().
 */
void
tv_store_log_access_async (TvStore *self, const char *what, gint64 student_id, const char *reason,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
    tv_store_write_async (self, what, log_cb, new_logging (what, student_id, reason), free_logging,
                          NULL, cancellable, callback, user_data);
}

gboolean
tv_store_log_access_finish (TvStore *self, GAsyncResult *result, GError **error)
{
    g_autoptr (GError) own_error = NULL;

    tv_store_write_finish (self, result, &own_error);
    if (!own_error)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&own_error));
    return FALSE;
}

typedef struct {
    TvStore *store;
    const TvPerson *person;
    gint64 until_us;
} TvOpening;

static gpointer
open_records (TvConnection *connection, gpointer input, GError **error)
{
    const TvOpening *opening = input;

    /* Somebody else may have signed in since. Whoever does so after this look sets the connection
     * up anew. */
    if (tv_store_get_actor_id (opening->store) == opening->person->id)
        tv_access_install (connection, opening->person, opening->until_us, error);
    else
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                             "somebody else has signed in");
    return NULL;
}

static gboolean
check_request (TvStore *self, const TvPerson *person, const char *reason, GError **error)
{
    g_autofree char *words = reason ? g_strstrip (g_strdup (reason)) : NULL;

    if (!tv_right_has (person->role, TV_RIGHT_REQUEST_RECORDS)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                             "records are not this role's to ask for");
        return FALSE;
    }
    if (words && *words)
        return TRUE;
    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_REASON, "records");
    return FALSE;
}

/**
 * tv_store_request_records:
 * @self: a book in which a principal has signed in
 * @reason: why the children's records are needed; it is kept in the history
 * @error: (nullable): TV_STORE_ERROR_NO_REASON, _NOT_ALLOWED for who has no such right, or any
 * other #TvStoreError if the request cannot be entered in the history
 *
 * For 15 minutes, and no longer than until somebody signs in again, every child's record is seen
 * whole. Whoever sees them anyway needs not ask. Waits for the threads of the book.
 *
 * Returns: whether they are seen
 */
gboolean
tv_store_request_records (TvStore *self, const char *reason, GError **error)
{
    g_autoptr (TvPerson) person = tv_store_get_person_signed_in (self);
    TvOpening opening = { self, person, 0 };
    gboolean is_good;
    TvJob *job;

    if (tv_store_may (self, TV_RIGHT_READ_CHILDREN))
        return TRUE;
    if (!person)
        return tv_store_check_right (self, TV_RIGHT_REQUEST_RECORDS, error);
    if (!check_request (self, person, reason, error)
        || !tv_store_log_access (self, TV_ACCESS_OPEN_RECORD, 0, reason, error))
        return FALSE;
    opening.until_us = tv_clock_now_us (tv_store_clock (self)) + TV_ACCESS_REQUEST_US;
    job = tv_job_new (&opening, NULL, NULL, NULL);
    job->bare = open_records;
    tv_store_push (self, job);
    tv_job_wait (job, &is_good, error);
    return is_good;
}

static void
request_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;

    if (tv_store_request_records (source, data, &error))
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

/**
 * tv_store_request_records_async:
 *
 * As tv_store_request_records(), on a thread of its own. End it with
 * tv_store_request_records_finish().
 */
void
tv_store_request_records_async (TvStore *self, const char *reason, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

    g_task_set_source_tag (task, tv_store_request_records_async);
    g_task_set_check_cancellable (task, FALSE);
    g_task_set_task_data (task, g_strdup (reason), g_free);
    g_task_run_in_thread (task, request_thread);
}

gboolean
tv_store_request_records_finish (TvStore *self, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
    return g_task_propagate_boolean (G_TASK (result), error);
}

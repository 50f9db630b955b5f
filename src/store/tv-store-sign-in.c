/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is at the book. Signing in keeps both connections to what the person may see and write, and
 * is entered in the history; the password was asked for before, where the key is. */

#include "store/tv-store-sign-in.h"

#include "store/tv-access.h"
#include "store/tv-record-rows.h"
#include "store/tv-store-access.h"
#include "store/tv-store-private.h"

static const char sql_find_person[] = "SELECT " TV_PERSON_COLUMNS " FROM person p WHERE p.uid = $1";

typedef struct {
    const char *uid;
    TvDate today;
    const TvPerson *person;
} TvSigningIn;

static TvPerson *
find_person (TvConnection *connection, const TvSigningIn *signing_in, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_text (connection, sql_find_person, signing_in->uid, error);
    g_autoptr (TvPerson) person = tv_rows_get (statement, tv_read_person, "person", error);

    if (!person)
        return NULL;
    if (!tv_person_acts_on (person, signing_in->today)) {
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                     "person %" G_GINT64_FORMAT " does not act in this book", person->id);
        return NULL;
    }
    return g_steal_pointer (&person);
}

static gpointer
find_and_install (TvConnection *connection, gpointer input, GError **error)
{
    g_autoptr (TvPerson) person = find_person (connection, input, error);

    if (!person || !tv_access_install (connection, person, 0, error))
        return NULL;
    return g_steal_pointer (&person);
}

static gpointer
install (TvConnection *connection, gpointer input, GError **error)
{
    const TvSigningIn *signing_in = input;

    tv_access_install (connection, signing_in->person, 0, error);
    return NULL;
}

static gpointer
run_bare (TvStore *self, gboolean is_on_writer, TvBareWork work, TvSigningIn *input,
          gboolean *is_good, GError **error)
{
    TvJob *job = tv_job_new (input, NULL, NULL, NULL);

    job->bare = work;
    job->is_on_writer = is_on_writer;
    job->is_signing_in = TRUE;
    tv_store_push (self, job);
    return tv_job_wait (job, is_good, error);
}

static void
set_person (TvStore *self, TvPerson *person)
{
    tv_store_set_actor (self, person ? person->id : 0);
    g_mutex_lock (&self->mutex);
    self->person = person ? tv_person_ref (person) : NULL;
    g_mutex_unlock (&self->mutex);
}

/* A book that only one can write at a time is read by others too; that leaves no trace in it. */
static gboolean
log_opening (TvStore *self, GError **error)
{
    return tv_store_is_read_only (self)
           || tv_store_log_access (self, TV_ACCESS_OPEN_BOOK, 0, NULL, error);
}

static TvPerson *
take_place (TvStore *self, TvSigningIn *signing_in, GError **error)
{
    gboolean is_good;
    g_autoptr (TvPerson) person
        = run_bare (self, FALSE, find_and_install, signing_in, &is_good, error);

    if (!person)
        return NULL;
    signing_in->person = person;
    run_bare (self, TRUE, install, signing_in, &is_good, error);
    return is_good ? g_steal_pointer (&person) : NULL;
}

/**
 * tv_store_sign_in:
 * @self: an open book, opened with its key where it is protected
 * @person_uid: who it is; the caller has made sure of that
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED where the person does not act any more,
 *   TV_STORE_ERROR_NOT_FOUND where there is none. In a protected book nobody is signed in then.
 *
 * From then on the book shows and takes what the person may see and write. Waits for both threads
 * of the book; for the command line, tests and worker threads.
 *
 * Returns: whether the person is signed in
 */
gboolean
tv_store_sign_in (TvStore *self, const char *person_uid, GError **error)
{
    TvSigningIn signing_in = { person_uid, tv_clock_today (tv_store_clock (self)), NULL };
    g_autoptr (TvPerson) person = NULL;

    g_return_val_if_fail (TV_IS_STORE (self) && person_uid, FALSE);
    set_person (self, NULL);
    person = take_place (self, &signing_in, error);
    if (!person)
        return FALSE;
    set_person (self, person);
    if (log_opening (self, error))
        return TRUE;
    set_person (self, NULL);
    return FALSE;
}

static void
sign_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;

    if (tv_store_sign_in (source, data, &error))
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

/**
 * tv_store_sign_in_async:
 *
 * As tv_store_sign_in(), on a thread of its own. End it with tv_store_sign_in_finish().
 */
void
tv_store_sign_in_async (TvStore *self, const char *person_uid, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

    g_return_if_fail (TV_IS_STORE (self) && person_uid);
    g_task_set_source_tag (task, tv_store_sign_in_async);
    g_task_set_check_cancellable (task, FALSE);
    g_task_set_task_data (task, g_strdup (person_uid), g_free);
    g_task_run_in_thread (task, sign_in_thread);
}

gboolean
tv_store_sign_in_finish (TvStore *self, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
    return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tv_store_get_person_signed_in:
 * @self: a book
 *
 * Returns: (transfer full) (nullable): who signed in; %NULL if nobody did
 */
TvPerson *
tv_store_get_person_signed_in (TvStore *self)
{
    TvPerson *person;

    g_return_val_if_fail (TV_IS_STORE (self), NULL);
    g_mutex_lock (&self->mutex);
    person = self->person ? tv_person_ref (self->person) : NULL;
    g_mutex_unlock (&self->mutex);
    return person;
}

static const char sql_find_actor[]
    = "SELECT " TV_PERSON_COLUMNS " FROM person p"
      " ORDER BY p.is_active DESC, CASE p.role WHEN 'nurse' THEN 0 ELSE 1 END, p.id LIMIT 1";

static gpointer
find_actor (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_find_actor, error);

    return statement ? tv_rows_get (statement, tv_read_person, "person", error) : NULL;
}

/**
 * tv_store_get_actor:
 * @self: a book
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED where a book is protected and nobody has signed
 *   in; any other #TvStoreError
 *
 * May wait for the reading thread.
 *
 * Returns: (transfer full) (nullable): who signed in; where a book is not protected and nobody did,
 *   its first nurse
 */
TvPerson *
tv_store_get_actor (TvStore *self, GError **error)
{
    TvPerson *person = tv_store_get_person_signed_in (self);

    return person ? person : tv_store_read (self, find_actor, NULL, error);
}

/**
 * tv_store_get_actor_id:
 * @self: a book
 *
 * Returns: the key of who signed in; 0 if nobody did
 */
gint64
tv_store_get_actor_id (TvStore *self)
{
    gint64 id;

    g_return_val_if_fail (TV_IS_STORE (self), 0);
    g_mutex_lock (&self->mutex);
    id = self->actor_id;
    g_mutex_unlock (&self->mutex);
    return id;
}

/**
 * tv_store_may:
 * @self: a book
 * @right: what is to be done
 *
 * Where a book is not protected and nobody has signed in, everybody is its nurse.
 *
 * Returns: whether whoever is at the book has the right
 */
gboolean
tv_store_may (TvStore *self, TvRight right)
{
    g_autoptr (TvPerson) person = tv_store_get_person_signed_in (self);

    if (person)
        return tv_right_has (person->role, right)
               && tv_person_acts_on (person, tv_clock_today (tv_store_clock (self)));
    return !tv_store_is_protected (self) && tv_right_has (TV_ROLE_NURSE, right);
}

/**
 * tv_store_check_right:
 * @self: a book
 * @right: what is about to be done past the tables: a file that is written, a backup
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED
 *
 * Returns: as tv_store_may()
 */
gboolean
tv_store_check_right (TvStore *self, TvRight right, GError **error)
{
    if (tv_store_may (self, right))
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED, "right %d", (int) right);
    return FALSE;
}

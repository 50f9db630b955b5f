/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Into a protected book and, for a while, out of it. Every step waits for the disk or for the cost
 * of a password, so each runs on a thread of its own. */

#include "workflows/tv-sign-in.h"

#include "store/tv-recovery-code.h"
#include "store/tv-sign-in-guard.h"
#include "store/tv-store-error.h"
#include "store/tv-store-passwords.h"
#include "store/tv-store-sign-in.h"

typedef struct {
    char *folder;
    TvStore *locked_store;
    char *person_uid;
    TvSecret *password;
    TvSecret *code; /* NULL: the password opens; else it is the new one */
    TvClock *clock;
} Request;

static Request *
copy_request (const TvSignIn *sign_in, TvClock *clock)
{
    Request *self = g_new0 (Request, 1);

    self->folder
        = g_strdup (sign_in->folder ? sign_in->folder : tv_store_folder (sign_in->locked_store));
    if (sign_in->locked_store)
        self->locked_store = g_object_ref (sign_in->locked_store);
    self->person_uid = g_strdup (sign_in->person_uid);
    self->password = tv_secret_ref (sign_in->password);
    self->clock = tv_clock_ref (clock);
    return self;
}

static void
free_request (Request *self)
{
    g_free (self->folder);
    g_clear_object (&self->locked_store);
    g_free (self->person_uid);
    g_clear_pointer (&self->password, tv_secret_unref);
    g_clear_pointer (&self->code, tv_secret_unref);
    tv_clock_unref (self->clock);
    g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

static TvSecret *
find_key (const Request *self, GError **error)
{
    return self->code
               ? tv_sign_in_guard_find_key (self->folder, self->clock, NULL, self->code, error)
               : tv_sign_in_guard_find_key (self->folder, self->clock, self->person_uid,
                                            self->password, error);
}

/* The label stays what the list shows already. */
static gboolean
renew_password (const Request *self, TvStore *store, GError **error)
{
    g_autoptr (TvKeyRing) ring = tv_key_ring_read (self->folder, error);
    const TvKeyHolder *holders;
    guint n_holders;

    if (!ring)
        return FALSE;
    holders = tv_key_ring_holders (ring, &n_holders);
    for (guint i = 0; i < n_holders; i++) {
        if (g_strcmp0 (holders[i].person_uid, self->person_uid) == 0)
            return tv_store_set_password (store, self->person_uid, holders[i].label, self->password,
                                          error);
    }
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED, "%s is on no list",
                 self->person_uid);
    return FALSE;
}

static TvStore *
open_with_key (const Request *self, TvSecret *key, GError **error)
{
    if (!self->locked_store)
        return tv_store_open_with_key (self->folder, key, self->clock, error);
    if (!tv_store_unlock (self->locked_store, key, error))
        return NULL;
    return g_object_ref (self->locked_store);
}

/* A book in which nobody may do anything is not left open. */
static TvStore *
enter (const Request *self, GError **error)
{
    g_autoptr (TvSecret) key = find_key (self, error);
    g_autoptr (TvStore) store = key ? open_with_key (self, key, error) : NULL;

    if (!store)
        return NULL;
    if (tv_store_sign_in (store, self->person_uid, error)
        && (!self->code || renew_password (self, store, error)))
        return g_steal_pointer (&store);
    if (self->locked_store)
        tv_store_lock (store);
    else
        tv_store_close (store);
    return NULL;
}

static void
enter_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    g_autoptr (GError) error = NULL;
    TvStore *store = enter (data, &error);

    if (store)
        g_task_return_pointer (task, store, g_object_unref);
    else
        g_task_return_error (task, g_steal_pointer (&error));
}

static void
start (Request *request, GCancellable *cancellable, GAsyncReadyCallback callback,
       gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

    g_task_set_source_tag (task, tv_sign_in_finish);
    /* Whoever has signed in is signed in, whenever it was given up. */
    g_task_set_check_cancellable (task, FALSE);
    g_task_set_task_data (task, request, (GDestroyNotify) free_request);
    g_task_run_in_thread (task, enter_thread);
}

/**
 * tv_sign_in_async:
 * @sign_in: who, where, and with which password
 * @clock: where the time comes from
 *
 * Ends with tv_sign_in_finish(); TV_STORE_ERROR_WRONG_PASSWORD, _TOO_SOON, _NO_KEYS and all that
 * opening a book may fail with.
 */
void
tv_sign_in_async (const TvSignIn *sign_in, TvClock *clock, GCancellable *cancellable,
                  GAsyncReadyCallback callback, gpointer user_data)
{
    start (copy_request (sign_in, clock), cancellable, callback, user_data);
}

static void
refuse_code (gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
    g_task_report_new_error (NULL, callback, user_data, tag, TV_STORE_ERROR,
                             TV_STORE_ERROR_WRONG_PASSWORD, "not a recovery code");
}

/**
 * tv_sign_in_with_code_async:
 * @sign_in: who, where, and the person's new password
 * @recovery_code: as it was typed from the printed sheet
 * @clock: where the time comes from
 *
 * For whoever forgot their password: the code opens the book, and the person has the new password
 * from now on. Ends with tv_sign_in_finish().
 */
void
tv_sign_in_with_code_async (const TvSignIn *sign_in, const char *recovery_code, TvClock *clock,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
    g_autoptr (Request) request = copy_request (sign_in, clock);

    request->code = tv_recovery_code_parse (recovery_code);
    if (request->code)
        start (g_steal_pointer (&request), cancellable, callback, user_data);
    else
        refuse_code (tv_sign_in_finish, callback, user_data);
}

/**
 * tv_sign_in_finish:
 *
 * Returns: (transfer full) (nullable): the open book, the same as the locked one where there was
 *   one
 */
TvStore *
tv_sign_in_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tv_sign_in_wait:
 * @sign_in: who, where, and with which password
 * @clock: where the time comes from
 * @error: (nullable): as tv_sign_in_async()
 *
 * For the command line and worker threads.
 *
 * Returns: (transfer full) (nullable): the open book
 */
TvStore *
tv_sign_in_wait (const TvSignIn *sign_in, TvClock *clock, GError **error)
{
    g_autoptr (Request) request = copy_request (sign_in, clock);

    return enter (request, error);
}

static void
free_name (gpointer data)
{
    TvSignInName *self = data;

    g_free (self->person_uid);
    g_free (self->label);
    g_free (self);
}

/**
 * tv_sign_in_names:
 * @ring: the keys of a book or of a backup
 *
 * Returns: (transfer full) (element-type TvSignInName): in the order in which they were entered
 */
GPtrArray *
tv_sign_in_names (TvKeyRing *ring)
{
    GPtrArray *names = g_ptr_array_new_with_free_func (free_name);
    guint n_holders;
    const TvKeyHolder *holders = tv_key_ring_holders (ring, &n_holders);

    for (guint i = 0; i < n_holders; i++) {
        TvSignInName *name = g_new0 (TvSignInName, 1);

        name->person_uid = g_strdup (holders[i].person_uid);
        name->label = g_strdup (holders[i].label);
        g_ptr_array_add (names, name);
    }
    return names;
}

/**
 * tv_sign_in_list_wait:
 * @folder: of a protected book
 * @error: (nullable): TV_STORE_ERROR_NO_KEYS
 *
 * As tv_sign_in_list_async(), for the command line and worker threads.
 *
 * Returns: (transfer full) (nullable) (element-type TvSignInName): as tv_sign_in_names()
 */
GPtrArray *
tv_sign_in_list_wait (const char *folder, GError **error)
{
    g_autoptr (TvKeyRing) ring = tv_key_ring_read (folder, error);

    return ring ? tv_sign_in_names (ring) : NULL;
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    g_autoptr (GError) error = NULL;
    GPtrArray *names = tv_sign_in_list_wait (data, &error);

    if (names)
        g_task_return_pointer (task, names, (GDestroyNotify) g_ptr_array_unref);
    else
        g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tv_sign_in_list_async:
 * @folder: of a protected book
 *
 * Who may sign in. Ends with tv_sign_in_list_finish().
 */
void
tv_sign_in_list_async (const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

    g_task_set_source_tag (task, tv_sign_in_list_async);
    g_task_set_task_data (task, g_strdup (folder), g_free);
    g_task_run_in_thread (task, list_thread);
}

/**
 * tv_sign_in_list_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TvSignInName): in the order in which they were
 *   entered
 */
GPtrArray *
tv_sign_in_list_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

static void
lock_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    tv_store_lock (data);
    g_task_return_boolean (task, TRUE);
}

static void
unlock_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;

    if (tv_store_unlock (data, NULL, &error))
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

static void
run (TvStore *store, GTaskThreadFunc work, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

    g_task_set_task_data (task, g_object_ref (store), g_object_unref);
    g_task_run_in_thread (task, work);
}

/**
 * tv_sign_in_lock_async:
 * @store: an open book
 *
 * Locks it once all that was typed is written. Ends with tv_sign_in_lock_finish().
 */
void
tv_sign_in_lock_async (TvStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    run (store, lock_thread, callback, user_data);
}

gboolean
tv_sign_in_lock_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
    return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tv_sign_in_unlock_plain_async:
 * @store: a locked book that is not protected
 *
 * Nobody needs a password there: the lock only hides what is on the screen.
 */
void
tv_sign_in_unlock_plain_async (TvStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    run (store, unlock_thread, callback, user_data);
}

gboolean
tv_sign_in_unlock_plain_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
    return g_task_propagate_boolean (G_TASK (result), error);
}

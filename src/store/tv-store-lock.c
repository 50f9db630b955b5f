/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book that is locked stays open for nobody: its connections are closed and, in a protected one,
 * the key is gone from memory. The lock against other programs stays, so that whoever comes back
 * finds the book as it was left. */

#include "store/tv-store-private.h"

/**
 * tv_store_take_key:
 * @self: a book whose reading connection was just opened
 *
 * Keeps what the file is encrypted with, for copies and new passwords.
 */
void
tv_store_take_key (TvStore *self)
{
    TvSecret *key = tv_connection_key (self->reader);

    g_mutex_lock (&self->mutex);
    self->key = key ? tv_secret_ref (key) : NULL;
    self->is_protected = key != NULL;
    g_mutex_unlock (&self->mutex);
}

/**
 * tv_store_get_key:
 *
 * Returns: (transfer full) (nullable): what the file is encrypted with; %NULL where it is not, or
 *   while the book is locked
 */
TvSecret *
tv_store_get_key (TvStore *self)
{
    TvSecret *key;

    g_mutex_lock (&self->mutex);
    key = self->key ? tv_secret_ref (self->key) : NULL;
    g_mutex_unlock (&self->mutex);
    return key;
}

/**
 * tv_store_lock:
 * @self: an open book
 *
 * Waits for what the threads have been given. Until tv_store_unlock() whatever is asked of the book
 * is answered with TV_STORE_ERROR_LOCKED.
 */
void
tv_store_lock (TvStore *self)
{
    g_return_if_fail (TV_IS_STORE (self));
    g_mutex_lock (&self->changing);
    g_atomic_int_set (&self->is_locked, TRUE);
    tv_store_stop_threads (self);
    g_mutex_unlock (&self->changing);
}

static gboolean
open_again (TvStore *self, TvSecret *key, GError **error)
{
    g_autoptr (GError) refusal = NULL;
    TvConnection *writer = NULL, *reader;

    if (self->is_closed) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED, "the book is closed");
        return FALSE;
    }
    if (!self->lock && self->refusal)
        refusal = g_error_copy (self->refusal);
    reader = tv_store_open_connections (self->folder, self->lock, key, &writer, &refusal, error);
    if (!reader)
        return FALSE;
    self->reader = reader;
    self->writer = writer;
    tv_store_take_key (self);
    tv_store_set_refusal (self, refusal);
    tv_store_start_threads (self);
    g_atomic_int_set (&self->is_locked, FALSE);
    return TRUE;
}

/**
 * tv_store_unlock:
 * @self: a locked book
 * @key: (nullable): what it is protected with
 * @error: (nullable): a #TvStoreError; the book stays locked then, or closed if it was meanwhile
 *
 * In a protected book nobody has signed in yet afterwards.
 *
 * Returns: whether it is open again
 */
gboolean
tv_store_unlock (TvStore *self, TvSecret *key, GError **error)
{
    gboolean is_open;

    g_return_val_if_fail (TV_IS_STORE (self) && tv_store_is_locked (self), FALSE);
    g_mutex_lock (&self->changing);
    is_open = open_again (self, key, error);
    g_mutex_unlock (&self->changing);
    return is_open;
}

/**
 * tv_store_is_locked:
 *
 * Returns: whether somebody has to sign in before anything can be read
 */
gboolean
tv_store_is_locked (TvStore *self)
{
    return g_atomic_int_get (&self->is_locked);
}

/**
 * tv_store_is_protected:
 *
 * Returns: whether the book's file is encrypted
 */
gboolean
tv_store_is_protected (TvStore *self)
{
    return self->is_protected;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book that could only be read, since somebody else wrote in it, is written in here once they
 * have gone: the reading goes on as it was, and a connection that writes comes to it. */

#include "store/tv-access.h"
#include "store/tv-store-private.h"
#include "store/tv-store-sign-in.h"

#define ALL_TOPICS (TV_TOPIC_ACCESS * 2 - 1)

static gboolean
take_over (TvStore *self, TvBookLock *lock, TvConnection *writer)
{
    gboolean is_open;

    g_mutex_lock (&self->mutex);
    is_open = self->writing != NULL && self->writer == NULL;
    if (is_open) {
        self->lock = lock;
        self->writer = writer;
        tv_store_set_refusal (self, NULL);
    }
    g_mutex_unlock (&self->mutex);
    return is_open;
}

/**
 * tv_store_try_writing:
 * @self: a book that could only be read, since somebody else had it open
 * @error: (nullable): TV_STORE_ERROR_BUSY, the message being who has it open now; any other
 *   #TvStoreError that opening gives
 *
 * Takes the book over for writing if nobody else holds it any more; "changed" is emitted with every
 * topic then, since the other may have written anything. Waits for the disk.
 *
 * Returns: whether the book can be written in
 */
gboolean
tv_store_try_writing (TvStore *self, GError **error)
{
    g_autoptr (TvSecret) key = NULL;
    g_autoptr (TvBookLock) lock = NULL;
    g_autoptr (TvConnection) reader = NULL, writer = NULL;
    g_autoptr (GError) refusal = NULL;
    g_autoptr (TvPerson) person = NULL;

    g_return_val_if_fail (TV_IS_STORE (self), FALSE);
    if (!tv_store_is_read_only (self))
        return TRUE;
    key = tv_store_get_key (self);
    lock = tv_book_lock_take (self->folder, error);
    if (!lock)
        return FALSE;
    reader = tv_store_open_connections (self->folder, lock, key, &writer, &refusal, error);
    if (!writer) {
        if (refusal)
            g_propagate_error (error, g_steal_pointer (&refusal));
        return FALSE;
    }
    person = tv_store_get_person_signed_in (self);
    if (person && !tv_access_install (writer, person, 0, error))
        return FALSE;
    if (!take_over (self, lock, writer)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED, "the book is closed");
        return FALSE;
    }
    lock = NULL;
    writer = NULL;
    tv_store_notify_changed (self, ALL_TOPICS);
    return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Passwords of those who may open a protected book. Each is a wrap of the book's key: setting one
 * leaves the book's file as it is. */

#include "store/tv-store-passwords.h"

#include "store/tv-key-ring.h"
#include "store/tv-sign-in-guard.h"
#include "store/tv-store-private.h"
#include "store/tv-store-sign-in.h"

/* Everybody sets a password of their own; those of others belong to whoever looks after people. */
static gboolean
may_set (TvStore *store, const char *person_uid, GError **error)
{
    g_autoptr (TvPerson) actor = tv_store_get_person_signed_in (store);

    return (actor && g_strcmp0 (actor->uid, person_uid) == 0)
           || tv_store_check_right (store, TV_RIGHT_MANAGE_PEOPLE, error);
}

/* The key and the ring it is on. Whoever has the book open for writing may be changing it too. */
static TvKeyRing *
take_ring (TvStore *store, const char *person_uid, TvSecret **key, GError **error)
{
    const GError *refusal = tv_store_get_refusal (store);

    if (!may_set (store, person_uid, error))
        return NULL;
    if (refusal) {
        g_propagate_error (error, g_error_copy (refusal));
        return NULL;
    }
    *key = tv_store_get_key (store);
    if (!*key) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_KEYS, "a plain book");
        return NULL;
    }
    return tv_key_ring_read (tv_store_folder (store), error);
}

/**
 * tv_store_set_password:
 * @store: a protected book in which somebody has signed in
 * @person_uid: whose password it is
 * @label: what the sign-in list shows; it stands in the open
 * @password: the new password; an older one opens nothing any more
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED, _BUSY, _NO_KEYS, _FULL …; the passwords are as
 * they were
 *
 * Waits, a fifth of a second and more by design.
 *
 * Returns: whether it is on the disk
 */
gboolean
tv_store_set_password (TvStore *store, const char *person_uid, const char *label,
                       const TvSecret *password, GError **error)
{
    g_autoptr (TvSecret) key = NULL;
    g_autoptr (TvKeyRing) ring = take_ring (store, person_uid, &key, error);
    g_autoptr (TvKeyRing) changed = NULL;

    if (!ring)
        return FALSE;
    changed = tv_key_ring_with_person (ring, key, person_uid, label, password,
                                       tv_key_wrap_cost_for_people (), error);
    return changed && tv_key_ring_write (changed, tv_store_folder (store), error);
}

/**
 * tv_store_confirm_password:
 * @store: a protected book in which somebody has signed in
 * @person_uid: who says to be at it
 * @password: the present password, as it was typed
 * @error: (nullable): TV_STORE_ERROR_WRONG_PASSWORD, or _TOO_SOON after too many wrong ones, which
 * count as those at the sign-in page do
 *
 * For what somebody who finds the book open must not do in another's name. Waits, a fifth of a
 * second and more by design.
 *
 * Returns: whether it is the person's password
 */
gboolean
tv_store_confirm_password (TvStore *store, const char *person_uid, const TvSecret *password,
                           GError **error)
{
    g_autoptr (TvSecret) key = NULL;

    g_return_val_if_fail (TV_IS_STORE (store) && person_uid && password, FALSE);
    key = tv_sign_in_guard_find_key (tv_store_folder (store), tv_store_clock (store), person_uid,
                                     password, error);
    return key != NULL;
}

/**
 * tv_store_remove_password:
 * @store: a protected book in which somebody has signed in
 * @person_uid: who is to sign in no more
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED also for the last one that is left
 *
 * Returns: whether the person is gone from the sign-in list
 */
gboolean
tv_store_remove_password (TvStore *store, const char *person_uid, GError **error)
{
    g_autoptr (TvSecret) key = NULL;
    g_autoptr (TvKeyRing) ring = take_ring (store, person_uid, &key, error);
    g_autoptr (TvKeyRing) changed = NULL;
    guint n_holders;

    if (!ring)
        return FALSE;
    changed = tv_key_ring_without_person (ring, person_uid);
    tv_key_ring_holders (changed, &n_holders);
    if (n_holders == 0) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                             "the last password");
        return FALSE;
    }
    return tv_key_ring_write (changed, tv_store_folder (store), error);
}

/**
 * tv_store_set_recovery_code:
 * @store: a protected book in which somebody has signed in
 * @code: of tv_recovery_code_new(); the one before opens nothing any more
 * @error: (nullable): as tv_store_set_password()
 *
 * Returns: whether it is on the disk
 */
gboolean
tv_store_set_recovery_code (TvStore *store, const TvSecret *code, GError **error)
{
    g_autoptr (TvSecret) key = NULL;
    g_autoptr (TvKeyRing) ring = take_ring (store, NULL, &key, error);
    g_autoptr (TvKeyRing) changed = NULL;

    if (!ring)
        return FALSE;
    changed = tv_key_ring_with_recovery (ring, key, code, tv_key_wrap_cost_for_people (), error);
    return changed && tv_key_ring_write (changed, tv_store_folder (store), error);
}

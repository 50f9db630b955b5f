/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who can open a protected book, and with what. A change of a password wraps the key anew and
 * leaves the book as it is. */

#include "store/tv-key-ring.h"

#include "store/tv-key-ring-private.h"
#include "store/tv-store-error.h"

#include <string.h>

static void
clear_slot (gpointer data)
{
    TvKeySlot *slot = data;

    g_free (slot->person_uid);
    g_free (slot->label);
}

static void
clear_ring (gpointer data)
{
    TvKeyRing *self = data;

    g_free (self->uid);
    g_array_unref (self->slots);
    g_free (self->holders);
}

/**
 * tv_key_ring_new_with_uid:
 * @uid: (transfer full): what the wraps of this ring are bound to
 *
 * Returns: (transfer full): a ring with nobody on it
 */
TvKeyRing *
tv_key_ring_new_with_uid (char *uid)
{
    TvKeyRing *self = g_atomic_rc_box_new0 (TvKeyRing);

    self->uid = uid;
    self->slots = g_array_new (FALSE, TRUE, sizeof (TvKeySlot));
    g_array_set_clear_func (self->slots, clear_slot);
    return self;
}

/**
 * tv_key_ring_new:
 *
 * Returns: (transfer full): a ring for a book that is about to be protected, nobody on it yet
 */
TvKeyRing *
tv_key_ring_new (void)
{
    return tv_key_ring_close (tv_key_ring_new_with_uid (g_uuid_string_random ()));
}

TvKeyRing *
tv_key_ring_ref (TvKeyRing *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_key_ring_unref (TvKeyRing *self)
{
    g_atomic_rc_box_release_full (self, clear_ring);
}

/**
 * tv_key_ring_close:
 * @self: (transfer full): a ring whose slots are all there
 *
 * Returns: (transfer full): the ring, from now on unchanging
 */
TvKeyRing *
tv_key_ring_close (TvKeyRing *self)
{
    self->holders = g_new0 (TvKeyHolder, self->slots->len + 1);
    for (guint i = 0; i < self->slots->len; i++) {
        const TvKeySlot *slot = &g_array_index (self->slots, TvKeySlot, i);

        if (*slot->person_uid) {
            self->holders[self->n_holders].person_uid = slot->person_uid;
            self->holders[self->n_holders++].label = slot->label;
        }
    }
    return self;
}

static const TvKeySlot *
find_slot (TvKeyRing *self, const char *person_uid)
{
    for (guint i = 0; i < self->slots->len; i++) {
        const TvKeySlot *slot = &g_array_index (self->slots, TvKeySlot, i);

        if (strcmp (slot->person_uid, person_uid) == 0)
            return slot;
    }
    return NULL;
}

/**
 * tv_key_ring_holders:
 * @self: a ring
 * @n_holders: (out): how many
 *
 * Returns: (transfer none) (array length=n_holders): those with a password, in the order in which
 *   they were entered
 */
const TvKeyHolder *
tv_key_ring_holders (TvKeyRing *self, guint *n_holders)
{
    *n_holders = self->n_holders;
    return self->holders;
}

/**
 * tv_key_ring_has_recovery:
 *
 * Returns: whether there is a recovery code that opens the book
 */
gboolean
tv_key_ring_has_recovery (TvKeyRing *self)
{
    return find_slot (self, TV_KEY_SLOT_OF_RECOVERY) != NULL;
}

/* A wrap opens only in the ring and the slot it was made for. */
static char *
make_context (TvKeyRing *self, const char *person_uid)
{
    return g_strdup_printf ("tamvoc people 1|%s|%s", self->uid, person_uid);
}

static TvKeyRing *
copy_without (TvKeyRing *self, const char *person_uid)
{
    TvKeyRing *copy = tv_key_ring_new_with_uid (g_strdup (self->uid));

    for (guint i = 0; i < self->slots->len; i++) {
        TvKeySlot slot = g_array_index (self->slots, TvKeySlot, i);

        if (strcmp (slot.person_uid, person_uid) == 0)
            continue;
        slot.person_uid = g_strdup (slot.person_uid);
        slot.label = g_strdup (slot.label);
        g_array_append_val (copy->slots, slot);
    }
    return copy;
}

static TvKeyRing *
with_slot (TvKeyRing *self, const TvSecret *key, const char *person_uid, const char *label,
           const TvSecret *password, TvKeyWrapCost cost, GError **error)
{
    g_autofree char *context = make_context (self, person_uid);
    TvKeyRing *copy;
    TvKeySlot slot = { 0 };

    if (!tv_key_wrap_seal (&slot.wrap, key, password, cost, context)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED,
                             "not enough memory to wrap a key");
        return NULL;
    }
    slot.person_uid = g_strdup (person_uid);
    slot.label = g_strdup (label);
    copy = copy_without (self, person_uid);
    g_array_append_val (copy->slots, slot);
    return tv_key_ring_close (copy);
}

/**
 * tv_key_ring_with_person:
 * @self: a ring
 * @key: the book's key, of TV_KEY_SIZE bytes
 * @person_uid: whose password it is; an older one of the same person goes
 * @label: what the sign-in list shows; it stands in the open
 * @password: the password
 * @cost: of one try
 * @error: (nullable): where there is too little memory
 *
 * Takes as long as a try of a password: not for the main thread.
 *
 * Returns: (transfer full) (nullable): a ring on which the person is
 */
TvKeyRing *
tv_key_ring_with_person (TvKeyRing *self, const TvSecret *key, const char *person_uid,
                         const char *label, const TvSecret *password, TvKeyWrapCost cost,
                         GError **error)
{
    g_return_val_if_fail (*person_uid, NULL);
    return with_slot (self, key, person_uid, label, password, cost, error);
}

/**
 * tv_key_ring_without_person:
 * @self: a ring
 * @person_uid: who is to sign in no more
 *
 * Returns: (transfer full): a ring without the person
 */
TvKeyRing *
tv_key_ring_without_person (TvKeyRing *self, const char *person_uid)
{
    return tv_key_ring_close (copy_without (self, person_uid));
}

/**
 * tv_key_ring_with_recovery:
 * @self: a ring
 * @key: the book's key, of TV_KEY_SIZE bytes
 * @code: of tv_recovery_code_new(); an older one opens nothing any more
 * @cost: of one try
 * @error: (nullable): where there is too little memory
 *
 * Returns: (transfer full) (nullable): a ring that the code opens
 */
TvKeyRing *
tv_key_ring_with_recovery (TvKeyRing *self, const TvSecret *key, const TvSecret *code,
                           TvKeyWrapCost cost, GError **error)
{
    return with_slot (self, key, TV_KEY_SLOT_OF_RECOVERY, "", code, cost, error);
}

static TvSecret *
open_slot (TvKeyRing *self, const char *person_uid, const TvSecret *password, GError **error)
{
    const TvKeySlot *slot = find_slot (self, person_uid);
    g_autofree char *context = make_context (self, person_uid);
    TvSecret *key = slot ? tv_key_wrap_open (&slot->wrap, password, context) : NULL;

    if (!key)
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD, "people");
    return key;
}

/**
 * tv_key_ring_open:
 * @self: a ring
 * @person_uid: who signs in
 * @password: what was typed
 * @error: (nullable): TV_STORE_ERROR_WRONG_PASSWORD
 *
 * Takes a fifth of a second and more by design: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the book's key
 */
TvSecret *
tv_key_ring_open (TvKeyRing *self, const char *person_uid, const TvSecret *password, GError **error)
{
    g_return_val_if_fail (*person_uid, NULL);
    return open_slot (self, person_uid, password, error);
}

/**
 * tv_key_ring_recover:
 * @self: a ring
 * @code: of tv_recovery_code_parse()
 * @error: (nullable): TV_STORE_ERROR_WRONG_PASSWORD
 *
 * Returns: (transfer full) (nullable): the book's key
 */
TvSecret *
tv_key_ring_recover (TvKeyRing *self, const TvSecret *code, GError **error)
{
    return open_slot (self, TV_KEY_SLOT_OF_RECOVERY, code, error);
}

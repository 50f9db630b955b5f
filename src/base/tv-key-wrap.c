/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A key behind a password: Argon2id (RFC 9106) makes a key of the password, XChaCha20-Poly1305
 * (RFC 8439 with the longer nonce of the CFRG draft) seals the book's key with it. Both are
 * libsodium's. */

#include "base/tv-key-wrap.h"

#include <sodium.h>
#include <string.h>

G_STATIC_ASSERT (TV_KEY_WRAP_SALT_SIZE == crypto_pwhash_SALTBYTES);
G_STATIC_ASSERT (TV_KEY_WRAP_NONCE_SIZE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
G_STATIC_ASSERT (TV_KEY_WRAP_TAG_SIZE == crypto_aead_xchacha20poly1305_ietf_ABYTES);
G_STATIC_ASSERT (TV_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

#define MIN_MEMORY_KIB 8u
#define MAX_MEMORY_KIB (1024u * 1024u)
#define MAX_PASSES 16u

/**
 * tv_key_wrap_cost_for_people:
 *
 * The second choice of RFC 9106 (64 MiB, three passes): about a fifth of a second on a school's
 * old machine, and years for a guesser with a list of words.
 *
 * Returns: what a password of a person costs
 */
TvKeyWrapCost
tv_key_wrap_cost_for_people (void)
{
    return (TvKeyWrapCost){ .passes = 3, .memory_kib = 64 * 1024 };
}

/**
 * tv_key_wrap_cost_is_bearable:
 * @cost: as a file says it
 *
 * Returns: whether this machine may be asked for it; a hostile file asks for all its memory
 */
gboolean
tv_key_wrap_cost_is_bearable (TvKeyWrapCost cost)
{
    return cost.passes >= 1 && cost.passes <= MAX_PASSES && cost.memory_kib >= MIN_MEMORY_KIB
           && cost.memory_kib <= MAX_MEMORY_KIB;
}

static gboolean
derive (guint8 *key, const TvSecret *password, const guint8 *salt, TvKeyWrapCost cost)
{
    g_assert (tv_key_wrap_cost_is_bearable (cost));
    return crypto_pwhash (key, TV_KEY_SIZE, tv_secret_bytes (password), tv_secret_size (password),
                          salt, cost.passes, (gsize) cost.memory_kib * 1024,
                          crypto_pwhash_ALG_ARGON2ID13)
           == 0;
}

/**
 * tv_key_wrap_seal:
 * @self: (out caller-allocates): what may be kept in the open
 * @key: of TV_KEY_SIZE bytes
 * @password: what is to open it
 * @cost: of one try
 * @context: what the key is for and whose password it is; needed again to open it, so that one
 *   person's wrap cannot be put in another's place
 *
 * Returns: whether there was memory enough
 */
gboolean
tv_key_wrap_seal (TvKeyWrap *self, const TvSecret *key, const TvSecret *password,
                  TvKeyWrapCost cost, const char *context)
{
    guint8 *own_key = sodium_malloc (TV_KEY_SIZE);
    gboolean is_derived;

    g_assert (tv_secret_size (key) == TV_KEY_SIZE);
    self->cost = cost;
    randombytes_buf (self->salt, sizeof self->salt);
    randombytes_buf (self->nonce, sizeof self->nonce);
    is_derived = own_key && derive (own_key, password, self->salt, cost);
    if (is_derived)
        crypto_aead_xchacha20poly1305_ietf_encrypt (self->sealed, NULL, tv_secret_bytes (key),
                                                    TV_KEY_SIZE, (const guint8 *) context,
                                                    strlen (context), NULL, self->nonce, own_key);
    sodium_free (own_key);
    return is_derived;
}

/**
 * tv_key_wrap_open:
 * @self: a wrap, of any origin but for its cost, which must be bearable
 * @password: what may open it
 * @context: as it was sealed with
 *
 * Returns: (transfer full) (nullable): the key; %NULL if the password is another, or the wrap was
 *   changed
 */
TvSecret *
tv_key_wrap_open (const TvKeyWrap *self, const TvSecret *password, const char *context)
{
    guint8 *own_key = sodium_malloc (TV_KEY_SIZE);
    guint8 *key = sodium_malloc (TV_KEY_SIZE);
    TvSecret *opened = NULL;

    if (own_key && key && derive (own_key, password, self->salt, self->cost)
        && crypto_aead_xchacha20poly1305_ietf_decrypt (
               key, NULL, NULL, self->sealed, sizeof self->sealed, (const guint8 *) context,
               strlen (context), self->nonce, own_key)
               == 0)
        opened = tv_secret_new (key, TV_KEY_SIZE);
    sodium_free (key);
    sodium_free (own_key);
    return opened;
}

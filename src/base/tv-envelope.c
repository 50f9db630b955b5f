/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An envelope:
 *
 *   magic (16) · version (4) · kind (4) · size of the content (8) · of a sealed one: passes (4) ·
 *   memory (4) · salt (16) · nonce (24) · sealed key (48) · nonce of the content (24) ·
 *   content, of a sealed one with its tag (16) · digest of all before (32, BLAKE2b)
 *
 * Numbers are little endian. The digest tells an accident from a wrong password before the password
 * is tried; whoever changes bytes on purpose makes a new digest and is found out by the tag, which
 * covers the head as well. The digest stays last in every version, so that an older program knows
 * a newer envelope from a broken one. */

#include "base/tv-envelope.h"

#include <sodium.h>
#include <string.h>

#define VERSION 1
#define HEAD_SIZE (TV_ENVELOPE_MAGIC_SIZE + 4 + 4 + 8)
#define KEY_SIZE                                                                                   \
    (4 + 4 + TV_KEY_WRAP_SALT_SIZE + TV_KEY_WRAP_NONCE_SIZE + TV_KEY_SIZE + TV_KEY_WRAP_TAG_SIZE   \
     + TV_KEY_WRAP_NONCE_SIZE)
#define DIGEST_SIZE 32

/* What a file from elsewhere may ask of this machine for one try. */
#define MAX_MEMORY_KIB (256 * 1024)
#define MAX_PASSES 8

typedef enum {
    KIND_OPEN,
    KIND_SEALED,
} Kind;

static void
add_number (GByteArray *to, guint64 number, guint n_bytes)
{
    for (guint i = 0; i < n_bytes; i++) {
        guint8 byte = (guint8) (number >> (8 * i));

        g_byte_array_append (to, &byte, 1);
    }
}

static guint64
read_number (const guint8 *from, guint n_bytes)
{
    guint64 number = 0;

    for (guint i = 0; i < n_bytes; i++)
        number |= (guint64) from[i] << (8 * i);
    return number;
}

static void
add_digest (GByteArray *to)
{
    guint8 digest[DIGEST_SIZE];

    crypto_generichash (digest, sizeof digest, to->data, to->len, NULL, 0);
    g_byte_array_append (to, digest, sizeof digest);
}

static void
add_head (GByteArray *to, const char *magic, Kind kind, gsize content_size)
{
    g_byte_array_append (to, (const guint8 *) magic, TV_ENVELOPE_MAGIC_SIZE);
    add_number (to, VERSION, 4);
    add_number (to, kind, 4);
    add_number (to, content_size, 8);
}

static void
add_key (GByteArray *to, const TvKeyWrap *wrap, const guint8 *nonce)
{
    add_number (to, wrap->cost.passes, 4);
    add_number (to, wrap->cost.memory_kib, 4);
    g_byte_array_append (to, wrap->salt, sizeof wrap->salt);
    g_byte_array_append (to, wrap->nonce, sizeof wrap->nonce);
    g_byte_array_append (to, wrap->sealed, sizeof wrap->sealed);
    g_byte_array_append (to, nonce, TV_KEY_WRAP_NONCE_SIZE);
}

/* What the key of an envelope is for; another file's key cannot be put in its place. */
static char *
name_context (const char *magic)
{
    return g_strndup (magic, TV_ENVELOPE_MAGIC_SIZE);
}

static gboolean
add_sealed (GByteArray *to, const char *magic, const guint8 *content, gsize size,
            const TvSecret *password, TvKeyWrapCost cost)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autofree char *context = name_context (magic);
    guint8 nonce[TV_KEY_WRAP_NONCE_SIZE];
    TvKeyWrap wrap;
    guint head_size;

    if (!tv_key_wrap_seal (&wrap, key, password, cost, context))
        return FALSE;
    randombytes_buf (nonce, sizeof nonce);
    add_key (to, &wrap, nonce);
    head_size = to->len;
    g_byte_array_set_size (to, head_size + (guint) size + TV_KEY_WRAP_TAG_SIZE);
    crypto_aead_xchacha20poly1305_ietf_encrypt (to->data + head_size, NULL, content, size, to->data,
                                                head_size, NULL, nonce, tv_secret_bytes (key));
    return TRUE;
}

/**
 * tv_envelope_max_size:
 *
 * Returns: bytes of the largest envelope; a larger file is none
 */
gsize
tv_envelope_max_size (void)
{
    return HEAD_SIZE + KEY_SIZE + TV_ENVELOPE_MAX_CONTENT + TV_KEY_WRAP_TAG_SIZE + DIGEST_SIZE;
}

/**
 * tv_envelope_close:
 * @magic: TV_ENVELOPE_MAGIC_SIZE bytes that tell what kind of file it is
 * @content: at most TV_ENVELOPE_MAX_CONTENT bytes
 * @password: (nullable): what alone opens it; %NULL leaves the content in the open
 * @cost: of one try of a password
 *
 * Returns: (transfer full) (nullable): the bytes of the file; %NULL where there is not enough
 *   memory for @cost
 */
GBytes *
tv_envelope_close (const char *magic, GBytes *content, const TvSecret *password, TvKeyWrapCost cost)
{
    g_autoptr (GByteArray) made = g_byte_array_new ();
    gsize size;
    const guint8 *bytes = g_bytes_get_data (content, &size);

    g_return_val_if_fail (strlen (magic) == TV_ENVELOPE_MAGIC_SIZE, NULL);
    g_return_val_if_fail (size <= TV_ENVELOPE_MAX_CONTENT, NULL);
    add_head (made, magic, password ? KIND_SEALED : KIND_OPEN, size);
    if (!password)
        g_byte_array_append (made, bytes, (guint) size);
    else if (!add_sealed (made, magic, bytes, size, password, cost))
        return NULL;
    add_digest (made);
    return g_byte_array_free_to_bytes (g_steal_pointer (&made));
}

static gboolean
is_digest_good (const guint8 *bytes, gsize size)
{
    guint8 digest[DIGEST_SIZE];

    crypto_generichash (digest, sizeof digest, bytes, size - DIGEST_SIZE, NULL, 0);
    return memcmp (digest, bytes + size - DIGEST_SIZE, DIGEST_SIZE) == 0;
}

static const guint8 *
read_key (const guint8 *at, TvKeyWrap *wrap)
{
    wrap->cost.passes = (guint) read_number (at, 4);
    wrap->cost.memory_kib = (guint) read_number (at + 4, 4);
    at += 8;
    memcpy (wrap->salt, at, sizeof wrap->salt);
    at += sizeof wrap->salt;
    memcpy (wrap->nonce, at, sizeof wrap->nonce);
    at += sizeof wrap->nonce;
    memcpy (wrap->sealed, at, sizeof wrap->sealed);
    return at + sizeof wrap->sealed;
}

static gboolean
is_cost_bearable (TvKeyWrapCost cost)
{
    return tv_key_wrap_cost_is_bearable (cost) && cost.passes <= MAX_PASSES
           && cost.memory_kib <= MAX_MEMORY_KIB;
}

static GBytes *
unseal (const char *magic, const guint8 *bytes, gsize content_size, const TvSecret *password,
        TvEnvelopeFlaw *flaw)
{
    const gsize head_size = HEAD_SIZE + KEY_SIZE;
    g_autofree char *context = name_context (magic);
    g_autofree guint8 *content = g_malloc (content_size + 1);
    g_autoptr (TvSecret) key = NULL;
    const guint8 *nonce;
    TvKeyWrap wrap;

    nonce = read_key (bytes + HEAD_SIZE, &wrap);
    *flaw = TV_ENVELOPE_ALTERED;
    if (!is_cost_bearable (wrap.cost))
        return NULL;
    *flaw = TV_ENVELOPE_WRONG_PASSWORD;
    key = tv_key_wrap_open (&wrap, password, context);
    if (!key)
        return NULL;
    *flaw = TV_ENVELOPE_ALTERED;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt (content, NULL, NULL, bytes + head_size,
                                                    content_size + TV_KEY_WRAP_TAG_SIZE, bytes,
                                                    head_size, nonce, tv_secret_bytes (key))
        != 0)
        return NULL;
    *flaw = TV_ENVELOPE_GOOD;
    return g_bytes_new_take (g_steal_pointer (&content), content_size);
}

/**
 * tv_envelope_open:
 * @magic: as it was closed with
 * @envelope: bytes of any origin
 * @password: (nullable): what may open it; not looked at where it is not sealed
 * @flaw: (out): why it was not opened
 *
 * Returns: (transfer full) (nullable): the content; %NULL with @flaw set
 */
GBytes *
tv_envelope_open (const char *magic, GBytes *envelope, const TvSecret *password,
                  TvEnvelopeFlaw *flaw)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data (envelope, &size);
    guint64 kind, content_size, rest;

    g_return_val_if_fail (strlen (magic) == TV_ENVELOPE_MAGIC_SIZE, NULL);
    *flaw = TV_ENVELOPE_OTHER;
    if (size < TV_ENVELOPE_MAGIC_SIZE || memcmp (bytes, magic, TV_ENVELOPE_MAGIC_SIZE) != 0)
        return NULL;
    *flaw = TV_ENVELOPE_ALTERED;
    if (size < HEAD_SIZE + DIGEST_SIZE || !is_digest_good (bytes, size))
        return NULL;
    *flaw = TV_ENVELOPE_NEWER;
    if (read_number (bytes + TV_ENVELOPE_MAGIC_SIZE, 4) > VERSION)
        return NULL;
    *flaw = TV_ENVELOPE_ALTERED;
    kind = read_number (bytes + TV_ENVELOPE_MAGIC_SIZE + 4, 4);
    content_size = read_number (bytes + TV_ENVELOPE_MAGIC_SIZE + 8, 8);
    rest = kind == KIND_SEALED ? KEY_SIZE + TV_KEY_WRAP_TAG_SIZE : 0;
    if (kind > KIND_SEALED || content_size > TV_ENVELOPE_MAX_CONTENT
        || size != HEAD_SIZE + rest + content_size + DIGEST_SIZE)
        return NULL;
    *flaw = TV_ENVELOPE_PASSWORD_NEEDED;
    if (kind == KIND_SEALED)
        return password ? unseal (magic, bytes, (gsize) content_size, password, flaw) : NULL;
    *flaw = TV_ENVELOPE_GOOD;
    return g_bytes_new_from_bytes (envelope, HEAD_SIZE, (gsize) content_size);
}

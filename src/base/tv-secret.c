/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and passwords while they are needed. */

#include "base/tv-secret.h"

#include <sodium.h>
#include <string.h>

struct _TvSecret {
    gatomicrefcount count;
    gsize size;
    guint8 *bytes; /* and a zero byte after them, so that a text can be read as one */
};

static TvSecret *
allocate (gsize size)
{
    TvSecret *self;

    if (sodium_init () < 0)
        g_error ("libsodium has no source of random numbers on this system");
    self = g_new0 (TvSecret, 1);
    g_atomic_ref_count_init (&self->count);
    self->size = size;
    self->bytes = sodium_malloc (size + 1);
    if (!self->bytes)
        g_error ("no guarded memory for a key");
    self->bytes[size] = 0;
    return self;
}

static TvSecret *
close_off (TvSecret *self)
{
    sodium_mprotect_readonly (self->bytes);
    return self;
}

/**
 * tv_secret_new:
 * @bytes: (array length=size): what it holds; they stay the caller's to wipe
 * @size: how many
 *
 * Returns: (transfer full): the secret
 */
TvSecret *
tv_secret_new (gconstpointer bytes, gsize size)
{
    TvSecret *self = allocate (size);

    if (size > 0)
        memcpy (self->bytes, bytes, size);
    return close_off (self);
}

/**
 * tv_secret_new_text:
 * @text: a password as it was typed; it stays the caller's to wipe
 *
 * The same letters typed on two keyboards may come in two spellings, composed or not; both are
 * kept as the composed one.
 *
 * Returns: (transfer full): the secret
 */
TvSecret *
tv_secret_new_text (const char *text)
{
    char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
    const char *kept = composed ? composed : text;
    TvSecret *self = tv_secret_new (kept, strlen (kept));

    tv_secret_free_text (composed);
    return self;
}

/**
 * tv_secret_new_random:
 * @size: how many bytes
 *
 * Returns: (transfer full): bytes that nobody can foretell
 */
TvSecret *
tv_secret_new_random (gsize size)
{
    TvSecret *self = allocate (size);

    randombytes_buf (self->bytes, size);
    return close_off (self);
}

TvSecret *
tv_secret_ref (TvSecret *self)
{
    g_atomic_ref_count_inc (&self->count);
    return self;
}

void
tv_secret_unref (TvSecret *self)
{
    if (!g_atomic_ref_count_dec (&self->count))
        return;
    sodium_free (self->bytes);
    g_free (self);
}

gconstpointer
tv_secret_bytes (const TvSecret *self)
{
    return self->bytes;
}

/**
 * tv_secret_text:
 *
 * Returns: (transfer none): the bytes, ended by a zero byte
 */
const char *
tv_secret_text (const TvSecret *self)
{
    return (const char *) self->bytes;
}

gsize
tv_secret_size (const TvSecret *self)
{
    return self->size;
}

/**
 * tv_secret_equal:
 *
 * Returns: whether both hold the same; it takes as long whatever they hold
 */
gboolean
tv_secret_equal (const TvSecret *one, const TvSecret *other)
{
    return one->size == other->size && sodium_memcmp (one->bytes, other->bytes, one->size) == 0;
}

/**
 * tv_secret_wipe:
 * @bytes: (array length=size): where a secret stood
 * @size: how many
 *
 * Writes zeros there, which no compiler leaves out.
 */
void
tv_secret_wipe (gpointer bytes, gsize size)
{
    sodium_memzero (bytes, size);
}

/**
 * tv_secret_free_text:
 * @text: (transfer full) (nullable): a text of g_malloc() that held a secret
 */
void
tv_secret_free_text (char *text)
{
    if (text)
        sodium_memzero (text, strlen (text));
    g_free (text);
}

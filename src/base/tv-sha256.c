/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SHA-256 (FIPS 180-4) by nettle. */

#include "base/tv-sha256.h"

#include <nettle/sha2.h>

struct _TvSha256 {
    struct sha256_ctx state;
};

/**
 * tv_sha256_new:
 *
 * Returns: (transfer full): a digest of nothing yet
 */
TvSha256 *
tv_sha256_new (void)
{
    TvSha256 *self = g_new (TvSha256, 1);

    sha256_init (&self->state);
    return self;
}

void
tv_sha256_free (TvSha256 *self)
{
    g_free (self);
}

void
tv_sha256_add (TvSha256 *self, gconstpointer bytes, gsize size)
{
    sha256_update (&self->state, size, bytes);
}

/**
 * tv_sha256_end:
 * @self: a digest, which then begins anew
 *
 * Returns: (transfer full): what was added, as 64 hexadecimal digits in small letters
 */
char *
tv_sha256_end (TvSha256 *self)
{
    static const char digits[] = "0123456789abcdef";
    guint8 digest[SHA256_DIGEST_SIZE];
    char *text = g_malloc (2 * SHA256_DIGEST_SIZE + 1);

    sha256_digest (&self->state, sizeof digest, digest);
    for (guint i = 0; i < sizeof digest; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    text[2 * SHA256_DIGEST_SIZE] = '\0';
    return text;
}

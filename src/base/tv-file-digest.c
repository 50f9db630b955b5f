/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* BLAKE2b of a file: tells whether a single bit of it is another one than when it was written. */

#include "base/tv-file-digest.h"

#include <sodium.h>

/* Large enough that the disk is what is waited for, small enough to be given up at once. */
#define PIECE_SIZE (1024 * 1024)

static gboolean
add_piece (crypto_generichash_state *state, GInputStream *stream, guint8 *piece, gsize size,
           GCancellable *cancellable, GError **error)
{
    gsize n_read;

    if (!g_input_stream_read_all (stream, piece, size, &n_read, cancellable, error))
        return FALSE;
    if (n_read < size) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "the file ends too soon");
        return FALSE;
    }
    crypto_generichash_update (state, piece, size);
    return TRUE;
}

/**
 * tv_file_digest:
 * @path: of a file
 * @n_bytes: how much of it is read, from its beginning
 * @digest: (out caller-allocates): BLAKE2b with 256 bits
 * @cancellable: (nullable): gives it up
 * @error: (nullable): a #GIOError, G_IO_ERROR_PARTIAL_INPUT where the file is shorter
 *
 * Blocks while it reads.
 *
 * Returns: whether all of it could be read
 */
gboolean
tv_file_digest (const char *path, guint64 n_bytes, guint8 digest[TV_FILE_DIGEST_SIZE],
                GCancellable *cancellable, GError **error)
{
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
    g_autofree guint8 *piece = g_malloc (PIECE_SIZE);
    crypto_generichash_state state;

    if (!stream)
        return FALSE;
    crypto_generichash_init (&state, NULL, 0, TV_FILE_DIGEST_SIZE);
    for (guint64 left = n_bytes; left > 0; left -= MIN (left, PIECE_SIZE)) {
        if (!add_piece (&state, G_INPUT_STREAM (stream), piece, (gsize) MIN (left, PIECE_SIZE),
                        cancellable, error))
            return FALSE;
    }
    crypto_generichash_final (&state, digest, TV_FILE_DIGEST_SIZE);
    return TRUE;
}

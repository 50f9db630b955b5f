/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file in which a child's record goes to another school: its text in an envelope. */

#include "exchange/tv-transfer-file.h"

#include "base/tv-envelope.h"

#include <string.h>

G_DEFINE_QUARK (tv - transfer - error - quark, tv_transfer_error)

/* The line end shows whether somebody sent the file as text. */
static const char magic[] = "TamVoc child  \r\n";

G_STATIC_ASSERT (sizeof magic == TV_ENVELOPE_MAGIC_SIZE + 1);

static gboolean
set_error (GError **error, TvTransferError code, const char *why)
{
    g_set_error_literal (error, TV_TRANSFER_ERROR, code, why);
    return FALSE;
}

/**
 * tv_transfer_file_is_named_so:
 * @path: of a file
 *
 * Returns: whether its name is that of a child's record
 */
gboolean
tv_transfer_file_is_named_so (const char *path)
{
    g_autofree char *small = g_ascii_strdown (path, -1);

    return g_str_has_suffix (small, TV_TRANSFER_FILE_SUFFIX);
}

/**
 * tv_transfer_file_pack:
 * @transfer: a child's record
 * @code: (nullable): what alone opens it; %NULL leaves it open to whoever has the file
 * @cost: of one try of a code
 * @error: (nullable): TV_TRANSFER_ERROR_NO_MEMORY, TV_TRANSFER_ERROR_BROKEN where a record is
 *   larger than any child's
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
tv_transfer_file_pack (const TvTransfer *transfer, const TvSecret *code, TvKeyWrapCost cost,
                       GError **error)
{
    char *text = tv_transfer_to_json (transfer);
    g_autoptr (GBytes) content = g_bytes_new_take (text, strlen (text));
    g_autoptr (GBytes) file = NULL;

    if (g_bytes_get_size (content) > TV_ENVELOPE_MAX_CONTENT) {
        set_error (error, TV_TRANSFER_ERROR_BROKEN, "the record is too large");
        return NULL;
    }
    file = tv_envelope_close (magic, content, code, cost);
    if (!file)
        set_error (error, TV_TRANSFER_ERROR_NO_MEMORY, "no memory for the work of a code");
    return g_steal_pointer (&file);
}

static gboolean
tell_flaw (TvEnvelopeFlaw flaw, GError **error)
{
    switch (flaw) {
    case TV_ENVELOPE_OTHER:
        return set_error (error, TV_TRANSFER_ERROR_OTHER, "no envelope of a child's record");
    case TV_ENVELOPE_NEWER:
        return set_error (error, TV_TRANSFER_ERROR_NEWER, "an envelope of a newer version");
    case TV_ENVELOPE_PASSWORD_NEEDED:
        return set_error (error, TV_TRANSFER_ERROR_CODE_NEEDED, "the envelope is sealed");
    case TV_ENVELOPE_WRONG_PASSWORD:
        return set_error (error, TV_TRANSFER_ERROR_WRONG_CODE, "another code sealed it");
    default:
        return set_error (error, TV_TRANSFER_ERROR_ALTERED, "the envelope was changed");
    }
}

/**
 * tv_transfer_file_unpack:
 * @file: bytes of any origin
 * @code: (nullable): what may open them
 * @error: (nullable): a #TvTransferError
 *
 * Returns: (transfer full) (nullable): the child's record
 */
TvTransfer *
tv_transfer_file_unpack (GBytes *file, const TvSecret *code, GError **error)
{
    TvTransferTextFlaw text_flaw;
    TvEnvelopeFlaw flaw;
    g_autoptr (GBytes) content = tv_envelope_open (magic, file, code, &flaw);
    TvTransfer *transfer;
    const char *text;
    gsize size;

    if (!content) {
        tell_flaw (flaw, error);
        return NULL;
    }
    text = g_bytes_get_data (content, &size);
    transfer = tv_transfer_from_json (size > 0 ? text : "", size, &text_flaw);
    if (text_flaw == TV_TRANSFER_TEXT_NEWER)
        set_error (error, TV_TRANSFER_ERROR_NEWER, "a record of a newer version");
    else if (!transfer)
        set_error (error, TV_TRANSFER_ERROR_BROKEN, "the text is no child's record");
    return transfer;
}

/**
 * tv_transfer_file_write:
 * @file: from tv_transfer_file_pack()
 * @path: where it is to lie; what lies there is replaced
 * @error: (nullable): a #GFileError
 *
 * Returns: whether all of it is on the disk; if not, nothing lies there that was not before
 */
gboolean
tv_transfer_file_write (GBytes *file, const char *path, GError **error)
{
    gsize size;
    const char *bytes = g_bytes_get_data (file, &size);

    return g_file_set_contents_full (path, bytes, (gssize) size,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, error);
}

/**
 * tv_transfer_file_read:
 * @path: of any file
 * @cancellable: (nullable): gives it up
 * @error: (nullable): a #GIOError, TV_TRANSFER_ERROR_OTHER where it is larger than any such file
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
tv_transfer_file_read (const char *path, GCancellable *cancellable, GError **error)
{
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
    gsize limit = tv_envelope_max_size () + 1, size;
    g_autofree char *bytes = NULL;

    if (!stream)
        return NULL;
    bytes = g_malloc (limit);
    if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, limit, &size, cancellable, error))
        return NULL;
    if (size == limit) {
        set_error (error, TV_TRANSFER_ERROR_OTHER, "larger than any child's record");
        return NULL;
    }
    return g_bytes_new (bytes, size);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child's record from another school. A byte turned in the file only breaks its digest, so that
 * the first byte tells whether the rest is the file, or the text that a good envelope is to be put
 * around. What is read is written and read again, and must be the same. */

#include "fuzz-entry.h"

#include "base/tv-envelope.h"
#include "exchange/tv-transfer-file.h"

#include <string.h>

#define MAGIC "TamVoc child  \r\n"

enum {
    IS_TEXT = 1 << 0,
    HAS_CODE = 1 << 1,
};

static const TvKeyWrapCost little = { 1, 8 };

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    tv_fuzz_silence ();
    return 0;
}

/* Argon2 over what a hostile file asks for is slow by design: such a file is not tried. */
static gboolean
is_quick (const uint8_t *data, size_t size)
{
    const size_t at = TV_ENVELOPE_MAGIC_SIZE + 16;

    return size < at + 8 || (data[at] < 4 && data[at + 5] == 0 && data[at + 6] == 0);
}

static void
read_again (TvTransfer *transfer)
{
    g_autofree char *text = tv_transfer_to_json (transfer);
    TvTransferTextFlaw flaw;
    g_autoptr (TvTransfer) again = tv_transfer_from_json (text, strlen (text), &flaw);
    g_autofree char *text_again = NULL;

    g_assert_nonnull (again);
    text_again = tv_transfer_to_json (again);
    g_assert_cmpstr (text_again, ==, text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (TvSecret) code = NULL;
    g_autoptr (TvTransfer) transfer = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GBytes) file = NULL;

    if (size < 1 || size > TV_ENVELOPE_MAX_CONTENT)
        return 0;
    code = data[0] & HAS_CODE ? tv_secret_new_text ("7K3QF") : NULL;
    bytes = g_bytes_new_static (data + 1, size - 1);
    if (!(data[0] & IS_TEXT) && !is_quick (data + 1, size - 1))
        return 0;
    file = data[0] & IS_TEXT ? tv_envelope_close (MAGIC, bytes, code, little) : g_bytes_ref (bytes);
    transfer = tv_transfer_file_unpack (file, code, &error);
    if (transfer) {
        g_assert_no_error (error);
        read_again (transfer);
        return 0;
    }
    g_assert_nonnull (error);
    g_assert_true (error->domain == TV_TRANSFER_ERROR);
    return 0;
}

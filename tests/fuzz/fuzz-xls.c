/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An old Excel workbook as our own code reads it in the process that is made for that, without
 * FreeXL: a whole file, or the stream in it, where a changed byte reaches further. What is told of
 * it is listened to as well. */

#include "fuzz-entry.h"
#include "fuzz-list.h"

#include "exchange/tv-compound-file.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-xls-stream.h"
#include "exchange/tv-xls-writer.h"

#include <stdlib.h>
#include <string.h>

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    tv_fuzz_silence ();
    return 0;
}

static TvXlsBook *
read_book (const uint8_t *data, size_t size, GError **error)
{
    static const char *const names[] = { "Workbook", "Book", NULL };
    g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
    g_autoptr (GByteArray) stream = NULL;

    if (size < 8 || memcmp (data, "\xd0\xcf\x11\xe0", 4) != 0)
        return tv_xls_book_read (data, size, error);
    stream = tv_compound_file_read (bytes, names, error);
    return stream ? tv_xls_book_read (stream->data, stream->len, error) : NULL;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvXlsBook) book = read_book (data, size, &error);
    g_autoptr (TvWorkbook) workbook = NULL;
    char *told = NULL;
    size_t n_told = 0;
    FILE *stream = book && !book->is_encrypted ? open_memstream (&told, &n_told) : NULL;

    if (stream) {
        tv_xls_write_book (stream, book, NULL, NULL);
        fclose (stream);
        workbook = tv_xls_stream_read ("a.xls", (const guint8 *) told, n_told, NULL, &error);
        free (told);
        tv_fuzz_workbook (workbook, &error);
    } else if (!book) {
        g_assert_nonnull (error);
        g_assert_true (error->domain == TV_EXCHANGE_ERROR);
    }
    return 0;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens a file as a workbook. What a file is, its bytes tell; its name may say anything. */

#include "exchange/tv-workbook-file.h"

#include "exchange/tv-csv-reader.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-ods-reader.h"
#include "exchange/tv-xls-reader.h"
#include "exchange/tv-xlsx-reader.h"
#include "exchange/tv-zip-parts.h"

#include <string.h>

typedef enum {
    KIND_EMPTY,
    KIND_ZIP,
    KIND_COMPOUND, /* the container of old Excel files and of encrypted new ones */
    KIND_WEB_PAGE,
    KIND_TEXT,
    KIND_OTHER,
} Kind;

static gboolean
begins_with (GBytes *bytes, const char *magic, gsize n_magic)
{
    gsize size;
    const void *data = g_bytes_get_data (bytes, &size);

    return size >= n_magic && memcmp (data, magic, n_magic) == 0;
}

/* Web pages and XML tables begin with a tag, after blanks and a byte order mark. */
static gboolean
is_markup (GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);
    gsize at = begins_with (bytes, "\xef\xbb\xbf", 3) ? 3 : 0;

    while (at < size && g_ascii_isspace (data[at]))
        at++;
    return at + 1 < size && data[at] == '<'
           && (g_ascii_isalpha (data[at + 1]) || data[at + 1] == '!' || data[at + 1] == '?');
}

static Kind
find_kind (GBytes *bytes)
{
    if (g_bytes_get_size (bytes) == 0)
        return KIND_EMPTY;
    if (begins_with (bytes, "PK\x03\x04", 4) || begins_with (bytes, "PK\x05\x06", 4))
        return KIND_ZIP;
    if (begins_with (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
        return KIND_COMPOUND;
    if (is_markup (bytes))
        return KIND_WEB_PAGE;
    if (begins_with (bytes, "%PDF", 4) || begins_with (bytes, "{\\rtf", 5))
        return KIND_OTHER;
    return KIND_TEXT;
}

/* Whether a stream of that name stands in a compound file: names are UTF-16 in its directory. */
static gboolean
has_stream (GBytes *bytes, const char *name)
{
    gsize size, n_name = 2 * strlen (name);
    const guint8 *data = g_bytes_get_data (bytes, &size);
    guint8 wide[64];

    g_assert (n_name <= sizeof wide);
    for (gsize i = 0; i < n_name; i++)
        wide[i] = i % 2 ? 0 : (guint8) name[i / 2];
    /* The entries of the directory are 128 bytes long and so aligned. */
    for (gsize at = 0; at + n_name <= size; at += 128) {
        if (memcmp (data + at, wide, n_name) == 0)
            return TRUE;
    }
    return FALSE;
}

static TvWorkbook *
read_compound (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
    if (has_stream (bytes, "EncryptedPackage")) {
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_ENCRYPTED,
                             "the workbook is protected with a password");
        return NULL;
    }
    return tv_xls_read (name, bytes, cancellable, error);
}

static TvWorkbook *
read_zip (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvZipParts) parts = tv_zip_parts_read (bytes, cancellable, error);

    if (!parts)
        return NULL;
    if (tv_ods_is_document (parts))
        return tv_ods_read (name, parts, cancellable, error);
    if (!tv_zip_parts_has (parts, "[Content_Types].xml")
        || tv_zip_parts_has (parts, "xl/workbook.bin")
        || tv_zip_parts_has (parts, "word/document.xml")) {
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_WRONG_TYPE,
                             "a zip file that is no xlsx workbook");
        return NULL;
    }
    return tv_xlsx_read (name, parts, cancellable, error);
}

/**
 * tv_workbook_read_bytes:
 * @name: the file's name, without its folder
 * @bytes: what it holds
 * @cancellable: (nullable): to stop it
 * @error: #TvExchangeError or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the workbook
 */
TvWorkbook *
tv_workbook_read_bytes (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
    switch (find_kind (bytes)) {
    case KIND_EMPTY:
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_EMPTY, "no bytes");
        return NULL;
    case KIND_ZIP:
        return read_zip (name, bytes, cancellable, error);
    case KIND_COMPOUND:
        return read_compound (name, bytes, cancellable, error);
    case KIND_WEB_PAGE:
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_WEB_PAGE,
                             "HTML or XML, not a workbook");
        return NULL;
    case KIND_OTHER:
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_WRONG_TYPE,
                             "a document that holds no table");
        return NULL;
    default:
        return tv_csv_read (name, bytes, error);
    }
}

static void
set_read_error (GError **error, GError *cause)
{
    if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
        g_propagate_error (error, cause);
        return;
    }
    g_set_error_literal (error, TV_EXCHANGE_ERROR,
                         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                             ? TV_EXCHANGE_ERROR_NOT_FOUND
                             : TV_EXCHANGE_ERROR_IO,
                         cause->message);
    g_error_free (cause);
}

static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
    g_autoptr (GFileInputStream) stream = NULL;
    g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
    guint8 block[65536];
    gsize n_read, n_all = 0;
    GError *cause = NULL;

    stream = g_file_read (file, cancellable, &cause);
    do {
        if (!stream
            || !g_input_stream_read_all (G_INPUT_STREAM (stream), block, sizeof block, &n_read,
                                         cancellable, &cause)
            || !g_output_stream_write_all (memory, block, n_read, NULL, cancellable, &cause)) {
            set_read_error (error, cause);
            return NULL;
        }
        n_all += n_read;
        if (n_all > TV_WORKBOOK_MAX_FILE_BYTES) {
            g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                                 "the file is longer than any list of children");
            return NULL;
        }
    } while (n_read == sizeof block);
    g_output_stream_close (memory, NULL, NULL);
    return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * tv_workbook_read:
 * @path: a file
 * @cancellable: (nullable): to stop it
 * @error: #TvExchangeError or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the workbook
 */
TvWorkbook *
tv_workbook_read (const char *path, GCancellable *cancellable, GError **error)
{
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autofree char *name = g_file_get_basename (file);
    g_autoptr (GBytes) bytes = load (file, cancellable, error);

    return bytes ? tv_workbook_read_bytes (name, bytes, cancellable, error) : NULL;
}

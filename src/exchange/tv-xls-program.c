/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-xls-reader: reads the .xls file on its standard input and tells on its standard output
 * what stands in it. FreeXL falls over some broken files, so this is a process of its own, with
 * little memory and time, which puts no byte into a file and starts no other process: whatever
 * becomes of it, the program that asked goes on.
 *
 * FreeXL gives the texts of cells. It has no results of formulas, fonts or hidden sheets, reads an
 * error as the number 1 and takes some formats for dates that are none: those come from the records
 * themselves, and so do the texts of sound files that FreeXL refuses, such as those with an empty
 * text in their table. */

#include "base/tv-platform.h"
#include "exchange/tv-compound-file.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-xls-writer.h"

#include <freexl.h>
#include <stdio.h>

/* A sheet of 256 MiB is the largest that FreeXL makes; the rest is the file and its texts. */
#define MAX_MEMORY_BYTES ((gsize) 1024 * 1024 * 1024)
#define MAX_SECONDS 20

/* The file as FreeXL has it, NULL where it refused it. */
typedef struct {
    const void *handle;
    const TvXlsSheet *sheet; /* that is chosen */
} FreeXl;

static const char *
find_text (const TvXlsSheet *sheet, const TvXlsCell *cell, gpointer user_data)
{
    FreeXl *self = user_data;
    FreeXL_CellValue value;

    if (!self->handle)
        return NULL;
    if (self->sheet != sheet
        && freexl_select_active_worksheet (self->handle, sheet->index) != FREEXL_OK)
        return NULL;
    self->sheet = sheet;
    if (freexl_get_cell_value (self->handle, cell->row, cell->column, &value) != FREEXL_OK
        || (value.type != FREEXL_CELL_TEXT && value.type != FREEXL_CELL_SST_TEXT))
        return NULL;
    return value.value.text_value;
}

static TvXlsBook *
read_records (GBytes *bytes, GError **error)
{
    static const char *const names[] = { "Workbook", "Book", NULL };
    g_autoptr (GByteArray) stream = tv_compound_file_read (bytes, names, error);
    g_autoptr (TvXlsBook) book
        = stream ? tv_xls_book_read (stream->data, stream->len, error) : NULL;

    if (book && book->is_encrypted) {
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_ENCRYPTED,
                             "the workbook is protected with a password");
        return NULL;
    }
    return g_steal_pointer (&book);
}

static GBytes *
map_input (GError **error)
{
    g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (fileno (stdin), FALSE, error);

    return file ? g_mapped_file_get_bytes (file) : NULL;
}

int
main (void)
{
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (TvXlsBook) book = NULL;
    g_autoptr (GError) error = NULL;
    FreeXl free_xl = { NULL, NULL };

    tv_platform_confine (MAX_MEMORY_BYTES, MAX_SECONDS);
    bytes = map_input (&error);
    book = bytes ? read_records (bytes, &error) : NULL;
    if (!book) {
        tv_xls_write_refusal (
            stdout, error->domain == TV_EXCHANGE_ERROR ? error->code : TV_EXCHANGE_ERROR_BROKEN);
    } else {
        /* It says "OK" for some files that it refuses, and gives no handle. */
        if (freexl_open ("/dev/stdin", &free_xl.handle) != FREEXL_OK)
            free_xl.handle = NULL;
        tv_xls_write_book (stdout, book, find_text, &free_xl);
    }
    return fflush (stdout) == 0 ? 0 : 1;
}

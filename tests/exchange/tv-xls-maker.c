/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes .xls workbooks record by record, right and wrong ones, in a compound file of one stream. */

#include "tv-xls-maker.h"

#include "exchange/tv-xls-records.h"

#include <string.h>

#define SECTOR_SIZE 512
#define MIN_STREAM_BYTES 4096 /* a shorter one would lie in small sectors */

static void
append_16 (GByteArray *to, guint16 value)
{
    guint16 bytes = GUINT16_TO_LE (value);

    g_byte_array_append (to, (const guint8 *) &bytes, sizeof bytes);
}

static void
append_32 (GByteArray *to, guint32 value)
{
    guint32 bytes = GUINT32_TO_LE (value);

    g_byte_array_append (to, (const guint8 *) &bytes, sizeof bytes);
}

static void
append_double (GByteArray *to, double value)
{
    guint64 bits;

    memcpy (&bits, &value, sizeof bits);
    append_32 (to, (guint32) bits);
    append_32 (to, (guint32) (bits >> 32));
}

static void
append_record (GByteArray *records, guint16 type, const char *layout, va_list args)
{
    g_autoptr (GByteArray) data = g_byte_array_new ();

    for (; *layout; layout++) {
        guint8 byte;
        const char *text;

        switch (*layout) {
        case 'b':
            byte = (guint8) va_arg (args, int);
            g_byte_array_append (data, &byte, 1);
            break;
        case 'h':
            append_16 (data, (guint16) va_arg (args, int));
            break;
        case 'i':
            append_32 (data, va_arg (args, guint32));
            break;
        case 'd':
            append_double (data, va_arg (args, double));
            break;
        default:
            text = va_arg (args, const char *);
            g_byte_array_append (data, (const guint8 *) text, (guint) strlen (text));
        }
    }
    append_16 (records, type);
    append_16 (records, (guint16) data->len);
    g_byte_array_append (records, data->data, data->len);
}

/* A record of bytes (b), 16 bits (h), 32 bits (i), doubles (d) and texts without an end (s). */
void
tv_xls_maker_add (GByteArray *records, guint16 type, const char *layout, ...)
{
    va_list args;

    va_start (args, layout);
    append_record (records, type, layout, args);
    va_end (args);
}

/* As tv_xls_maker_add(), the first of them. */
GByteArray *
tv_xls_maker_records (guint16 type, const char *layout, ...)
{
    GByteArray *records = g_byte_array_new ();
    va_list args;

    va_start (args, layout);
    append_record (records, type, layout, args);
    va_end (args);
    return records;
}

/* The chain of the sectors from @first on, which is the table's own way to say how long it is. */
static void
append_table (GByteArray *file, guint n_table, guint n_stream)
{
    guint n_used = n_table + 1 + n_stream;

    for (guint i = 0; i < n_table * SECTOR_SIZE / 4; i++) {
        if (i < n_table)
            append_32 (file, 0xfffffffd);
        else if (i >= n_used)
            append_32 (file, 0xffffffff);
        else
            append_32 (file, i == n_table || i == n_used - 1 ? 0xfffffffe : i + 1);
    }
}

static void
append_entry (GByteArray *file, const char *name, guint8 kind, guint32 first, guint32 size)
{
    guint8 entry[128] = { 0 };
    guint at = file->len;

    for (guint i = 0; name[i]; i++)
        entry[2 * i] = (guint8) name[i];
    entry[64] = (guint8) (2 * strlen (name) + 2);
    entry[66] = kind;
    g_byte_array_append (file, entry, 116);
    append_32 (file, first);
    append_32 (file, size);
    g_byte_array_set_size (file, at + 128);
    memset (file->data + at + 124, 0, 4);
}

static void
append_header (GByteArray *file, guint n_table)
{
    static const guint8 magic[30] = { 0xd0, 0xcf, 0x11,        0xe0,     0xa1,        0xb1,
                                      0x1a, 0xe1, [24] = 0x3e, [26] = 3, [28] = 0xfe, [29] = 0xff };

    g_byte_array_append (file, magic, sizeof magic);
    append_16 (file, 9);
    append_16 (file, 6);
    append_double (file, 0);
    append_16 (file, 0);
    append_32 (file, n_table);
    append_32 (file, n_table); /* the directory lies behind the table */
    append_32 (file, 0);
    append_32 (file, MIN_STREAM_BYTES);
    append_32 (file, 0xfffffffe);
    append_32 (file, 0);
    append_32 (file, 0xfffffffe);
    append_32 (file, 0);
    for (guint i = 0; i < 109; i++)
        append_32 (file, i < n_table ? i : 0xffffffff);
}

/* A compound file with one stream, which is filled up with zeros where it is short. */
GBytes *
tv_xls_maker_file (const guint8 *stream, gsize size, const char *name)
{
    GByteArray *file = g_byte_array_new ();
    guint n_stream = (guint) (MAX (size, MIN_STREAM_BYTES) + SECTOR_SIZE - 1) / SECTOR_SIZE;
    guint n_table = (n_stream + 1) / (SECTOR_SIZE / 4 - 1) + 1;
    guint end = (1 + n_table + 1 + n_stream) * SECTOR_SIZE;

    g_assert_cmpuint (n_table, <, 109);
    append_header (file, n_table);
    append_table (file, n_table, n_stream);
    append_entry (file, "Root Entry", 5, 0xfffffffe, 0);
    append_entry (file, name, 2, n_table + 1, n_stream * SECTOR_SIZE);
    append_entry (file, "", 0, 0, 0);
    append_entry (file, "", 0, 0, 0);
    g_byte_array_append (file, stream, (guint) size);
    size = file->len;
    g_byte_array_set_size (file, end);
    memset (file->data + size, 0, end - size);
    return g_byte_array_free_to_bytes (file);
}

static void
append_all (GByteArray *to, const GByteArray *records)
{
    if (records)
        g_byte_array_append (to, records->data, records->len);
}

/* The sheets are told in one record each, whose length depends on the title alone. */
static guint32
find_first_sheet (gboolean is_wide, const GByteArray *shared, const TvXlsMakerSheet *sheets,
                  guint n_sheets)
{
    guint32 at = 8 + (shared ? shared->len : 0) + 4;

    for (guint i = 0; i < n_sheets; i++)
        at += 4 + 7 + (is_wide ? 1 : 0) + (guint32) strlen (sheets[i].title);
    return at;
}

/* A workbook of Excel 97, or of Excel 95 where it is not wide. */
GBytes *
tv_xls_maker_book (gboolean is_wide, GByteArray *shared, const TvXlsMakerSheet *sheets,
                   guint n_sheets)
{
    g_autoptr (GByteArray) stream
        = tv_xls_maker_records (TV_XLS_BOF, "hh", is_wide ? 0x0600 : 0x0500, 5);
    guint32 at = find_first_sheet (is_wide, shared, sheets, n_sheets);

    append_all (stream, shared);
    for (guint i = 0; i < n_sheets; i++) {
        int length = (int) strlen (sheets[i].title);

        if (is_wide)
            tv_xls_maker_add (stream, TV_XLS_BOUND_SHEET, "ibbbbs", at, sheets[i].state,
                              sheets[i].kind, length, 0, sheets[i].title);
        else
            tv_xls_maker_add (stream, TV_XLS_BOUND_SHEET, "ibbbs", at, sheets[i].state,
                              sheets[i].kind, length, sheets[i].title);
        at += 8 + (sheets[i].records ? sheets[i].records->len : 0) + 4;
    }
    tv_xls_maker_add (stream, TV_XLS_EOF, "");
    for (guint i = 0; i < n_sheets; i++) {
        tv_xls_maker_add (stream, TV_XLS_BOF, "hh", is_wide ? 0x0600 : 0x0500, 0x10);
        append_all (stream, sheets[i].records);
        tv_xls_maker_add (stream, TV_XLS_EOF, "");
    }
    return tv_xls_maker_file (stream->data, stream->len, is_wide ? "Workbook" : "Book");
}

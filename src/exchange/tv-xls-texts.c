/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of an .xls workbook: single ones, and the table that its cells share, which goes on over
 * records whose borders may fall inside a text ([MS-XLS] 2.4.265, 2.5.293). */

#include "exchange/tv-xls-texts.h"

#include <string.h>

enum {
    IS_WIDE = 1 << 0,
    HAS_EXTENSION = 1 << 2,
    HAS_RUNS = 1 << 3,
};

/* A place in a record and those that continue it. */
typedef struct {
    TvXlsWalk *walk;
    TvXlsRecord record;
    gsize at;
    gboolean is_over;
} Source;

/* UTF-16, or its lower bytes alone, to UTF-8. */
static char *
decode_units (const guint8 *data, gsize n_units, gboolean is_wide)
{
    g_autofree gunichar2 *units = g_new (gunichar2, n_units + 1);
    g_autofree char *text = NULL;

    for (gsize i = 0; i < n_units; i++)
        units[i] = is_wide ? (gunichar2) (data[2 * i] | data[2 * i + 1] << 8) : data[i];
    text = g_utf16_to_utf8 (units, (glong) n_units, NULL, NULL, NULL);
    if (text)
        return g_steal_pointer (&text);
    /* Half a character has no place in UTF-8. */
    for (gsize i = 0; i < n_units; i++) {
        if (units[i] >= 0xd800 && units[i] < 0xe000)
            units[i] = 0xfffd;
    }
    return g_utf16_to_utf8 (units, (glong) n_units, NULL, NULL, NULL);
}

static char *
decode_code_page (const guint8 *data, gsize size, guint16 code_page)
{
    g_autofree char *name = g_strdup_printf ("CP%u", code_page);
    char *text = g_convert ((const char *) data, (gssize) size, "UTF-8", name, NULL, NULL, NULL);

    return text ? text
                : g_convert_with_fallback ((const char *) data, (gssize) size, "UTF-8",
                                           "ISO-8859-1", "?", NULL, NULL, NULL);
}

/**
 * tv_xls_text_read:
 * @record: a record with a text in it
 * @at: where the text's length stands
 * @count_size: how many bytes tell the length, 1 or 2
 * @kind: how texts stand in this workbook
 *
 * Returns: (transfer full): the text, "" where the record is too short for it
 */
char *
tv_xls_text_read (const TvXlsRecord *record, gsize at, gsize count_size, const TvXlsTextKind *kind)
{
    gsize n = tv_xls_record_get_16 (record, at);
    gsize begin = at + count_size + (kind->is_wide ? 1 : 0);
    gboolean is_wide;
    char *text;

    if (begin > record->size)
        return g_strdup ("");
    if (count_size == 1)
        n = record->data[at];
    is_wide = kind->is_wide && record->data[begin - 1] & IS_WIDE;
    n = MIN (n, (record->size - begin) >> (is_wide ? 1 : 0));
    text = kind->is_wide ? decode_units (record->data + begin, n, is_wide)
                         : decode_code_page (record->data + begin, n, kind->code_page);
    return text ? text : g_strdup ("");
}

static gboolean
go_on (Source *self)
{
    TvXlsWalk ahead = *self->walk;
    TvXlsRecord next;

    if (!tv_xls_walk_next (&ahead, &next) || next.type != TV_XLS_CONTINUE) {
        self->is_over = TRUE;
        return FALSE;
    }
    *self->walk = ahead;
    self->record = next;
    self->at = 0;
    return TRUE;
}

static guint8
read_byte (Source *self)
{
    while (self->at >= self->record.size) {
        if (!go_on (self))
            return 0;
    }
    return self->record.data[self->at++];
}

static guint32
read_number (Source *self, guint n_bytes)
{
    guint32 value = 0;

    for (guint i = 0; i < n_bytes; i++)
        value |= (guint32) read_byte (self) << 8 * i;
    return value;
}

static void
skip (Source *self, guint64 n)
{
    while (n > 0 && !self->is_over) {
        gsize n_here = MIN (n, self->record.size - MIN (self->at, self->record.size));

        self->at += n_here;
        n -= n_here;
        if (n > 0)
            go_on (self);
    }
}

/* The letters of a text; a record that continues it says anew how wide they are. */
static void
read_letters (Source *self, guint n, guint8 flags, GString *text)
{
    while (n > 0 && !self->is_over) {
        guint shift = flags & IS_WIDE ? 1 : 0;
        gsize n_here = MIN (n, (self->record.size - MIN (self->at, self->record.size)) >> shift);
        g_autofree char *piece
            = decode_units (self->record.data + self->at, n_here, flags & IS_WIDE);

        g_string_append (text, piece ? piece : "");
        self->at += n_here << shift;
        n -= (guint) n_here;
        if (n > 0 && go_on (self))
            flags = read_byte (self);
    }
}

static char *
read_shared (Source *self)
{
    GString *text = g_string_new (NULL);
    guint n = read_number (self, 2);
    guint8 flags = read_byte (self);
    guint64 n_behind = flags & HAS_RUNS ? 4 * (guint64) read_number (self, 2) : 0;

    if (flags & HAS_EXTENSION)
        n_behind += read_number (self, 4);
    read_letters (self, n, flags, text);
    skip (self, n_behind);
    return g_string_free (text, FALSE);
}

/**
 * tv_xls_texts_read_shared:
 * @walk: standing behind @first; it is left behind the records that continue it
 * @first: the record that begins the table
 *
 * Returns: (transfer full) (element-type utf8): the texts, as far as they are there
 */
GPtrArray *
tv_xls_texts_read_shared (TvXlsWalk *walk, const TvXlsRecord *first)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
    Source self = { walk, *first, 8, FALSE };
    guint32 n = tv_xls_record_get_32 (first, 4);

    for (guint32 i = 0; i < n && !self.is_over; i++) {
        g_autofree char *text = read_shared (&self);

        if (!self.is_over)
            g_ptr_array_add (texts, g_steal_pointer (&text));
    }
    return texts;
}

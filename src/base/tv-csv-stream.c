/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A CSV reader for millions of rows: one buffer, no copy, no allocation a row. Fields are cut and
 * unquoted where they stand. Comma, semicolon or tab part the fields, whichever the header has
 * most of; RFC 4180 quotes, CRLF and a byte order mark are understood. */

#include "base/tv-csv-stream.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* No honest record is longer; past it a quote was never closed. */
#define BUFFER_SIZE (256 * 1024)

struct _TvCsvStream {
    FILE *file;
    char *buffer;   /* BUFFER_SIZE and one byte for the last zero */
    char *position; /* where the next record starts */
    char *end;      /* behind the last byte read */
    gboolean is_at_end;
    gboolean has_started;
    char separator;
    guint64 line;       /* on which the record starts */
    guint64 next_line;  /* on which the next one starts */
    gboolean is_broken; /* the record has no end that can be believed */
    gboolean has_newline;
    TvCsvField *fields; /* of this record, in room for more */
    guint n_fields;
    guint n_room;
};

/* Where a character of a record stands. A quote counts only at a field's start; inside quotes, two
 * of them are one, which closes the field and opens it again. */
typedef enum {
    AT_START,
    PLAIN,
    QUOTED,
    CLOSED,
} QuoteState;

G_DEFINE_QUARK (tv - csv - stream - error - quark, tv_csv_stream_error)

/**
 * tv_csv_stream_new:
 * @file: an open file, which stays the caller's and must outlive the stream
 *
 * Returns: (transfer full): a stream standing before the first record
 */
TvCsvStream *
tv_csv_stream_new (FILE *file)
{
    TvCsvStream *self = g_new0 (TvCsvStream, 1);

    self->file = file;
    self->buffer = g_malloc (BUFFER_SIZE + 1);
    self->position = self->end = self->buffer;
    self->next_line = 1;
    self->n_room = 64;
    self->fields = g_new (TvCsvField, self->n_room);
    return self;
}

void
tv_csv_stream_free (TvCsvStream *self)
{
    g_free (self->fields);
    g_free (self->buffer);
    g_free (self);
}

/* Moves what is left to the front, which must leave room, and reads on behind it. */
static gboolean
refill (TvCsvStream *self, GError **error)
{
    gsize rest = (gsize) (self->end - self->position);
    gsize n_read;

    memmove (self->buffer, self->position, rest);
    self->position = self->buffer;
    n_read = fread (self->buffer + rest, 1, BUFFER_SIZE - rest, self->file);
    self->end = self->buffer + rest + n_read;
    if (n_read == 0 && ferror (self->file)) {
        g_set_error (error, TV_CSV_STREAM_ERROR, TV_CSV_STREAM_ERROR_READ,
                     /* Translators: %s is what the system says */
                     _ ("The file could not be read to its end: %s."), g_strerror (errno));
        return FALSE;
    }
    self->is_at_end = n_read == 0;
    return TRUE;
}

static QuoteState
step (QuoteState state, char c, char separator)
{
    if (state == QUOTED)
        return c == '"' ? CLOSED : QUOTED;
    if (c == separator)
        return AT_START;
    if (c == '"' && state != PLAIN)
        return QUOTED;
    return state == AT_START && c == ' ' ? AT_START : PLAIN;
}

/* What a record is found to be, as far as it has been read. */
typedef enum {
    RECORD_WHOLE,
    RECORD_GOES_ON,
    RECORD_BROKEN,
} RecordState;

static gboolean
can_follow_quote (char c, char separator)
{
    return c == separator || c == '"' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Finds where the record ends that starts at the position. A quote that closes behind a newline
 * with more text at its back was not the end of that field but the start of another row's: the
 * rows between must not vanish into one. */
static RecordState
find_quoted_end (TvCsvStream *self, char **end, guint64 *n_lines)
{
    QuoteState state = AT_START;

    *n_lines = 1;
    for (char *p = self->position; p < self->end; p++) {
        if (*p == '\n' && state != QUOTED) {
            *end = p;
            return RECORD_WHOLE;
        }
        if (state == CLOSED && *n_lines > 1 && !can_follow_quote (*p, self->separator))
            return RECORD_BROKEN;
        *n_lines += *p == '\n';
        state = step (state, *p, self->separator);
    }
    *end = self->end;
    if (!self->is_at_end)
        return RECORD_GOES_ON;
    return state == QUOTED ? RECORD_BROKEN : RECORD_WHOLE;
}

/* Finds the end of the record at the position: a newline or, in the last record, the file's end.
 * NULL where it has none that can be believed, or with @error. */
static char *
find_end (TvCsvStream *self, gboolean *has_quotes, guint64 *n_lines, GError **error)
{
    for (;;) {
        gsize size = (gsize) (self->end - self->position);
        char *end = memchr (self->position, '\n', size);
        RecordState state = end || self->is_at_end ? RECORD_WHOLE : RECORD_GOES_ON;

        *n_lines = 1;
        *has_quotes
            = memchr (self->position, '"', end ? (gsize) (end - self->position) : size) != NULL;
        if (*has_quotes)
            state = find_quoted_end (self, &end, n_lines);
        if (state == RECORD_WHOLE)
            return end ? end : self->end;
        self->is_broken = state == RECORD_BROKEN || size == BUFFER_SIZE;
        if (self->is_broken || !refill (self, error))
            return NULL;
    }
}

/* Goes on to the line behind the one at the position, however long this one is. */
static gboolean
pass_line (TvCsvStream *self, GError **error)
{
    self->line = self->next_line++;
    self->n_fields = 0;
    for (;;) {
        char *newline = memchr (self->position, '\n', (gsize) (self->end - self->position));

        self->position = newline ? newline + 1 : self->end;
        if (newline || self->is_at_end)
            return TRUE;
        if (!refill (self, error))
            return FALSE;
    }
}

static void
add_field (TvCsvStream *self, char *start, char *end)
{
    while (start < end && (*start == ' ' || *start == '\t'))
        start++;
    while (end > start && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    *end = '\0';
    if (self->n_fields == self->n_room) {
        self->n_room *= 2;
        self->fields = g_renew (TvCsvField, self->fields, self->n_room);
    }
    self->fields[self->n_fields++] = (TvCsvField){ start, (gsize) (end - start) };
}

static void
split_plain (TvCsvStream *self, char *start, char *end)
{
    char separator = self->separator;

    for (char *p = start; p < end; p++) {
        if (*p == separator) {
            add_field (self, start, p);
            start = p + 1;
        }
    }
    add_field (self, start, end);
}

/* Takes the quotes out in place; the text only ever gets shorter. */
static void
split_quoted (TvCsvStream *self, char *start, char *end)
{
    QuoteState state = AT_START;
    char *out = start;

    for (char *p = start; p < end; p++) {
        QuoteState next = step (state, *p, self->separator);

        if (next == AT_START && *p == self->separator) {
            add_field (self, start, out);
            start = out = p + 1;
        } else if (next == QUOTED && state == AT_START) {
            out = start;
        } else if (next != CLOSED) {
            *out++ = *p;
        }
        state = next;
    }
    add_field (self, start, out);
}

static char
guess_separator (const char *start, const char *end)
{
    static const char separators[] = { ',', ';', '\t' };
    guint best_count = 0;
    char best = ',';

    for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
        guint count = 0;

        for (const char *p = start; p < end; p++)
            count += *p == separators[i];
        if (count > best_count) {
            best_count = count;
            best = separators[i];
        }
    }
    return best;
}

/* Passes the byte order mark over, and looks at the header's line for its separator. */
static gboolean
start_stream (TvCsvStream *self, GError **error)
{
    char *newline;

    self->has_started = TRUE;
    if (!refill (self, error))
        return FALSE;
    if (self->end - self->position >= 3 && memcmp (self->position, "\xEF\xBB\xBF", 3) == 0)
        self->position += 3;
    newline = memchr (self->position, '\n', (gsize) (self->end - self->position));
    self->separator = guess_separator (self->position, newline ? newline : self->end);
    return TRUE;
}

/**
 * tv_csv_stream_next:
 *
 * Goes on to the next record; empty lines are passed over. Where a quote is never closed, or closed
 * only by that of a later row, the line on which it stands is a broken record without fields, and
 * the lines behind it are records of their own.
 *
 * Returns: whether there is one; FALSE without @error at the end of the file
 */
gboolean
tv_csv_stream_next (TvCsvStream *self, GError **error)
{
    self->is_broken = FALSE;
    if (!self->has_started && !start_stream (self, error))
        return FALSE;
    for (;;) {
        gboolean has_quotes;
        guint64 n_lines;
        char *end = find_end (self, &has_quotes, &n_lines, error);
        char *start = self->position, *text_end = end;

        if (self->is_broken)
            return pass_line (self, error);
        if (!end || (end == start && end == self->end))
            return FALSE;
        self->has_newline = end < self->end;
        self->position = MIN (end + 1, self->end);
        self->line = self->next_line;
        self->next_line += n_lines;
        if (text_end > start && text_end[-1] == '\r')
            text_end--;
        if (text_end == start)
            continue;
        self->n_fields = 0;
        if (has_quotes)
            split_quoted (self, start, text_end);
        else
            split_plain (self, start, text_end);
        return TRUE;
    }
}

/**
 * tv_csv_stream_get_fields:
 * @n_fields: (out): how many
 *
 * Returns: (transfer none): the fields of this record, until the next is read
 */
const TvCsvField *
tv_csv_stream_get_fields (TvCsvStream *self, guint *n_fields)
{
    *n_fields = self->n_fields;
    return self->fields;
}

/**
 * tv_csv_stream_has_newline:
 *
 * Returns: whether this record ends with its line; only the last one of a file may not, and it may
 *   be what is left of a longer one
 */
gboolean
tv_csv_stream_has_newline (const TvCsvStream *self)
{
    return self->has_newline;
}

/**
 * tv_csv_stream_is_broken:
 *
 * Returns: whether this record has a quote without an end, or no end at all, and so no fields
 */
gboolean
tv_csv_stream_is_broken (const TvCsvStream *self)
{
    return self->is_broken;
}

/**
 * tv_csv_stream_get_line:
 *
 * Returns: the line of the file on which this record starts, from 1
 */
guint64
tv_csv_stream_get_line (TvCsvStream *self)
{
    return self->line;
}

/* For numbers with more digits than fit into a double without loss. */
static gboolean
get_long_number (const TvCsvField *field, double *value)
{
    g_autofree char *text = g_strdelimit (g_strndup (field->text, field->size), ",", '.');

    *value = g_ascii_strtod (text, NULL);
    return isfinite (*value);
}

/**
 * tv_csv_field_get_number:
 * @field: a field
 * @value: (out): its number
 *
 * Exact as strtod() would be: up to 15 digits and their power of ten are both whole doubles, so
 * one division rounds once.
 *
 * Returns: whether the field is one plain decimal number, with a point or a comma
 */
gboolean
tv_csv_field_get_number (const TvCsvField *field, double *value)
{
    static const double powers[]
        = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
    const char *p = field->text, *end = field->text + field->size;
    const char *point = NULL;
    gboolean is_negative = p < end && *p == '-';
    guint64 digits = 0;
    guint n_digits = 0;

    if (p < end && (*p == '-' || *p == '+'))
        p++;
    for (; p < end; p++) {
        guint digit = (guint) (*p - '0');

        if (digit <= 9) {
            digits = digits * 10 + digit;
            n_digits++;
        } else if ((*p == '.' || *p == ',') && !point) {
            point = p + 1;
        } else {
            return FALSE;
        }
    }
    if (n_digits == 0)
        return FALSE;
    if (n_digits > 15)
        return get_long_number (field, value);
    *value = (double) digits / powers[point ? end - point : 0];
    if (is_negative)
        *value = -*value;
    return TRUE;
}

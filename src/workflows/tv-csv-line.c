/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes CSV for other programs: RFC 4180, with a line feed at the end of a line. */

#include "workflows/tv-csv-line.h"

#include <string.h>

/* Programs part fields by any of these, whatever the header has. */
static gboolean
needs_quotes (const char *text)
{
    return strpbrk (text, ",;\t\"\r\n") != NULL;
}

/**
 * tv_csv_append:
 * @line: where to
 * @text: a field, which is quoted where it must be
 */
void
tv_csv_append (GString *line, const char *text)
{
    if (!needs_quotes (text)) {
        g_string_append (line, text);
        return;
    }
    g_string_append_c (line, '"');
    for (const char *p = text; *p; p++) {
        if (*p == '"')
            g_string_append_c (line, '"');
        g_string_append_c (line, *p);
    }
    g_string_append_c (line, '"');
}

/**
 * tv_csv_line_add:
 * @self: a line
 * @text: (nullable): the next field; %NULL leaves it empty
 */
void
tv_csv_line_add (TvCsvLine *self, const char *text)
{
    if (self->is_begun)
        putc (',', self->file);
    self->is_begun = TRUE;
    if (text && needs_quotes (text)) {
        g_autoptr (GString) quoted = g_string_new (NULL);

        tv_csv_append (quoted, text);
        fputs (quoted->str, self->file);
    } else if (text) {
        fputs (text, self->file);
    }
}

void
tv_csv_line_add_number (TvCsvLine *self, gint64 number)
{
    char text[32];

    g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
    tv_csv_line_add (self, text);
}

void
tv_csv_line_add_date (TvCsvLine *self, TvDate date)
{
    g_autofree char *text = tv_date_to_iso (date);

    tv_csv_line_add (self, text);
}

void
tv_csv_line_end (TvCsvLine *self)
{
    putc ('\n', self->file);
    self->is_begun = FALSE;
}

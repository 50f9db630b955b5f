/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes CSV for other programs: RFC 4180, with a line feed at the end of a line. */

#include "workflows/tv-csv-line.h"

#include <string.h>

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
    if (!text)
        return;
    if (!strpbrk (text, ",\"\r\n")) {
        fputs (text, self->file);
        return;
    }
    putc ('"', self->file);
    for (const char *p = text; *p; p++) {
        if (*p == '"')
            putc ('"', self->file);
        putc (*p, self->file);
    }
    putc ('"', self->file);
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

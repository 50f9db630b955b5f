/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli zscores: CSV of children in, CSV of their z-scores out, row by row. */

#include "cli/tv-cli-commands.h"

#include "cli/tv-cli-growth-rows.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#define HEADER "id,standard,waz,haz,whz,baz,fwaz,fhaz,fwhz,fbaz\n"

/* Written out whenever one more row might not fit. */
#define BUFFER_SIZE (64 * 1024)
#define ROW_SIZE 160 /* of the longest row, without its id */

typedef struct {
    FILE *file;
    char *end; /* behind the last byte that waits */
    char buffer[BUFFER_SIZE];
} Output;

static void
flush (Output *output)
{
    fwrite (output->buffer, 1, (gsize) (output->end - output->buffer), output->file);
    output->end = output->buffer;
}

static inline gboolean
needs_quotes (char c)
{
    return c == ',' || c == ';' || c == '\t' || c == '"' || c == '\r' || c == '\n';
}

/* Quotes an id that would not come back as it is. */
static void
put_id (Output *output, const TvCsvField *id)
{
    gboolean is_plain = TRUE;

    for (gsize i = 0; i < id->size; i++)
        is_plain = is_plain && !needs_quotes (id->text[i]);
    if (is_plain) {
        memcpy (output->end, id->text, id->size);
        output->end += id->size;
        return;
    }
    *output->end++ = '"';
    for (gsize i = 0; i < id->size; i++) {
        if (id->text[i] == '"')
            *output->end++ = '"';
        *output->end++ = id->text[i];
    }
    *output->end++ = '"';
}

static char *
put_digits (char *p, guint32 value)
{
    char digits[10];
    int n_digits = 0;

    do {
        digits[n_digits++] = (char) ('0' + value % 10);
        value /= 10;
    } while (value > 0);
    while (n_digits > 0)
        *p++ = digits[--n_digits];
    return p;
}

/* A comma and the z with two decimals, or nothing behind the comma. */
static char *
put_z (char *p, const TvZScore *z)
{
    guint32 size = (guint32) ABS (z->hundredths);

    *p++ = ',';
    if (z->reason != TV_Z_PRESENT)
        return p;
    if (z->hundredths < 0)
        *p++ = '-';
    p = put_digits (p, size / 100);
    *p++ = '.';
    *p++ = (char) ('0' + size / 10 % 10);
    *p++ = (char) ('0' + size % 10);
    return p;
}

static char *
put_flag (char *p, const TvZScore *z)
{
    *p++ = ',';
    if (z->reason == TV_Z_PRESENT)
        *p++ = z->is_flagged ? '1' : '0';
    return p;
}

static void
put_row (Output *output, const TvCsvField *id, TvStandard standard, const TvGrowth *growth)
{
    static const TvZKind kinds[]
        = { TV_Z_WEIGHT_FOR_AGE, TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE };
    char *p;

    put_id (output, id);
    p = output->end;
    memcpy (p, standard == TV_STANDARD_2006 ? ",2006" : ",2007", 5);
    p += 5;
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        p = put_z (p, &growth->z[kinds[i]]);
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        p = put_flag (p, &growth->z[kinds[i]]);
    *p++ = '\n';
    output->end = p;
}

static gboolean
score_rows (TvCliGrowthRows *rows, TvStandard standard, Output *output, GError **error)
{
    g_autoptr (GError) read_error = NULL;
    TvCliGrowthRow row;
    TvGrowth growth;

    while (tv_cli_growth_rows_next (rows, &row, &read_error)) {
        gsize size = 2 * row.id.size + ROW_SIZE;

        /* An id that no buffer holds is left out, like one that the file does not have. */
        if (size > BUFFER_SIZE) {
            row.id.size = 0;
            size = ROW_SIZE;
        }
        if (output->end + size > output->buffer + BUFFER_SIZE)
            flush (output);
        tv_growth_score (&row.input, standard, &growth);
        put_row (output, &row.id, tv_growth_standard_asked (&row.input, standard), &growth);
    }
    flush (output);
    if (read_error) {
        g_propagate_error (error, g_steal_pointer (&read_error));
        return FALSE;
    }
    return TRUE;
}

static gboolean
parse_standard (const char *text, TvStandard *standard)
{
    if (!text)
        *standard = TV_STANDARD_BY_AGE;
    else if (strcmp (text, "2006") == 0)
        *standard = TV_STANDARD_2006;
    else if (strcmp (text, "2007") == 0)
        *standard = TV_STANDARD_2007;
    else
        return FALSE;
    return TRUE;
}

static int
write_scores (TvCliGrowthRows *rows, TvStandard standard)
{
    g_autofree Output *output = g_new (Output, 1);
    g_autoptr (GError) error = NULL;

    output->file = stdout;
    output->end = output->buffer + strlen (HEADER);
    memcpy (output->buffer, HEADER, strlen (HEADER));
    if (!score_rows (rows, standard, output, &error))
        return tv_cli_refuse ("%s", error->message);
    if (fflush (output->file) != 0 || ferror (output->file))
        /* Translators: %s is what the system says */
        return tv_cli_refuse (_ ("The result could not be written in full: %s."),
                              g_strerror (errno));
    return TV_CLI_DONE;
}

/**
 * tv_cli_zscores:
 *
 * Returns: TV_CLI_DONE once every readable row has its z-scores on standard output
 */
int
tv_cli_zscores (TvCliContext *context, int argc, char **argv)
{
    g_autofree char *standard_text = NULL;
    const GOptionEntry entries[] = {
        { "standard", 0, 0, G_OPTION_ARG_STRING, &standard_text,
          N_ ("Use the tables of this year alone, whatever the age"), "2006|2007" },
        { NULL },
    };
    g_autoptr (TvCliGrowthRows) rows = NULL;
    g_autoptr (GError) error = NULL;
    TvStandard standard;

    if (!tv_cli_context_parse (context, &argc, argv, entries, "[FILE]", 0, 1))
        return TV_CLI_USAGE;
    if (!parse_standard (standard_text, &standard))
        return tv_cli_usage (context, _ ("There is no standard “%s”; 2006 and 2007 are."),
                             standard_text);
    rows = tv_cli_growth_rows_open (argc > 1 ? argv[1] : NULL, &error);
    return rows ? write_scores (rows, standard) : tv_cli_refuse ("%s", error->message);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table in a text file: values parted by semicolons, commas, tabs or bars. */

#include "exchange/tv-csv-reader.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-sheet-builder.h"
#include "exchange/tv-text-encoding.h"

#include <csv.h>
#include <string.h>

/* Lines with more are counted as having so many. */
#define MAX_SIGNS_A_LINE 255

typedef struct {
    TvSheetBuilder *builder;
    guint row;
    guint column;
    gboolean is_row_begun;
    GError *error;
} Reader;

static gboolean
begin_row_once (Reader *self)
{
    if (!self->error && !self->is_row_begun)
        self->is_row_begun = tv_sheet_builder_begin_row (self->builder, self->row, &self->error);
    return !self->error;
}

static void
field_read_cb (void *text, size_t size, void *user_data)
{
    Reader *self = user_data;

    if (begin_row_once (self) && size > 0)
        tv_sheet_builder_add_text (self->builder, self->column, text, &self->error);
    self->column++;
}

static void
row_read_cb (int end, void *user_data)
{
    Reader *self = user_data;

    self->row++;
    self->column = 0;
    self->is_row_begun = FALSE;
}

/* Line ends as one byte, so that an empty line counts as one row and not as two. */
static gsize
unify_line_ends (char *text, gsize size)
{
    gsize to = 0;

    for (gsize from = 0; from < size; from++) {
        if (text[from] == '\r') {
            text[to++] = '\n';
            from += from + 1 < size && text[from + 1] == '\n';
        } else {
            text[to++] = text[from];
        }
    }
    text[to] = '\0';
    return to;
}

/* How often a sign stands in the lines of a text, outside quotes. */
typedef struct {
    guint n_lines;                      /* that are not empty */
    guint n_with[MAX_SIGNS_A_LINE + 1]; /* lines by how many of the signs they have */
} Tally;

static void
end_line (Tally *tally, guint n_signs, gboolean is_empty)
{
    tally->n_lines += !is_empty;
    tally->n_with[MIN (n_signs, MAX_SIGNS_A_LINE)] += !is_empty;
}

static void
count_signs (const char *text, gsize size, char sign, Tally *tally)
{
    gboolean is_quoted = FALSE, is_empty = TRUE;
    guint n_signs = 0;

    for (gsize i = 0; i < size; i++) {
        if (text[i] == '\n' && !is_quoted) {
            end_line (tally, n_signs, is_empty);
            n_signs = 0;
            is_empty = TRUE;
            continue;
        }
        is_quoted ^= text[i] == '"';
        n_signs += text[i] == sign && !is_quoted;
        is_empty = is_empty && g_ascii_isspace (text[i]);
    }
    end_line (tally, n_signs, is_empty);
}

/* How many lines have one number of signs, the most usual one; 0 where these are not half of all.
 */
static guint
count_alike (const Tally *tally)
{
    guint n_most = 0;

    for (guint i = 1; i <= MAX_SIGNS_A_LINE; i++)
        n_most = MAX (n_most, tally->n_with[i]);
    return 2 * n_most >= tally->n_lines ? n_most : 0;
}

/* The sign of which most lines have one number. A comma also stands in weights and in words, and
 * so alike in every line: it parts values where no other sign can. */
static char
guess_separator (const char *text, gsize size)
{
    static const char signs[] = { ';', '\t', '|', ',' };
    guint n_best = 0;
    char best = ',';

    for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
        Tally tally = { 0 };
        guint n_alike;

        count_signs (text, size, signs[i], &tally);
        n_alike = count_alike (&tally);
        if (n_alike > n_best && (signs[i] != ',' || n_best == 0)) {
            best = signs[i];
            n_best = n_alike;
        }
    }
    return best;
}

/* "sep=;" on a line of its own, which Excel reads and writes. */
static char
read_separator (const char *text, gsize size, gsize *n_passed)
{
    *n_passed = 0;
    if (size >= 6 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[5] == '\n') {
        *n_passed = 5;
        return text[4];
    }
    return guess_separator (text, size);
}

static void
parse (Reader *self, const char *text, gsize size)
{
    const unsigned char options = CSV_APPEND_NULL | CSV_REPALL_NL;
    struct csv_parser parser;
    gsize n_passed;
    gboolean is_good;
    char separator = read_separator (text, size, &n_passed);

    csv_init (&parser, options);
    csv_set_delim (&parser, (unsigned char) separator);
    is_good
        = csv_parse (&parser, text + n_passed, size - n_passed, field_read_cb, row_read_cb, self)
          == size - n_passed;
    /* Strict at the end alone: a quote that is never closed has swallowed every row behind it. */
    csv_set_opts (&parser, options | CSV_STRICT | CSV_STRICT_FINI);
    is_good = csv_fini (&parser, field_read_cb, row_read_cb, self) == 0 && is_good;
    if (!is_good && !self->error)
        g_set_error (&self->error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN, "CSV: %s",
                     csv_strerror (csv_error (&parser)));
    csv_free (&parser);
}

/**
 * tv_csv_read:
 * @name: the file's name, without its folder
 * @bytes: what it holds
 * @error: #TvExchangeError
 *
 * Returns: (transfer full) (nullable): a workbook of one sheet, every cell a text
 */
TvWorkbook *
tv_csv_read (const char *name, GBytes *bytes, GError **error)
{
    TvSheetBudget budget = TV_SHEET_BUDGET_FULL;
    g_autoptr (TvSheetBuilder) builder = tv_sheet_builder_new (name, FALSE, &budget);
    g_autoptr (GPtrArray) sheets = NULL;
    g_autofree char *text = NULL;
    Reader self = { .builder = builder, .row = 1 };
    gsize size;

    if (g_bytes_get_size (bytes) > TV_CSV_MAX_BYTES) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                     "text file of %" G_GSIZE_FORMAT " bytes", g_bytes_get_size (bytes));
        return NULL;
    }
    text = tv_text_encoding_decode (bytes, &size, error);
    if (!text)
        return NULL;
    size = unify_line_ends (text, size);
    parse (&self, text, size);
    if (self.error) {
        g_propagate_error (error, self.error);
        return NULL;
    }
    sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_sheet_unref);
    g_ptr_array_add (sheets, tv_sheet_builder_finish (builder));
    return tv_workbook_new (name, g_steal_pointer (&sheets));
}

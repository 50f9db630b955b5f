/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads children from CSV, columns in any order. A row with something that cannot be read is told
 * on standard error, with its line and column, and passed over: one slip of the pen must not
 * cost the other rows. An empty field is a missing value. */

#include "cli/tv-cli-growth-rows.h"

#include "cli/tv-cli-context.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

typedef enum {
    COLUMN_ID,
    COLUMN_SEX,
    COLUMN_AGE_DAYS,
    COLUMN_AGE_MONTHS,
    COLUMN_BIRTH_DATE,
    COLUMN_VISIT_DATE,
    COLUMN_WEIGHT,
    COLUMN_HEIGHT,
    COLUMN_MEASURED,
    COLUMN_OEDEMA,
    N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
    "id",         "sex",       "age_days",  "age_months", "birth_date",
    "visit_date", "weight_kg", "height_cm", "measured",   "oedema",
};

struct _TvCliGrowthRows {
    FILE *file;
    TvCsvStream *stream;
    int positions[N_COLUMNS]; /* of each column in the file, -1 where it is not there */
    const TvCsvField *fields; /* of this row */
    guint n_fields;
    gboolean has_read;
};

static gboolean
find_columns (TvCliGrowthRows *self)
{
    guint n_fields;
    const TvCsvField *names = tv_csv_stream_get_fields (self->stream, &n_fields);

    for (Column column = 0; column < N_COLUMNS; column++) {
        self->positions[column] = -1;
        for (guint i = n_fields; i-- > 0;) {
            if (g_ascii_strcasecmp (names[i].text, column_names[column]) == 0)
                self->positions[column] = (int) i;
        }
    }
    return self->positions[COLUMN_SEX] >= 0
           && (self->positions[COLUMN_WEIGHT] >= 0 || self->positions[COLUMN_HEIGHT] >= 0);
}

/* A field that the row or the file does not have is empty. */
static inline const TvCsvField *
get_field (const TvCliGrowthRows *self, Column column)
{
    static const TvCsvField empty = { "", 0 };
    int position = self->positions[column];

    return position >= 0 && (guint) position < self->n_fields ? &self->fields[position] : &empty;
}

/* Returns: FALSE, so that a reader can end with it */
static gboolean
pass_over (const TvCliGrowthRows *self, Column column, const char *reason)
{
    const TvCsvField *field = get_field (self, column);
    g_autofree char *shown = g_utf8_make_valid (field->text, (gssize) MIN (field->size, 40));

    /* Translators: line number, name of the column, what stands there, and why it is no good */
    tv_cli_refuse (_ ("Line %1$u, column %2$s, “%3$s”: %4$s"),
                   (guint) tv_csv_stream_get_line (self->stream), column_names[column], shown,
                   reason);
    return FALSE;
}

/* Reads a number that cannot be negative; NAN where there is none. */
static inline gboolean
read_number (const TvCliGrowthRows *self, Column column, double *value)
{
    const TvCsvField *field = get_field (self, column);

    *value = NAN;
    if (field->size == 0)
        return TRUE;
    if (!tv_csv_field_get_number (field, value))
        return pass_over (self, column, _ ("this is not a number, so the row is passed over."));
    if (*value < 0)
        return pass_over (self, column, _ ("this is below zero, so the row is passed over."));
    return TRUE;
}

/* Reads a field of one character: 1 for those of @first, 2 for those of @second, 0 for none. */
static inline gboolean
read_code (const TvCliGrowthRows *self, Column column, const char *first, const char *second,
           int *value)
{
    const TvCsvField *field = get_field (self, column);

    *value = 0;
    if (field->size == 0)
        return TRUE;
    if (field->size == 1 && *field->text != '\0' && strchr (first, *field->text))
        *value = 1;
    else if (field->size == 1 && *field->text != '\0' && strchr (second, *field->text))
        *value = 2;
    else
        return pass_over (self, column, _ ("this code is not known, so the row is passed over."));
    return TRUE;
}

static gboolean
read_date (const TvCliGrowthRows *self, Column column, TvDate *date)
{
    const TvCsvField *field = get_field (self, column);

    *date = TV_DATE_NONE;
    if (field->size == 0)
        return TRUE;
    *date = tv_date_parse_iso (field->text);
    return *date != TV_DATE_NONE
           || pass_over (self, column,
                         _ ("this is not a date like 2026-09-05, so the row is passed over."));
}

static gboolean
read_age (const TvCliGrowthRows *self, TvGrowthInput *input)
{
    TvDate birth_date, visit_date;

    if (!read_number (self, COLUMN_AGE_DAYS, &input->age_days)
        || !read_number (self, COLUMN_AGE_MONTHS, &input->age_months))
        return FALSE;
    if (!isnan (input->age_days) || !isnan (input->age_months))
        return TRUE;
    if (!read_date (self, COLUMN_BIRTH_DATE, &birth_date)
        || !read_date (self, COLUMN_VISIT_DATE, &visit_date))
        return FALSE;
    if (birth_date == TV_DATE_NONE || visit_date == TV_DATE_NONE)
        return TRUE;
    if (visit_date < birth_date)
        return pass_over (self, COLUMN_VISIT_DATE,
                          _ ("this is before the birth, so the row is passed over."));
    input->age_days = visit_date - birth_date;
    return TRUE;
}

static gboolean
read_row (const TvCliGrowthRows *self, TvCliGrowthRow *row)
{
    int sex, position, oedema;

    if (!read_code (self, COLUMN_SEX, "Mm1", "Ff2", &sex)
        || !read_code (self, COLUMN_MEASURED, "Ll", "Hh", &position)
        || !read_code (self, COLUMN_OEDEMA, "Yy1", "Nn2", &oedema)
        || !read_number (self, COLUMN_WEIGHT, &row->input.weight_kg)
        || !read_number (self, COLUMN_HEIGHT, &row->input.height_cm)
        || !read_age (self, &row->input))
        return FALSE;
    row->id = *get_field (self, COLUMN_ID);
    row->input.sex = sex == 1 ? TV_SEX_MALE : sex == 2 ? TV_SEX_FEMALE : TV_SEX_UNKNOWN;
    row->input.position = position == 1   ? TV_POSITION_RECUMBENT
                          : position == 2 ? TV_POSITION_STANDING
                                          : TV_POSITION_UNKNOWN;
    row->input.has_oedema = oedema == 1;
    return TRUE;
}

/**
 * tv_cli_growth_rows_open:
 * @path: (nullable): a CSV file; NULL or "-" for standard input
 *
 * Returns: (transfer full) (nullable): the file, standing before its first row; NULL with a
 *   sentence in @error where it cannot be opened or has not the columns that are needed
 */
TvCliGrowthRows *
tv_cli_growth_rows_open (const char *path, GError **error)
{
    g_autoptr (TvCliGrowthRows) self = g_new0 (TvCliGrowthRows, 1);

    self->file = !path || strcmp (path, "-") == 0 ? stdin : fopen (path, "rb");
    if (!self->file) {
        g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
                     /* Translators: name of a file, and what the system says */
                     _ ("“%1$s” could not be opened: %2$s."), path, g_strerror (errno));
        return NULL;
    }
    self->stream = tv_csv_stream_new (self->file);
    if (!tv_csv_stream_next (self->stream, error)) {
        if (error && !*error)
            g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                                 _ ("There is nothing in the file."));
        return NULL;
    }
    if (!find_columns (self)) {
        g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                             _ ("The first line has to name the columns; sex, and weight_kg or "
                                "height_cm, must be among them."));
        return NULL;
    }
    return g_steal_pointer (&self);
}

void
tv_cli_growth_rows_free (TvCliGrowthRows *self)
{
    g_clear_pointer (&self->stream, tv_csv_stream_free);
    if (self->file && self->file != stdin)
        fclose (self->file);
    g_free (self);
}

/**
 * tv_cli_growth_rows_next:
 * @row: (out caller-allocates): the next row that can be read
 *
 * Says on standard error which rows cannot, and goes on behind them.
 *
 * Returns: whether there is a row; FALSE with a sentence in @error where the file could not be
 *   read to its end, or had no row that can be read
 */
gboolean
tv_cli_growth_rows_next (TvCliGrowthRows *self, TvCliGrowthRow *row, GError **error)
{
    g_autoptr (GError) read_error = NULL;

    while (tv_csv_stream_next (self->stream, &read_error)) {
        self->fields = tv_csv_stream_get_fields (self->stream, &self->n_fields);
        if (read_row (self, row)) {
            self->has_read = TRUE;
            return TRUE;
        }
    }
    if (read_error)
        g_propagate_error (error, g_steal_pointer (&read_error));
    else if (!self->has_read)
        g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("No row could be read."));
    return FALSE;
}

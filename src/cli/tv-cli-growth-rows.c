/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads children from CSV, columns in any order. A row with something that cannot be read is told
 * on standard error, with its line and column, and passed over: one slip of the pen must not
 * cost the other rows. An empty field is a missing value. What is merely unlikely is scored, and
 * flagged, as WHO's programs do; what can only be of another unit is not. */

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

/* No human being reaches these: 1 kg is 1000 g, 30 cm are 300 mm, and nobody of 2 m stands at 10
 * cm. A decimal comma in a file parted by commas leaves one digit for the height. */
#define WEIGHT_IN_GRAMS_KG 1000
#define HEIGHT_IN_MILLIMETRES_CM 300
#define HEIGHT_IN_METRES_CM 10

struct _TvCliGrowthRows {
    FILE *file;
    TvCsvStream *stream;
    int positions[N_COLUMNS]; /* of each column in the file, -1 where it is not there */
    const TvCsvField *fields; /* of this row */
    guint n_fields;
    guint n_named; /* columns that the first line has */
    guint n_read;
    guint n_passed;
};

static gboolean
is_name (const TvCsvField *field, const char *name)
{
    return field->size == strlen (name) && g_ascii_strcasecmp (field->text, name) == 0;
}

static void
set_error (GError **error, const char *sentence)
{
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, sentence);
}

/* Of two columns of one name nobody knows which is meant. */
static gboolean
find_columns (TvCliGrowthRows *self, GError **error)
{
    const TvCsvField *names = tv_csv_stream_get_fields (self->stream, &self->n_named);

    for (Column column = 0; column < N_COLUMNS; column++) {
        self->positions[column] = -1;
        for (guint i = 0; i < self->n_named; i++) {
            if (!is_name (&names[i], column_names[column]))
                continue;
            if (self->positions[column] >= 0) {
                g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                             /* Translators: %s is the name of a column */
                             _ ("Two columns are named %s, so nobody knows which is meant."),
                             column_names[column]);
                return FALSE;
            }
            self->positions[column] = (int) i;
        }
    }
    if (self->positions[COLUMN_SEX] >= 0
        && (self->positions[COLUMN_WEIGHT] >= 0 || self->positions[COLUMN_HEIGHT] >= 0))
        return TRUE;
    set_error (error, _ ("The first line has to name the columns; sex, and weight_kg or "
                         "height_cm, must be among them."));
    return FALSE;
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
    /* A zero byte ends the text, but not the field. */
    if (strlen (field->text) == field->size)
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
read_weight (const TvCliGrowthRows *self, double *weight_kg)
{
    if (!read_number (self, COLUMN_WEIGHT, weight_kg))
        return FALSE;
    if (*weight_kg >= WEIGHT_IN_GRAMS_KG)
        return pass_over (self, COLUMN_WEIGHT,
                          _ ("nobody weighs that many kilograms (are these grams?), so the row is "
                             "passed over."));
    return TRUE;
}

static gboolean
read_height (const TvCliGrowthRows *self, double *height_cm)
{
    if (!read_number (self, COLUMN_HEIGHT, height_cm))
        return FALSE;
    if (*height_cm >= HEIGHT_IN_MILLIMETRES_CM)
        return pass_over (
            self, COLUMN_HEIGHT,
            _ ("nobody is that many centimetres tall (are these millimetres?), so the "
               "row is passed over."));
    if (*height_cm < HEIGHT_IN_METRES_CM)
        return pass_over (self, COLUMN_HEIGHT,
                          _ ("nobody is that few centimetres tall (are these metres?), so the row "
                             "is passed over."));
    return TRUE;
}

/* "15,4" unquoted in a file parted by commas moves all fields behind it by one. */
static gboolean
has_its_columns (const TvCliGrowthRows *self)
{
    for (guint i = self->n_named; i < self->n_fields; i++) {
        if (self->fields[i].size == 0)
            continue;
        /* Translators: line number, how many fields it has, how many columns there are */
        tv_cli_refuse (_ ("Line %1$u has %2$u fields, but the first line names %3$u, so the row is "
                          "passed over. A number with a comma needs quotation marks."),
                       (guint) tv_csv_stream_get_line (self->stream), self->n_fields,
                       self->n_named);
        return FALSE;
    }
    return TRUE;
}

/* A file that was cut off ends in a field that was longer: its 1 may have been 15.4. */
static gboolean
is_cut_off (const TvCliGrowthRows *self)
{
    if (self->n_fields >= self->n_named || tv_csv_stream_has_newline (self->stream))
        return FALSE;
    /* Translators: line number, how many fields it has, how many columns there are */
    tv_cli_refuse (_ ("Line %1$u is the last one and ends after %2$u of %3$u fields without a line "
                      "break, so the file may have been cut off there. The row is passed over."),
                   (guint) tv_csv_stream_get_line (self->stream), self->n_fields, self->n_named);
    return TRUE;
}

static gboolean
is_whole (const TvCliGrowthRows *self)
{
    if (!tv_csv_stream_is_broken (self->stream))
        return !is_cut_off (self);
    /* Translators: %u is a line number */
    tv_cli_refuse (_ ("Line %u never ends: a quotation mark is missing, or this is not a CSV file. "
                      "The row is passed over."),
                   (guint) tv_csv_stream_get_line (self->stream));
    return FALSE;
}

static gboolean
read_row (const TvCliGrowthRows *self, TvCliGrowthRow *row)
{
    int sex, position, oedema;

    if (!is_whole (self) || !has_its_columns (self)
        || !read_code (self, COLUMN_SEX, "Mm1", "Ff2", &sex)
        || !read_code (self, COLUMN_MEASURED, "Ll", "Hh", &position)
        || !read_code (self, COLUMN_OEDEMA, "Yy1", "Nn2", &oedema)
        || !read_weight (self, &row->input.weight_kg) || !read_height (self, &row->input.height_cm)
        || !read_age (self, &row->input))
        return FALSE;
    row->id = *get_field (self, COLUMN_ID);
    if (strlen (row->id.text) != row->id.size)
        return pass_over (
            self, COLUMN_ID,
            _ ("this holds a character that cannot be read, so the row is passed over."));
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
            set_error (error, _ ("There is nothing in the file."));
        return NULL;
    }
    if (!find_columns (self, error))
        return NULL;
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

/* What was passed over is counted, too, so that nobody takes the rest for the whole. */
static void
tell_passed (const TvCliGrowthRows *self)
{
    if (self->n_passed > 0)
        /* Translators: 3 rows could not be read, 997 could */
        tv_cli_refuse (ngettext ("%1$u row passed over, %2$u read.",
                                 "%1$u rows passed over, %2$u read.", self->n_passed),
                       self->n_passed, self->n_read);
}

/**
 * tv_cli_growth_rows_next:
 * @row: (out caller-allocates): the next row that can be read
 *
 * Says on standard error which rows cannot, and goes on behind them; at the end, how many they
 * were.
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
            self->n_read++;
            return TRUE;
        }
        self->n_passed++;
    }
    tell_passed (self);
    if (read_error)
        g_propagate_error (error, g_steal_pointer (&read_error));
    else if (self->n_read == 0)
        set_error (error, _ ("No row could be read."));
    return FALSE;
}

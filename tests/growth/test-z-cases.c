/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Five thousand made-up children with the z-scores that WHO's R packages anthro and anthroplus
 * give them, in hundredths; every z, every gap and every flag must come out the same. */

#include "growth/tv-growth.h"

#include <math.h>
#include <string.h>

/* Columns of the files; the last two and weight-for-height are of 2006 alone. */
enum {
    AGE,
    SEX,
    HEIGHT,
    WEIGHT,
    POSITION,
    OEDEMA,
    HEIGHT_FOR_AGE,
    WEIGHT_FOR_AGE,
    BMI_FOR_AGE,
};

typedef struct {
    const char *file;
    TvStandard standard;
    guint n_rows;
    int weight_for_height; /* column, -1 for none */
    int implausible;
    int too_young;
} CaseFile;

static const CaseFile of_2006 = { "z-2006.csv", TV_STANDARD_2006, 3000, 9, 10, 11 };
static const CaseFile of_2007 = { "z-2007.csv", TV_STANDARD_2007, 2000, -1, 9, -1 };

static double
read_number (const char *text)
{
    return *text ? g_ascii_strtod (text, NULL) : NAN;
}

static TvGrowthInput
read_input (const CaseFile *file, char **fields)
{
    TvGrowthInput input = {
        .age_days = file->standard == TV_STANDARD_2006 ? read_number (fields[AGE]) : NAN,
        .age_months = file->standard == TV_STANDARD_2007 ? read_number (fields[AGE]) : NAN,
        .weight_kg = read_number (fields[WEIGHT]),
        .height_cm = read_number (fields[HEIGHT]),
        .has_oedema = fields[OEDEMA][0] == 'y',
    };

    if (!tv_sex_parse (fields[SEX], &input.sex))
        input.sex = TV_SEX_UNKNOWN;
    g_assert_true (tv_position_parse (fields[POSITION], &input.position));
    return input;
}

static void
check_z (const TvGrowth *growth, TvZKind kind, const char *expected, gboolean is_flagged)
{
    const TvZScore *z = &growth->z[kind];

    if (!*expected) {
        g_assert_cmpint (z->hundredths, ==, TV_Z_NONE);
        g_assert_cmpint (z->reason, !=, TV_Z_PRESENT);
    } else {
        g_assert_cmpint (z->hundredths, ==, (int) g_ascii_strtoll (expected, NULL, 10));
        g_assert_cmpint (z->reason, ==, TV_Z_PRESENT);
    }
    g_assert_cmpint (z->is_flagged, ==, is_flagged);
}

static void
check_row (const CaseFile *file, char **fields)
{
    const char *flags = fields[file->implausible];
    TvGrowthInput input = read_input (file, fields);
    TvGrowth growth;

    tv_growth_score (&input, file->standard, &growth);
    check_z (&growth, TV_Z_HEIGHT_FOR_AGE, fields[HEIGHT_FOR_AGE], strchr (flags, 'h') != NULL);
    check_z (&growth, TV_Z_WEIGHT_FOR_AGE, fields[WEIGHT_FOR_AGE], strchr (flags, 'w') != NULL);
    check_z (&growth, TV_Z_BMI_FOR_AGE, fields[BMI_FOR_AGE], strchr (flags, 'b') != NULL);
    check_z (&growth, TV_Z_WEIGHT_FOR_HEIGHT,
             file->weight_for_height < 0 ? "" : fields[file->weight_for_height],
             strchr (flags, 'l') != NULL);
    if (file->too_young >= 0)
        g_assert_cmpint (growth.is_standing_too_young, ==, fields[file->too_young][0] == '1');
}

static void
test_file (gconstpointer data)
{
    const CaseFile *file = data;
    g_autofree char *path
        = g_test_build_filename (G_TEST_DIST, "fixtures", "growth", file->file, NULL);
    g_autofree char *text = NULL;
    g_auto (GStrv) lines = NULL;
    guint n_rows = 0;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    lines = g_strsplit (text, "\n", -1);
    for (guint i = 1; lines[i] && *lines[i]; i++) {
        g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

        g_test_message ("line %u: %s", i + 1, lines[i]);
        check_row (file, fields);
        n_rows++;
    }
    g_assert_cmpuint (n_rows, ==, file->n_rows);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/growth/cases/2006", &of_2006, test_file);
    g_test_add_data_func ("/growth/cases/2007", &of_2007, test_file);
    return g_test_run ();
}

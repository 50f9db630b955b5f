/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A kindergarten's weighing sheet as it was typed, beside what was really measured: every row that
 * was spoilt gets the right question, and at most 2 of 100 good ones get any. */

#include "exchange/tv-list-reader.h"
#include "exchange/tv-workbook-file.h"
#include "growth/tv-doubt.h"
#include "growth/tv-growth-curve.h"

#include <math.h>
#include <string.h>

#define HALF_A_YEAR 183

typedef struct {
    double weight_kg;
    double height_cm;
    char *entered_as;
} Truth;

typedef struct {
    GPtrArray *truths;
    TvListFile *list; /* the same children in the same order */
} Sheet;

typedef struct {
    guint n_spoilt;
    guint n_right;
    guint n_good;
    guint n_asked;
} Count;

static void
free_truth (gpointer data)
{
    g_free (((Truth *) data)->entered_as);
    g_free (data);
}

static char *
fixture_path (const char *name)
{
    return g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", name, NULL);
}

static GPtrArray *
read_truths (void)
{
    g_autofree char *path = fixture_path ("kindergarten-weighing-1-truth.csv");
    GPtrArray *truths = g_ptr_array_new_with_free_func (free_truth);
    g_autofree char *text = NULL;
    g_auto (GStrv) lines = NULL;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    lines = g_strsplit (text, "\n", -1);
    for (guint i = 1; lines[i] && *lines[i]; i++) {
        g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
        Truth *truth = g_new0 (Truth, 1);

        truth->weight_kg = g_ascii_strtod (cells[4], NULL);
        truth->height_cm = g_ascii_strtod (cells[5], NULL);
        truth->entered_as = g_strdup (cells[6]);
        g_ptr_array_add (truths, truth);
    }
    return truths;
}

static TvListFile *
read_list (const char *name)
{
    g_autofree char *path = fixture_path (name);
    TvListOptions options = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_workbook_read (path, NULL, &error);
    TvListFile *list;

    g_assert_no_error (error);
    list = tv_list_read (book, &options, &error);
    g_assert_no_error (error);
    return list;
}

/* The value of half a year ago: the same place among WHO's children of that age, as it would have
 * been read then. */
static double
earlier (TvZKind kind, const TvListRow *row, const TvGrowth *growth)
{
    double age_days = row->measured_on - row->birth_date - HALF_A_YEAR;

    return rint (10
                 * tv_growth_curve_value_at_age (kind, row->sex, age_days,
                                                 growth->z[kind].hundredths / 100.0))
           / 10;
}

static void
fill_previous (const TvListRow *row, const Truth *truth, TvDate *date, TvPosition *position,
               double *weight_kg, double *height_cm)
{
    int age_days = row->measured_on - row->birth_date;
    TvGrowthInput now = { .sex = row->sex,
                          .age_days = age_days,
                          .age_months = NAN,
                          .weight_kg = truth->weight_kg,
                          .height_cm = truth->height_cm,
                          .position = tv_position_by_age (age_days) };
    TvGrowth growth;

    tv_growth_score (&now, TV_STANDARD_BY_AGE, &growth);
    *date = row->measured_on - HALF_A_YEAR;
    *position = tv_position_by_age (age_days - HALF_A_YEAR);
    *weight_kg = earlier (TV_Z_WEIGHT_FOR_AGE, row, &growth);
    *height_cm = earlier (TV_Z_HEIGHT_FOR_AGE, row, &growth);
}

static void
fill_neighbour (const Sheet *sheet, guint index, guint beside, gboolean has_history,
                TvDoubtNeighbour *neighbour)
{
    const TvListRow *own = g_ptr_array_index (sheet->list->rows, index), *row;

    *neighbour = (TvDoubtNeighbour){ .previous_date = TV_DATE_NONE };
    if (beside >= sheet->list->rows->len || !has_history)
        return;
    row = g_ptr_array_index (sheet->list->rows, beside);
    if (strcmp (row->class_name, own->class_name) != 0)
        return;
    *neighbour = (TvDoubtNeighbour){ .name = row->name,
                                     .sex = row->sex,
                                     .birth_date = row->birth_date,
                                     .weight_kg = row->typed_weight_kg,
                                     .height_cm = row->typed_height_cm };
    fill_previous (row, g_ptr_array_index (sheet->truths, beside), &neighbour->previous_date,
                   &neighbour->previous_position, &neighbour->previous_weight_kg,
                   &neighbour->previous_height_cm);
}

static void
fill_input (const Sheet *sheet, guint index, gboolean has_history, TvDoubtInput *input)
{
    const TvListRow *row = g_ptr_array_index (sheet->list->rows, index);

    *input = (TvDoubtInput){
        .sex = row->sex,
        .birth_date = row->birth_date,
        .date = row->measured_on,
        .position = tv_position_by_age (row->measured_on - row->birth_date),
        .weight_kg = row->typed_weight_kg,
        .height_cm = row->typed_height_cm,
        .previous_date = TV_DATE_NONE,
        .previous_weight_kg = NAN,
        .previous_height_cm = NAN,
    };
    if (has_history)
        fill_previous (row, g_ptr_array_index (sheet->truths, index), &input->previous_date,
                       &input->previous_position, &input->previous_weight_kg,
                       &input->previous_height_cm);
    fill_neighbour (sheet, index, index - 1, has_history, &input->neighbours[TV_DOUBT_ABOVE]);
    fill_neighbour (sheet, index, index + 1, has_history, &input->neighbours[TV_DOUBT_BELOW]);
}

static gboolean
is_spoilt (const Truth *truth)
{
    return strcmp (truth->entered_as, "swapped") == 0 || strcmp (truth->entered_as, "metres") == 0
           || strcmp (truth->entered_as, "lost-point") == 0;
}

/* In metres the last digit is gone: measuring again has to be offered first. */
static gboolean
is_right (const Truth *truth, const TvDoubt *doubt)
{
    int weight_g = (int) lround (truth->weight_kg * 1000);
    int height_mm = (int) lround (truth->height_cm * 10);

    if (strcmp (truth->entered_as, "swapped") == 0)
        return doubt->kind == TV_DOUBT_SWAPPED && doubt->weight_g == weight_g
               && doubt->height_mm == height_mm;
    if (strcmp (truth->entered_as, "metres") == 0)
        return doubt->kind == TV_DOUBT_METRES && doubt->lost_a_digit
               && ABS (doubt->height_mm - height_mm) <= 5;
    return doubt->kind == TV_DOUBT_HEIGHT_POINT && !doubt->lost_a_digit
           && doubt->height_mm == height_mm;
}

static void
count_row (const Sheet *sheet, guint index, gboolean has_history, Count *count)
{
    const Truth *truth = g_ptr_array_index (sheet->truths, index);
    TvDoubt doubts[TV_DOUBT_N_KINDS];
    TvDoubtInput input;
    guint n_doubts;

    fill_input (sheet, index, has_history, &input);
    n_doubts = tv_doubt_find (&input, doubts);
    if (is_spoilt (truth)) {
        count->n_spoilt++;
        count->n_right += n_doubts == 1 && is_right (truth, &doubts[0]);
    } else if (strcmp (truth->entered_as, "absent") != 0) {
        count->n_good++;
        count->n_asked += n_doubts > 0;
    }
}

static void
test_sheet (gconstpointer has_history)
{
    Sheet sheet = { read_truths (), read_list ("kindergarten-weighing-1.xlsx") };
    Count count = { 0 };

    g_assert_cmpuint (sheet.truths->len, ==, sheet.list->rows->len);
    for (guint i = 0; i < sheet.truths->len; i++)
        count_row (&sheet, i, GPOINTER_TO_INT (has_history), &count);
    g_test_message ("spoilt rows: %u, questioned with the right proposal: %u; good rows: %u, "
                    "questioned: %u",
                    count.n_spoilt, count.n_right, count.n_good, count.n_asked);
    g_assert_cmpuint (count.n_spoilt, ==, 15);
    g_assert_cmpuint (count.n_right, ==, count.n_spoilt);
    g_assert_cmpuint (count.n_good, ==, 191);
    g_assert_cmpuint (count.n_asked * 100, <=, 2 * count.n_good);
    g_ptr_array_unref (sheet.truths);
    tv_list_file_unref (sheet.list);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/doubt-fixture/first-measurement", GINT_TO_POINTER (FALSE), test_sheet);
    g_test_add_data_func ("/doubt-fixture/measured-before", GINT_TO_POINTER (TRUE), test_sheet);
    return g_test_run ();
}

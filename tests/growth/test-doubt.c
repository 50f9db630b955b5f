/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tired hand types, and the question that it must get; and the plain values that must be
 * left in peace. */

#include "tv-doubt-test.h"

#include "base/tv-language.h"

#include <math.h>
#include <string.h>

static void
test_plain_values (void)
{
    static const struct {
        double years, weight_kg, height_cm;
    } children[] = { { 0.3, 6.5, 62 }, { 2, 12.2, 87.5 }, { 4, 16.3, 103 }, { 4, 26, 108 },
                     { 7, 22, 121 },   { 11, 36, 143 },   { 11, 70, 150 },  { 17, 58, 168 },
                     { 17, 110, 175 }, { 3, NAN, 95 },    { 3, 14, NAN },   { 3, NAN, NAN } };

    for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
        TvDoubtInput input
            = tv_doubt_test_input (children[i].years, children[i].weight_kg, children[i].height_cm);

        tv_doubt_test_assert_none (&input);
        input.sex = TV_SEX_UNKNOWN;
        input.birth_date = TV_DATE_NONE;
        tv_doubt_test_assert_none (&input);
    }
}

static void
test_swapped (void)
{
    static const struct {
        double years, weight_kg, height_cm;
    } children[] = { { 0.3, 62, 6.5 }, { 4, 103, 16.3 }, { 9, 131, 28.5 }, { 15, 165, 54 } };

    for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
        TvDoubtInput input
            = tv_doubt_test_input (children[i].years, children[i].weight_kg, children[i].height_cm);
        TvDoubt doubt = tv_doubt_test_find_only (&input, TV_DOUBT_SWAPPED);

        g_assert_cmpint (doubt.weight_g, ==, (int) lrint (children[i].height_cm * 1000));
        g_assert_cmpint (doubt.height_mm, ==, (int) lrint (children[i].weight_kg * 10));
    }
}

static void
test_points (void)
{
    TvDoubtInput input = tv_doubt_test_input (5.5, 19.2, 1125);
    TvDoubt doubt = tv_doubt_test_find_only (&input, TV_DOUBT_HEIGHT_POINT);

    g_assert_cmpint (doubt.height_mm, ==, 1125);
    g_assert_cmpint (doubt.weight_g, ==, 0);
    input = tv_doubt_test_input (4, 154, 103);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_POINT);
    g_assert_cmpint (doubt.weight_g, ==, 15400);
    g_assert_cmpint (doubt.height_mm, ==, 0);
    input = tv_doubt_test_input (15, 543, NAN);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_WEIGHT_POINT);
    g_assert_cmpint (doubt.weight_g, ==, 54300);
}

static void
test_both_points (void)
{
    TvDoubtInput input = tv_doubt_test_input (12, 402, 1483);
    TvDoubt doubts[TV_DOUBT_N_KINDS];

    g_assert_cmpuint (tv_doubt_find (&input, doubts), ==, 2);
    g_assert_cmpint (doubts[0].kind, ==, TV_DOUBT_HEIGHT_POINT);
    g_assert_cmpint (doubts[1].kind, ==, TV_DOUBT_WEIGHT_POINT);
    g_assert_cmpint (doubts[1].weight_g, ==, 40200);
}

static void
test_metres (void)
{
    TvDoubtInput input = tv_doubt_test_input (5.5, 19.2, 1.125);
    TvDoubt doubt = tv_doubt_test_find_only (&input, TV_DOUBT_METRES);

    g_assert_cmpint (doubt.height_mm, ==, 1125);
    g_assert_false (doubt.lost_a_digit);
    input = tv_doubt_test_input (5.5, 19.2, 1.12);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_METRES);
    g_assert_cmpint (doubt.height_mm, ==, 1120);
    g_assert_true (doubt.lost_a_digit);
    input = tv_doubt_test_input (2, 12, 0.87);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_METRES);
    g_assert_cmpint (doubt.height_mm, ==, 870);
    g_assert_true (doubt.lost_a_digit);
}

static void
test_limits (void)
{
    TvDoubtInput input = tv_doubt_test_input (4, 16, 165);
    TvDoubt doubt = tv_doubt_test_find_only (&input, TV_DOUBT_LIMITS);

    g_assert_cmpint (doubt.z_kind, ==, TV_Z_HEIGHT_FOR_AGE);
    input = tv_doubt_test_input (4, 45, 103);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_LIMITS);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_WEIGHT_FOR_AGE);
    input = tv_doubt_test_input (4, 10.2, 108);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_LIMITS);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_WEIGHT_FOR_HEIGHT);
    input = tv_doubt_test_input (15, 150, 150);
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_LIMITS);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_BMI_FOR_AGE);
    input = tv_doubt_test_input (4, 0.02, NAN);
    input.birth_date = TV_DATE_NONE;
    doubt = tv_doubt_test_find_only (&input, TV_DOUBT_LIMITS);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_WEIGHT_FOR_AGE);
}

/* The child stands at 17.0 kg and 112.5 cm of 07/06/2026, or was never measured. */
static void
assert_sentence (TvDoubt doubt, gboolean has_previous, const char *expected)
{
    TvDoubtInput input = tv_doubt_test_input (5, 180, 1.18);
    g_autofree char *sentence = NULL;

    if (has_previous)
        tv_doubt_test_set_previous (&input, 100, 17, 112.5);
    tv_doubt_test_set_neighbour (&input, TV_DOUBT_BELOW, 100, 19.2, 118);
    sentence = tv_doubt_sentence (&doubt, &input);
    g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentences_of_proposals (void)
{
    assert_sentence ((TvDoubt){ TV_DOUBT_SWAPPED, .weight_g = 16300, .height_mm = 1030 }, FALSE,
                     "Weight and height changed places? It would be 16.3 kg and 103.0 cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_SWAPPED, .weight_g = 16300, .height_mm = 1030 }, TRUE,
                     "Weight and height changed places? It would be 16.3 kg and 103.0 cm, after "
                     "17.0 kg and 112.5 cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_SWAPPED, .height_mm = 1030 }, FALSE,
                     "Is that the height? It would be 103.0 cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_SWAPPED, .weight_g = 16300 }, FALSE,
                     "Is that the weight? It would be 16.3 kg.");
    assert_sentence ((TvDoubt){ TV_DOUBT_HEIGHT_POINT, .height_mm = 1125 }, FALSE,
                     "Decimal point moved? It would be 112.5 cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_WEIGHT_POINT, .weight_g = 15450 }, TRUE,
                     "Decimal point lost? It would be 15.45 kg, after 17.0 kg on 07/06/2026.");
    assert_sentence ((TvDoubt){ TV_DOUBT_METRES, .height_mm = 1120, .lost_a_digit = TRUE }, FALSE,
                     "In metres, without the last digit? Measure again; it would be about 112.0 "
                     "cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_HEIGHT_DIGITS, .height_mm = 1125 }, TRUE,
                     "Two digits changed places? It would be 112.5 cm, after 112.5 cm on "
                     "07/06/2026.");
    assert_sentence ((TvDoubt){ TV_DOUBT_NEIGHBOUR, .side = TV_DOUBT_BELOW }, TRUE,
                     "The values of the row below? They fit Gia Bảo (last time 19.2 kg, 118.0 "
                     "cm).");
    assert_sentence ((TvDoubt){ TV_DOUBT_NEIGHBOUR, .side = TV_DOUBT_BELOW, .is_slip = TRUE }, TRUE,
                     "Have the rows slipped by one? These values fit Gia Bảo (last time 19.2 kg, "
                     "118.0 cm).");
}

static void
test_sentences_of_comparisons (void)
{
    assert_sentence ((TvDoubt){ TV_DOUBT_LIMITS, TV_Z_HEIGHT_FOR_AGE }, FALSE,
                     "The height is beyond WHO's limits for this age. Is it right?");
    assert_sentence ((TvDoubt){ TV_DOUBT_LIMITS, TV_Z_HEIGHT_FOR_AGE }, TRUE,
                     "The height is beyond WHO's limits for this age, after 112.5 cm on "
                     "07/06/2026. Is it right?");
    assert_sentence ((TvDoubt){ TV_DOUBT_SHORTER }, TRUE,
                     "Shorter than before: 112.5 cm on 07/06/2026.");
    assert_sentence ((TvDoubt){ TV_DOUBT_HEIGHT_CHANGE }, TRUE,
                     "Grown fast for the time between: 112.5 cm on 07/06/2026.");
    assert_sentence ((TvDoubt){ TV_DOUBT_WEIGHT_CHANGE }, TRUE,
                     "A large change of weight: 17.0 kg on 07/06/2026.");
    assert_sentence ((TvDoubt){ TV_DOUBT_SAME, TV_Z_HEIGHT_FOR_AGE }, TRUE,
                     "The height is the same as on 07/06/2026, to the digit: 112.5 cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_Z_JUMP, TV_Z_BMI_FOR_AGE }, TRUE,
                     "The BMI has left the child's own curve: 17.0 kg and 112.5 cm on "
                     "07/06/2026.");
    assert_sentence (
        (TvDoubt){ TV_DOUBT_READINGS, TV_Z_HEIGHT_FOR_AGE, .readings = { 1010, 1018 } }, FALSE,
        "Third measurement, please: 101.0 cm and 101.8 cm are more than 0.7 cm "
        "apart.");
}

/* Whatever is typed, in whatever combination, there is an answer, a code and a sentence. */
static void
test_anything (void)
{
    static const double numbers[]
        = { NAN, 0, 0.001, 0.87, 3.2, 15.4, 50, 112.5, 154, 1125, 99999, 1e15, -3 };
    static const double years[] = { -1, 0, 0.5, 4, 9, 11, 18, 40 };
    TvDoubt doubts[TV_DOUBT_N_KINDS];

    for (guint i = 0; i < G_N_ELEMENTS (numbers) * G_N_ELEMENTS (numbers); i++) {
        for (guint j = 0; j < G_N_ELEMENTS (years); j++) {
            TvDoubtInput input = tv_doubt_test_input (years[j], numbers[i % G_N_ELEMENTS (numbers)],
                                                      numbers[i / G_N_ELEMENTS (numbers)]);
            guint n_doubts;

            tv_doubt_test_set_previous (&input, 30, 15.4, NAN);
            n_doubts = tv_doubt_find (&input, doubts);
            g_assert_cmpuint (n_doubts, <=, TV_DOUBT_N_KINDS);
            for (guint k = 0; k < n_doubts; k++) {
                g_autofree char *sentence = tv_doubt_sentence (&doubts[k], &input);

                g_assert_cmpuint (strlen (sentence), >, 10);
                g_assert_cmpuint (strlen (tv_doubt_code (doubts[k].kind)), >, 3);
            }
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/growth/doubt/plain-values", test_plain_values);
    g_test_add_func ("/growth/doubt/swapped", test_swapped);
    g_test_add_func ("/growth/doubt/points", test_points);
    g_test_add_func ("/growth/doubt/both-points", test_both_points);
    g_test_add_func ("/growth/doubt/metres", test_metres);
    g_test_add_func ("/growth/doubt/limits", test_limits);
    g_test_add_func ("/growth/doubt/sentences-of-proposals", test_sentences_of_proposals);
    g_test_add_func ("/growth/doubt/sentences-of-comparisons", test_sentences_of_comparisons);
    g_test_add_func ("/growth/doubt/anything", test_anything);
    return g_test_run ();
}

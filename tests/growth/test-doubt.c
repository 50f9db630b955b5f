/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tired hand types, and the question that it must get; and the plain values that must be
 * left in peace. */

#include "growth/tv-doubt.h"

#include "base/tv-language.h"

#include <math.h>
#include <string.h>

#define YEARS(n) ((int) ((n) *365.25))

/* A boy of @years, weighed and measured @days after the values before. */
static TvDoubtInput
make_input (double years, double weight_kg, double height_cm)
{
    TvDate date = tv_date_from_ymd (2026, 9, 15);

    return (TvDoubtInput){
        .sex = TV_SEX_MALE,
        .birth_date = date - YEARS (years),
        .date = date,
        .position = TV_POSITION_STANDING,
        .weight_kg = weight_kg,
        .height_cm = height_cm,
        .previous_date = TV_DATE_NONE,
        .previous_weight_kg = NAN,
        .previous_height_cm = NAN,
    };
}

static void
set_previous (TvDoubtInput *input, int days, double weight_kg, double height_cm)
{
    input->previous_date = input->date - days;
    input->previous_position = TV_POSITION_STANDING;
    input->previous_weight_kg = weight_kg;
    input->previous_height_cm = height_cm;
}

/* Asserts that there is this question and no other. */
static TvDoubt
find_only (const TvDoubtInput *input, TvDoubtKind kind)
{
    TvDoubt doubts[TV_DOUBT_N_KINDS];

    g_assert_cmpuint (tv_doubt_find (input, doubts), ==, 1);
    g_assert_cmpint (doubts[0].kind, ==, kind);
    return doubts[0];
}

static void
assert_none (const TvDoubtInput *input)
{
    TvDoubt doubts[TV_DOUBT_N_KINDS];

    g_assert_cmpuint (tv_doubt_find (input, doubts), ==, 0);
}

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
            = make_input (children[i].years, children[i].weight_kg, children[i].height_cm);

        assert_none (&input);
        input.sex = TV_SEX_UNKNOWN;
        input.birth_date = TV_DATE_NONE;
        assert_none (&input);
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
            = make_input (children[i].years, children[i].weight_kg, children[i].height_cm);
        TvDoubt doubt = find_only (&input, TV_DOUBT_SWAPPED);

        g_assert_cmpint (doubt.weight_g, ==, (int) lrint (children[i].height_cm * 1000));
        g_assert_cmpint (doubt.height_mm, ==, (int) lrint (children[i].weight_kg * 10));
    }
}

static void
test_points (void)
{
    TvDoubtInput input = make_input (5.5, 19.2, 1125);
    TvDoubt doubt = find_only (&input, TV_DOUBT_HEIGHT_POINT);

    g_assert_cmpint (doubt.height_mm, ==, 1125);
    g_assert_cmpint (doubt.weight_g, ==, 0);
    input = make_input (4, 154, 103);
    doubt = find_only (&input, TV_DOUBT_WEIGHT_POINT);
    g_assert_cmpint (doubt.weight_g, ==, 15400);
    g_assert_cmpint (doubt.height_mm, ==, 0);
    input = make_input (15, 543, NAN);
    doubt = find_only (&input, TV_DOUBT_WEIGHT_POINT);
    g_assert_cmpint (doubt.weight_g, ==, 54300);
}

static void
test_both_points (void)
{
    TvDoubtInput input = make_input (12, 402, 1483);
    TvDoubt doubts[TV_DOUBT_N_KINDS];

    g_assert_cmpuint (tv_doubt_find (&input, doubts), ==, 2);
    g_assert_cmpint (doubts[0].kind, ==, TV_DOUBT_HEIGHT_POINT);
    g_assert_cmpint (doubts[1].kind, ==, TV_DOUBT_WEIGHT_POINT);
    g_assert_cmpint (doubts[1].weight_g, ==, 40200);
}

static void
test_metres (void)
{
    TvDoubtInput input = make_input (5.5, 19.2, 1.125);
    TvDoubt doubt = find_only (&input, TV_DOUBT_METRES);

    g_assert_cmpint (doubt.height_mm, ==, 1125);
    g_assert_false (doubt.lost_a_digit);
    input = make_input (5.5, 19.2, 1.12);
    doubt = find_only (&input, TV_DOUBT_METRES);
    g_assert_cmpint (doubt.height_mm, ==, 1120);
    g_assert_true (doubt.lost_a_digit);
    input = make_input (2, 12, 0.87);
    doubt = find_only (&input, TV_DOUBT_METRES);
    g_assert_cmpint (doubt.height_mm, ==, 870);
    g_assert_true (doubt.lost_a_digit);
}

static void
test_limits (void)
{
    TvDoubtInput input = make_input (4, 16, 160);
    TvDoubt doubt = find_only (&input, TV_DOUBT_LIMITS);

    g_assert_cmpint (doubt.z_kind, ==, TV_Z_HEIGHT_FOR_AGE);
    input = make_input (4, 45, 103);
    doubt = find_only (&input, TV_DOUBT_LIMITS);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_WEIGHT_FOR_AGE);
    input = make_input (4, 10.2, 108);
    doubt = find_only (&input, TV_DOUBT_LIMITS);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_WEIGHT_FOR_HEIGHT);
    input = make_input (15, 150, 150);
    doubt = find_only (&input, TV_DOUBT_LIMITS);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_BMI_FOR_AGE);
    input = make_input (4, 0.2, NAN);
    input.birth_date = TV_DATE_NONE;
    doubt = find_only (&input, TV_DOUBT_LIMITS);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_WEIGHT_FOR_AGE);
}

static void
test_shorter (void)
{
    TvDoubtInput input = make_input (4, 16.5, 102.4);

    set_previous (&input, 180, 16, 102.9);
    assert_none (&input);
    set_previous (&input, 180, 16, 103);
    find_only (&input, TV_DOUBT_SHORTER);
    /* Lying then and standing now, 0.7 cm are nothing. */
    input.previous_position = TV_POSITION_RECUMBENT;
    assert_none (&input);
    set_previous (&input, 180, 16, 103.7);
    input.previous_position = TV_POSITION_RECUMBENT;
    find_only (&input, TV_DOUBT_SHORTER);
    /* What was measured later or on the same day tells nothing. */
    set_previous (&input, 0, 16, 110);
    assert_none (&input);
}

static void
test_same (void)
{
    TvDoubtInput input = make_input (4, 16.5, 102.4);

    set_previous (&input, 90, 16.5, 102.4);
    find_only (&input, TV_DOUBT_SAME);
    set_previous (&input, 90, 16.4, 102.4);
    assert_none (&input);
}

static void
test_weight_change (void)
{
    TvDoubtInput input = make_input (4, 18.5, 103.4);

    set_previous (&input, 92, 16, 103);
    find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
    input.weight_kg = 18.4; /* 15 % to the gram: left to z */
    find_only (&input, TV_DOUBT_Z_JUMP);
    input.weight_kg = 17;
    assert_none (&input);
    input.weight_kg = 13.5;
    find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
    /* An infant may grow as fast as that, but not lose it. */
    input = make_input (0.5, 7.5, 67);
    set_previous (&input, 80, 6, 61);
    assert_none (&input);
    set_previous (&input, 80, 9, 66);
    find_only (&input, TV_DOUBT_WEIGHT_CHANGE);
}

static void
test_z_jump (void)
{
    TvDoubtInput input = make_input (5, 18, 118);
    TvDoubt doubt;

    set_previous (&input, 180, 17, 108);
    doubt = find_only (&input, TV_DOUBT_Z_JUMP);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_HEIGHT_FOR_AGE);
    set_previous (&input, 400, 17, 108);
    assert_none (&input);
    input.height_cm = 111.5;
    set_previous (&input, 180, 17, 108);
    assert_none (&input);
    input = make_input (12, 60, 150);
    set_previous (&input, 180, 42, 148);
    doubt = find_only (&input, TV_DOUBT_Z_JUMP);
    g_assert_cmpint (doubt.z_kind, ==, TV_Z_BMI_FOR_AGE);
}

static void
assert_sentence (TvDoubt doubt, const char *expected)
{
    TvDoubtInput input = make_input (5, 18, 118);
    g_autofree char *sentence = NULL;

    set_previous (&input, 100, 17, 112.5);
    sentence = tv_doubt_sentence (&doubt, &input);
    g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentences (void)
{
    assert_sentence ((TvDoubt){ TV_DOUBT_SWAPPED, .weight_g = 16300, .height_mm = 1030 },
                     "Weight and height changed places? It would be 16.3 kg and 103.0 cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_HEIGHT_POINT, .height_mm = 1125 },
                     "Decimal point lost? It would be 112.5 cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_WEIGHT_POINT, .weight_g = 15450 },
                     "Decimal point lost? It would be 15.45 kg.");
    assert_sentence ((TvDoubt){ TV_DOUBT_METRES, .height_mm = 1120, .lost_a_digit = TRUE },
                     "In metres, without the last digit? Measure again; it would be about 112.0 "
                     "cm.");
    assert_sentence ((TvDoubt){ TV_DOUBT_SHORTER }, "Shorter than before: 112.5 cm on 07/06/2026.");
    assert_sentence ((TvDoubt){ TV_DOUBT_WEIGHT_CHANGE },
                     "A large change of weight: 17.0 kg on 07/06/2026.");
    assert_sentence ((TvDoubt){ TV_DOUBT_Z_JUMP, TV_Z_BMI_FOR_AGE },
                     "The BMI has left the child's own curve since 07/06/2026.");
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
            TvDoubtInput input = make_input (years[j], numbers[i % G_N_ELEMENTS (numbers)],
                                             numbers[i / G_N_ELEMENTS (numbers)]);
            guint n_doubts;

            set_previous (&input, 30, 15.4, NAN);
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
    g_test_add_func ("/growth/doubt/shorter", test_shorter);
    g_test_add_func ("/growth/doubt/same", test_same);
    g_test_add_func ("/growth/doubt/weight-change", test_weight_change);
    g_test_add_func ("/growth/doubt/z-jump", test_z_jump);
    g_test_add_func ("/growth/doubt/sentences", test_sentences);
    g_test_add_func ("/growth/doubt/anything", test_anything);
    return g_test_run ();
}

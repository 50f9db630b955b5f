/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child that is measured, for the tests of doubts. */

#include "tv-doubt-test.h"

#include <math.h>

#define DAYS_PER_YEAR 365.25

/**
 * tv_doubt_test_input:
 * @years: how old the child is
 *
 * Returns: a boy, measured as children of his age are, for the first time
 */
TvDoubtInput
tv_doubt_test_input (double years, double weight_kg, double height_cm)
{
    TvDate date = tv_date_from_ymd (2026, 9, 15);
    int age_days = (int) (years * DAYS_PER_YEAR);

    return (TvDoubtInput){
        .sex = TV_SEX_MALE,
        .birth_date = date - age_days,
        .date = date,
        .position = tv_position_by_age (age_days),
        .weight_kg = weight_kg,
        .height_cm = height_cm,
        .previous_date = TV_DATE_NONE,
        .previous_weight_kg = NAN,
        .previous_height_cm = NAN,
    };
}

/**
 * tv_doubt_test_set_previous:
 * @days: how long ago it was
 */
void
tv_doubt_test_set_previous (TvDoubtInput *input, int days, double weight_kg, double height_cm)
{
    input->previous_date = input->date - days;
    input->previous_position = TV_POSITION_STANDING;
    input->previous_weight_kg = weight_kg;
    input->previous_height_cm = height_cm;
}

/**
 * tv_doubt_test_set_neighbour:
 * @days: how long ago the values were measured
 *
 * Puts a boy of the same age beside the child; his row is still empty.
 */
void
tv_doubt_test_set_neighbour (TvDoubtInput *input, TvDoubtSide side, int days, double weight_kg,
                             double height_cm)
{
    input->neighbours[side] = (TvDoubtNeighbour){
        .name = "Gia Bảo",
        .sex = TV_SEX_MALE,
        .birth_date = input->birth_date,
        .weight_kg = NAN,
        .height_cm = NAN,
        .previous_date = input->date - days,
        .previous_position = TV_POSITION_STANDING,
        .previous_weight_kg = weight_kg,
        .previous_height_cm = height_cm,
    };
}

/**
 * tv_doubt_test_find_first:
 *
 * Asserts that this question comes first.
 */
TvDoubt
tv_doubt_test_find_first (const TvDoubtInput *input, TvDoubtKind kind)
{
    TvDoubt doubts[TV_DOUBT_N_KINDS];

    g_assert_cmpuint (tv_doubt_find (input, doubts), >, 0);
    g_assert_cmpstr (tv_doubt_code (doubts[0].kind), ==, tv_doubt_code (kind));
    return doubts[0];
}

/**
 * tv_doubt_test_find_only:
 *
 * Asserts that there is this question and no other.
 */
TvDoubt
tv_doubt_test_find_only (const TvDoubtInput *input, TvDoubtKind kind)
{
    TvDoubt doubts[TV_DOUBT_N_KINDS];

    g_assert_cmpuint (tv_doubt_find (input, doubts), ==, 1);
    return tv_doubt_test_find_first (input, kind);
}

void
tv_doubt_test_assert_none (const TvDoubtInput *input)
{
    TvDoubt doubts[TV_DOUBT_N_KINDS];
    guint n_doubts = tv_doubt_find (input, doubts);

    g_assert_cmpstr (n_doubts > 0 ? tv_doubt_code (doubts[0].kind) : "", ==, "");
}

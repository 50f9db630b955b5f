/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks for typing and measuring errors while the child is still in the room. A value is held
 * impossible by WHO's own limits for the child's age, and only then asked whether another
 * reading of the same digits would be possible; what was measured before tells the rest. The
 * numbers stand in docs/METHODS.md. */

#include "growth/tv-doubt.h"

#include "growth/tv-growth-curve.h"

#include <math.h>

#define SHRINKING_CM 0.5
#define LYING_IS_LONGER_CM 0.7
#define QUARTER_DAYS 92
#define QUARTER_CHANGE 0.15
#define YEAR_DAYS 366
#define JUMP_HUNDREDTHS 100
#define INFANT_DAYS 365 /* before this age growth is too uneven to compare */

/* Binary fractions of typed decimals differ by less than this. */
#define TINY 1e-6

typedef struct {
    const TvDoubtInput *input;
    double age_days; /* NAN if not known */
    TvDoubt *doubts;
    guint n_doubts;
} Search;

static TvDoubt *
add_doubt (Search *search, TvDoubtKind kind)
{
    TvDoubt *doubt = &search->doubts[search->n_doubts++];

    *doubt = (TvDoubt){ .kind = kind };
    return doubt;
}

static gboolean
is_between (double value, double low, double high)
{
    return value >= low && value <= high;
}

static gboolean
could_be_height (const Search *search, double cm)
{
    TvSex sex = search->input->sex;
    double low = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, search->age_days, -6);
    double high = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, search->age_days, 6);

    return isnan (low) ? is_between (cm, TV_HEIGHT_MIN_MM / 10.0, TV_HEIGHT_MAX_MM / 10.0)
                       : is_between (cm, low, high);
}

/* Weight-for-age ends at ten years; from there BMI judges, with the median height in the place of
 * one that cannot be. */
static gboolean
could_be_weight (const Search *search, double kg, double cm)
{
    TvSex sex = search->input->sex;
    double age = search->age_days;
    double low = tv_growth_curve_value_at_age (TV_Z_WEIGHT_FOR_AGE, sex, age, -6);
    double high = tv_growth_curve_value_at_age (TV_Z_WEIGHT_FOR_AGE, sex, age, 5);

    if (isnan (low)) {
        double height_cm = could_be_height (search, cm)
                               ? cm
                               : tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, age, 0);
        double square = height_cm / 100 * (height_cm / 100);

        low = square * tv_growth_curve_value_at_age (TV_Z_BMI_FOR_AGE, sex, age, -5);
        high = square * tv_growth_curve_value_at_age (TV_Z_BMI_FOR_AGE, sex, age, 5);
    }
    return isnan (low) ? is_between (kg, TV_WEIGHT_MIN_G / 1000.0, TV_WEIGHT_MAX_G / 1000.0)
                       : is_between (kg, low, high);
}

static gboolean
find_swap (Search *search)
{
    double kg = search->input->weight_kg, cm = search->input->height_cm;
    TvDoubt *doubt;

    if (isnan (kg) || isnan (cm) || could_be_height (search, cm) || could_be_weight (search, kg, cm)
        || !could_be_height (search, kg) || !could_be_weight (search, cm, kg))
        return FALSE;
    doubt = add_doubt (search, TV_DOUBT_SWAPPED);
    doubt->weight_g = (int) lround (cm * 1000);
    doubt->height_mm = (int) lround (kg * 10);
    return TRUE;
}

/* Returns the height that was probably meant. */
static double
find_misread_height (Search *search)
{
    double cm = search->input->height_cm;
    TvDoubt *doubt;

    if (isnan (cm) || could_be_height (search, cm))
        return cm;
    if (could_be_height (search, cm / 10)) {
        doubt = add_doubt (search, TV_DOUBT_HEIGHT_POINT);
        doubt->height_mm = (int) lround (cm);
        return cm / 10;
    }
    if (could_be_height (search, cm * 100)) {
        doubt = add_doubt (search, TV_DOUBT_METRES);
        doubt->height_mm = (int) lround (cm * 1000);
        doubt->lost_a_digit = fabs (cm * 100 - rint (cm * 100)) < TINY;
        return cm * 100;
    }
    return cm;
}

static void
find_misread_weight (Search *search, double height_cm)
{
    double kg = search->input->weight_kg;

    if (!isnan (kg) && !could_be_weight (search, kg, height_cm)
        && could_be_weight (search, kg / 10, height_cm))
        add_doubt (search, TV_DOUBT_WEIGHT_POINT)->weight_g = (int) lround (kg * 100);
}

static void
score (const Search *search, TvDate date, TvPosition position, double kg, double cm,
       TvGrowth *growth)
{
    double days_ago = search->input->date - date;
    TvGrowthInput input = {
        .sex = search->input->sex,
        .age_days = search->age_days - days_ago,
        .age_months = NAN,
        .weight_kg = kg,
        .height_cm = cm,
        .position = position,
    };

    tv_growth_score (&input, TV_STANDARD_BY_AGE, growth);
}

static gboolean
find_limits (Search *search, const TvGrowth *growth)
{
    static const TvZKind kinds[]
        = { TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE };
    const TvDoubtInput *input = search->input;

    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        if (growth->z[kinds[i]].is_flagged) {
            add_doubt (search, TV_DOUBT_LIMITS)->z_kind = kinds[i];
            return TRUE;
        }
    }
    if (!isnan (input->height_cm) && !could_be_height (search, input->height_cm))
        add_doubt (search, TV_DOUBT_LIMITS)->z_kind = TV_Z_HEIGHT_FOR_AGE;
    else if (!isnan (input->weight_kg)
             && !could_be_weight (search, input->weight_kg, input->height_cm))
        add_doubt (search, TV_DOUBT_LIMITS)->z_kind = TV_Z_WEIGHT_FOR_AGE;
    else
        return FALSE;
    return TRUE;
}

/* Who stood up since the last time is 0.7 cm shorter without having shrunk. */
static gboolean
find_shorter (Search *search)
{
    const TvDoubtInput *input = search->input;
    double previous_cm = input->previous_height_cm;

    if (input->previous_position == TV_POSITION_RECUMBENT
        && input->position == TV_POSITION_STANDING)
        previous_cm -= LYING_IS_LONGER_CM;
    if (!(previous_cm - input->height_cm > SHRINKING_CM + TINY))
        return FALSE;
    add_doubt (search, TV_DOUBT_SHORTER);
    return TRUE;
}

static void
find_same (Search *search)
{
    const TvDoubtInput *input = search->input;

    if (fabs (input->weight_kg - input->previous_weight_kg) < TINY
        && fabs (input->height_cm - input->previous_height_cm) < TINY)
        add_doubt (search, TV_DOUBT_SAME);
}

static gboolean
find_weight_change (Search *search, int days, gboolean was_infant)
{
    const TvDoubtInput *input = search->input;
    double gain = input->weight_kg / input->previous_weight_kg - 1;

    if (days > QUARTER_DAYS || !(fabs (gain) > QUARTER_CHANGE + TINY) || (gain > 0 && was_infant))
        return FALSE;
    add_doubt (search, TV_DOUBT_WEIGHT_CHANGE);
    return TRUE;
}

static void
find_z_jump (Search *search, const TvGrowth *now)
{
    static const TvZKind kinds[] = { TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_AGE, TV_Z_BMI_FOR_AGE };
    const TvDoubtInput *input = search->input;
    TvGrowth before;

    score (search, input->previous_date, input->previous_position, input->previous_weight_kg,
           input->previous_height_cm, &before);
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        const TvZScore *old = &before.z[kinds[i]], *new = &now->z[kinds[i]];

        if (old->hundredths != TV_Z_NONE && new->hundredths != TV_Z_NONE && !old->is_flagged
            && ABS (new->hundredths - old->hundredths) > JUMP_HUNDREDTHS) {
            add_doubt (search, TV_DOUBT_Z_JUMP)->z_kind = kinds[i];
            return;
        }
    }
}

/* One question for one cause: whoever shrank has jumped in z, too. */
static void
compare_with_previous (Search *search, const TvGrowth *growth, gboolean is_beyond_limits)
{
    const TvDoubtInput *input = search->input;
    int days = input->date - input->previous_date;
    gboolean was_infant = search->age_days - days < INFANT_DAYS;
    gboolean is_explained = is_beyond_limits;

    is_explained = find_shorter (search) || is_explained;
    find_same (search);
    is_explained = find_weight_change (search, days, was_infant) || is_explained;
    if (!is_explained && !was_infant && days <= YEAR_DAYS)
        find_z_jump (search, growth);
}

/**
 * tv_doubt_find:
 * @input: what was typed, of whom, and what was measured before
 * @doubts: (out caller-allocates): the questions, the likeliest explanation first
 *
 * Returns: how many there are, at most one of each kind
 */
guint
tv_doubt_find (const TvDoubtInput *input, TvDoubt doubts[TV_DOUBT_N_KINDS])
{
    gboolean has_age = input->birth_date != TV_DATE_NONE && input->date != TV_DATE_NONE;
    Search search = { input, has_age ? input->date - input->birth_date : NAN, doubts, 0 };
    gboolean is_beyond_limits;
    TvGrowth growth;

    if (!find_swap (&search))
        find_misread_weight (&search, find_misread_height (&search));
    if (search.n_doubts > 0)
        return search.n_doubts;
    score (&search, input->date, input->position, input->weight_kg, input->height_cm, &growth);
    is_beyond_limits = find_limits (&search, &growth);
    if (input->previous_date != TV_DATE_NONE && input->previous_date < input->date)
        compare_with_previous (&search, &growth, is_beyond_limits);
    return search.n_doubts;
}

/**
 * tv_doubt_code:
 *
 * Returns: the word for it in files
 */
const char *
tv_doubt_code (TvDoubtKind kind)
{
    static const char *const codes[TV_DOUBT_N_KINDS] = {
        [TV_DOUBT_SWAPPED] = "swapped",
        [TV_DOUBT_WEIGHT_POINT] = "weight-point",
        [TV_DOUBT_HEIGHT_POINT] = "height-point",
        [TV_DOUBT_METRES] = "metres",
        [TV_DOUBT_LIMITS] = "limits",
        [TV_DOUBT_SHORTER] = "shorter",
        [TV_DOUBT_SAME] = "same",
        [TV_DOUBT_WEIGHT_CHANGE] = "weight-change",
        [TV_DOUBT_Z_JUMP] = "z-jump",
    };

    g_return_val_if_fail (kind < TV_DOUBT_N_KINDS, "");
    return codes[kind];
}

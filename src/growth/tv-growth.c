/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The z-scores of a child: WHO's Child Growth Standards (2006) and Growth Reference (2007), as
 * WHO's R packages anthro and anthroplus work them out. docs/METHODS.md tells the rules; the
 * order of steps here is theirs, because rounding depends on it. */

#include "growth/tv-growth.h"

#include "growth/tv-lms-four.h"

#include <math.h>

#define NINE_MONTHS 9          /* the youngest who can be measured standing */
#define FIRST_STANDING_DAY 731 /* tables are of length before, of height from here on */
#define LAST_WEIGHT_MONTH_2007 120
#define LYING_IS_LONGER_CM 0.7

/* What the scores need of a child, each worked out once. */
typedef struct {
    const TvGrowthInput *input;
    TvZReason age_reason; /* TV_Z_PRESENT where the standard knows such an age */
    double age_months;
    int age_day;        /* only of an age in the tables of 2006 */
    gboolean is_length; /* of an age whose tables are of length, not height */
    double height_cm;   /* as the table wants it: lying or standing */
    gboolean has_weight;
    gboolean has_height;
} Child;

/* WHO's limits of plausibility in hundredths; a z on the limit itself is still plausible. */
static const struct {
    gint32 low;
    gint32 high;
} limits[TV_Z_N_KINDS] = {
    [TV_Z_WEIGHT_FOR_AGE] = { -600, 500 },
    [TV_Z_HEIGHT_FOR_AGE] = { -600, 600 },
    [TV_Z_WEIGHT_FOR_HEIGHT] = { -500, 500 },
    [TV_Z_BMI_FOR_AGE] = { -500, 500 },
};

static inline void
set_score (TvGrowth *growth, TvZKind kind, TvZReason reason, gint32 hundredths)
{
    gboolean is_present = reason == TV_Z_PRESENT;
    gboolean is_beyond = hundredths < limits[kind].low || hundredths > limits[kind].high;

    growth->z[kind].reason = reason;
    growth->z[kind].hundredths = is_present ? hundredths : TV_Z_NONE;
    growth->z[kind].is_flagged = is_present && is_beyond;
}

static double
find_months (const TvGrowthInput *input)
{
    return isnan (input->age_days) ? input->age_months : input->age_days / TV_DAYS_PER_MONTH;
}

/* Completed days; WHO counts a half day as a whole one. */
static inline int
round_day (double age_days)
{
    int whole = (int) age_days;

    return whole + (age_days - whole >= 0.5);
}

static void
set_age (Child *child, TvStandard standard)
{
    const TvGrowthInput *input = child->input;
    double months = child->age_months;

    child->age_reason = isnan (months) ? TV_Z_NO_AGE : TV_Z_AGE_OUTSIDE;
    if (standard == TV_STANDARD_2006 && months >= 0 && months < 60) {
        child->age_day
            = round_day (isnan (input->age_days) ? months * TV_DAYS_PER_MONTH : input->age_days);
        child->is_length = child->age_day < FIRST_STANDING_DAY;
        if (child->age_day <= TV_LAST_DAY_2006)
            child->age_reason = TV_Z_PRESENT;
    } else if (standard == TV_STANDARD_2007 && months >= 60 && months <= 228) {
        child->age_reason = TV_Z_PRESENT;
    }
}

/* Length where the table is of length, height where it is of height. Nobody stands at eight months:
 * there the position is passed over, as if it had not been written down. */
static inline double
convert_height (double height_cm, gboolean is_length, TvPosition position, gboolean is_too_young)
{
    static const double added_cm[2][3] = {
        { [TV_POSITION_RECUMBENT] = -LYING_IS_LONGER_CM },
        { [TV_POSITION_STANDING] = LYING_IS_LONGER_CM },
    };

    return is_too_young ? height_cm : height_cm + added_cm[is_length][position];
}

/* A weight or height of nothing is a value nobody measured. */
static inline gboolean
is_measured (double value)
{
    return value > 0 && value < HUGE_VAL;
}

static inline TvZReason
find_reason (const Child *child, TvZReason age_reason, gboolean uses_weight, gboolean uses_height)
{
    if (child->input->sex != TV_SEX_MALE && child->input->sex != TV_SEX_FEMALE)
        return TV_Z_NO_SEX;
    if (age_reason != TV_Z_PRESENT)
        return age_reason;
    if ((uses_weight && !child->has_weight) || (uses_height && !child->has_height))
        return TV_Z_NO_VALUE;
    return uses_weight && child->input->has_oedema ? TV_Z_OEDEMA : TV_Z_PRESENT;
}

/* A known age decides between the tables of length and of height, then the position as written
 * down; without either, 87 cm does. */
static inline TvTableId
choose_weight_for_height (const Child *child)
{
    gboolean is_length = child->is_length;

    if (child->age_reason != TV_Z_PRESENT)
        is_length = child->input->position == TV_POSITION_UNKNOWN
                        ? child->height_cm < 87
                        : child->input->position == TV_POSITION_RECUMBENT;
    return is_length ? TV_TABLE_WEIGHT_FOR_LENGTH_2006 : TV_TABLE_WEIGHT_FOR_HEIGHT_2006;
}

static void
find_reasons (const Child *child, TvStandard standard, TvZReason reasons[TV_Z_N_KINDS])
{
    TvZReason age = child->age_reason, weight_age = age;

    if (standard == TV_STANDARD_2007 && child->age_months > LAST_WEIGHT_MONTH_2007)
        weight_age = TV_Z_AGE_OUTSIDE;
    reasons[TV_Z_WEIGHT_FOR_AGE] = find_reason (child, weight_age, TRUE, FALSE);
    reasons[TV_Z_HEIGHT_FOR_AGE] = find_reason (child, age, FALSE, TRUE);
    reasons[TV_Z_BMI_FOR_AGE] = find_reason (child, age, TRUE, TRUE);
    reasons[TV_Z_WEIGHT_FOR_HEIGHT]
        = standard == TV_STANDARD_2007
              ? TV_Z_NOT_DEFINED
              : find_reason (child, age == TV_Z_NO_AGE ? TV_Z_PRESENT : age, TRUE, TRUE);
}

/* The row that judges this kind of a child who has all it takes; NULL for a height outside the
 * table. */
static G_ALWAYS_INLINE inline const TvLms *
find_row (const Child *child, TvStandard standard, TvZKind kind, TvLms *between)
{
    static const TvTableId tables_2006[] = {
        [TV_Z_WEIGHT_FOR_AGE] = TV_TABLE_WEIGHT_FOR_AGE_2006,
        [TV_Z_HEIGHT_FOR_AGE] = TV_TABLE_HEIGHT_FOR_AGE_2006,
        [TV_Z_BMI_FOR_AGE] = TV_TABLE_BMI_FOR_AGE_2006,
    };
    static const TvTableId tables_2007[] = {
        [TV_Z_WEIGHT_FOR_AGE] = TV_TABLE_WEIGHT_FOR_AGE_2007,
        [TV_Z_HEIGHT_FOR_AGE] = TV_TABLE_HEIGHT_FOR_AGE_2007,
        [TV_Z_BMI_FOR_AGE] = TV_TABLE_BMI_FOR_AGE_2007,
    };
    TvSex sex = child->input->sex;

    if (kind == TV_Z_WEIGHT_FOR_HEIGHT)
        return tv_reference_table_find (choose_weight_for_height (child), sex, child->height_cm,
                                        between);
    if (standard == TV_STANDARD_2006)
        return tv_reference_table_day (tables_2006[kind], sex, child->age_day);
    return tv_reference_table_find (tables_2007[kind], sex, child->age_months, between);
}

static G_ALWAYS_INLINE inline void
score_rows (const TvLms *const rows[TV_Z_N_KINDS], double weight_for_age, double height_for_age,
            double weight_for_height, double bmi_for_age, const TvZReason reasons[TV_Z_N_KINDS],
            TvGrowth *growth)
{
    const double values[] = { weight_for_age, height_for_age, weight_for_height, bmi_for_age };
    gint32 hundredths[TV_Z_N_KINDS];

    tv_lms_score_four (rows, values, hundredths);
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++)
        set_score (growth, kind, reasons[kind], hundredths[kind]);
}

static inline double
find_bmi (double weight_kg, double height_cm)
{
    return weight_kg * 10000 / (height_cm * height_cm);
}

/* Nearly every child is under five, of an age in days, and known in full; then there is nothing
 * to ask but whether weight-for-height has such a height. The rest of this file would say the
 * same, in twice the time. */
static G_ALWAYS_INLINE inline gboolean
score_usual (const TvGrowthInput *input, TvGrowth *growth)
{
    double weight_kg = input->weight_kg, height_cm = input->height_cm;
    TvZReason reasons[TV_Z_N_KINDS] = { TV_Z_PRESENT };
    const TvLms *rows[TV_Z_N_KINDS];
    Child child = { .input = input, .age_reason = TV_Z_PRESENT };
    TvLms between;

    if (!(input->age_days >= 0 && input->age_days <= TV_LAST_DAY_2006 && is_measured (weight_kg)
          && is_measured (height_cm - LYING_IS_LONGER_CM))
        || input->sex == TV_SEX_UNKNOWN || input->has_oedema)
        return FALSE;
    child.age_day = round_day (input->age_days);
    child.is_length = child.age_day < FIRST_STANDING_DAY;
    growth->is_standing_too_young = (input->position == TV_POSITION_STANDING)
                                    & (input->age_days < NINE_MONTHS * TV_DAYS_PER_MONTH);
    height_cm = convert_height (height_cm, child.is_length, input->position,
                                growth->is_standing_too_young);
    child.height_cm = height_cm;
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++)
        rows[kind] = find_row (&child, TV_STANDARD_2006, kind, &between);
    if (!rows[TV_Z_WEIGHT_FOR_HEIGHT]) {
        reasons[TV_Z_WEIGHT_FOR_HEIGHT] = TV_Z_HEIGHT_OUTSIDE;
        rows[TV_Z_WEIGHT_FOR_HEIGHT] = rows[TV_Z_WEIGHT_FOR_AGE];
    }
    score_rows (rows, weight_kg, height_cm, weight_kg, find_bmi (weight_kg, height_cm), reasons,
                growth);
    growth->standard = TV_STANDARD_2006;
    return TRUE;
}

/* What cannot be judged is scored as 1 of 1, and passed over. */
static void
score_each (const Child *child, TvStandard standard, TvGrowth *growth)
{
    static const TvLms one = { 1, 1, 1 };
    double weight_kg = child->input->weight_kg, height_cm = child->height_cm;
    double values[] = {
        [TV_Z_WEIGHT_FOR_AGE] = weight_kg,
        [TV_Z_HEIGHT_FOR_AGE] = height_cm,
        [TV_Z_WEIGHT_FOR_HEIGHT] = weight_kg,
        [TV_Z_BMI_FOR_AGE] = find_bmi (weight_kg, height_cm),
    };
    const TvLms *rows[TV_Z_N_KINDS];
    TvLms between[TV_Z_N_KINDS];
    TvZReason reasons[TV_Z_N_KINDS];

    find_reasons (child, standard, reasons);
    growth->standard = TV_STANDARD_NONE;
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++) {
        rows[kind] = reasons[kind] == TV_Z_PRESENT
                         ? find_row (child, standard, kind, &between[kind])
                         : NULL;
        if (rows[kind]) {
            growth->standard = standard;
            continue;
        }
        if (reasons[kind] == TV_Z_PRESENT)
            reasons[kind] = TV_Z_HEIGHT_OUTSIDE;
        rows[kind] = &one;
        values[kind] = 1;
    }
    score_rows (rows, values[0], values[1], values[2], values[3], reasons, growth);
}

static void
score (const TvGrowthInput *input, TvStandard standard, TvGrowth *growth)
{
    Child child = { .input = input, .height_cm = input->height_cm };

    child.age_months = find_months (input);
    set_age (&child, standard);
    growth->is_standing_too_young = standard == TV_STANDARD_2006
                                    && input->position == TV_POSITION_STANDING
                                    && child.age_months < NINE_MONTHS;
    if (standard == TV_STANDARD_2006 && child.age_reason != TV_Z_NO_AGE)
        child.height_cm = convert_height (input->height_cm, child.is_length, input->position,
                                          growth->is_standing_too_young);
    child.has_weight = is_measured (input->weight_kg);
    child.has_height = input->height_cm > 0 && is_measured (child.height_cm);
    score_each (&child, standard, growth);
}

/**
 * tv_growth_standard_asked:
 * @input: a child on one day
 * @standard: one of the standards, or TV_STANDARD_BY_AGE
 *
 * WHO's two programs meet without a gap at 60 months of 30.4375 days: day 1826 is the last of
 * 2006, day 1827 the first of 2007. A child of unknown age is asked of 2006, which alone has
 * weight-for-height.
 *
 * Returns: TV_STANDARD_2006 or TV_STANDARD_2007: whose tables are looked into
 */
TvStandard
tv_growth_standard_asked (const TvGrowthInput *input, TvStandard standard)
{
    if (standard == TV_STANDARD_2006 || standard == TV_STANDARD_2007)
        return standard;
    return find_months (input) >= 60 ? TV_STANDARD_2007 : TV_STANDARD_2006;
}

/**
 * tv_growth_score:
 * @input: a child on one day
 * @standard: TV_STANDARD_BY_AGE; or TV_STANDARD_2006 or TV_STANDARD_2007, and then no other
 *   table answers
 * @growth: (out caller-allocates): z-scores in hundredths, flags, and why one is missing
 *
 * z = ((value / M)^L - 1) / (L S) of the LMS method (T. J. Cole), beyond ±3 for what involves
 * weight in equal steps (WHO Child Growth Standards: Methods and development, 2006, chapter 7).
 * The z is rounded once, at the very end; flags, classes and rates are decided on that.
 */
TV_FOR_EACH_PROCESSOR
void
tv_growth_score (const TvGrowthInput *input, TvStandard standard, TvGrowth *growth)
{
    if (standard == TV_STANDARD_2007 || !score_usual (input, growth))
        score (input, tv_growth_standard_asked (input, standard), growth);
}

/**
 * tv_growth_score_measurement:
 * @sex: of the child
 * @birth_date: of the child, or TV_DATE_NONE
 * @measurement: one measurement of the child
 * @growth: (out caller-allocates): z-scores by the standard of the child's age on that day
 */
void
tv_growth_score_measurement (TvSex sex, TvDate birth_date, const TvMeasurement *measurement,
                             TvGrowth *growth)
{
    gboolean has_age = birth_date != TV_DATE_NONE && measurement->date != TV_DATE_NONE;
    TvGrowthInput input = {
        .sex = sex,
        .age_days = has_age ? measurement->date - birth_date : NAN,
        .age_months = NAN,
        .weight_kg = measurement->weight_g > 0 ? measurement->weight_g / 1000.0 : NAN,
        .height_cm = measurement->height_mm > 0 ? measurement->height_mm / 10.0 : NAN,
        .position = measurement->position,
        .has_oedema = measurement->has_oedema,
    };

    tv_growth_score (&input, TV_STANDARD_BY_AGE, growth);
}

/**
 * tv_growth_centile:
 * @hundredths: a z-score, or TV_Z_NONE
 *
 * Returns: of 100 healthy children of that age and sex, how many are below; 0 to 100, NAN for no z
 */
double
tv_growth_centile (gint32 hundredths)
{
    return hundredths == TV_Z_NONE ? NAN : 50 * erfc (-hundredths / 100.0 / G_SQRT2);
}

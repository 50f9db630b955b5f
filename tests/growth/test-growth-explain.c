/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The explanation of a z-score, sentence by sentence, for children worked out by hand. */

#include "growth/tv-growth-explain.h"

#include "base/tv-language.h"

#include <math.h>
#include <string.h>

static char *
explain (double age_days, double weight_kg, double height_cm, TvPosition position, TvZKind kind)
{
    TvGrowthInput input = {
        .sex = TV_SEX_MALE,
        .age_days = age_days,
        .age_months = NAN,
        .weight_kg = weight_kg,
        .height_cm = height_cm,
        .position = position,
    };
    g_auto (GStrv) sentences = tv_growth_explain (&input, kind);

    return g_strjoinv ("\n", sentences);
}

static void
test_height (void)
{
    g_autofree char *text = explain (1461, NAN, 94.5, TV_POSITION_STANDING, TV_Z_HEIGHT_FOR_AGE);

    g_assert_cmpstr (text, ==,
                     "94.5 cm lies between −3SD (90.75 cm) and −2SD (94.94 cm): stunted.\n"
                     "Table: WHO Child Growth Standards 2006, height for age, boys, day 1461 of "
                     "age.\n"
                     "There L = 1, M = 103.3273, S = 0.04059.\n"
                     "z = ((94.5 / 103.3273)^1 − 1) / (1 × 0.04059) = −2.10.\n"
                     "Of 100 healthy children of this age and sex, 1.8 would be below.");
}

static void
test_converted_length (void)
{
    g_autofree char *text = explain (700, 11, 85, TV_POSITION_STANDING, TV_Z_WEIGHT_FOR_HEIGHT);

    g_assert_nonnull (strstr (text, "85 cm count as 85.7 cm."));
    g_assert_nonnull (strstr (text, "weight for height, boys, 85.7 cm."));
    g_assert_nonnull (strstr (text, ": normal."));
}

static void
test_bmi_of_school_age (void)
{
    g_autofree char *text = explain (3000, 60, 130, TV_POSITION_STANDING, TV_Z_BMI_FOR_AGE);

    g_assert_nonnull (strstr (text, "35.5 kg/m² is higher than +3SD"));
    g_assert_nonnull (strstr (text, ": implausible value."));
    g_assert_nonnull (strstr (text, "BMI = 60 kg / (1.3 m)² = 35.5 kg/m²."));
    g_assert_nonnull (strstr (text, "WHO Growth Reference 2007, BMI for age, boys, 98.56 months"));
    g_assert_nonnull (strstr (text, "WHO goes on in steps as wide as the third one"));
    g_assert_nonnull (strstr (text, "beyond what WHO holds plausible"));
}

/* What the first line of a report calls normal is called nothing else further down. */
static void
test_bmi_under_five (void)
{
    g_autofree char *text = explain (1400, 20, 104, TV_POSITION_STANDING, TV_Z_BMI_FOR_AGE);
    g_autofree char *alone = explain (1400, 32, 125, TV_POSITION_STANDING, TV_Z_BMI_FOR_AGE);

    g_assert_nonnull (strstr (text, "kg/m² lies between +2SD"));
    g_assert_nonnull (strstr (text, ": weight for height gives the class."));
    g_assert_null (strstr (text, "overweight"));
    /* Of a height that weight-for-height does not know, BMI-for-age has the word. */
    g_assert_nonnull (strstr (alone, ": obese."));
}

static void
test_lines (void)
{
    static const struct {
        double height_cm;
        const char *between;
    } children[] = { { 103.3273, "between −2SD (94.94 cm) and +2SD (111.72 cm): normal" },
                     { 94.938, "between −2SD (94.94 cm) and +2SD (111.72 cm): normal" },
                     { 112, "between +2SD (111.72 cm) and +3SD (115.91 cm): tall for age" },
                     { 90, "is lower than −3SD, which is 90.75 cm: severely stunted" } };

    for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
        g_autofree char *text
            = explain (1461, NAN, children[i].height_cm, TV_POSITION_STANDING, TV_Z_HEIGHT_FOR_AGE);

        g_test_message ("%s", text);
        g_assert_nonnull (strstr (text, children[i].between));
    }
}

static void
test_nothing_to_explain (void)
{
    g_autofree char *text = explain (7000, 60, 170, TV_POSITION_STANDING, TV_Z_BMI_FOR_AGE);

    g_assert_cmpstr (text, ==, "WHO's tables have no figures for this age.");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/growth/explain/height", test_height);
    g_test_add_func ("/growth/explain/converted-length", test_converted_length);
    g_test_add_func ("/growth/explain/bmi-of-school-age", test_bmi_of_school_age);
    g_test_add_func ("/growth/explain/bmi-under-five", test_bmi_under_five);
    g_test_add_func ("/growth/explain/lines", test_lines);
    g_test_add_func ("/growth/explain/nothing", test_nothing_to_explain);
    return g_test_run ();
}

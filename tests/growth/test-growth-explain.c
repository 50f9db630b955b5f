/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The explanation of a z-score, sentence by sentence, for children worked out by hand; and for
 * thousands of others, that a calculator fed with the numbers shown gets the hundredth shown. */

#include "growth/tv-growth-explain.h"

#include "base/tv-language.h"

#include <math.h>
#include <stdio.h>
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
assert_holds (const char *text, const char *part)
{
    g_test_message ("%s in %s", part, text);
    g_assert_nonnull (strstr (text, part));
}

static void
test_height (void)
{
    g_autofree char *text = explain (1461, NAN, 94.5, TV_POSITION_STANDING, TV_Z_HEIGHT_FOR_AGE);

    g_assert_cmpstr (
        text, ==,
        "Stunted: 94.5 cm is lower than −2SD; for boys of 48 months that line is at 94.94 cm. It "
        "is not lower than −3SD, which is at 90.75 cm.\n"
        "Table: WHO Child Growth Standards 2006, height for age, boys.\n"
        "Row of day 1461: L = 1, M = 103.3273, S = 0.04059.\n"
        "z = ((y / M)^L − 1) / (L × S) = ((94.5 / 103.3273)^1 − 1) / (1 × 0.04059) = −2.1047\n"
        "Rounded once, to hundredths: z = −2.10.\n"
        "WHO holds −6 to +6 plausible; this is within.\n"
        "Rule: below −2.00 is stunted, below −3.00 severely so; above +2.00 is tall for the "
        "age.\n"
        "Of 100 healthy children of this age and sex, 1.8 would be below.");
}

static void
test_converted_length (void)
{
    g_autofree char *standing = explain (700, 11, 85, TV_POSITION_STANDING, TV_Z_WEIGHT_FOR_HEIGHT);
    g_autofree char *lying = explain (731, NAN, 90, TV_POSITION_RECUMBENT, TV_Z_HEIGHT_FOR_AGE);
    g_autofree char *young = explain (200, NAN, 68, TV_POSITION_STANDING, TV_Z_HEIGHT_FOR_AGE);

    assert_holds (standing, "85 cm + 0.7 cm = 85.7 cm.");
    assert_holds (standing, "2006, weight for length (lying down), boys.");
    assert_holds (standing, "Row of 85.7 cm: L = ");
    assert_holds (standing, "Normal: 11 kg is neither lower than −2SD nor higher than +2SD; for "
                            "boys of 85.7 cm ");
    assert_holds (lying, "90 cm − 0.7 cm = 89.3 cm.");
    assert_holds (young, "Nobody stands before nine months");
    assert_holds (young, "((68 / ");
}

/* The position alone chooses the table. */
static void
test_unknown_age (void)
{
    g_autofree char *lying = explain (NAN, 11, 85, TV_POSITION_RECUMBENT, TV_Z_WEIGHT_FOR_HEIGHT);
    g_autofree char *standing = explain (NAN, 11, 85, TV_POSITION_STANDING, TV_Z_WEIGHT_FOR_HEIGHT);

    assert_holds (lying, "for boys of 85 cm these lines are at ");
    assert_holds (lying, "weight for length (lying down), boys.\nRow of 85 cm: ");
    assert_holds (standing, "weight for height (standing), boys.\nRow of 85 cm: ");
}

/* Day 1826 is the last of 2006, day 1827 the first of 2007, between the months 60 and 61. */
static void
test_standards_meet (void)
{
    g_autofree char *last = explain (1826, NAN, 105, TV_POSITION_STANDING, TV_Z_HEIGHT_FOR_AGE);
    g_autofree char *first = explain (1827, NAN, 105, TV_POSITION_STANDING, TV_Z_HEIGHT_FOR_AGE);

    assert_holds (last, "WHO Child Growth Standards 2006, height for age, boys.\nRow of day 1826:");
    assert_holds (first, "Table: WHO Growth Reference 2007, height for age, boys.\n"
                         "Row of month 60: L = 1, M = 109.7265, S = 0.04156.\n"
                         "Row of month 61: L = 1, M = 110.2647, S = 0.04164.\n"
                         "The child is at month 60.024641, 0.024641 of the way from month 60 to "
                         "the next row, on a straight line:\n"
                         "L = 1 + 0.024641 × (1 − 1) = 1\n"
                         "M = 109.7265 + 0.024641 × (110.2647 − 109.7265) = 109.739762\n"
                         "S = 0.04156 + 0.024641 × (0.04164 − 0.04156) = 0.041562\n");
}

static void
test_bmi_of_school_age (void)
{
    g_autofree char *text = explain (3000, 60, 130, TV_POSITION_STANDING, TV_Z_BMI_FOR_AGE);

    assert_holds (text, "Implausible value: 35.5 kg/m² is higher than +3SD; for schoolboys of "
                        "98.6 months that line is at ");
    assert_holds (text, "BMI = 60 kg / (1.3 m)² = 35.50296 kg/m².");
    assert_holds (text, "WHO Growth Reference 2007, BMI for age, boys.");
    assert_holds (text, "WHO goes on in steps as wide as that from 2 to 3 SD");
    assert_holds (text, "\nSD+3 = ");
    assert_holds (text, "\nStep = ");
    assert_holds (text, "WHO holds −5 to +5 plausible. This is beyond, so it gives no class");
    assert_holds (text, "above +1.00 is overweight, above +2.00 obese, above +3.00 severely");
}

/* What the first line of a report calls normal is called nothing else further down. */
static void
test_bmi_under_five (void)
{
    g_autofree char *text = explain (1400, 20, 104, TV_POSITION_STANDING, TV_Z_BMI_FOR_AGE);
    g_autofree char *alone = explain (1400, 32, 125, TV_POSITION_STANDING, TV_Z_BMI_FOR_AGE);

    assert_holds (text, "Weight for height gives the class: 18.49 kg/m² is higher than +2SD");
    assert_holds (text, "weight for height decides on wasting and overweight");
    g_assert_null (strstr (text, "Overweight:"));
    /* Of a height that weight-for-height does not know, BMI-for-age has the word. */
    assert_holds (alone, "Obese: ");
    assert_holds (alone, "there is no weight for height here, so BMI for age decides");
}

static void
test_lines (void)
{
    static const struct {
        double height_cm;
        const char *begin;
        const char *line; /* "" where the z is on none */
    } children[] = {
        { 103.3273, "Normal: 103.327 cm is neither lower than −2SD nor higher than +2SD;", "" },
        { 94.938, "Normal: 94.938 cm is neither",
          "−2.00 is the line itself, and the line itself "
          "is not below." },
        { 112, "Tall for age: 112 cm is higher than +2SD", "" },
        { 111.715, "Normal: 111.715 cm is neither",
          "+2.00 is the line itself, and the line "
          "itself is not above." },
        { 90.746, "Stunted: 90.746 cm is lower than −2SD", "−3.00 is the line itself" },
        { 90,
          "Severely stunted: 90 cm is lower than −3SD; for boys of 48 months that line is at "
          "90.75 cm.",
          "" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
        g_autofree char *text
            = explain (1461, NAN, children[i].height_cm, TV_POSITION_STANDING, TV_Z_HEIGHT_FOR_AGE);

        assert_holds (text, children[i].line);
        g_assert_true (g_str_has_prefix (text, children[i].begin));
        g_assert_cmpint (*children[i].line == '\0', ==, strstr (text, "line itself") == NULL);
    }
}

static void
test_nothing_to_explain (void)
{
    static const struct {
        double age_days;
        double weight_kg;
        double height_cm;
        gboolean has_oedema;
        TvZKind kind;
        const char *told;
    } children[] = {
        { 7000, 60, 170, FALSE, TV_Z_BMI_FOR_AGE,
          "WHO's tables have no figures for this age.\n"
          "The tables go from birth to 228 months; the child is 229.98 months old." },
        { 4000, 40, 140, FALSE, TV_Z_WEIGHT_FOR_AGE,
          "WHO's tables have no figures for this age.\n"
          "WHO gives weight for age to 120 months only; the child is 131.42 months old. BMI for "
          "age is to be looked at instead." },
        { 1400, 32, 125, FALSE, TV_Z_WEIGHT_FOR_HEIGHT,
          "WHO's weight-for-height table has no figures for this height.\n"
          "The table is of heights from 65 to 120 cm; the child has 125 cm." },
        { 300, 3, 40, FALSE, TV_Z_WEIGHT_FOR_HEIGHT,
          "WHO's weight-for-height table has no figures for this height.\n"
          "The table is of lengths from 45 to 110 cm; the child has 40 cm." },
        { 1400, NAN, 100, FALSE, TV_Z_WEIGHT_FOR_AGE, "The weight has not been measured." },
        { 1400, NAN, 100, FALSE, TV_Z_BMI_FOR_AGE, "The weight has not been measured." },
        { 1400, 14, NAN, FALSE, TV_Z_HEIGHT_FOR_AGE, "The height has not been measured." },
        { 1400, 14, NAN, FALSE, TV_Z_WEIGHT_FOR_HEIGHT, "The height has not been measured." },
        { NAN, 14, 100, FALSE, TV_Z_HEIGHT_FOR_AGE, "The child's birth date is not known." },
        { 1400, 14, 100, TRUE, TV_Z_WEIGHT_FOR_AGE,
          "The child has oedema, so weight says nothing about nutrition.\n"
          "In the rates the child counts as z = −3.1 here, as WHO does: severely malnourished, "
          "whatever it weighs." },
    };

    for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
        TvGrowthInput input = {
            .sex = TV_SEX_FEMALE,
            .age_days = children[i].age_days,
            .age_months = NAN,
            .weight_kg = children[i].weight_kg,
            .height_cm = children[i].height_cm,
            .position = TV_POSITION_UNKNOWN,
            .has_oedema = children[i].has_oedema,
        };
        g_auto (GStrv) sentences = tv_growth_explain (&input, children[i].kind);
        g_autofree char *text = g_strjoinv ("\n", sentences);

        g_assert_cmpstr (text, ==, children[i].told);
    }
}

/* A line as a calculator takes it: plain minus signs, no brackets. */
static char *
simplify (const char *sentence)
{
    g_autoptr (GString) text = g_string_new (sentence);

    g_string_replace (text, "−", "-", 0);
    g_string_replace (text, "×", "*", 0);
    g_string_replace (text, "(", "", 0);
    g_string_replace (text, ")", "", 0);
    g_string_replace (text, "+-", "-", 0);
    return g_strdup (text->str);
}

/* What somebody with a calculator and the numbers shown has so far. */
typedef struct {
    double z;
    double l, m, s; /* of the line between two rows, 0 where there is one row alone */
    double outer, inner;
    guint n_formulas;
    guint n_lines;
    guint n_beyond;
    guint n_results;
} Calculator;

static void
work_out_line_between (Calculator *self, const char *line)
{
    double first, fraction, second, taken_off, result;
    char letter;

    if (sscanf (line, "%c = %lf + %lf * %lf - %lf = %lf", &letter, &first, &fraction, &second,
                &taken_off, &result)
            != 6
        || !strchr ("LMS", letter))
        return;
    g_assert_cmpfloat (first, ==, taken_off);
    g_assert_cmpfloat_with_epsilon (first + fraction * (second - first), result, 3e-6);
    *(letter == 'L' ? &self->l : letter == 'M' ? &self->m : &self->s) = result;
    self->n_lines++;
}

static void
work_out_formula (Calculator *self, const char *line)
{
    double y, m, l, l_again, s, shown;

    if (sscanf (line, "z = y / M^L - 1 / L * S = %lf / %lf^%lf - 1 / %lf * %lf = %lf", &y, &m, &l,
                &l_again, &s, &shown)
        != 6)
        return;
    g_assert_cmpfloat (l, ==, l_again);
    if (self->m > 0) {
        g_assert_cmpfloat (self->l, ==, l);
        g_assert_cmpfloat (self->m, ==, m);
        g_assert_cmpfloat (self->s, ==, s);
    }
    self->z = (pow (y / m, l) - 1) / (l * s);
    g_assert_cmpfloat_with_epsilon (self->z, shown, 6e-5 + fabs (self->z) * 2e-5);
    self->n_formulas++;
}

static void
work_out_beyond (Calculator *self, const char *line)
{
    double m, l, s, l_again, shown, y, outer, step;
    int k;

    if (sscanf (line, "SD%d = %lf * 1 %*c %*d * %lf * %lf^1 / %lf = %lf", &k, &m, &l, &s, &l_again,
                &shown)
        == 6) {
        double value = m * pow (1 + k * l * s, 1 / l);

        g_assert_cmpfloat (l, ==, l_again);
        g_assert_cmpfloat_with_epsilon (value, shown, value * 2e-5);
        *(ABS (k) == 3 ? &self->outer : &self->inner) = value;
    } else if (sscanf (line, "z = %d + %lf - %lf / %lf = %lf", &k, &y, &outer, &step, &shown)
               == 5) {
        g_assert_cmpint (ABS (k), ==, 3);
        g_assert_cmpfloat_with_epsilon (outer, self->outer, outer * 2e-5);
        self->z = k + (y - outer) / step;
        g_assert_cmpfloat_with_epsilon (self->z, shown, 6e-5 + fabs (self->z) * 1e-5);
        self->n_beyond++;
    }
}

static void
work_out (Calculator *self, const char *sentence, gint32 hundredths)
{
    g_autofree char *line = simplify (sentence);
    double shown;

    work_out_line_between (self, line);
    work_out_formula (self, line);
    work_out_beyond (self, line);
    if (sscanf (line, "Rounded once, to hundredths: z = %lf", &shown) != 1)
        return;
    g_assert_cmpint (lrint (shown * 100), ==, hundredths);
    /* The numbers shown are off by less than a hundredth of what decides, and where a z is that
     * near the middle between two hundredths, nobody is judged by it. */
    g_assert_cmpfloat (fabs (self->z * 100 - hundredths), <, 0.51);
    self->n_results++;
}

static void
work_out_child (const TvGrowthInput *input, Calculator *counts)
{
    TvGrowth growth;

    tv_growth_score (input, TV_STANDARD_BY_AGE, &growth);
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++) {
        g_auto (GStrv) sentences = tv_growth_explain (input, kind);
        Calculator calculator = { .z = NAN };

        if (growth.z[kind].reason != TV_Z_PRESENT)
            continue;
        for (guint i = 0; sentences[i]; i++) {
            g_test_message ("%s", sentences[i]);
            work_out (&calculator, sentences[i], growth.z[kind].hundredths);
        }
        g_assert_cmpuint (calculator.n_formulas, ==, 1);
        g_assert_cmpuint (calculator.n_results, ==, 1);
        g_assert_true (calculator.n_lines == 0 || calculator.n_lines == 3);
        if (ABS (growth.z[kind].hundredths) != 300)
            g_assert_cmpuint (calculator.n_beyond, ==,
                              kind != TV_Z_HEIGHT_FOR_AGE && ABS (growth.z[kind].hundredths) > 300);
        counts->n_formulas++;
        counts->n_lines += calculator.n_lines > 0;
        counts->n_beyond += calculator.n_beyond;
    }
}

/* Children of every age, from very thin to very heavy, lying and standing. */
static void
test_calculator (void)
{
    Calculator counts = { .z = NAN };

    for (int day = 0; day <= 6939; day += day < 1900 ? 83 : 131) {
        for (int share = 0; share < 5; share++) {
            double height_cm = floor ((50 + 1.65 * sqrt (day) + (share - 2) * 5) * 10) / 10;
            double bmi = 11 + 3.7 * share;
            TvGrowthInput input = {
                .sex = (day + share) % 2 ? TV_SEX_MALE : TV_SEX_FEMALE,
                .age_days = day,
                .age_months = NAN,
                .weight_kg = floor (bmi * height_cm * height_cm / 100) / 100,
                .height_cm = height_cm,
                .position = share % 2 ? TV_POSITION_RECUMBENT : TV_POSITION_STANDING,
            };

            work_out_child (&input, &counts);
        }
    }
    g_assert_cmpuint (counts.n_formulas, >, 800);
    g_assert_cmpuint (counts.n_lines, >, 300);
    g_assert_cmpuint (counts.n_beyond, >, 100);
}

/* A length that lies between two rows of weight-for-length, as a file may have it. */
static void
test_between_heights (void)
{
    TvGrowthInput input = {
        .sex = TV_SEX_MALE,
        .age_days = 600,
        .age_months = NAN,
        .weight_kg = 9.35,
        .height_cm = 81.437,
        .position = TV_POSITION_RECUMBENT,
    };
    g_autofree char *text
        = explain (600, 9.35, 81.437, TV_POSITION_RECUMBENT, TV_Z_WEIGHT_FOR_HEIGHT);
    Calculator counts = { .z = NAN };

    assert_holds (text, "Row of 81.4 cm: ");
    assert_holds (text, "Row of 81.5 cm: ");
    assert_holds (text, "The child is at 81.437 cm, 0.37 of the way from 81.4 cm");
    work_out_child (&input, &counts);
    g_assert_cmpuint (counts.n_lines, ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/growth/explain/height", test_height);
    g_test_add_func ("/growth/explain/converted-length", test_converted_length);
    g_test_add_func ("/growth/explain/unknown-age", test_unknown_age);
    g_test_add_func ("/growth/explain/standards-meet", test_standards_meet);
    g_test_add_func ("/growth/explain/bmi-of-school-age", test_bmi_of_school_age);
    g_test_add_func ("/growth/explain/bmi-under-five", test_bmi_under_five);
    g_test_add_func ("/growth/explain/lines", test_lines);
    g_test_add_func ("/growth/explain/nothing", test_nothing_to_explain);
    g_test_add_func ("/growth/explain/calculator", test_calculator);
    g_test_add_func ("/growth/explain/between-heights", test_between_heights);
    return g_test_run ();
}

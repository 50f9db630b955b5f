/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a z-score came about, from the plain conclusion to each number of the formula, so that a
 * principal can defend it and a doctor can work it out again. */

#include "growth/tv-growth-explain.h"

#include "base/tv-number.h"
#include "growth/tv-growth-child.h"
#include "growth/tv-growth-class.h"
#include "growth/tv-growth-curve.h"
#include "growth/tv-growth-reason.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct {
    TvStandard standard;
    TvZKind kind;
    const TvZScore *z;
    gboolean is_told_by_proportion; /* weight-for-height gives the class, BMI-for-age a zone */
    TvGrowthChild child;
    TvLms lms;
    double value; /* what is judged: kg, cm, kg/m² */
    GStrvBuilder *sentences;
} Explanation;

static void
take_sentence (Explanation *self, char *sentence)
{
    g_strv_builder_add (self->sentences, sentence);
    g_free (sentence);
}

/* At most @n_decimals, without the zeros at the end. */
static char *
say_number (double value, int n_decimals)
{
    gint64 scaled = (gint64) llround (fabs (value) * pow (10, n_decimals));
    g_autofree char *size = tv_number_format_fixed (scaled, n_decimals, 0);

    return g_strconcat (value < 0 ? "−" : "", size, NULL);
}

static char *
say_value (TvZKind kind, double value)
{
    g_autofree char *number = say_number (value, kind == TV_Z_BMI_FOR_AGE ? 2 : 3);

    if (kind == TV_Z_HEIGHT_FOR_AGE)
        /* Translators: a height */
        return g_strdup_printf (_ ("%s cm"), number);
    if (kind == TV_Z_BMI_FOR_AGE)
        /* Translators: a body mass index */
        return g_strdup_printf (_ ("%s kg/m²"), number);
    /* Translators: a weight */
    return g_strdup_printf (_ ("%s kg"), number);
}

/* The value that stands at @z, to a hundredth. */
static char *
say_cutoff (const Explanation *self, int z)
{
    double x = self->kind == TV_Z_WEIGHT_FOR_HEIGHT ? self->child.height_cm
               : self->standard == TV_STANDARD_2006 ? self->child.age_day
                                                    : self->child.age_months;
    TvPosition position = self->kind == TV_Z_WEIGHT_FOR_HEIGHT
                                  && tv_growth_child_choose_weight_for_height (&self->child)
                                         == TV_TABLE_WEIGHT_FOR_LENGTH_2006
                              ? TV_POSITION_RECUMBENT
                              : TV_POSITION_STANDING;
    double value = tv_growth_curve_value (self->standard, self->kind, position,
                                          self->child.input->sex, x, z);

    return say_value (self->kind, rint (value * 100) / 100);
}

/* Between which two of the lines that part classes the z lies; a z on a line belongs to the side
 * nearer the median. */
static void
find_lines (const Explanation *self, int *low, int *high)
{
    static const int bounds[] = { -3, -2, 1, 2, 3 };
    gboolean has_one = self->standard == TV_STANDARD_2007 && self->kind == TV_Z_BMI_FOR_AGE;

    for (guint i = 0; i < G_N_ELEMENTS (bounds); i++) {
        int bound = bounds[i] * 100, z = self->z->hundredths;

        if (bounds[i] == 1 && !has_one)
            continue;
        *high = bounds[i];
        if (bound < 0 ? z < bound : z <= bound)
            return;
        *low = bounds[i];
    }
}

/* The same word as tv_growth_words() says, or whose word it is. */
static const char *
say_class (const Explanation *self)
{
    if (self->is_told_by_proportion)
        return C_ ("growth", "weight for height gives the class");
    if (self->z->is_flagged)
        return tv_growth_class_label (TV_CLASS_IMPLAUSIBLE);
    return tv_growth_class_label (
        tv_growth_class (self->standard, self->kind, self->z->hundredths));
}

/* Where the value lies among the lines of the chart. */
static void
add_conclusion (Explanation *self)
{
    const char *label = say_class (self);
    g_autofree char *value = say_value (self->kind, self->value);
    int low = -4, high = 4;
    g_autofree char *low_value = NULL, *high_value = NULL;
    g_autofree char *low_z = NULL, *high_z = NULL;

    find_lines (self, &low, &high);
    low_value = say_cutoff (self, low);
    high_value = say_cutoff (self, high);
    low_z = tv_number_format_signed (low, 0);
    high_z = tv_number_format_signed (high, 0);
    if (self->z->hundredths < -300)
        /* Translators: a value with its unit, another one, and a class such as "stunted" */
        take_sentence (self, g_strdup_printf (_ ("%1$s is lower than −3SD, which is %2$s: %3$s."),
                                              value, high_value, label));
    else if (self->z->hundredths > 300)
        /* Translators: a value with its unit, another one, and a class such as "obese" */
        take_sentence (self, g_strdup_printf (_ ("%1$s is higher than +3SD, which is %2$s: %3$s."),
                                              value, low_value, label));
    else
        /* Translators: a value with its unit; a number of standard deviations and the value
         * there, twice; and a class such as "stunted" */
        take_sentence (self, g_strdup_printf (_ ("%1$s lies between %2$sSD (%3$s) and %4$sSD "
                                                 "(%5$s): %6$s."),
                                              value, low_z, low_value, high_z, high_value, label));
}

static void
add_table (Explanation *self)
{
    const char *kind = tv_z_kind_label (self->kind);
    const char *sex
        = self->child.input->sex == TV_SEX_MALE ? C_ ("table", "boys") : C_ ("table", "girls");
    g_autofree char *height = say_number (self->child.height_cm, 2);
    g_autofree char *day = say_number (self->child.age_day, 0);
    g_autofree char *months = say_number (self->child.age_months, 2);

    if (self->kind == TV_Z_WEIGHT_FOR_HEIGHT)
        /* Translators: name of a table, boys or girls, and a height */
        take_sentence (self, g_strdup_printf (_ ("Table: WHO Child Growth Standards 2006, %1$s, "
                                                 "%2$s, %3$s cm."),
                                              kind, sex, height));
    else if (self->standard == TV_STANDARD_2006)
        /* Translators: name of a table, boys or girls, and a number of days */
        take_sentence (self, g_strdup_printf (_ ("Table: WHO Child Growth Standards 2006, %1$s, "
                                                 "%2$s, day %3$s of age."),
                                              kind, sex, day));
    else
        /* Translators: name of a table, boys or girls, and a number of months */
        take_sentence (self, g_strdup_printf (_ ("Table: WHO Growth Reference 2007, %1$s, %2$s, "
                                                 "%3$s months of age."),
                                              kind, sex, months));
}

static void
add_position (Explanation *self)
{
    double measured_cm = self->child.input->height_cm;
    g_autofree char *measured = say_number (measured_cm, 2);
    g_autofree char *counted = say_number (self->child.height_cm, 2);

    if (self->kind == TV_Z_WEIGHT_FOR_AGE)
        return;
    if (self->child.is_standing_too_young)
        take_sentence (self, g_strdup (_ ("Nobody stands before nine months of age, so the "
                                          "position was passed over.")));
    else if (self->child.height_cm > measured_cm)
        /* Translators: two heights in centimetres */
        take_sentence (self, g_strdup_printf (_ ("Measured standing, but the table is of children "
                                                 "lying down: %1$s cm count as %2$s cm."),
                                              measured, counted));
    else if (self->child.height_cm < measured_cm)
        /* Translators: two heights in centimetres */
        take_sentence (self, g_strdup_printf (_ ("Measured lying down, but the table is of "
                                                 "children standing: %1$s cm count as %2$s cm."),
                                              measured, counted));
}

static void
add_bmi (Explanation *self)
{
    g_autofree char *weight = say_number (self->child.input->weight_kg, 3);
    g_autofree char *height = say_number (self->child.height_cm / 100, 4);
    g_autofree char *bmi = say_number (self->value, 2);

    if (self->kind == TV_Z_BMI_FOR_AGE)
        /* Translators: a weight, a height in metres, a body mass index */
        take_sentence (self, g_strdup_printf (_ ("BMI = %1$s kg / (%2$s m)² = %3$s kg/m²."), weight,
                                              height, bmi));
}

static void
add_formula (Explanation *self)
{
    double z = (pow (self->value / self->lms.m, self->lms.l) - 1) / (self->lms.l * self->lms.s);
    g_autofree char *l = say_number (self->lms.l, 4);
    g_autofree char *m = say_number (self->lms.m, 4);
    g_autofree char *s = say_number (self->lms.s, 5);
    g_autofree char *value = say_number (self->value, 3);
    g_autofree char *first_z = tv_number_format_signed (z, 2);
    g_autofree char *last_z = tv_number_format_signed (self->z->hundredths / 100.0, 2);

    /* Translators: the three figures of the LMS method */
    take_sentence (self, g_strdup_printf (_ ("There L = %1$s, M = %2$s, S = %3$s."), l, m, s));
    /* Translators: the formula of the LMS method: value, M, L, S and the result */
    take_sentence (self,
                   g_strdup_printf (_ ("z = ((%1$s / %2$s)^%3$s − 1) / (%3$s × %4$s) = %5$s."),
                                    value, m, l, s, first_z));
    if (fabs (z) > 3 && self->kind != TV_Z_HEIGHT_FOR_AGE)
        /* Translators: %s is a z-score */
        take_sentence (self, g_strdup_printf (_ ("Beyond three standard deviations WHO goes on in "
                                                 "steps as wide as the third one: z = %s."),
                                              last_z));
}

static void
add_judgement (Explanation *self)
{
    double centile = tv_growth_centile (self->z->hundredths);
    g_autofree char *percent = tv_number_format (centile, 1);

    if (self->z->is_flagged)
        take_sentence (self, g_strdup (_ ("This is beyond what WHO holds plausible, so it is left "
                                          "out of rates until it has been checked.")));
    else if (ABS (self->z->hundredths) <= 300)
        /* Translators: %s is a number from 0 to 100 */
        take_sentence (self, g_strdup_printf (_ ("Of 100 healthy children of this age and sex, %s "
                                                 "would be below."),
                                              percent));
}

static double
find_value (const Explanation *self)
{
    if (self->kind == TV_Z_HEIGHT_FOR_AGE)
        return self->child.height_cm;
    if (self->kind == TV_Z_BMI_FOR_AGE)
        return tv_growth_child_find_bmi (self->child.input->weight_kg, self->child.height_cm);
    return self->child.input->weight_kg;
}

/**
 * tv_growth_explain:
 * @input: a child on one day
 *
 * Returns: (transfer full): translated sentences that tell how this z-score came about, the plain
 *   conclusion first; where there is none, why
 */
char **
tv_growth_explain (const TvGrowthInput *input, TvZKind kind)
{
    g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
    Explanation self = { .kind = kind, .sentences = sentences };
    TvGrowth growth;
    TvLms between;

    tv_growth_score (input, TV_STANDARD_BY_AGE, &growth);
    self.z = &growth.z[kind];
    if (self.z->reason != TV_Z_PRESENT) {
        g_strv_builder_add (sentences, tv_z_reason_sentence (self.z->reason));
        return g_strv_builder_end (sentences);
    }
    self.standard = growth.standard;
    self.is_told_by_proportion
        = kind == TV_Z_BMI_FOR_AGE && growth.z[TV_Z_WEIGHT_FOR_HEIGHT].hundredths != TV_Z_NONE;
    tv_growth_child_init (&self.child, input, self.standard);
    self.lms = *tv_growth_child_find_row (&self.child, self.standard, kind, &between);
    self.value = find_value (&self);
    add_conclusion (&self);
    add_position (&self);
    add_bmi (&self);
    add_table (&self);
    add_formula (&self);
    add_judgement (&self);
    return g_strv_builder_end (sentences);
}

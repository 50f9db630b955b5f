/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the row to the z-score, each step with its numbers, and what is made of it: rounding, the
 * limits of plausibility, the rule of the class. The numbers have enough decimals that whoever
 * works them out again gets the same hundredth. */

#include "base/tv-number.h"
#include "growth/tv-growth-explain-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Decimals of L, M and S on a line between two rows; those of the rows have fewer. */
#define LMS_DECIMALS 6
#define VALUE_DECIMALS 5
#define Z_DECIMALS 4

/* The numbers of the formula as text. */
typedef struct {
    char *value;
    char *l;
    char *m;
    char *s;
} Numbers;

static void
clear_numbers (Numbers *self)
{
    g_free (self->value);
    g_free (self->l);
    g_free (self->m);
    g_free (self->s);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Numbers, clear_numbers)

static Numbers
say_numbers (const TvGrowthExplanation *self)
{
    return (Numbers){ tv_growth_explanation_say (self->value, VALUE_DECIMALS),
                      tv_growth_explanation_say_operand (self->lms.l, LMS_DECIMALS),
                      tv_growth_explanation_say (self->lms.m, LMS_DECIMALS),
                      tv_growth_explanation_say (self->lms.s, LMS_DECIMALS) };
}

/* The two lines whose distance is the step, and the steps from the outer one. */
static void
add_steps_beyond (TvGrowthExplanation *self, const Numbers *numbers, int edge)
{
    double outer = tv_lms_value (&self->lms, edge);
    double inner = tv_lms_value (&self->lms, edge * 2 / 3);
    double step = fabs (outer - inner);
    double z = edge + (self->value - outer) / step;
    g_autofree char *outer_text = tv_growth_explanation_say (outer, LMS_DECIMALS);
    g_autofree char *inner_text = tv_growth_explanation_say (inner, LMS_DECIMALS);
    g_autofree char *step_text = tv_growth_explanation_say (step, LMS_DECIMALS);
    g_autofree char *z_text = tv_growth_explanation_say_signed (z, Z_DECIMALS);
    const char *sign = edge > 0 ? "+" : "−";

    tv_growth_explanation_take (
        self, g_strdup (_ ("Beyond three standard deviations WHO goes on in steps as wide as that "
                           "from 2 to 3 SD, where weight is judged:")));
    tv_growth_explanation_take (
        self, g_strdup_printf ("SD%s3 = %s × (1 %s 3 × %s × %s)^(1 / %s) = %s", sign, numbers->m,
                               sign, numbers->l, numbers->s, numbers->l, outer_text));
    tv_growth_explanation_take (
        self, g_strdup_printf ("SD%s2 = %s × (1 %s 2 × %s × %s)^(1 / %s) = %s", sign, numbers->m,
                               sign, numbers->l, numbers->s, numbers->l, inner_text));
    tv_growth_explanation_take (
        self,
        /* Translators: how wide the step is, from the outer line and the inner one */
        g_strdup_printf (_ ("Step = %1$s − %2$s = %3$s"), edge > 0 ? outer_text : inner_text,
                         edge > 0 ? inner_text : outer_text, step_text));
    tv_growth_explanation_take (self,
                                g_strdup_printf ("z = %s3 + (%s − %s) / %s = %s", sign,
                                                 numbers->value, outer_text, step_text, z_text));
}

static void
add_formula (TvGrowthExplanation *self)
{
    g_auto (Numbers) numbers = say_numbers (self);
    double z = (pow (self->value / self->lms.m, self->lms.l) - 1) / (self->lms.l * self->lms.s);
    g_autofree char *first_z = tv_growth_explanation_say_signed (z, Z_DECIMALS);
    g_autofree char *last_z = tv_growth_explanation_say_signed (self->z->hundredths / 100.0, 2);

    tv_growth_explanation_take (
        self,
        g_strdup_printf ("z = ((y / M)^L − 1) / (L × S) = ((%s / %s)^%s − 1) / (%s × %s) = %s",
                         numbers.value, numbers.m, numbers.l, numbers.l, numbers.s, first_z));
    if (fabs (z) > 3 && self->kind != TV_Z_HEIGHT_FOR_AGE)
        add_steps_beyond (self, &numbers, z > 0 ? 3 : -3);
    tv_growth_explanation_take (
        self,
        /* Translators: %s is a z-score */
        g_strdup_printf (_ ("Rounded once, to hundredths: z = %s."), last_z));
}

static void
add_limits (TvGrowthExplanation *self)
{
    gint32 low, high;
    g_autofree char *low_text = NULL, *high_text = NULL;

    tv_growth_limits (self->kind, &low, &high);
    low_text = tv_growth_explanation_say_signed (low / 100.0, 0);
    high_text = tv_growth_explanation_say_signed (high / 100.0, 0);
    tv_growth_explanation_take (
        self,
        /* Translators: WHO's limits of plausibility, such as −6 and +5 */
        g_strdup_printf (
            self->z->is_flagged
                ? _ ("WHO holds %1$s to %2$s plausible. This is beyond, so it gives no class and "
                     "is left out of rates until it has been checked.")
                : _ ("WHO holds %1$s to %2$s plausible; this is within."),
            low_text, high_text));
}

static const char *
get_rule (const TvGrowthExplanation *self)
{
    switch (self->kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        return _ ("Rule: below −2.00 is underweight, below −3.00 severely so; above +2.00 the "
                  "weight is high for the age, which is no diagnosis.");
    case TV_Z_HEIGHT_FOR_AGE:
        return _ ("Rule: below −2.00 is stunted, below −3.00 severely so; above +2.00 is tall for "
                  "the age.");
    case TV_Z_WEIGHT_FOR_HEIGHT:
        return _ ("Rule: below −2.00 is wasted, below −3.00 severely so; above +2.00 is "
                  "overweight, above +3.00 obese. Under five this decides, not BMI for age.");
    default:
        break;
    }
    if (self->standard == TV_STANDARD_2007)
        return _ ("Rule from five years on: below −2.00 is thin, below −3.00 severely so; above "
                  "+1.00 is overweight, above +2.00 obese, above +3.00 severely obese.");
    if (self->is_told_by_proportion)
        return _ ("Rule: under five weight for height decides on wasting and overweight; BMI for "
                  "age is shown beside it.");
    return _ ("Rule: there is no weight for height here, so BMI for age decides: below −2.00 is "
              "wasted, below −3.00 severely so; above +2.00 is overweight, above +3.00 obese.");
}

/* A z on a line belongs to the milder side. */
static void
add_rule (TvGrowthExplanation *self)
{
    gint32 z = self->z->hundredths;
    gboolean has_one = self->standard == TV_STANDARD_2007 && self->kind == TV_Z_BMI_FOR_AGE;
    g_autofree char *text = tv_growth_explanation_say_signed (z / 100.0, 2);

    tv_growth_explanation_take (self, g_strdup (get_rule (self)));
    if (self->is_told_by_proportion)
        return;
    if (z == -200 || z == -300)
        tv_growth_explanation_take (
            self,
            /* Translators: %s is a z-score such as −2.00 */
            g_strdup_printf (_ ("%s is the line itself, and the line itself is not below."), text));
    else if (z == 200 || z == 300 || (z == 100 && has_one))
        tv_growth_explanation_take (
            self,
            /* Translators: %s is a z-score such as +2.00 */
            g_strdup_printf (_ ("%s is the line itself, and the line itself is not above."), text));
}

/* The standard of 2006 is of healthy children; the reference of 2007 of those that were measured.
 */
static char *
say_centile (const TvGrowthExplanation *self, const char *percent)
{
    if (self->standard == TV_STANDARD_2007)
        /* Translators: %s is a number from 0 to 100 */
        return g_strdup_printf (
            _ ("Of 100 children of this age and sex in WHO's reference, %s would "
               "be below."),
            percent);
    if (self->kind == TV_Z_WEIGHT_FOR_HEIGHT)
        /* Translators: %s is a number from 0 to 100 */
        return g_strdup_printf (_ ("Of 100 healthy children of this height and sex, %s would be "
                                   "below."),
                                percent);
    /* Translators: %s is a number from 0 to 100 */
    return g_strdup_printf (_ ("Of 100 healthy children of this age and sex, %s would be below."),
                            percent);
}

static void
add_centile (TvGrowthExplanation *self)
{
    g_autofree char *percent = tv_number_format (tv_growth_centile (self->z->hundredths), 1);

    if (ABS (self->z->hundredths) <= 300)
        tv_growth_explanation_take (self, say_centile (self, percent));
}

/* Tells the formula and what follows from its result. */
void
tv_growth_explanation_add_steps (TvGrowthExplanation *self)
{
    add_formula (self);
    add_limits (self);
    add_rule (self);
    add_centile (self);
}

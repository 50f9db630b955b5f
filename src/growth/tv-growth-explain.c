/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a z-score came about, from the plain conclusion to each number of the formula, so that a
 * principal can defend it and a doctor can work it out again. */

#include "growth/tv-growth-explain.h"

#include "base/tv-number.h"
#include "growth/tv-growth-explain-private.h"
#include "growth/tv-growth-reason.h"

#include <glib/gi18n.h>
#include <math.h>

#define LAST_WEIGHT_MONTH_2007 120

/* Takes the sentence over. */
void
tv_growth_explanation_take (TvGrowthExplanation *self, char *sentence)
{
    g_strv_builder_add (self->sentences, sentence);
    g_free (sentence);
}

/* At most @n_decimals, without the zeros at the end, with the true minus sign; nothing of what is
 * not known. */
char *
tv_growth_explanation_say (double value, int n_decimals)
{
    gint64 scaled;
    g_autofree char *size = NULL;

    if (isnan (value))
        return g_strdup ("");
    scaled = llround (fabs (value) * pow (10, n_decimals));
    size = tv_number_format_fixed (scaled, n_decimals, 0);
    return g_strconcat (value < 0 && scaled != 0 ? "−" : "", size, NULL);
}

/* As tv_growth_explanation_say(), in brackets where a sign would meet another one. */
char *
tv_growth_explanation_say_operand (double value, int n_decimals)
{
    g_autofree char *number = tv_growth_explanation_say (value, n_decimals);

    return g_str_has_prefix (number, "−") ? g_strdup_printf ("(%s)", number)
                                          : g_steal_pointer (&number);
}

/* As many decimals as asked for, and a sign. */
char *
tv_growth_explanation_say_signed (double value, int n_decimals)
{
    return tv_number_format_signed (value, n_decimals);
}

/* A weight, height or BMI with its unit. */
char *
tv_growth_explanation_say_value (TvZKind kind, double value, int n_decimals)
{
    g_autofree char *number = tv_growth_explanation_say (value, n_decimals);

    if (kind == TV_Z_HEIGHT_FOR_AGE)
        /* Translators: a height */
        return g_strdup_printf (_ ("%s cm"), number);
    if (kind == TV_Z_BMI_FOR_AGE)
        /* Translators: a body mass index */
        return g_strdup_printf (_ ("%s kg/m²"), number);
    /* Translators: a weight */
    return g_strdup_printf (_ ("%s kg"), number);
}

static double
find_value (const TvGrowthExplanation *self)
{
    if (self->kind == TV_Z_HEIGHT_FOR_AGE)
        return self->child.height_cm;
    if (self->kind == TV_Z_BMI_FOR_AGE)
        return tv_growth_child_find_bmi (self->child.input->weight_kg, self->child.height_cm);
    return self->child.input->weight_kg;
}

static TvTableId
find_table (const TvGrowthExplanation *self)
{
    gboolean is_2006 = self->standard == TV_STANDARD_2006;

    switch (self->kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        return is_2006 ? TV_TABLE_WEIGHT_FOR_AGE_2006 : TV_TABLE_WEIGHT_FOR_AGE_2007;
    case TV_Z_HEIGHT_FOR_AGE:
        return is_2006 ? TV_TABLE_HEIGHT_FOR_AGE_2006 : TV_TABLE_HEIGHT_FOR_AGE_2007;
    case TV_Z_BMI_FOR_AGE:
        return is_2006 ? TV_TABLE_BMI_FOR_AGE_2006 : TV_TABLE_BMI_FOR_AGE_2007;
    default:
        return tv_growth_child_choose_weight_for_height (&self->child);
    }
}

static double
find_x (const TvGrowthExplanation *self)
{
    if (self->kind == TV_Z_WEIGHT_FOR_HEIGHT)
        return self->child.height_cm;
    return self->standard == TV_STANDARD_2006 ? self->child.age_day : self->child.age_months;
}

/* Which ages or heights there are figures for, and what this child has. */
static void
add_outside (TvGrowthExplanation *self)
{
    g_autofree char *months = tv_growth_explanation_say (self->child.age_months, 2);
    g_autofree char *height = tv_growth_explanation_say (self->child.height_cm, 2);

    if (self->z->reason == TV_Z_HEIGHT_OUTSIDE)
        tv_growth_explanation_take (
            self,
            /* Translators: %s is a height */
            g_strdup_printf (
                find_table (self) == TV_TABLE_WEIGHT_FOR_LENGTH_2006
                    ? _ ("The table is of lengths from 45 to 110 cm; the child has %s cm.")
                    : _ ("The table is of heights from 65 to 120 cm; the child has %s cm."),
                height));
    if (self->z->reason != TV_Z_AGE_OUTSIDE)
        return;
    if (self->kind == TV_Z_WEIGHT_FOR_AGE && self->child.age_months > LAST_WEIGHT_MONTH_2007)
        tv_growth_explanation_take (
            self,
            /* Translators: %s is an age in months */
            g_strdup_printf (_ ("WHO gives weight for age to 120 months only; the child is %s "
                                "months old. BMI for age is to be looked at instead."),
                             months));
    else
        tv_growth_explanation_take (
            self,
            /* Translators: %s is an age in months */
            g_strdup_printf (_ ("The tables go from birth to 228 months; the child is %s months "
                                "old."),
                             months));
}

static void
add_reason (TvGrowthExplanation *self)
{
    const TvGrowthChild *child = &self->child;

    if (self->z->reason != TV_Z_NO_VALUE) {
        g_strv_builder_add (self->sentences, tv_z_reason_sentence (self->z->reason));
        add_outside (self);
    } else if (self->kind != TV_Z_HEIGHT_FOR_AGE && !child->has_weight) {
        tv_growth_explanation_take (self, g_strdup (_ ("The weight has not been measured.")));
    } else {
        tv_growth_explanation_take (self, g_strdup (_ ("The height has not been measured.")));
    }
    if (self->z->reason == TV_Z_OEDEMA)
        tv_growth_explanation_take (
            self, g_strdup (_ ("In the rates the child counts as z = −3.1 here, as WHO does: "
                               "severely malnourished, whatever it weighs.")));
}

/**
 * tv_growth_explain:
 * @input: a child on one day
 * @kind: which z-score
 *
 * Whoever works the numbers shown through the formulas shown gets the same hundredth.
 *
 * Returns: (transfer full): translated sentences that tell how this z-score came about, the plain
 *   conclusion first; where there is none, why
 */
char **
tv_growth_explain (const TvGrowthInput *input, TvZKind kind)
{
    g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
    TvGrowthExplanation self = { .kind = kind, .sentences = sentences };
    TvGrowth growth;
    TvLms between;

    tv_growth_score (input, TV_STANDARD_BY_AGE, &growth);
    self.z = &growth.z[kind];
    self.standard = tv_growth_standard_asked (input, TV_STANDARD_BY_AGE);
    tv_growth_child_init (&self.child, input, self.standard);
    if (self.z->reason != TV_Z_PRESENT) {
        add_reason (&self);
        return g_strv_builder_end (sentences);
    }
    self.is_told_by_proportion
        = kind == TV_Z_BMI_FOR_AGE && growth.z[TV_Z_WEIGHT_FOR_HEIGHT].hundredths != TV_Z_NONE;
    self.table = find_table (&self);
    self.x = find_x (&self);
    self.lms = *tv_growth_child_find_row (&self.child, self.standard, kind, &between);
    self.value = find_value (&self);
    tv_growth_explanation_add_conclusion (&self);
    tv_growth_explanation_add_row (&self);
    tv_growth_explanation_add_steps (&self);
    return g_strv_builder_end (sentences);
}

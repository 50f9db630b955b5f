/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes into the formula: the height as the table wants it, the BMI, the table with its
 * source, its row, and the straight line between two rows. */

#include "growth/tv-growth-class.h"
#include "growth/tv-growth-explain-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* A height in whole millimetres meets its row but for the last bits of the division. */
#define SAME_ROW 1e-6

/* Two rows side by side, and how far the child stands from the first towards the second. */
typedef struct {
    const TvLms *first;
    const TvLms *second;
    double first_x;
    double second_x;
    double fraction;
} Rows;

static void
find_rows (const TvGrowthExplanation *self, Rows *rows)
{
    const TvReferenceTable *table = &tv_reference_tables[self->table];
    double steps = table->steps_per_unit;
    double place = (self->x - table->first_x) * steps;
    int step = (int) floor (place + SAME_ROW);
    const TvLms *all = table->rows[self->child.input->sex == TV_SEX_FEMALE];

    rows->fraction = MAX (place - step, 0);
    rows->first_x = table->first_x + step / steps;
    rows->second_x = table->first_x + (step + 1) / steps;
    rows->first = &all[step];
    rows->second = rows->fraction > SAME_ROW ? &all[step + 1] : NULL;
}

static void
add_position (TvGrowthExplanation *self)
{
    double measured_cm = self->child.input->height_cm;
    g_autofree char *measured = tv_growth_explanation_say (measured_cm, 2);
    g_autofree char *counted = tv_growth_explanation_say (self->child.height_cm, 2);

    if (self->kind == TV_Z_WEIGHT_FOR_AGE)
        return;
    if (self->child.is_standing_too_young)
        tv_growth_explanation_take (self,
                                    g_strdup (_ ("Nobody stands before nine months of age, so the "
                                                 "position was passed over.")));
    else if (self->child.height_cm > measured_cm)
        tv_growth_explanation_take (
            self,
            /* Translators: two heights in centimetres */
            g_strdup_printf (_ ("Measured standing, but to day 730 the table is of children lying "
                                "down: %1$s cm + 0.7 cm = %2$s cm."),
                             measured, counted));
    else if (self->child.height_cm < measured_cm)
        tv_growth_explanation_take (
            self,
            /* Translators: two heights in centimetres */
            g_strdup_printf (_ ("Measured lying down, but from day 731 on the table is of "
                                "children standing: %1$s cm − 0.7 cm = %2$s cm."),
                             measured, counted));
}

static void
add_bmi (TvGrowthExplanation *self)
{
    g_autofree char *weight = tv_growth_explanation_say (self->child.input->weight_kg, 3);
    g_autofree char *height = tv_growth_explanation_say (self->child.height_cm / 100, 4);
    g_autofree char *bmi = tv_growth_explanation_say (self->value, 5);

    if (self->kind == TV_Z_BMI_FOR_AGE)
        tv_growth_explanation_take (
            self,
            /* Translators: a weight, a height in metres, a body mass index */
            g_strdup_printf (_ ("BMI = %1$s kg / (%2$s m)² = %3$s kg/m²."), weight, height, bmi));
}

/* Both tables of weight for height have a name of their own. */
static const char *
say_table (const TvGrowthExplanation *self)
{
    if (self->table == TV_TABLE_WEIGHT_FOR_LENGTH_2006)
        return _ ("weight for length (lying down)");
    if (self->table == TV_TABLE_WEIGHT_FOR_HEIGHT_2006)
        return _ ("weight for height (standing)");
    return tv_z_kind_label (self->kind);
}

static void
add_table (TvGrowthExplanation *self)
{
    const char *sex
        = self->child.input->sex == TV_SEX_MALE ? C_ ("table", "boys") : C_ ("table", "girls");

    tv_growth_explanation_take (
        self,
        /* Translators: name of a table, and boys or girls */
        g_strdup_printf (self->standard == TV_STANDARD_2006
                             ? _ ("Table: WHO Child Growth Standards 2006, %1$s, %2$s.")
                             : _ ("Table: WHO Growth Reference 2007, %1$s, %2$s."),
                         say_table (self), sex));
}

static char *
say_lms (double l, double m, double s, int n_decimals)
{
    g_autofree char *l_text = tv_growth_explanation_say (l, n_decimals);
    g_autofree char *m_text = tv_growth_explanation_say (m, n_decimals);
    g_autofree char *s_text = tv_growth_explanation_say (s, n_decimals);

    return g_strdup_printf ("L = %s, M = %s, S = %s", l_text, m_text, s_text);
}

/* Where the row stands in the table. */
static char *
say_place (const TvGrowthExplanation *self, double x)
{
    g_autofree char *number = tv_growth_explanation_say (x, 6);

    if (self->kind == TV_Z_WEIGHT_FOR_HEIGHT)
        /* Translators: a height */
        return g_strdup_printf (_ ("%s cm"), number);
    if (self->standard == TV_STANDARD_2006)
        /* Translators: a row of a table, by its age in days */
        return g_strdup_printf (C_ ("row", "day %s"), number);
    /* Translators: a row of a table, by its age in months */
    return g_strdup_printf (C_ ("row", "month %s"), number);
}

static void
add_one_row (TvGrowthExplanation *self, const Rows *rows)
{
    g_autofree char *place = say_place (self, rows->first_x);
    g_autofree char *lms = say_lms (rows->first->l, rows->first->m, rows->first->s, 5);

    tv_growth_explanation_take (
        self,
        /* Translators: where a row of a table stands, such as "day 1461", and its figures */
        g_strdup_printf (_ ("Row of %1$s: %2$s."), place, lms));
}

static void
add_line_between (TvGrowthExplanation *self, const char *letter, double first, double second,
                  double fraction, double result)
{
    g_autofree char *first_text = tv_growth_explanation_say (first, 5);
    g_autofree char *taken_off = tv_growth_explanation_say_operand (first, 5);
    g_autofree char *second_text = tv_growth_explanation_say (second, 5);
    g_autofree char *fraction_text = tv_growth_explanation_say (fraction, 6);
    g_autofree char *result_text = tv_growth_explanation_say (result, 6);

    tv_growth_explanation_take (self, g_strdup_printf ("%s = %s + %s × (%s − %s) = %s", letter,
                                                       first_text, fraction_text, second_text,
                                                       taken_off, result_text));
}

static void
add_two_rows (TvGrowthExplanation *self, const Rows *rows)
{
    g_autofree char *first_place = say_place (self, rows->first_x);
    g_autofree char *second_place = say_place (self, rows->second_x);
    g_autofree char *place = say_place (self, self->x);
    g_autofree char *fraction = tv_growth_explanation_say (rows->fraction, 6);
    g_autofree char *first = say_lms (rows->first->l, rows->first->m, rows->first->s, 5);
    g_autofree char *second = say_lms (rows->second->l, rows->second->m, rows->second->s, 5);

    /* Translators: where a row of a table stands, such as "month 98", and its figures */
    tv_growth_explanation_take (self,
                                g_strdup_printf (_ ("Row of %1$s: %2$s."), first_place, first));
    tv_growth_explanation_take (self,
                                g_strdup_printf (_ ("Row of %1$s: %2$s."), second_place, second));
    tv_growth_explanation_take (
        self,
        /* Translators: a place between two rows, such as "month 98.562628", the first row, and
         * the share of the way from it to the next */
        g_strdup_printf (_ ("The child is at %1$s, %3$s of the way from %2$s to the next row, on a "
                            "straight line:"),
                         place, first_place, fraction));
    add_line_between (self, "L", rows->first->l, rows->second->l, rows->fraction, self->lms.l);
    add_line_between (self, "M", rows->first->m, rows->second->m, rows->fraction, self->lms.m);
    add_line_between (self, "S", rows->first->s, rows->second->s, rows->fraction, self->lms.s);
}

/* Tells what goes into the formula. */
void
tv_growth_explanation_add_row (TvGrowthExplanation *self)
{
    Rows rows;

    find_rows (self, &rows);
    add_position (self);
    add_bmi (self);
    add_table (self);
    if (rows.second)
        add_two_rows (self, &rows);
    else
        add_one_row (self, &rows);
}

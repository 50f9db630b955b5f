/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a line tells its child from every other of the class, for the eye and for a screen reader. */

#include "ui/measuring/tv-measuring-line-private.h"

#include "records/tv-repeats.h"

#include <glib/gi18n.h>

static char *
name_cell (TvMeasuringLine *self, TvQuantity quantity)
{
    const char *name = self->student->name;
    g_autofree char *birth = tv_date_to_text (self->student->birth_date);
    gboolean is_weight = quantity == TV_QUANTITY_WEIGHT;

    if (!self->has_namesake) {
        /* Translators: names of a cell for a screen reader; %s is a child's name. */
        return g_strdup_printf (is_weight ? _ ("Weight, %s") : _ ("Height, %s"), name);
    }
    if (self->roll_number == 0) {
        /* Translators: names of a cell for a screen reader; a child's name and birth date. */
        return g_strdup_printf (
            is_weight ? _ ("Weight, %1$s, born %2$s") : _ ("Height, %1$s, born %2$s"), name, birth);
    }
    /* Translators: names of a cell for a screen reader; a child's name and roll number. */
    return g_strdup_printf (is_weight ? _ ("Weight, %1$s, roll number %2$d")
                                      : _ ("Height, %1$s, roll number %2$d"),
                            name, self->roll_number);
}

void
_tv_measuring_line_name_cells (TvMeasuringLine *self)
{
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        g_autofree char *name = name_cell (self, i);

        gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[i].entry),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/**
 * _tv_measuring_line_add_birth:
 * @name: (transfer full): as the line shows it
 *
 * Returns: (transfer full): with the birth date below where the name alone does not tell who it is
 */
char *
_tv_measuring_line_add_birth (TvMeasuringLine *self, char *name)
{
    g_autofree char *birth = tv_date_to_text (self->student->birth_date);
    g_autofree char *alone = name;

    if (!self->has_namesake || !*birth)
        return g_steal_pointer (&alone);
    return g_strdup_printf ("%s\n%s", alone, birth);
}

/**
 * _tv_measuring_line_add_arms:
 * @numbers: the z-scores, or ""
 *
 * Returns: (transfer full): with both numbers of the scale where the child was weighed in
 *   somebody's arms
 */
char *
_tv_measuring_line_add_arms (TvMeasuringLine *self, const char *numbers)
{
    g_autoptr (GArray) repeats = tv_repeats_list (self->current, TV_QUANTITY_WEIGHT);
    const TvRepeat *last
        = repeats->len > 0 ? &g_array_index (repeats, TvRepeat, repeats->len - 1) : NULL;
    g_autofree char *with = NULL;
    g_autofree char *without = NULL;
    g_autofree char *arms = NULL;

    if (!last || last->with_g == 0)
        return g_strdup (numbers);
    with = tv_quantity_text (TV_QUANTITY_WEIGHT, last->with_g);
    without = tv_quantity_text (TV_QUANTITY_WEIGHT, last->without_g);
    /* Translators: in a narrow column: a child was weighed on somebody's arm; what the scale
     * showed in kg with the child, then without. */
    arms = g_strdup_printf (_ ("in arms %1$s − %2$s"), with, without);
    return g_strconcat (arms, *numbers ? " · " : "", numbers, NULL);
}

/**
 * tv_measuring_line_set_has_namesake:
 * @has_namesake: whether another child of the sheet has the very same name; before
 *   tv_measuring_line_show()
 */
void
tv_measuring_line_set_has_namesake (TvMeasuringLine *self, gboolean has_namesake)
{
    g_return_if_fail (TV_IS_MEASURING_LINE (self));
    self->is_stale = self->is_stale || self->has_namesake != has_namesake;
    self->has_namesake = has_namesake;
}

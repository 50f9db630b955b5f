/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a hand types into a weight or height cell: kilograms or centimetres with comma or point, or
 * the two readings of a child weighed in somebody's arms. Whatever cannot be kept gets one sentence
 * that says why. */

#include "workflows/tv-typed-value.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <string.h>

/* A weight is kept in thousandths of what is typed, a height in tenths. */
static int
decimals_of (TvQuantity quantity)
{
    return quantity == TV_QUANTITY_WEIGHT ? 3 : 1;
}

/**
 * tv_quantity_text:
 * @quantity: weight or height
 * @value: grams or millimetres; 0 gives an empty text
 *
 * Returns: (transfer full): the value as it is typed and read, in kg or cm: "15,4"
 */
char *
tv_quantity_text (TvQuantity quantity, int value)
{
    if (value == 0)
        return g_strdup ("");
    return tv_number_format_fixed (value, decimals_of (quantity), 1);
}

/**
 * tv_quantity_with_unit:
 * @quantity: weight or height
 * @value: grams or millimetres
 *
 * Returns: (transfer full): the value for people: "15,4 kg"
 */
char *
tv_quantity_with_unit (TvQuantity quantity, int value)
{
    g_autofree char *number = tv_quantity_text (quantity, value);

    /* Translators: a weight and a height; the number is written already. */
    return g_strdup_printf (quantity == TV_QUANTITY_WEIGHT ? _ ("%s kg") : _ ("%s cm"), number);
}

static char *
not_a_number_sentence (TvQuantity quantity, const char *text)
{
    if (quantity == TV_QUANTITY_WEIGHT) {
        /* Translators: %s is what somebody typed. */
        return g_strdup_printf (_ ("“%s” is not a weight. Type kilograms, such as 15.4."), text);
    }
    /* Translators: %s is what somebody typed. */
    return g_strdup_printf (_ ("“%s” is not a height. Type centimetres, such as 101.2."), text);
}

static char *
out_of_range_sentence (TvQuantity quantity)
{
    gboolean is_weight = quantity == TV_QUANTITY_WEIGHT;
    g_autofree char *least
        = tv_quantity_text (quantity, is_weight ? TV_WEIGHT_MIN_G : TV_HEIGHT_MIN_MM);
    g_autofree char *most
        = tv_quantity_text (quantity, is_weight ? TV_WEIGHT_MAX_G : TV_HEIGHT_MAX_MM);

    if (is_weight) {
        /* Translators: two numbers in kilograms. */
        return g_strdup_printf (_ ("No child weighs that: a weight lies between %s and %s kg."),
                                least, most);
    }
    /* Translators: two numbers in centimetres. */
    return g_strdup_printf (_ ("No child is that tall: a height lies between %s and %s cm."), least,
                            most);
}

static gboolean
is_in_range (TvQuantity quantity, int value)
{
    if (quantity == TV_QUANTITY_WEIGHT)
        return value >= TV_WEIGHT_MIN_G && value <= TV_WEIGHT_MAX_G;
    return value >= TV_HEIGHT_MIN_MM && value <= TV_HEIGHT_MAX_MM;
}

/* One plain number that is more than nothing and fits a record. */
static gboolean
read_number (TvQuantity quantity, const char *text, int *value, double *number)
{
    gint64 exact;

    if (!tv_number_parse_fixed (text, decimals_of (quantity), &exact) || exact <= 0
        || exact > G_MAXINT || !tv_number_parse (text, number))
        return FALSE;
    *value = (int) exact;
    return TRUE;
}

/* "68,4-53,1": scale with the child in arms, then without. */
static gboolean
read_arms (TvTypedValue *self, const char *text)
{
    g_auto (GStrv) parts = g_strsplit (text, "-", 3);
    double both, alone;

    if (g_strv_length (parts) != 2
        || !read_number (TV_QUANTITY_WEIGHT, parts[0], &self->readings[0], &both)
        || !read_number (TV_QUANTITY_WEIGHT, parts[1], &self->readings[1], &alone))
        return FALSE;
    self->n_readings = 2;
    self->value = self->readings[0] - self->readings[1];
    self->readings[1] = -self->readings[1];
    self->number = both - alone;
    return TRUE;
}

/**
 * tv_typed_value_read:
 * @self: (out caller-allocates): what the text says; clear it with tv_typed_value_clear()
 * @quantity: whether the text is a weight in kg or a height in cm
 * @text: (nullable): what was typed; a weight may be two readings with a minus between them
 *
 * Bounds are %TV_WEIGHT_MIN_G to %TV_WEIGHT_MAX_G and %TV_HEIGHT_MIN_MM to %TV_HEIGHT_MAX_MM.
 */
void
tv_typed_value_read (TvTypedValue *self, TvQuantity quantity, const char *text)
{
    g_autofree char *trimmed = g_strstrip (g_strdup (text ? text : ""));

    *self = (TvTypedValue){ .is_empty = *trimmed == '\0' };
    if (self->is_empty)
        return;
    if (quantity == TV_QUANTITY_WEIGHT && trimmed[0] != '-' && strchr (trimmed, '-')) {
        if (!read_arms (self, trimmed))
            self->refusal = not_a_number_sentence (quantity, trimmed);
        else if (self->value <= 0)
            self->refusal = g_strdup (_ ("The first reading, with the child in arms, must be the "
                                         "larger one."));
    } else if (read_number (quantity, trimmed, &self->value, &self->number)) {
        self->readings[0] = self->value;
        self->n_readings = 1;
    } else {
        self->refusal = not_a_number_sentence (quantity, trimmed);
    }
    if (!self->refusal && !is_in_range (quantity, self->value)) {
        self->is_out_of_range = TRUE;
        self->refusal = out_of_range_sentence (quantity);
    }
}

/**
 * tv_typed_value_clear:
 * @self: a value that was read
 */
void
tv_typed_value_clear (TvTypedValue *self)
{
    g_clear_pointer (&self->refusal, g_free);
}

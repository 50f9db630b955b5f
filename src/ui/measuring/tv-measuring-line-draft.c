/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a line says beside its values: text that is no value, now or from an earlier day. What was
 * brought back is somebody's to judge: to go past it takes nothing over. */

#include "ui/measuring/tv-measuring-line-private.h"

#include <glib/gi18n.h>

static char *
write_sentence (TvMeasuringLine *self, TvQuantity quantity)
{
    int value = _tv_measuring_line_value (self, quantity);
    g_autofree char *in_book = NULL;

    if (value == 0)
        return g_strdup (_ ("Typed earlier and not taken over yet: Enter takes it, Escape leaves "
                            "the cell empty."));
    in_book = tv_quantity_with_unit (quantity, value);
    /* Translators: %s is a weight or height with its unit. */
    return g_strdup_printf (_ ("Typed earlier and not taken over, since the book says %s: Enter "
                               "takes what was typed, Escape what the book says."),
                            in_book);
}

/* What can be no value is refused with its own reason, and asked about as when it was typed. */
static void
bring (TvMeasuringLine *self, TvQuantity quantity, const char *text)
{
    TvMeasuringCell *cell = &self->cells[quantity];
    g_auto (TvTypedValue) typed = { 0 };

    tv_typed_value_read (&typed, quantity, text);
    if (!typed.refusal && typed.value == _tv_measuring_line_value (self, quantity))
        return;
    if (typed.refusal) {
        tv_measuring_line_put_text (self, quantity, text);
    } else {
        g_autofree char *sentence = write_sentence (self, quantity);

        gtk_editable_set_text (GTK_EDITABLE (cell->entry), text);
        _tv_measuring_line_set_refusal (self, quantity, sentence);
    }
    cell->is_brought = TRUE;
    gtk_widget_remove_css_class (GTK_WIDGET (cell->entry), "error");
    gtk_widget_add_css_class (GTK_WIDGET (cell->entry), "draft");
    _tv_measuring_line_judge (self);
}

/**
 * tv_measuring_line_bring_draft:
 * @quantity: which cell
 * @text: what was typed in it earlier
 *
 * Shows it again, as not taken over; what is half typed there now stays.
 */
void
tv_measuring_line_bring_draft (TvMeasuringLine *self, TvQuantity quantity, const char *text)
{
    g_return_if_fail (TV_IS_MEASURING_LINE (self) && text);
    if (!self->is_read_only && !tv_measuring_line_is_half_typed (self, quantity))
        bring (self, quantity, text);
}

/**
 * tv_measuring_line_has_brought:
 *
 * Returns: whether the cell holds what was typed earlier, untouched since
 */
gboolean
tv_measuring_line_has_brought (TvMeasuringLine *self, TvQuantity quantity)
{
    return self->cells[quantity].is_brought;
}

/**
 * tv_measuring_line_touch:
 *
 * Somebody types in the cell, or takes it as it is: it is like any other again.
 */
void
tv_measuring_line_touch (TvMeasuringLine *self, TvQuantity quantity)
{
    if (!self->cells[quantity].is_brought)
        return;
    _tv_measuring_line_set_refusal (self, quantity, NULL);
    _tv_measuring_line_judge (self);
}

/**
 * tv_measuring_line_get_draft:
 *
 * Returns: (transfer none): what the cell says that is no value; "" if nothing
 */
const char *
tv_measuring_line_get_draft (TvMeasuringLine *self, TvQuantity quantity)
{
    const TvMeasuringCell *cell = &self->cells[quantity];

    if (self->is_read_only || (!cell->refusal && !tv_measuring_line_is_half_typed (self, quantity)))
        return "";
    return gtk_editable_get_text (GTK_EDITABLE (cell->entry));
}

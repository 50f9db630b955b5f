/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a line does with what is typed and answered: take it, refuse it with the text still there,
 * or give the saved value back. */

#include "ui/measuring/tv-measuring-line-private.h"

#include "records/tv-repeats.h"
#include "workflows/tv-measuring-save.h"

#include <glib/gi18n.h>
#include <string.h>

static void
enter (TvMeasuringLine *self, const TvMeasuringEntry *entry)
{
    TvMeasurement *entered;

    if (self->is_read_only)
        return;
    entered = tv_measuring_enter (self->current, self->session, self->student, entry);
    g_clear_pointer (&self->current, tv_measurement_unref);
    self->current = entered;
    g_signal_emit_by_name (self, "entered", entry);
}

/* The row beside shows what it got when the book has told of it. */
static void
exchange (TvMeasuringLine *self, TvDoubtSide side)
{
    const TvMeasuringLineBeside *beside = &self->beside[side];
    TvMeasuringEntry entry = { .kind = TV_ENTRY_EXCHANGE, .other_id = beside->student->id };
    g_autoptr (TvMeasurement) other_entered = NULL;
    TvMeasurement *entered;

    if (self->is_read_only)
        return;
    tv_measuring_exchange (self->session, self->student, self->current, beside->student,
                           beside->current, &entered, &other_entered);
    g_clear_pointer (&self->current, tv_measurement_unref);
    self->current = entered;
    g_signal_emit_by_name (self, "entered", &entry);
}

/**
 * tv_measuring_line_is_half_typed:
 *
 * Returns: whether the cell says something else than what is saved
 */
gboolean
tv_measuring_line_is_half_typed (TvMeasuringLine *self, TvQuantity quantity)
{
    const TvMeasuringCell *cell = &self->cells[quantity];

    return strcmp (gtk_editable_get_text (GTK_EDITABLE (cell->entry)), cell->kept) != 0;
}

/**
 * tv_measuring_line_is_unmeasured:
 *
 * Returns: whether neither cell holds anything
 */
gboolean
tv_measuring_line_is_unmeasured (TvMeasuringLine *self)
{
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        if (*gtk_editable_get_text (GTK_EDITABLE (self->cells[i].entry)))
            return FALSE;
    }
    return TRUE;
}

/**
 * tv_measuring_line_put_text:
 * @text: text that was typed before and not taken
 *
 * Puts it back as if it had just been typed.
 */
void
tv_measuring_line_put_text (TvMeasuringLine *self, TvQuantity quantity, const char *text)
{
    gtk_editable_set_text (GTK_EDITABLE (self->cells[quantity].entry), text);
    tv_measuring_line_commit (self, quantity);
}

/**
 * tv_measuring_line_commit:
 *
 * Takes what is typed in the cell: saved, or refused with the text still there.
 */
void
tv_measuring_line_commit (TvMeasuringLine *self, TvQuantity quantity)
{
    TvMeasuringCell *cell = &self->cells[quantity];
    const char *text = gtk_editable_get_text (GTK_EDITABLE (cell->entry));
    g_auto (TvTypedValue) typed = { 0 };
    TvMeasuringEntry entry;

    if (cell->is_further && !*text) {
        tv_measuring_line_restore (self, quantity);
        return;
    }
    if (!tv_measuring_line_is_half_typed (self, quantity) && !cell->is_further) {
        if (cell->refusal)
            tv_measuring_line_restore (self, quantity);
        return;
    }
    tv_typed_value_read (&typed, quantity, text);
    if (typed.refusal) {
        cell->odd_value = typed.is_out_of_range ? MAX (typed.value, 0) : 0;
        cell->odd_number = typed.number;
        _tv_measuring_line_set_refusal (self, quantity, typed.refusal);
    } else if (typed.value == _tv_measuring_line_value (self, quantity) && !cell->is_further) {
        _tv_measuring_line_show_value (self, quantity);
    } else {
        tv_measuring_entry_of_value (&entry, quantity, &typed, cell->is_further);
        enter (self, &entry);
        _tv_measuring_line_show_value (self, quantity);
    }
    _tv_measuring_line_judge (self);
}

/**
 * tv_measuring_line_restore:
 *
 * Gives the saved value back.
 */
void
tv_measuring_line_restore (TvMeasuringLine *self, TvQuantity quantity)
{
    _tv_measuring_line_show_value (self, quantity);
    _tv_measuring_line_judge (self);
}

/**
 * tv_measuring_line_mark:
 * @state: why the child was not measured
 */
void
tv_measuring_line_mark (TvMeasuringLine *self, TvMeasurementState state)
{
    TvMeasuringEntry entry = { .kind = TV_ENTRY_STATE, .state = state };

    enter (self, &entry);
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
        _tv_measuring_line_show_value (self, i);
    _tv_measuring_line_judge (self);
}

/**
 * tv_measuring_line_turn_position:
 *
 * The child was measured the other way: standing instead of lying, or lying instead of standing.
 */
void
tv_measuring_line_turn_position (TvMeasuringLine *self)
{
    TvMeasuringEntry entry = { .kind = TV_ENTRY_POSITION, .position = TV_POSITION_RECUMBENT };

    if (!self->current || self->current->height_mm == 0 || self->is_read_only)
        return;
    if (self->current->position == TV_POSITION_RECUMBENT)
        entry.position = TV_POSITION_STANDING;
    enter (self, &entry);
    _tv_measuring_line_judge (self);
}

static void
take_values (TvMeasuringLine *self, const TvDoubt *doubt)
{
    TvMeasuringEntry entry = { .kind = TV_ENTRY_PROPOSAL,
                               .weight_g = doubt->weight_g,
                               .height_mm = doubt->height_mm,
                               .is_swap = doubt->kind == TV_DOUBT_SWAPPED };

    enter (self, &entry);
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        if (tv_measuring_entry_takes (&entry, i))
            _tv_measuring_line_show_value (self, i);
    }
}

/**
 * tv_measuring_line_take_proposal:
 * @question: which question's proposal
 */
void
tv_measuring_line_take_proposal (TvMeasuringLine *self, guint question)
{
    TvDoubt doubt;

    g_return_if_fail (question < self->finding.n_questions);
    doubt = self->finding.questions[question].doubt;
    if (doubt.kind == TV_DOUBT_NEIGHBOUR) {
        exchange (self, doubt.side);
        for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
            _tv_measuring_line_show_value (self, i);
    } else if (doubt.kind == TV_DOUBT_POSITION) {
        TvMeasuringEntry entry = { .kind = TV_ENTRY_POSITION, .position = doubt.position };

        enter (self, &entry);
    } else {
        take_values (self, &doubt);
    }
    _tv_measuring_line_judge (self);
}

/**
 * tv_measuring_line_keep:
 * @reason: why the questioned values are right
 */
void
tv_measuring_line_keep (TvMeasuringLine *self, const char *reason)
{
    TvMeasuringEntry entry = { .kind = TV_ENTRY_KEEP, .reason = reason };

    enter (self, &entry);
    _tv_measuring_line_judge (self);
}

/* Which reading the empty cell waits for. */
static void
ask_for_repeat (TvMeasuringLine *self, TvQuantity quantity)
{
    g_autoptr (GArray) repeats = tv_repeats_list (self->current, quantity);
    /* Translators: in an empty narrow cell, where a weight or height is taken for the second or
     * third time. */
    g_autofree char *text = g_strdup_printf (_ ("reading %u"), MAX (repeats->len, 1) + 1);

    gtk_entry_set_placeholder_text (self->cells[quantity].entry, text);
}

/**
 * tv_measuring_line_measure_again:
 *
 * Empties the cell for a further reading; the readings before it are kept.
 */
void
tv_measuring_line_measure_again (TvMeasuringLine *self, TvQuantity quantity)
{
    TvMeasuringCell *cell = &self->cells[quantity];

    cell->odd_value = 0;
    _tv_measuring_line_set_refusal (self, quantity, NULL);
    cell->is_further = _tv_measuring_line_value (self, quantity) != 0;
    if (cell->is_further)
        ask_for_repeat (self, quantity);
    gtk_editable_set_text (GTK_EDITABLE (cell->entry), "");
    gtk_widget_grab_focus (GTK_WIDGET (cell->entry));
    _tv_measuring_line_judge (self);
}

/**
 * tv_measuring_line_give_back:
 * @text: what was typed
 * @sentence: why it could not be saved
 *
 * Shows the text again, as not saved; Escape gives the saved value back.
 */
void
tv_measuring_line_give_back (TvMeasuringLine *self, TvQuantity quantity, const char *text,
                             const char *sentence)
{
    TvMeasuringCell *cell = &self->cells[quantity];

    g_free (cell->kept);
    cell->kept = g_strdup ("");
    gtk_editable_set_text (GTK_EDITABLE (cell->entry), text);
    _tv_measuring_line_set_refusal (self, quantity, sentence);
    _tv_measuring_line_judge (self);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a line says: the child, last time, the values that stand, and what they mean. */

#include "ui/measuring/tv-measuring-line-private.h"

#include "base/tv-date.h"
#include "records/tv-repeats.h"
#include "workflows/tv-child.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

int
_tv_measuring_line_value (TvMeasuringLine *self, TvQuantity quantity)
{
    if (!self->current)
        return 0;
    return quantity == TV_QUANTITY_WEIGHT ? self->current->weight_g : self->current->height_mm;
}

/* What stands, with what was typed but could not be taken in its place: for questions only. */
static TvMeasurement *
as_typed (TvMeasuringLine *self)
{
    TvMeasurement values = { .student_id = self->student->id,
                             .round_id = self->session->round_id,
                             .date = self->session->date };

    if (self->cells[0].odd_value == 0 && self->cells[1].odd_value == 0)
        return self->current ? tv_measurement_ref (self->current) : NULL;
    if (self->current)
        values = *self->current;
    values.state = TV_MEASUREMENT_MEASURED;
    values.kept_reason = NULL;
    if (self->cells[TV_QUANTITY_WEIGHT].odd_value)
        values.weight_g = self->cells[TV_QUANTITY_WEIGHT].odd_value;
    if (self->cells[TV_QUANTITY_HEIGHT].odd_value)
        values.height_mm = self->cells[TV_QUANTITY_HEIGHT].odd_value;
    return tv_measurement_new (&values);
}

/* The last column: what is asked or refused before the plain numbers. */
static void
show_remark (TvMeasuringLine *self)
{
    const char *sentence = tv_measuring_line_get_sentence (self);
    g_autofree char *numbers = _tv_measuring_line_add_arms (self, self->finding.numbers);
    const char *text = sentence ? sentence : numbers;

    /* Where a sheet goes over several classes, one looks for a child in its own. */
    if (!*text && self->session->class_id == TV_MEASURING_ALL_CLASSES)
        text = self->class_->name;

    gtk_label_set_label (self->remark_label, text);
    if (sentence)
        gtk_widget_add_css_class (GTK_WIDGET (self->remark_label), "question");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (self->remark_label), "question");
}

static void
show_position (TvMeasuringLine *self)
{
    gboolean has_height = self->current && self->current->height_mm > 0;

    gtk_button_set_label (self->position_button,
                          has_height ? tv_position_label (self->current->position) : "");
    gtk_widget_set_sensitive (GTK_WIDGET (self->position_button),
                              has_height && !self->is_read_only);
}

void
_tv_measuring_line_judge (TvMeasuringLine *self)
{
    g_autoptr (TvMeasurement) measurement = as_typed (self);
    double typed[TV_MEASURING_N_CELLS];
    TvMeasuringCase one = { .student = self->student,
                            .measurement = measurement,
                            .previous = self->previous,
                            .typed = typed };

    for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
        typed[i] = self->cells[i].odd_value ? self->cells[i].odd_number : NAN;
    for (int side = 0; side < TV_DOUBT_N_SIDES; side++)
        one.beside[side]
            = (TvMeasuringBeside){ self->beside[side].student, self->beside[side].current,
                                   self->beside[side].previous };
    self->is_beside_new = FALSE;
    tv_measuring_finding_clear (&self->finding);
    tv_measuring_assess_case (&one, &self->finding);
    tv_class_badge_set (self->badge, self->finding.concern, self->finding.words);
    show_position (self);
    show_remark (self);
    g_signal_emit_by_name (self, "judged");
}

void
_tv_measuring_line_set_refusal (TvMeasuringLine *self, TvQuantity quantity, const char *refusal)
{
    TvMeasuringCell *cell = &self->cells[quantity];

    g_free (cell->refusal);
    cell->refusal = g_strdup (refusal);
    cell->is_brought = FALSE;
    gtk_widget_remove_css_class (GTK_WIDGET (cell->entry), "draft");
    if (refusal)
        gtk_widget_add_css_class (GTK_WIDGET (cell->entry), "error");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (cell->entry), "error");
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_STATE_INVALID,
        refusal ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* All readings behind a value, where there is more than the value itself to tell. */
static char *
write_readings (const TvMeasurement *measurement, TvQuantity quantity)
{
    g_autoptr (GArray) repeats = tv_repeats_list (measurement, quantity);
    g_autoptr (GString) text = g_string_new (NULL);
    gboolean has_more = repeats->len > 1;

    for (guint i = 0; i < repeats->len; i++) {
        const TvRepeat *repeat = &g_array_index (repeats, TvRepeat, i);
        g_autofree char *with = tv_quantity_text (quantity, repeat->with_g);
        g_autofree char *alone
            = tv_quantity_with_unit (quantity, repeat->with_g ? repeat->without_g : repeat->value);

        has_more |= repeat->with_g > 0;
        g_string_append_printf (text, "%s%s%s%s", i > 0 ? "; " : "", with,
                                repeat->with_g ? " − " : "", alone);
    }
    if (!has_more)
        return NULL;
    /* Translators: %s is a list of weights or heights as they were read one after the other. */
    return g_strdup_printf (_ ("Readings: %s"), text->str);
}

/* Shows what stands in the book, and forgets what was typed over it. */
void
_tv_measuring_line_show_value (TvMeasuringLine *self, TvQuantity quantity)
{
    TvMeasuringCell *cell = &self->cells[quantity];
    g_autofree char *readings = write_readings (self->current, quantity);

    g_free (cell->kept);
    cell->kept = tv_quantity_text (quantity, _tv_measuring_line_value (self, quantity));
    cell->odd_value = 0;
    /* Asked for only then: every cell would get a label for it. */
    if (cell->is_further)
        gtk_entry_set_placeholder_text (cell->entry, NULL);
    cell->is_further = FALSE;
    _tv_measuring_line_set_refusal (self, quantity, NULL);
    gtk_widget_set_tooltip_text (GTK_WIDGET (cell->entry), readings);
    if (strcmp (gtk_editable_get_text (GTK_EDITABLE (cell->entry)), cell->kept) != 0)
        gtk_editable_set_text (GTK_EDITABLE (cell->entry), cell->kept);
}

static void
show_last (TvMeasuringLine *self)
{
    g_autofree char *weight = NULL;
    g_autofree char *height = NULL;
    g_autofree char *date = NULL;
    g_autofree char *text = NULL;

    if (!self->previous) {
        gtk_label_set_label (self->last_label, "");
        return;
    }
    weight = tv_quantity_text (TV_QUANTITY_WEIGHT, self->previous->weight_g);
    height = tv_quantity_text (TV_QUANTITY_HEIGHT, self->previous->height_mm);
    date = tv_date_to_text (self->previous->date);
    /* Translators: last time's weight in kg, height in cm and date, in a narrow column. */
    text = g_strdup_printf (_ ("%s · %s (%s)"), *weight ? weight : "–", *height ? height : "–",
                            date);
    gtk_label_set_label (self->last_label, text);
}

/* The day on which the line was measured, or would be. */
static TvDate
own_day (TvMeasuringLine *self)
{
    return self->current ? self->current->date : self->session->date;
}

/* With its measuring day where that is not the session's. */
static char *
write_name (TvMeasuringLine *self)
{
    int month, day;

    if (own_day (self) == self->session->date)
        return g_strdup (self->student->name);
    tv_date_get_ymd (own_day (self), NULL, &month, &day);
    return g_strdup_printf ("%s · %d/%d", self->student->name, day, month);
}

static void
show_student (TvMeasuringLine *self)
{
    g_autofree char *roll = g_strdup_printf ("%d", self->roll_number);
    g_autofree char *age = tv_age_text (self->student->birth_date, own_day (self));
    g_autofree char *name = _tv_measuring_line_add_birth (self, write_name (self));

    gtk_label_set_label (self->roll_label, self->roll_number > 0 ? roll : "");
    gtk_label_set_label (self->name_label, name);
    gtk_label_set_label (self->age_label, age);
    _tv_measuring_line_name_cells (self);
}

static gboolean
is_same_measurement (const TvMeasurement *a, const TvMeasurement *b)
{
    if (!a || !b)
        return a == b;
    return a->id == b->id && a->date == b->date && a->position == b->position
           && a->state == b->state && a->weight_g == b->weight_g && a->height_mm == b->height_mm
           && a->has_oedema == b->has_oedema && a->n_readings == b->n_readings
           && g_strcmp0 (a->excluded_reason, b->excluded_reason) == 0
           && g_strcmp0 (a->kept_reason, b->kept_reason) == 0;
}

static gboolean
shows_already (TvMeasuringLine *self, const TvMeasuringRow *row, const TvSession *session,
               gboolean is_read_only)
{
    return !self->is_stale && self->student && self->student->id == row->student->id
           && tv_student_equal (self->student, row->student)
           && self->roll_number == row->roll_number && self->session->round_id == session->round_id
           && self->session->class_id == session->class_id && self->class_->id == row->class_->id
           && self->session->date == session->date && self->is_read_only == is_read_only
           && is_same_measurement (self->current, row->current)
           && is_same_measurement (self->previous, row->previous);
}

static void
take_records (TvMeasuringLine *self, const TvMeasuringRow *row, TvSession *session)
{
    g_clear_pointer (&self->student, tv_student_unref);
    g_clear_pointer (&self->class_, tv_class_unref);
    g_clear_pointer (&self->session, tv_session_unref);
    g_clear_pointer (&self->current, tv_measurement_unref);
    g_clear_pointer (&self->previous, tv_measurement_unref);
    self->student = tv_student_ref (row->student);
    self->class_ = tv_class_ref (row->class_);
    self->session = tv_session_ref (session);
    self->current = row->current ? tv_measurement_ref (row->current) : NULL;
    self->previous = row->previous ? tv_measurement_ref (row->previous) : NULL;
}

void
_tv_measuring_line_clear_beside (TvMeasuringLine *self)
{
    for (int side = 0; side < TV_DOUBT_N_SIDES; side++) {
        TvMeasuringLineBeside *beside = &self->beside[side];

        g_clear_pointer (&beside->student, tv_student_unref);
        g_clear_pointer (&beside->current, tv_measurement_unref);
        g_clear_pointer (&beside->previous, tv_measurement_unref);
    }
}

/* (nullable) The row beside, if it is of the same class. */
static const TvMeasuringRow *
find_beside (const TvMeasuringSheet *sheet, guint index, TvDoubtSide side)
{
    guint beside = side == TV_DOUBT_ABOVE ? index - 1 : index + 1;
    const TvMeasuringRow *own = g_ptr_array_index (sheet->rows, index), *row;

    if (beside >= sheet->rows->len)
        return NULL;
    row = g_ptr_array_index (sheet->rows, beside);
    return row->class_->id == own->class_->id ? row : NULL;
}

static gboolean
is_same_beside (const TvMeasuringLineBeside *beside, const TvMeasuringRow *row)
{
    if (!beside->student || !row)
        return !beside->student && !row;
    return tv_student_equal (beside->student, row->student)
           && is_same_measurement (beside->current, row->current)
           && is_same_measurement (beside->previous, row->previous);
}

/**
 * tv_measuring_line_set_beside:
 * @sheet: what stands in the book
 * @index: of the line's own row
 *
 * Says who stands above and below, so that a value in the wrong row is seen. The line judges by it
 * when it is shown next.
 */
void
tv_measuring_line_set_beside (TvMeasuringLine *self, const TvMeasuringSheet *sheet, guint index)
{
    const TvMeasuringRow *rows[TV_DOUBT_N_SIDES];

    g_return_if_fail (TV_IS_MEASURING_LINE (self));
    for (int side = 0; side < TV_DOUBT_N_SIDES; side++)
        rows[side] = find_beside (sheet, index, side);
    if (is_same_beside (&self->beside[TV_DOUBT_ABOVE], rows[TV_DOUBT_ABOVE])
        && is_same_beside (&self->beside[TV_DOUBT_BELOW], rows[TV_DOUBT_BELOW]))
        return;
    _tv_measuring_line_clear_beside (self);
    self->is_beside_new = TRUE;
    for (int side = 0; side < TV_DOUBT_N_SIDES; side++) {
        TvMeasuringLineBeside *beside = &self->beside[side];

        if (!rows[side])
            continue;
        beside->student = tv_student_ref (rows[side]->student);
        beside->current = rows[side]->current ? tv_measurement_ref (rows[side]->current) : NULL;
        beside->previous = rows[side]->previous ? tv_measurement_ref (rows[side]->previous) : NULL;
    }
}

/**
 * tv_measuring_line_show:
 * @row: what stands in the book
 * @session: the session that goes on
 * @is_read_only: whether nothing may be typed
 *
 * Shows a child. Text that was typed for the same child and is not saved stays.
 */
void
tv_measuring_line_show (TvMeasuringLine *self, const TvMeasuringRow *row, TvSession *session,
                        gboolean is_read_only)
{
    gboolean is_same = self->student && self->student->id == row->student->id
                       && self->session->round_id == session->round_id;
    gboolean is_half_typed[TV_MEASURING_N_CELLS];

    g_return_if_fail (TV_IS_MEASURING_LINE (self));
    if (shows_already (self, row, session, is_read_only)) {
        take_records (self, row, session);
        if (self->is_beside_new)
            _tv_measuring_line_judge (self);
        return;
    }
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++)
        is_half_typed[i] = is_same && tv_measuring_line_is_half_typed (self, i);
    take_records (self, row, session);
    self->is_read_only = is_read_only;
    self->roll_number = row->roll_number;
    self->is_stale = FALSE;
    show_student (self);
    show_last (self);
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        if (!is_half_typed[i])
            _tv_measuring_line_show_value (self, i);
        gtk_editable_set_editable (GTK_EDITABLE (self->cells[i].entry), !is_read_only);
    }
    _tv_measuring_line_judge (self);
}

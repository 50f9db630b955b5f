/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settles what a row of a weighing sheet measures: in which round, against what stands already,
 * and what is odd about it. */

#include "workflows/tv-import-judge.h"

#include "growth/tv-doubt.h"
#include "workflows/tv-typed-value.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A sheet that is this near to a round that the plan opens belongs to it. */
static const int NEAR_DAYS = 31;

static gboolean
is_within (const TvRound *round, TvDate day)
{
    return round->first_day != TV_DATE_NONE && day >= round->first_day
           && (round->last_day == TV_DATE_NONE || day <= round->last_day);
}

/* By its days; else by the number that a title names; else one about to be opened nearby. */
static guint
find_round (TvImportJudge *self, TvDate day)
{
    guint by_number = G_MAXUINT, nearby = G_MAXUINT;

    for (guint i = 0; i < self->rounds->len; i++) {
        const TvRound *round = g_ptr_array_index (self->rounds, i);

        if (round->kind != TV_ROUND_REGULAR)
            continue;
        if (is_within (round, day))
            return i;
        if (self->list->round_number > 0 && round->id != 0
            && tv_round_number (round) == self->list->round_number)
            by_number = i;
        if (round->id == 0 && ABS (round->first_day - day) <= NEAR_DAYS)
            nearby = i;
    }
    return by_number != G_MAXUINT ? by_number : nearby;
}

static int
find_free_number (TvImportJudge *self)
{
    int last = 0;

    for (guint i = 0; i < self->rounds->len; i++)
        last = MAX (last, tv_round_number (g_ptr_array_index (self->rounds, i)));
    return last < self->list->round_number ? self->list->round_number : last + 1;
}

static TvRound *
open_round (TvImportJudge *self, TvDate day)
{
    int number = find_free_number (self);
    g_autofree char *code = g_strdup_printf ("%d-%d", self->book->first_year, number);
    g_autofree char *name = tv_round_default_name (number, self->book->first_year);
    TvRound values = {
        .code = code,
        .name = name,
        .kind = TV_ROUND_REGULAR,
        .first_day = day,
        .last_day = day,
    };
    TvRound *round = tv_round_new (&values);

    g_ptr_array_add (self->rounds, round);
    return round;
}

/* A round that is to be opened, or one whose number a title names, reaches to the day. */
static TvRound *
ensure_round (TvImportJudge *self, TvDate day)
{
    guint index = find_round (self, day);
    TvRound *round = index != G_MAXUINT ? g_ptr_array_index (self->rounds, index) : NULL;
    TvRound values;

    if (!round)
        return open_round (self, day);
    if (round->id != 0 || is_within (round, day))
        return round;
    values = *round;
    values.first_day = MIN (round->first_day, day);
    values.last_day = MAX (round->last_day, day);
    tv_round_unref (round);
    round = tv_round_new (&values);
    g_ptr_array_index (self->rounds, index) = round;
    return round;
}

static TvPosition
find_position (const TvListRow *row, const TvStudent *student)
{
    if (row->position != TV_POSITION_UNKNOWN || student->birth_date == TV_DATE_NONE)
        return row->position;
    return tv_position_by_age (row->measured_on - student->birth_date);
}

static void
fill_doubt_input (TvImportJudge *self, const TvImportStep *step, const TvStudent *student,
                  TvDoubtInput *input)
{
    const TvListRow *row = step->row;
    const TvMeasurement *previous = NULL;

    if (step->known)
        previous = tv_import_book_find_previous (self->book, step->known->id, row->measured_on);
    *input = (TvDoubtInput){
        .sex = student->sex,
        .birth_date = student->birth_date,
        .date = row->measured_on,
        .position = find_position (row, student),
        .weight_kg = row->typed_weight_kg,
        .height_cm = row->typed_height_cm,
        .previous_date = previous ? previous->date : TV_DATE_NONE,
        .previous_position = previous ? previous->position : TV_POSITION_UNKNOWN,
        .previous_weight_kg = previous && previous->weight_g ? previous->weight_g / 1000.0 : NAN,
        .previous_height_cm = previous && previous->height_mm ? previous->height_mm / 10.0 : NAN,
    };
}

/* The remark in which a refused value can be corrected, NULL where the value was taken. */
static TvImportRemark *
find_refusal (TvImportStep *step, TvListField field)
{
    for (guint i = 0; i < step->shown.remarks->len; i++) {
        TvImportRemark *remark = g_ptr_array_index (step->shown.remarks, i);

        if (remark->refuses && strcmp (remark->field, tv_list_field_code (field)) == 0)
            return remark;
    }
    return NULL;
}

static void
propose (TvImportStep *step, TvListField field, TvQuantity quantity, int value)
{
    TvImportRemark *refusal = find_refusal (step, field);
    g_autofree char *text = NULL;
    g_autofree char *sentence = NULL;

    if (value == 0)
        return;
    text = tv_quantity_text (quantity, value);
    if (refusal) {
        g_free (refusal->proposal);
        refusal->proposal = g_steal_pointer (&text);
        return;
    }
    /* Translators: %s is a weight or a height with its unit. */
    sentence = g_strdup_printf (_ ("Correct it to %s?"), text);
    tv_import_step_question (step, field, sentence, text);
}

static TvListField
field_in_doubt (const TvDoubt *doubt)
{
    switch (doubt->kind) {
    case TV_DOUBT_SHORTER:
    case TV_DOUBT_HEIGHT_CHANGE:
        return TV_LIST_HEIGHT;
    case TV_DOUBT_WEIGHT_CHANGE:
        return TV_LIST_WEIGHT;
    case TV_DOUBT_LIMITS:
    case TV_DOUBT_Z_JUMP:
        return doubt->z_kind == TV_Z_HEIGHT_FOR_AGE ? TV_LIST_HEIGHT : TV_LIST_WEIGHT;
    default:
        return TV_LIST_NO_FIELD;
    }
}

static void
ask (TvImportJudge *self, TvImportStep *step, const TvStudent *student)
{
    TvDoubt doubts[TV_DOUBT_N_KINDS];
    TvDoubtInput input;
    guint n_doubts;

    fill_doubt_input (self, step, student, &input);
    n_doubts = tv_doubt_find (&input, doubts);
    for (guint i = 0; i < n_doubts; i++) {
        g_autofree char *sentence = tv_doubt_sentence (&doubts[i], &input);

        step->is_swapped |= doubts[i].kind == TV_DOUBT_SWAPPED;
        tv_import_step_question (step, field_in_doubt (&doubts[i]), sentence, NULL);
        propose (step, TV_LIST_WEIGHT, TV_QUANTITY_WEIGHT, doubts[i].weight_g);
        propose (step, TV_LIST_HEIGHT, TV_QUANTITY_HEIGHT, doubts[i].height_mm);
    }
}

static gboolean
is_same_measurement (const TvMeasurement *a, const TvMeasurement *b)
{
    return a->state == b->state && a->weight_g == b->weight_g && a->height_mm == b->height_mm
           && a->date == b->date && a->position == b->position && g_strcmp0 (a->note, b->note) == 0;
}

static void
add_reading (GArray *readings, TvQuantity quantity, int value)
{
    TvReading reading = { quantity, value };

    if (value > 0)
        g_array_append_val (readings, reading);
}

/* The row's own values, before them the readings behind a value that it leaves standing. */
static GArray *
collect_readings (const TvListRow *row, const TvMeasurement *standing)
{
    GArray *readings = g_array_new (FALSE, FALSE, sizeof (TvReading));

    for (guint i = 0; standing && i < standing->n_readings; i++) {
        const TvReading *reading = &standing->readings[i];

        if ((reading->quantity == TV_QUANTITY_WEIGHT ? row->weight_g : row->height_mm) == 0)
            g_array_append_vals (readings, reading, 1);
    }
    add_reading (readings, TV_QUANTITY_WEIGHT, row->weight_g);
    add_reading (readings, TV_QUANTITY_HEIGHT, row->height_mm);
    return readings;
}

/* The same file read again, perhaps in another language, adds nothing: the value tells. */
static void
add_note (GString *note, const char *value, const char *sentence)
{
    g_autofree char *quoted = g_strdup_printf ("“%s”", value);

    if (strstr (note->str, quoted))
        return;
    if (note->len > 0)
        g_string_append (note, "; ");
    g_string_append (note, sentence);
}

/* What stands is gone on with where it begins with what the row says. */
static const char *
first_note (const TvListRow *row, const TvMeasurement *standing)
{
    const char *old = standing ? standing->note : NULL;

    return row->notes && !(old && g_str_has_prefix (old, row->notes)) ? row->notes : old;
}

/* A value that could not be taken is told in the note, so that nothing of the file is lost. */
static char *
write_note (const TvListRow *row, const TvMeasurement *standing)
{
    g_autoptr (GString) note = g_string_new (first_note (row, standing));

    for (guint i = 0; i < row->n_faults; i++) {
        const TvListFault *fault = &row->faults[i];
        const char *text = row->texts[fault->field];
        g_autofree char *sentence = NULL;

        if (fault->severity != TV_LIST_VALUE_REFUSED)
            continue;
        if (fault->field == TV_LIST_WEIGHT)
            /* Translators: %s is what stands in a file, a number that no child weighs. */
            sentence = g_strdup_printf (_ ("In the file the weight was “%s”, which was not taken."),
                                        text);
        else if (fault->field == TV_LIST_HEIGHT)
            /* Translators: %s is what stands in a file, a number that is no child's height. */
            sentence = g_strdup_printf (_ ("In the file the height was “%s”, which was not taken."),
                                        text);
        if (sentence)
            add_note (note, text, sentence);
    }
    return note->len > 0 ? g_strdup (note->str) : NULL;
}

/* What the row adds to what stands; a value that the row lacks stays. */
static void
settle (TvImportStep *step, const TvMeasurement *standing, const TvStudent *student)
{
    const TvListRow *row = step->row;
    TvMeasurement values = { .date = TV_DATE_NONE };
    g_autoptr (GArray) readings = collect_readings (row, standing);
    g_autofree char *note = write_note (row, standing);

    if (standing)
        values = *standing;
    values.date = row->measured_on;
    values.position = find_position (row, student);
    values.state = row->state;
    values.round_id = step->round->id;
    values.readings = (TvReading *) (gpointer) readings->data;
    values.n_readings = readings->len;
    if (row->weight_g > 0)
        values.weight_g = row->weight_g;
    if (row->height_mm > 0)
        values.height_mm = row->height_mm;
    values.note = note;
    step->stands_already = standing && is_same_measurement (standing, &values);
    if (step->stands_already)
        return;
    values.kept_reason = NULL;
    values.excluded_reason = NULL;
    step->measurement = tv_measurement_new (&values);
    step->is_first_measurement = standing == NULL;
}

/* By the class in which the child was measured, not by the one it moves to. */
static gboolean
is_taken_in (TvImportJudge *self, const TvImportStep *step)
{
    const TvEnrolment *place
        = step->known
              ? tv_import_book_find_enrolment (self->book, step->known->id, step->row->measured_on)
              : NULL;

    if (!place || (step->enrolment && step->enrolment->from <= step->row->measured_on))
        place = step->enrolment ? step->enrolment : place;
    return tv_import_book_takes_in (self->book, step->round->id, place ? place->class_id : 0);
}

/**
 * tv_import_measure:
 * @step: a row whose child and place are settled
 */
void
tv_import_measure (TvImportJudge *self, TvImportStep *step)
{
    const TvListRow *row = step->row;
    const TvStudent *student = step->student ? step->student : step->known;
    const TvMeasurement *standing = NULL;
    gboolean is_measured;

    if (step->is_refused || !row->has_measures)
        return;
    ask (self, step, student);
    step->is_withheld
        = step->is_swapped
          && (find_refusal (step, TV_LIST_WEIGHT) || find_refusal (step, TV_LIST_HEIGHT));
    is_measured = !step->is_withheld && (row->weight_g > 0 || row->height_mm > 0);
    /* A row that is left out opens no round. */
    if (step->is_skipped || (!is_measured && row->state == TV_MEASUREMENT_MEASURED))
        return;
    step->round = tv_round_ref (ensure_round (self, row->measured_on));
    if (step->round->is_closed) {
        tv_import_step_refuse (
            step, TV_LIST_MEASURED_ON,
            _ ("The measuring round of that day is signed off; it takes in nothing more "
               "until it is reopened."));
        return;
    }
    if (!is_taken_in (self, step)) {
        tv_import_step_refuse (step, TV_LIST_MEASURED_ON,
                               _ ("The measuring round of that day does not take in this class. "
                                  "Add the class to the round first."));
        return;
    }
    if (step->known && step->round->id != 0)
        standing = tv_import_book_find_measurement (self->book, step->known->id, step->round->id);
    /* Whoever was absent at first and measured later stays measured. */
    if (step->is_withheld
        || (!is_measured && standing && standing->state == TV_MEASUREMENT_MEASURED))
        return;
    settle (step, standing, student);
}

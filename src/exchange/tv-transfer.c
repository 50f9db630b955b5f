/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child's record between two schools, and the text that it is in a file. */

#include "exchange/tv-transfer.h"

#include <json-glib/json-glib.h>

static void
free_place (gpointer data)
{
    TvTransferPlace *self = data;

    g_free (self->class_name);
    g_free (self->other_school);
    g_free (self);
}

static void
free_visit (gpointer data)
{
    TvTransferVisit *self = data;

    tv_measurement_unref (self->measurement);
    g_free (self->round_name);
    g_free (self->class_name);
    g_free (self);
}

static void
clear_transfer (gpointer data)
{
    TvTransfer *self = data;

    g_free (self->school);
    tv_student_unref (self->student);
    g_ptr_array_unref (self->places);
    g_ptr_array_unref (self->visits);
}

/**
 * tv_transfer_new:
 * @school: the name of the school that writes it
 * @written_on: on which day
 * @student: (transfer none): the child
 *
 * Returns: (transfer full): a record without places and measurements yet
 */
TvTransfer *
tv_transfer_new (const char *school, TvDate written_on, TvStudent *student)
{
    TvTransfer *self = g_atomic_rc_box_new0 (TvTransfer);

    self->school = g_strdup (school);
    self->written_on = written_on;
    self->student = tv_student_ref (student);
    self->places = g_ptr_array_new_with_free_func (free_place);
    self->visits = g_ptr_array_new_with_free_func (free_visit);
    return self;
}

TvTransfer *
tv_transfer_ref (TvTransfer *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_transfer_unref (TvTransfer *self)
{
    g_atomic_rc_box_release_full (self, clear_transfer);
}

/**
 * tv_transfer_add_place:
 *
 * Returns: (transfer none): a new last place, to be filled
 */
TvTransferPlace *
tv_transfer_add_place (TvTransfer *self)
{
    TvTransferPlace *place = g_new0 (TvTransferPlace, 1);

    place->from = place->until = TV_DATE_NONE;
    g_ptr_array_add (self->places, place);
    return place;
}

/**
 * tv_transfer_add_visit:
 * @measurement: (transfer none): what was measured
 *
 * Returns: (transfer none): a new last visit, to be filled
 */
TvTransferVisit *
tv_transfer_add_visit (TvTransfer *self, TvMeasurement *measurement)
{
    TvTransferVisit *visit = g_new0 (TvTransferVisit, 1);

    visit->measurement = tv_measurement_ref (measurement);
    g_ptr_array_add (self->visits, visit);
    return visit;
}

/* What is not known is left out. */
static void
add_text (JsonBuilder *to, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    json_builder_set_member_name (to, name);
    json_builder_add_string_value (to, text);
}

static void
add_number (JsonBuilder *to, const char *name, gint64 number)
{
    json_builder_set_member_name (to, name);
    json_builder_add_int_value (to, number);
}

static void
add_fact (JsonBuilder *to, const char *name, gboolean is_so)
{
    json_builder_set_member_name (to, name);
    json_builder_add_boolean_value (to, is_so);
}

static void
add_date (JsonBuilder *to, const char *name, TvDate date)
{
    g_autofree char *text = date == TV_DATE_NONE ? NULL : tv_date_to_iso (date);

    add_text (to, name, text);
}

static void
add_student (JsonBuilder *to, const TvStudent *student)
{
    json_builder_set_member_name (to, "student");
    json_builder_begin_object (to);
    add_text (to, "uid", student->uid);
    add_text (to, "name", student->name);
    add_text (to, "sort_name", student->sort_name);
    add_text (to, "sex", tv_sex_code (student->sex));
    add_date (to, "birth_date", student->birth_date);
    add_text (to, "personal_number", student->personal_number);
    add_text (to, "ministry_code", student->ministry_code);
    add_text (to, "ethnic_group", student->ethnic_group);
    add_text (to, "guardian_name", student->guardian_name);
    add_text (to, "guardian_phone", student->guardian_phone);
    add_text (to, "notes", student->notes);
    json_builder_end_object (to);
}

static void
add_places (JsonBuilder *to, const GPtrArray *places)
{
    json_builder_set_member_name (to, "classes");
    json_builder_begin_array (to);
    for (guint i = 0; i < places->len; i++) {
        const TvTransferPlace *place = places->pdata[i];

        json_builder_begin_object (to);
        add_number (to, "year", place->first_year);
        add_text (to, "class", place->class_name);
        add_number (to, "grade", place->grade);
        add_text (to, "status", tv_enrolment_status_code (place->status));
        add_date (to, "from", place->from);
        add_date (to, "until", place->until);
        add_text (to, "other_school", place->other_school);
        json_builder_end_object (to);
    }
    json_builder_end_array (to);
}

static void
add_readings (JsonBuilder *to, const TvMeasurement *measurement)
{
    json_builder_set_member_name (to, "readings");
    json_builder_begin_array (to);
    for (guint i = 0; i < measurement->n_readings; i++) {
        const TvReading *reading = &measurement->readings[i];

        json_builder_begin_object (to);
        add_number (to, reading->quantity == TV_QUANTITY_WEIGHT ? "weight_g" : "height_mm",
                    reading->value);
        json_builder_end_object (to);
    }
    json_builder_end_array (to);
}

static void
add_visit (JsonBuilder *to, const TvTransferVisit *visit)
{
    const TvMeasurement *measurement = visit->measurement;

    json_builder_begin_object (to);
    add_text (to, "uid", measurement->uid);
    add_date (to, "date", measurement->date);
    add_text (to, "round", visit->round_name);
    add_text (to, "class", visit->class_name);
    add_text (to, "clothing", tv_clothing_code (visit->clothing));
    add_fact (to, "scale_checked", visit->is_scale_checked);
    add_fact (to, "board_checked", visit->is_board_checked);
    add_text (to, "position", tv_position_code (measurement->position));
    add_text (to, "state", tv_measurement_state_code (measurement->state));
    add_number (to, "weight_g", measurement->weight_g);
    add_number (to, "height_mm", measurement->height_mm);
    add_fact (to, "oedema", measurement->has_oedema);
    add_text (to, "excluded_reason", measurement->excluded_reason);
    add_text (to, "kept_reason", measurement->kept_reason);
    add_text (to, "note", measurement->note);
    add_readings (to, measurement);
    json_builder_end_object (to);
}

/**
 * tv_transfer_to_json:
 *
 * Returns: (transfer full): the record as the text of a file
 */
char *
tv_transfer_to_json (const TvTransfer *self)
{
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    g_autoptr (JsonNode) root = NULL;

    json_builder_begin_object (builder);
    add_text (builder, "format", "tamvoc-transfer");
    add_number (builder, "version", 1);
    add_text (builder, "school", self->school);
    add_date (builder, "written_on", self->written_on);
    add_student (builder, self->student);
    add_places (builder, self->places);
    json_builder_set_member_name (builder, "measurements");
    json_builder_begin_array (builder);
    for (guint i = 0; i < self->visits->len; i++)
        add_visit (builder, self->visits->pdata[i]);
    json_builder_end_array (builder);
    json_builder_end_object (builder);
    root = json_builder_get_root (builder);
    return json_to_string (root, TRUE);
}

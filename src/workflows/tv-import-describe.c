/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in one line what a row of the plan writes. */

#include "workflows/tv-import-judge.h"

#include "workflows/tv-typed-value.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add (GPtrArray *parts, char *taken)
{
    g_ptr_array_add (parts, taken);
}

static void
add_label_if (GPtrArray *labels, gboolean is_changed, TvListField field)
{
    if (is_changed)
        add (labels, g_strdup (tv_list_field_label (field)));
}

/* The names of what differs between the child as it stands and as it is to stand. */
static void
add_changes (GPtrArray *parts, const TvStudent *old, const TvStudent *new)
{
    g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

    add_label_if (labels, strcmp (old->name, new->name) != 0, TV_LIST_NAME);
    add_label_if (labels, old->sex != new->sex, TV_LIST_SEX);
    add_label_if (labels, old->birth_date != new->birth_date, TV_LIST_BIRTH_DATE);
    add_label_if (labels, g_strcmp0 (old->personal_number, new->personal_number) != 0,
                  TV_LIST_PERSONAL_NUMBER);
    add_label_if (labels, g_strcmp0 (old->ministry_code, new->ministry_code) != 0,
                  TV_LIST_MINISTRY_CODE);
    add_label_if (labels, g_strcmp0 (old->ethnic_group, new->ethnic_group) != 0,
                  TV_LIST_ETHNIC_GROUP);
    add_label_if (labels, g_strcmp0 (old->guardian_name, new->guardian_name) != 0,
                  TV_LIST_GUARDIAN_NAME);
    add_label_if (labels, g_strcmp0 (old->guardian_phone, new->guardian_phone) != 0,
                  TV_LIST_GUARDIAN_PHONE);
    add_label_if (labels, g_strcmp0 (old->notes, new->notes) != 0, TV_LIST_NOTES);
    g_ptr_array_add (labels, NULL);
    add (parts, g_strjoinv (", ", (char **) labels->pdata));
}

static void
add_place (TvImportJudge *self, GPtrArray *parts, const TvImportStep *step)
{
    const TvEnrolment *old;

    if (step->is_move) {
        old = tv_import_book_find_enrolment (self->book, step->known->id, self->today);
        add (parts,
             g_strdup_printf ("%s → %s", tv_import_book_get_class (self->book, old->class_id)->name,
                              step->shown.class_name));
    }
    if (step->is_leaving) {
        add (parts, g_strdup (tv_enrolment_status_label (step->enrolment->status)));
        if (step->enrolment->until != TV_DATE_NONE)
            add (parts, tv_date_to_text (step->enrolment->until));
    } else if (step->known && !step->is_move) {
        add (parts, g_strdup_printf ("%s %d", tv_list_field_label (TV_LIST_ROLL_NUMBER),
                                     step->enrolment->roll_number));
    }
}

static void
add_measurement (GPtrArray *parts, const TvMeasurement *measurement)
{
    if (measurement->state != TV_MEASUREMENT_MEASURED)
        add (parts, g_strdup (tv_measurement_state_label (measurement->state)));
    if (measurement->weight_g > 0)
        add (parts, tv_quantity_with_unit (TV_QUANTITY_WEIGHT, measurement->weight_g));
    if (measurement->height_mm > 0)
        add (parts, tv_quantity_with_unit (TV_QUANTITY_HEIGHT, measurement->height_mm));
}

/**
 * tv_import_describe:
 * @step: a row of which all is settled
 *
 * Returns: (transfer full): "15,4 kg · 101,2 cm", "1A → 1B", "" where nothing is written
 */
char *
tv_import_describe (TvImportJudge *self, const TvImportStep *step)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

    if (step->is_skipped)
        return g_strdup (C_ ("row of an import", "Left out"));
    if (!tv_import_step_writes (step))
        return g_strdup ("");
    if (!step->known)
        add (parts, g_strdup (C_ ("row of an import", "New child")));
    else if (step->student)
        add_changes (parts, step->known, step->student);
    if (step->enrolment)
        add_place (self, parts, step);
    if (step->measurement)
        add_measurement (parts, step->measurement);
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **) parts->pdata);
}

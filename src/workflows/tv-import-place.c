/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settles where a child sits after an import: a new place, another class, or none any more. */

#include "workflows/tv-import-judge.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
says_status (const TvListRow *row)
{
    return row->texts[TV_LIST_STATUS] != NULL && !tv_list_row_find_fault (row, TV_LIST_STATUS);
}

/* A child's first place in the year. */
static void
enrol (TvImportJudge *self, TvImportStep *step)
{
    const TvListRow *row = step->row;
    gboolean is_here = tv_enrolment_status_is_here (row->status);
    TvEnrolment values = {
        .student_id = step->known ? step->known->id : 0,
        .year_id = self->book->year_id,
        .roll_number = row->roll_number,
        .status = row->status,
        .from = row->status == TV_ENROLMENT_ARRIVED ? row->status_date : TV_DATE_NONE,
        .until = is_here ? TV_DATE_NONE : row->status_date,
    };

    step->is_leaving = !is_here;
    step->enrolment = tv_enrolment_new (&values);
}

/* Whoever moves today sat in the old class until yesterday: what was measured there stays there.
 * Whoever had left and comes back left on the day it left. */
static void
move (TvImportJudge *self, TvImportStep *step, const TvEnrolment *old, TvEnrolment *values)
{
    gboolean comes_back
        = !tv_enrolment_is_current (old) && tv_enrolment_status_is_here (values->status);
    TvEnrolment ending = *old;

    step->is_move = TRUE;
    values->class_id = 0;
    values->roll_number = step->row->roll_number;
    if (!comes_back
        && (!g_hash_table_contains (self->book->measurements, &old->student_id)
            || (old->from != TV_DATE_NONE && old->from >= self->today)))
        return;
    ending.until = self->today - 1;
    if (!comes_back)
        step->ending = tv_enrolment_new (&ending);
    values->id = 0;
    values->uid = NULL;
    values->from = self->today;
}

static void
take_status (TvImportStep *step, TvEnrolment *values)
{
    const TvListRow *row = step->row;
    gboolean was_here = tv_enrolment_status_is_here (values->status);
    gboolean is_here = tv_enrolment_status_is_here (row->status);

    if (!says_status (row)) {
        if (!was_here)
            tv_import_step_question (
                step, TV_LIST_STATUS,
                _ ("By the book this child has left, and the list does not say "
                   "that it studies here again; the book is kept."),
                NULL);
        return;
    }
    values->status = row->status;
    if (is_here) {
        values->until = TV_DATE_NONE;
        return;
    }
    step->is_leaving = was_here;
    if (row->status_date != TV_DATE_NONE)
        values->until = row->status_date;
}

static gboolean
is_same_place (const TvEnrolment *a, const TvEnrolment *b)
{
    return a->class_id == b->class_id && a->status == b->status && a->until == b->until
           && a->roll_number == b->roll_number;
}

static void
change_place (TvImportJudge *self, TvImportStep *step, const TvEnrolment *old)
{
    TvEnrolment values = *old;
    TvClass *class_ = tv_import_book_find_class (self->book, step->row->class_name);

    take_status (step, &values);
    if (!says_status (step->row) && !tv_enrolment_status_is_here (old->status))
        return;
    if (step->row->roll_number > 0)
        values.roll_number = step->row->roll_number;
    if (!class_ || class_->id != old->class_id)
        move (self, step, old, &values);
    if (!is_same_place (old, &values))
        step->enrolment = tv_enrolment_new (&values);
}

/* A weighing sheet moves nobody: it may be older than the move, or from another room. */
static void
compare_place (TvImportJudge *self, TvImportStep *step, const TvEnrolment *old)
{
    const char *class_name = tv_import_book_get_class (self->book, old->class_id)->name;
    TvClass *class_ = step->row->class_name
                          ? tv_import_book_find_class (self->book, step->row->class_name)
                          : NULL;

    if (step->row->class_name && (!class_ || class_->id != old->class_id)) {
        /* Translators: %s is the name of a class. */
        g_autofree char *text = g_strdup_printf (_ ("On that day this child is in class %s by the "
                                                    "book; the book is kept."),
                                                 class_name);

        tv_import_step_question (step, TV_LIST_CLASS, text, NULL);
    }
    g_free (step->shown.class_name);
    step->shown.class_name = g_strdup (class_name);
}

/**
 * tv_import_place:
 * @step: a row whose child is known, or new
 */
void
tv_import_place (TvImportJudge *self, TvImportStep *step)
{
    const TvListRow *row = step->row;
    TvDate day = row->has_measures ? row->measured_on : self->today;
    TvEnrolment *old
        = step->known ? tv_import_book_find_enrolment (self->book, step->known->id, day) : NULL;

    if (old && row->has_measures) {
        compare_place (self, step, old);
        return;
    }
    if (!row->class_name) {
        tv_import_step_refuse (step, TV_LIST_CLASS, _ ("Nothing says which class this is."));
        return;
    }
    step->shown.class_name = g_strdup (tv_import_judge_class_name (self, row->class_name));
    if (old)
        change_place (self, step, old);
    else
        enrol (self, step);
}

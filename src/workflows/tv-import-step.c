/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of an import plan, and the words for it. */

#include "workflows/tv-import-step.h"

#include "exchange/tv-sheet.h"
#include "records/tv-vocabulary.h"
#include "workflows/tv-typed-value.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const verdict_codes[]
    = { "new", "changed", "moved", "left", "measured", "unchanged", "suspicious", "refused", NULL };

static void
free_remark (gpointer data)
{
    TvImportRemark *remark = data;

    g_free (remark->column);
    g_free (remark->field);
    g_free (remark->sentence);
    g_free (remark->proposal);
    g_free (remark);
}

const char *
tv_import_verdict_code (TvImportVerdict verdict)
{
    return tv_vocabulary_code (verdict_codes, (int) verdict);
}

const char *
tv_import_verdict_label (TvImportVerdict verdict)
{
    switch (verdict) {
    case TV_IMPORT_NEW:
        return C_ ("row of an import", "New");
    case TV_IMPORT_CHANGED:
        return C_ ("row of an import", "Changed");
    case TV_IMPORT_MOVED:
        return C_ ("row of an import", "Moved to another class");
    case TV_IMPORT_LEFT:
        return C_ ("row of an import", "Has left");
    case TV_IMPORT_MEASURED:
        return C_ ("row of an import", "Measured");
    case TV_IMPORT_UNCHANGED:
        return C_ ("row of an import", "No change");
    case TV_IMPORT_SUSPICIOUS:
        return C_ ("row of an import", "To be checked");
    case TV_IMPORT_REFUSED:
    default:
        return C_ ("row of an import", "Refused");
    }
}

/**
 * tv_import_step_new:
 * @row: (nullable): the row it is about
 *
 * Returns: (transfer full): a step that writes nothing
 */
TvImportStep *
tv_import_step_new (TvListRow *row)
{
    TvImportStep *self = g_new0 (TvImportStep, 1);

    self->row = row ? tv_list_row_ref (row) : NULL;
    self->shown.remarks = g_ptr_array_new_with_free_func (free_remark);
    return self;
}

void
tv_import_step_free (TvImportStep *self)
{
    g_clear_pointer (&self->row, tv_list_row_unref);
    g_clear_pointer (&self->known, tv_student_unref);
    g_clear_pointer (&self->student, tv_student_unref);
    g_clear_pointer (&self->ending, tv_enrolment_unref);
    g_clear_pointer (&self->enrolment, tv_enrolment_unref);
    g_clear_pointer (&self->measurement, tv_measurement_unref);
    g_clear_pointer (&self->round, tv_round_unref);
    g_ptr_array_unref (self->shown.remarks);
    g_free (self->shown.sheet);
    g_free (self->shown.class_name);
    g_free (self->shown.name);
    g_free (self->shown.birth_date);
    g_free (self->shown.sex);
    g_free (self->shown.details);
    g_free (self);
}

/**
 * tv_import_step_writes:
 *
 * Returns: whether anything of the row goes into the book
 */
gboolean
tv_import_step_writes (const TvImportStep *self)
{
    return !self->is_refused && !self->is_skipped
           && (self->student || self->enrolment || self->measurement);
}

/**
 * tv_import_step_n_values_left:
 *
 * Returns: how many weights and heights of a row that is otherwise taken over stay out of the book,
 *   0 to 2
 */
guint
tv_import_step_n_values_left (const TvImportStep *self)
{
    guint n = 0;

    if (self->is_refused || self->is_skipped || !self->row
        || (!tv_import_step_writes (self) && !self->stands_already))
        return 0;
    if (self->is_withheld)
        return 2;
    for (guint i = 0; i < self->row->n_faults; i++) {
        const TvListFault *fault = &self->row->faults[i];

        n += fault->severity == TV_LIST_VALUE_REFUSED
             && (fault->field == TV_LIST_WEIGHT || fault->field == TV_LIST_HEIGHT);
    }
    return n;
}

/**
 * tv_import_step_add_remark:
 * @field: what it is about; TV_LIST_NO_FIELD where nobody can correct it in one place
 * @sentence: for people
 * @proposal: (nullable): a text that would put it right
 * @refuses: whether something waits until it is corrected
 */
void
tv_import_step_add_remark (TvImportStep *self, TvListField field, const char *sentence,
                           const char *proposal, gboolean refuses)
{
    TvImportRemark *remark = g_new0 (TvImportRemark, 1);
    gboolean has_field = field != TV_LIST_NO_FIELD;
    gboolean has_column = has_field && self->row && self->row->columns[field] != TV_LIST_NO_COLUMN;

    remark->column
        = has_column ? tv_sheet_column_letters (self->row->columns[field]) : g_strdup ("");
    remark->field = g_strdup (has_field ? tv_list_field_code (field) : "");
    remark->sentence = g_strdup (sentence);
    remark->proposal = g_strdup (proposal);
    remark->refuses = refuses;
    g_ptr_array_add (self->shown.remarks, remark);
}

void
tv_import_step_refuse (TvImportStep *self, TvListField field, const char *sentence)
{
    self->is_refused = TRUE;
    tv_import_step_add_remark (self, field, sentence, NULL, TRUE);
}

void
tv_import_step_question (TvImportStep *self, TvListField field, const char *sentence,
                         const char *proposal)
{
    self->is_questioned = TRUE;
    tv_import_step_add_remark (self, field, sentence, proposal, FALSE);
}

static char *
say_missing (TvListField field)
{
    switch (field) {
    case TV_LIST_NAME:
    case TV_LIST_GIVEN_NAME:
        return g_strdup (_ ("The name is missing."));
    case TV_LIST_BIRTH_DATE:
        return g_strdup (_ ("The date of birth is missing: without it nothing can be said of the "
                            "child's growth."));
    case TV_LIST_CLASS:
        return g_strdup (_ ("Nothing says which class this is."));
    default:
        return g_strdup (_ ("The sex is missing: without it nothing can be said of the child's "
                            "growth."));
    }
}

static char *
say_unknown_word (TvListField field, const char *text)
{
    switch (field) {
    case TV_LIST_STATUS:
        /* Translators: %s is what stands in the file. */
        return g_strdup_printf (_ ("The status “%s” is not known here; the child counts as "
                                   "studying."),
                                text);
    case TV_LIST_POSITION:
        /* Translators: %s is what stands in the file. */
        return g_strdup_printf (
            _ ("“%s” is not a position: a child is measured lying or standing."), text);
    case TV_LIST_MALE_MARK:
        return g_strdup (_ ("The child is marked as a boy and as a girl."));
    default:
        /* Translators: %s is what stands in the file. “Nam” and “Nữ” are what lists say. */
        return g_strdup_printf (_ ("“%s” is not a sex: write “Nam” or “Nữ”."), text);
    }
}

static char *
say_not_a_number (TvListField field, const char *text)
{
    TvTypedValue typed;
    char *sentence;

    if (field != TV_LIST_WEIGHT && field != TV_LIST_HEIGHT)
        /* Translators: %s is what stands in the file. */
        return g_strdup_printf (_ ("“%s” is not a personal identification number; it is left out."),
                                text);
    tv_typed_value_read (&typed, field == TV_LIST_WEIGHT ? TV_QUANTITY_WEIGHT : TV_QUANTITY_HEIGHT,
                         text);
    sentence = g_strdup (typed.refusal ? typed.refusal : "");
    tv_typed_value_clear (&typed);
    return sentence;
}

static char *
say_too_late (const TvListRow *row, TvListField field, const char *text)
{
    g_autofree char *day
        = row->measured_on != TV_DATE_NONE ? tv_date_to_text (row->measured_on) : g_strdup ("");

    if (field == TV_LIST_MEASURED_ON)
        /* Translators: %s is a date. */
        return g_strdup_printf (_ ("The measuring date %s lies in the future."), text ? text : day);
    if (row->has_measures)
        /* Translators: two dates. */
        return g_strdup_printf (_ ("The date of birth %1$s lies after the measuring date %2$s."),
                                text, day);
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("The date %s lies in the future."), text);
}

static char *
say_fault (const TvListRow *row, const TvListFault *fault)
{
    const char *text = row->texts[fault->field];

    switch (fault->code) {
    case TV_LIST_FAULT_MISSING:
        return say_missing (fault->field);
    case TV_LIST_FAULT_NOT_A_DATE:
        /* Translators: %s is what stands in the file. */
        return g_strdup_printf (_ ("“%s” is not a date. Write day, month and year, such as "
                                   "05/09/2020."),
                                text);
    case TV_LIST_FAULT_NO_SUCH_DAY:
        /* Translators: %s is a date such as 31/02/2018. */
        return g_strdup_printf (_ ("The calendar has no day %s."), text);
    case TV_LIST_FAULT_TOO_EARLY:
        /* Translators: %s is a date. */
        return g_strdup_printf (_ ("The date %s lies before 1990."), text);
    case TV_LIST_FAULT_TOO_LATE:
        return say_too_late (row, fault->field, text);
    case TV_LIST_FAULT_UNKNOWN_WORD:
        return say_unknown_word (fault->field, text);
    case TV_LIST_FAULT_NOT_A_NUMBER:
    case TV_LIST_FAULT_OUT_OF_RANGE:
        return say_not_a_number (fault->field, text);
    case TV_LIST_FAULT_TWO_READINGS:
        return g_strdup (
            _ ("The letters of this name can be read in two ways, and the file has both. "
               "Compare the name with the file."));
    case TV_LIST_FAULT_NOT_12_DIGITS:
        /* Translators: %s is what stands in the file. */
        return g_strdup_printf (
            _ ("A personal identification number has 12 digits; “%s” has not, and is left out."),
            text);
    case TV_LIST_FAULT_OTHER_SEX:
        return g_strdup (_ ("By its fourth digit this personal identification number belongs to a "
                            "child of the other sex. Check the number and the sex."));
    case TV_LIST_FAULT_OTHER_YEAR:
        return g_strdup (_ ("By its digits this personal identification number belongs to a child "
                            "born in another year. Check the number and the date of birth."));
    default:
        return g_strdup ("");
    }
}

/**
 * tv_import_step_add_faults:
 *
 * Says what is wrong with the row by itself, before it is compared with anything.
 */
void
tv_import_step_add_faults (TvImportStep *self)
{
    for (guint i = 0; i < self->row->n_faults; i++) {
        const TvListFault *fault = &self->row->faults[i];
        g_autofree char *sentence = say_fault (self->row, fault);

        if (fault->severity == TV_LIST_ROW_REFUSED) {
            tv_import_step_refuse (self, fault->field, sentence);
        } else if (fault->severity == TV_LIST_VALUE_REFUSED) {
            self->has_refused_value = TRUE;
            self->is_questioned = TRUE;
            tv_import_step_add_remark (self, fault->field, sentence, NULL, TRUE);
        } else {
            tv_import_step_question (self, fault->field, sentence, NULL);
        }
    }
}

static TvImportVerdict
find_verdict (const TvImportStep *self)
{
    if (self->is_refused || self->is_skipped)
        return TV_IMPORT_REFUSED;
    if (!tv_import_step_writes (self) && self->has_refused_value)
        return self->stands_already ? TV_IMPORT_SUSPICIOUS : TV_IMPORT_REFUSED;
    if (!tv_import_step_writes (self))
        return TV_IMPORT_UNCHANGED;
    if (self->is_questioned)
        return TV_IMPORT_SUSPICIOUS;
    if (self->is_leaving)
        return TV_IMPORT_LEFT;
    if (!self->known)
        return TV_IMPORT_NEW;
    if (self->is_move)
        return TV_IMPORT_MOVED;
    if (self->student || self->enrolment || !self->is_first_measurement)
        return TV_IMPORT_CHANGED;
    return TV_IMPORT_MEASURED;
}

static char *
copy (const char *text)
{
    return g_strdup (text ? text : "");
}

/**
 * tv_import_step_show:
 * @sheet: of the row
 * @details: one line saying what is new or changes
 *
 * Settles the verdict and what is shown, once everything else is known.
 */
void
tv_import_step_show (TvImportStep *self, const char *sheet, const char *details)
{
    const TvListRow *row = self->row;
    TvImportRow *shown = &self->shown;
    const char *birth_text = row ? row->texts[TV_LIST_BIRTH_DATE] : NULL;
    TvDate birth_date = row ? row->birth_date : self->known->birth_date;

    shown->sheet = copy (sheet);
    shown->row = row ? row->source_row : 0;
    shown->verdict = find_verdict (self);
    shown->name = copy (row ? row->name : self->known->name);
    shown->birth_date
        = birth_date != TV_DATE_NONE ? tv_date_to_text (birth_date) : copy (birth_text);
    shown->sex = copy (tv_sex_label (row ? row->sex : self->known->sex));
    shown->details = copy (details);
    if (!shown->class_name)
        shown->class_name = copy (row ? row->class_name : NULL);
}

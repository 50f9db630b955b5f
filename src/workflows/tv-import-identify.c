/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out which child of the book a row is about, and what it says of that child that is new.
 * A personal number tells it, else a ministry code, else name and birth date. */

#include "workflows/tv-import-judge.h"

#include "base/tv-text.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
differ (const char *a, const char *b)
{
    return a && b && strcmp (a, b) != 0;
}

static gboolean
is_same_name (const char *a, const char *b)
{
    g_autofree char *first = tv_text_name_key (a);
    g_autofree char *second = tv_text_name_key (b);

    return strcmp (first, second) == 0;
}

static void
refuse_twice (TvImportStep *step, TvListField field, guint first_row)
{
    g_autofree char *text = NULL;

    switch (field) {
    case TV_LIST_MINISTRY_CODE:
        /* Translators: %u is the number of a row. */
        text = g_strdup_printf (_ ("Row %u has the same student code already."), first_row);
        break;
    case TV_LIST_PERSONAL_NUMBER:
        /* Translators: %u is the number of a row. */
        text = g_strdup_printf (_ ("Row %u has the same personal identification number already."),
                                first_row);
        break;
    default:
        /* Translators: %u is the number of a row. */
        text = g_strdup_printf (_ ("Row %u is about the same child already."), first_row);
        break;
    }
    tv_import_step_refuse (step, field, text);
}

/* Remembers whose row had the key first, and refuses the row where that was another. */
static void
claim (TvImportStep *step, GHashTable *table, const char *key, TvListField field)
{
    const TvListRow *first = key ? g_hash_table_lookup (table, key) : NULL;

    if (first)
        refuse_twice (step, field, first->source_row);
    else if (key)
        g_hash_table_insert (table, g_strdup (key), step->row);
}

/* The same child twice in one list: the first row is believed, the second waits. */
static void
claim_keys (TvImportJudge *self, TvImportStep *step)
{
    TvListRow *row = step->row;
    g_autofree char *child = NULL;

    if (step->is_skipped)
        return;
    claim (step, self->codes, row->ministry_code, TV_LIST_MINISTRY_CODE);
    claim (step, self->numbers, row->personal_number, TV_LIST_PERSONAL_NUMBER);
    if (row->name && row->birth_date != TV_DATE_NONE && !row->personal_number
        && !row->ministry_code) {
        child = tv_import_child_key (row->name, row->birth_date);
        claim (step, self->children, child, TV_LIST_NAME);
    }
}

static void
claim_known (TvImportJudge *self, TvImportStep *step)
{
    const TvListRow *first = g_hash_table_lookup (self->claimed, &step->known->id);

    g_hash_table_add (self->named, &step->known->id);
    if (step->is_skipped)
        return;
    if (!first)
        g_hash_table_insert (self->claimed, &step->known->id, step->row);
    else if (!step->is_refused)
        refuse_twice (step, TV_LIST_NO_FIELD, first->source_row);
}

static gboolean
sits_in_class (TvImportJudge *self, const TvStudent *student, const char *class_name)
{
    TvEnrolment *enrolment = tv_import_book_find_enrolment (self->book, student->id, self->today);
    TvClass *class_ = class_name ? tv_import_book_find_class (self->book, class_name) : NULL;

    return enrolment && class_ && enrolment->class_id == class_->id;
}

/* Whether numbers part the row from the child, or from a row that was known as it before. */
static gboolean
is_parted (TvImportJudge *self, const TvListRow *row, const TvStudent *student)
{
    const TvListRow *first = g_hash_table_lookup (self->claimed, &student->id);

    return differ (row->personal_number, student->personal_number)
           || differ (row->ministry_code, student->ministry_code)
           || (first
               && (differ (row->personal_number, first->personal_number)
                   || differ (row->ministry_code, first->ministry_code)));
}

/* Two children may share name and birth date; different numbers part them, a class may too. */
static TvStudent *
find_by_child (TvImportJudge *self, TvImportStep *step)
{
    const TvListRow *row = step->row;
    g_autofree char *key = tv_import_child_key (row->name, row->birth_date);
    GPtrArray *same = g_hash_table_lookup (self->book->by_child, key);
    TvStudent *found = NULL;
    guint n_found = 0, n_in_class = 0;

    for (guint i = 0; same && i < same->len; i++) {
        TvStudent *student = g_ptr_array_index (same, i);
        gboolean is_in_class = sits_in_class (self, student, row->class_name);

        if (is_parted (self, row, student))
            continue;
        if (n_found == 0 || is_in_class)
            found = student;
        n_found++;
        n_in_class += is_in_class;
    }
    if (n_found > 1 && n_in_class != 1)
        tv_import_step_refuse (step, TV_LIST_NAME,
                               _ ("The book has several children of this name and date of birth. "
                                  "Add the personal identification number to say which."));
    if (n_found == 0 && same)
        tv_import_step_question (
            step, TV_LIST_NO_FIELD,
            _ ("Another child in the book has this name and date of birth, but "
               "another number: this one is taken for a second child."),
            NULL);
    return found;
}

/* Whoever has the number must be that child in name or in birth date. */
static gboolean
could_be (const TvStudent *student, const TvListRow *row)
{
    return !row->name || is_same_name (student->name, row->name)
           || (row->birth_date != TV_DATE_NONE && student->birth_date == row->birth_date);
}

static TvStudent *
find_by_key (TvImportStep *step, GHashTable *table, const char *key, TvListField field)
{
    TvStudent *student = key ? g_hash_table_lookup (table, key) : NULL;

    if (student && !could_be (student, step->row)) {
        g_autofree char *day = tv_date_to_text (student->birth_date);
        /* Translators: the name and the date of birth of a child. */
        g_autofree char *text = g_strdup_printf (_ ("In the book that number belongs to %1$s, born "
                                                    "%2$s. Check it."),
                                                 student->name, day);

        tv_import_step_refuse (step, field, text);
    }
    return student;
}

static TvStudent *
find_known (TvImportJudge *self, TvImportStep *step)
{
    const TvListRow *row = step->row;
    TvStudent *by_number
        = find_by_key (step, self->book->by_number, row->personal_number, TV_LIST_PERSONAL_NUMBER);
    TvStudent *by_code
        = find_by_key (step, self->book->by_code, row->ministry_code, TV_LIST_MINISTRY_CODE);

    if (by_number && by_code && by_number != by_code)
        tv_import_step_refuse (step, TV_LIST_MINISTRY_CODE,
                               _ ("In the book the personal identification number and the student "
                                  "code belong to two different children."));
    if (by_number || by_code)
        return by_number ? by_number : by_code;
    return row->name ? find_by_child (self, step) : NULL;
}

static void
take_text (char **old, char *new)
{
    if (new &&*new &&g_strcmp0 (*old, new) != 0)
        *old = new;
}

/* A class list says what is true; a weighing sheet only fills what nobody knew. */
static void
merge (TvImportJudge *self, TvStudent *values, const TvListRow *row)
{
    gboolean is_list = !row->has_measures;

    if (!values->name || (is_list && !is_same_name (values->name, row->name)))
        values->name = row->name;
    if (row->sex != TV_SEX_UNKNOWN && (is_list || values->sex == TV_SEX_UNKNOWN))
        values->sex = row->sex;
    if (row->birth_date != TV_DATE_NONE && (is_list || values->birth_date == TV_DATE_NONE))
        values->birth_date = row->birth_date;
    if (self->options->takes_personal_numbers && (is_list || !values->personal_number))
        take_text (&values->personal_number, row->personal_number);
    if (is_list || !values->ministry_code)
        take_text (&values->ministry_code, row->ministry_code);
    if (is_list || !values->ethnic_group)
        take_text (&values->ethnic_group, row->ethnic_group);
    if (is_list || !values->guardian_name)
        take_text (&values->guardian_name, row->guardian_name);
    if (is_list || !values->guardian_phone)
        take_text (&values->guardian_phone, row->guardian_phone);
    /* What the nurse has noted is worth more than the remark of a list. */
    if (is_list && !values->notes)
        take_text (&values->notes, row->notes);
}

/* The book holds a number once: it cannot be given to a second child. */
static void
check_free (TvImportStep *step, GHashTable *table, const char *key, TvListField field)
{
    TvStudent *owner = key ? g_hash_table_lookup (table, key) : NULL;

    if (owner && (!step->known || owner->id != step->known->id))
        tv_import_step_refuse (step, field,
                               _ ("Another child in the book has that number already."));
}

static void
compare_with_known (TvImportStep *step)
{
    const TvListRow *row = step->row;

    if (row->has_measures && row->sex != TV_SEX_UNKNOWN && step->known->sex != TV_SEX_UNKNOWN
        && row->sex != step->known->sex)
        tv_import_step_question (
            step, TV_LIST_SEX, _ ("In the book this child is of the other sex; the book is kept."),
            NULL);
}

/**
 * tv_import_identify:
 * @step: a row
 *
 * Finds the child of the book and what changes of it, or makes a new child; refuses the row where
 * that cannot be told.
 */
void
tv_import_identify (TvImportJudge *self, TvImportStep *step)
{
    TvStudent values = { .birth_date = TV_DATE_NONE };
    g_autoptr (TvStudent) merged = NULL;
    TvStudent *known;

    claim_keys (self, step);
    known = find_known (self, step);
    if (known) {
        step->known = tv_student_ref (known);
        values = *known;
        claim_known (self, step);
    } else if (step->is_refused && step->row->name) {
        g_hash_table_add (self->unclear_names, tv_text_name_key (step->row->name));
    }
    if (step->is_refused)
        return;
    if (known)
        compare_with_known (step);
    merge (self, &values, step->row);
    check_free (step, self->book->by_number, values.personal_number, TV_LIST_PERSONAL_NUMBER);
    check_free (step, self->book->by_code, values.ministry_code, TV_LIST_MINISTRY_CODE);
    merged = tv_student_new (&values);
    if (!known || !tv_student_equal (known, merged))
        step->student = g_steal_pointer (&merged);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the plan of a list: goes through its rows in their order, and then, where the list is that
 * of the whole school, through the children whom it lacks. */

#include "workflows/tv-import-judge.h"

#include "base/tv-text.h"

/**
 * tv_import_judge_new:
 * @book: what the list is compared with
 * @list: the list
 * @options: what a person has chosen
 * @today: the day on which that happens
 *
 * Returns: (transfer full): a judge that has seen no row yet; it borrows all it is given
 */
TvImportJudge *
tv_import_judge_new (TvImportBook *book, const TvListFile *list, const TvImportOptions *options,
                     TvDate today)
{
    TvImportJudge *self = g_new0 (TvImportJudge, 1);

    self->book = book;
    self->list = list;
    self->options = options;
    self->today = today;
    self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->claimed = g_hash_table_new (g_int64_hash, g_int64_equal);
    self->named = g_hash_table_new (g_int64_hash, g_int64_equal);
    self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->unclear_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->namesakes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_round_unref);
    for (guint i = 0; i < book->rounds->len; i++) {
        TvRound *round = g_ptr_array_index (book->rounds, i);

        if (round->year_id == book->year_id)
            g_ptr_array_add (self->rounds, tv_round_ref (round));
    }
    return self;
}

void
tv_import_judge_free (TvImportJudge *self)
{
    g_hash_table_unref (self->numbers);
    g_hash_table_unref (self->codes);
    g_hash_table_unref (self->children);
    g_hash_table_unref (self->claimed);
    g_hash_table_unref (self->named);
    g_hash_table_unref (self->classes);
    g_hash_table_unref (self->unclear_names);
    g_hash_table_unref (self->namesakes);
    g_clear_pointer (&self->by_name, g_hash_table_unref);
    g_clear_pointer (&self->birth_years, g_hash_table_unref);
    g_ptr_array_unref (self->rounds);
    g_free (self);
}

/**
 * tv_import_judge_class_name:
 * @name: of a class, as a row has it
 *
 * Returns: (transfer none): how that class is spelt: as in the book, or else as where the list
 *   named it first
 */
const char *
tv_import_judge_class_name (TvImportJudge *self, const char *name)
{
    TvClass *class_ = tv_import_book_find_class (self->book, name);
    g_autofree char *key = NULL;
    const char *spelling;

    if (class_)
        return class_->name;
    key = tv_class_name_key (name);
    spelling = g_hash_table_lookup (self->classes, key);
    if (spelling)
        return spelling;
    g_hash_table_insert (self->classes, g_steal_pointer (&key), (gpointer) name);
    return name;
}

static const char *
sheet_title (TvImportJudge *self, const TvListRow *row)
{
    return ((TvListSheet *) g_ptr_array_index (self->list->sheets, row->sheet))->title;
}

static TvImportStep *
judge_row (TvImportJudge *self, TvListRow *row, gboolean is_skipped)
{
    TvImportStep *step = tv_import_step_new (row);
    g_autofree char *details = NULL;

    step->is_skipped = is_skipped;
    tv_import_step_add_faults (step);
    tv_import_identify (self, step);
    if (!step->is_refused)
        tv_import_place (self, step);
    tv_import_check_birth (self, step);
    if (!step->is_refused)
        tv_import_measure (self, step);
    details = tv_import_describe (self, step);
    tv_import_step_show (step, sheet_title (self, row), details);
    return step;
}

/* Whether the list has not named the child, not even in a row that could not be read. */
static gboolean
is_missing (TvImportJudge *self, const TvStudent *student)
{
    g_autofree char *key = tv_text_name_key (student->name);

    return !g_hash_table_contains (self->named, &student->id)
           && !g_hash_table_contains (self->unclear_names, key);
}

/* A round that the plan opens grows with each measuring day: every row gets it full-grown. */
static void
settle_rounds (TvImportJudge *self, GPtrArray *steps)
{
    for (guint i = 0; i < steps->len; i++) {
        TvImportStep *step = g_ptr_array_index (steps, i);

        for (guint j = 0; step->round && step->round->id == 0 && j < self->rounds->len; j++) {
            TvRound *round = g_ptr_array_index (self->rounds, j);

            if (round != step->round && g_str_equal (round->code, step->round->code)) {
                tv_round_unref (step->round);
                step->round = tv_round_ref (round);
            }
        }
    }
}

/* A child who sits in a class of the book and whom the list of the whole school does not name. */
static void
let_go (TvImportJudge *self, TvStudent *student, GPtrArray *steps)
{
    TvEnrolment *old = tv_import_book_find_enrolment (self->book, student->id, self->today);
    TvImportStep *step;
    TvEnrolment values;
    g_autofree char *details = NULL;

    if (!old || !tv_enrolment_is_current (old) || !is_missing (self, student))
        return;
    step = tv_import_step_new (NULL);
    values = *old;
    values.status = TV_ENROLMENT_STOPPED;
    values.until = self->today;
    step->known = tv_student_ref (student);
    step->enrolment = tv_enrolment_new (&values);
    step->is_leaving = TRUE;
    step->shown.class_name = g_strdup (tv_import_book_get_class (self->book, old->class_id)->name);
    details = tv_import_describe (self, step);
    tv_import_step_show (step, "", details);
    g_ptr_array_add (steps, step);
}

/**
 * tv_import_judge_all:
 * @rows: (element-type TvListRow): the rows, with every correction
 * @skipped: rows that a person leaves out, as a set
 *
 * Returns: (transfer full) (element-type TvImportStep): the plan
 */
GPtrArray *
tv_import_judge_all (TvImportJudge *self, GPtrArray *rows, GHashTable *skipped)
{
    GPtrArray *steps = g_ptr_array_new_full (rows->len, (GDestroyNotify) tv_import_step_free);

    for (guint i = 0; i < rows->len; i++) {
        gboolean is_skipped = g_hash_table_contains (skipped, GUINT_TO_POINTER (i));

        g_ptr_array_add (steps, judge_row (self, g_ptr_array_index (rows, i), is_skipped));
    }
    settle_rounds (self, steps);
    if (self->options->is_whole_school && !self->list->has_measures) {
        for (guint i = 0; i < self->book->students->len; i++)
            let_go (self, g_ptr_array_index (self->book->students, i), steps);
    }
    return steps;
}

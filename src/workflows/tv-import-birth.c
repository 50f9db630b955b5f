/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where a date of birth goes against something: the class, the book, another row of the file.
 * Every z-score hangs on it, so that none of these is settled in silence. */

#include "workflows/tv-import-judge.h"

#include "base/tv-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Fewer children than this tell nothing of a class. */
static const guint MIN_CLASSMATES = 5;

/* Years of birth, the first and the last that a class may have. */
typedef struct {
    int first;
    int last;
} Years;

/* A class goes by the calendar year of birth. Who starts late or repeats a year is older, who
 * starts early a year younger. */
static Years
find_years_of_grade (TvImportJudge *self, int grade)
{
    int entry = self->book->first_year - grade;

    if (self->book->school->level == TV_LEVEL_KINDERGARTEN)
        return grade == 0 ? (Years){ entry - 3, entry } : (Years){ entry - 1, entry + 1 };
    return (Years){ entry - (self->book->school->level == TV_LEVEL_PRIMARY ? 8 : 9), entry - 4 };
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
    return *(const int *) a - *(const int *) b;
}

/* The years of birth in each class of the list, in order. */
static GHashTable *
collect_years (const TvListFile *list)
{
    GHashTable *classes
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
    GHashTableIter iter;
    gpointer years;

    for (guint i = 0; i < list->rows->len; i++) {
        const TvListRow *row = g_ptr_array_index (list->rows, i);
        g_autofree char *key = row->class_name ? tv_class_name_key (row->class_name) : NULL;
        int year;

        if (!key || row->birth_date == TV_DATE_NONE)
            continue;
        years = g_hash_table_lookup (classes, key);
        if (!years) {
            years = g_array_new (FALSE, FALSE, sizeof (int));
            g_hash_table_insert (classes, g_steal_pointer (&key), years);
        }
        tv_date_get_ymd (row->birth_date, &year, NULL, NULL);
        g_array_append_val ((GArray *) years, year);
    }
    g_hash_table_iter_init (&iter, classes);
    while (g_hash_table_iter_next (&iter, NULL, &years))
        g_array_sort (years, compare_years);
    return classes;
}

/* Where a class has a name that tells no grade, its other children do: three years around the one
 * in the middle. FALSE where they are too few. */
static gboolean
find_years_of_classmates (TvImportJudge *self, const char *class_name, Years *years)
{
    g_autofree char *key = tv_class_name_key (class_name);
    GArray *all;
    int middle;

    if (!self->birth_years)
        self->birth_years = collect_years (self->list);
    all = g_hash_table_lookup (self->birth_years, key);
    if (!all || all->len < MIN_CLASSMATES)
        return FALSE;
    middle = g_array_index (all, int, all->len / 2);
    *years = (Years){ middle - 3, middle + 3 };
    return TRUE;
}

/* "1A" tells its grade, "Mầm C1" does not in a primary school. */
static gboolean
find_years (TvImportJudge *self, const char *class_name, Years *years)
{
    TvLevel level = self->book->school->level;
    int grade = tv_class_guess_grade (class_name, level);

    if (grade < 0 || level == TV_LEVEL_WARD
        || (level != TV_LEVEL_KINDERGARTEN && !g_ascii_isdigit (*class_name)))
        return find_years_of_classmates (self, class_name, years);
    *years = find_years_of_grade (self, grade);
    return TRUE;
}

static void
ask_about_age (TvImportJudge *self, TvImportStep *step)
{
    const TvListRow *row = step->row;
    const char *class_name = step->shown.class_name;
    g_autofree char *day = NULL;
    g_autofree char *text = NULL;
    int birth_year, age;
    Years years;

    if (!class_name || (step->known && step->known->birth_date == row->birth_date)
        || !find_years (self, class_name, &years))
        return;
    tv_date_get_ymd (row->birth_date, &birth_year, NULL, NULL);
    if (birth_year >= years.first && birth_year <= years.last)
        return;
    age = MAX (self->book->first_year - birth_year, 0);
    day = tv_date_to_text (row->birth_date);
    text = g_strdup_printf (
        /* Translators: a date, the name of a class, and a number of years. */
        ngettext (
            "Born %1$s, a child in class %2$s would be %3$d year old this school year. Check "
            "the date of birth.",
            "Born %1$s, a child in class %2$s would be %3$d years old this school year. Check "
            "the date of birth.",
            age),
        day, class_name, age);
    tv_import_step_question (step, TV_LIST_BIRTH_DATE, text, NULL);
}

/* A class list corrects the book, a weighing sheet does not. */
static void
ask_about_book (TvImportStep *step)
{
    const TvListRow *row = step->row;
    g_autofree char *old = NULL;
    g_autofree char *new = NULL;
    g_autofree char *text = NULL;

    if (step->known->birth_date == TV_DATE_NONE || step->known->birth_date == row->birth_date)
        return;
    old = tv_date_to_text (step->known->birth_date);
    new = tv_date_to_text (row->birth_date);
    if (row->has_measures)
        /* Translators: two dates. */
        text = g_strdup_printf (
            _ ("By the book this child was born %1$s, by the file %2$s; the book "
               "is kept."),
            old, new);
    else
        /* Translators: two dates. */
        text = g_strdup_printf (_ ("By the book this child was born %1$s, by the file %2$s. The "
                                   "file's date is written, unless you take back the book's."),
                                old, new);
    tv_import_step_question (step, TV_LIST_BIRTH_DATE, text, row->has_measures ? NULL : old);
}

static gboolean
differ (const char *a, const char *b)
{
    return a && b && strcmp (a, b) != 0;
}

/* The children of the book by the keys of their names; asked for by the first row that is new. */
static GHashTable *
get_students_by_name (TvImportJudge *self)
{
    if (self->by_name)
        return self->by_name;
    self->by_name
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_slist_free);
    for (guint i = 0; i < self->book->students->len; i++) {
        TvStudent *student = g_ptr_array_index (self->book->students, i);
        g_autofree char *key = tv_text_name_key (student->name);
        GSList *same = g_hash_table_lookup (self->by_name, key);

        if (same)
            same->next = g_slist_prepend (same->next, student);
        else
            g_hash_table_insert (self->by_name, g_steal_pointer (&key),
                                 g_slist_prepend (NULL, student));
    }
    return self->by_name;
}

static gboolean
sits_in_class (TvImportJudge *self, const TvStudent *student, const TvClass *class_)
{
    TvEnrolment *enrolment = tv_import_book_find_enrolment (self->book, student->id, self->today);

    return enrolment && enrolment->class_id == class_->id;
}

/* Who sits in that class under that name, born on another day, and is parted from the row by no
 * number. */
static TvStudent *
find_namesake (TvImportJudge *self, const TvListRow *row, const char *key)
{
    TvClass *class_
        = row->class_name ? tv_import_book_find_class (self->book, row->class_name) : NULL;
    GSList *same = class_ ? g_hash_table_lookup (get_students_by_name (self), key) : NULL;

    for (; same; same = same->next) {
        TvStudent *student = same->data;

        if (student->birth_date != TV_DATE_NONE && student->birth_date != row->birth_date
            && !differ (student->personal_number, row->personal_number)
            && !differ (student->ministry_code, row->ministry_code)
            && sits_in_class (self, student, class_))
            return student;
    }
    return NULL;
}

static void
ask_about_namesake (TvImportJudge *self, TvImportStep *step, const char *key)
{
    TvStudent *namesake = find_namesake (self, step->row, key);
    g_autofree char *old = NULL;
    g_autofree char *new = NULL;
    g_autofree char *text = NULL;

    if (!namesake)
        return;
    old = tv_date_to_text (namesake->birth_date);
    new = tv_date_to_text (step->row->birth_date);
    /* Translators: two dates. */
    text = g_strdup_printf (
        _ ("In this class the book has a child of this name, born %1$s; the file "
           "says %2$s. If both are one child, take the book's date; otherwise a "
           "second child is written."),
        old, new);
    tv_import_step_question (step, TV_LIST_BIRTH_DATE, text, old);
}

/* The same name twice in a class of the file: two children, or one with two dates. */
static void
ask_about_other_row (TvImportJudge *self, TvImportStep *step, const char *key)
{
    const TvListRow *row = step->row;
    g_autofree char *class_key
        = row->class_name ? tv_class_name_key (row->class_name) : g_strdup ("");
    g_autofree char *place = g_strconcat (key, "/", class_key, NULL);
    const TvListRow *first = g_hash_table_lookup (self->namesakes, place);
    g_autofree char *old = NULL;
    g_autofree char *new = NULL;
    g_autofree char *text = NULL;

    if (!first) {
        g_hash_table_insert (self->namesakes, g_steal_pointer (&place), step->row);
        return;
    }
    /* Whom the book knows as two are two. */
    if (first->birth_date == row->birth_date
        || (step->known && step->known->birth_date == row->birth_date)
        || differ (first->personal_number, row->personal_number)
        || differ (first->ministry_code, row->ministry_code))
        return;
    old = tv_date_to_text (first->birth_date);
    new = tv_date_to_text (row->birth_date);
    if (step->is_refused)
        /* Translators: the number of a row, and two dates. */
        text = g_strdup_printf (
            _ ("By row %1$u this child was born %2$s, by this row %3$s; row %1$u "
               "is kept."),
            first->source_row, old, new);
    else
        /* Translators: the number of a row, and two dates. */
        text = g_strdup_printf (
            _ ("Row %1$u has the same name in the same class, born %2$s; this row "
               "says %3$s. They are taken for two children."),
            first->source_row, old, new);
    tv_import_step_question (step, TV_LIST_BIRTH_DATE, text, old);
}

/**
 * tv_import_check_birth:
 * @step: a row whose child and place are settled
 */
void
tv_import_check_birth (TvImportJudge *self, TvImportStep *step)
{
    const TvListRow *row = step->row;
    g_autofree char *key = NULL;

    if (!row->name || row->birth_date == TV_DATE_NONE || step->is_skipped)
        return;
    key = tv_text_name_key (row->name);
    ask_about_other_row (self, step, key);
    if (step->is_refused)
        return;
    if (step->known)
        ask_about_book (step);
    else
        ask_about_namesake (self, step, key);
    ask_about_age (self, step);
}

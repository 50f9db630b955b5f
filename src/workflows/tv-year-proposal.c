/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads which school year can turn, and who of it has no place in the next one yet. A year that has
 * turned in part is the one whose other children are still to be placed. */

#include "workflows/tv-year-proposal.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-people.h"
#include "store/tv-store-roster.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-years.h"
#include "workflows/tv-year-unplaced.h"

#include <glib/gi18n.h>

typedef struct {
    gint64 year_id; /* 0: the one for which it is time */
    TvDate today;
} Question;

static void
year_class_free (TvYearClass *self)
{
    tv_class_unref (self->class_);
    tv_year_promotion_clear (&self->promotion);
    g_free (self);
}

static void
year_child_free (TvYearChild *self)
{
    tv_student_unref (self->student);
    tv_enrolment_unref (self->enrolment);
    g_free (self);
}

static void
proposal_clear (gpointer data)
{
    TvYearProposal *self = data;

    g_ptr_array_unref (self->classes);
    g_ptr_array_unref (self->children);
    g_ptr_array_unref (self->next_classes);
    g_ptr_array_unref (self->teachers);
    g_free (self->open_rounds);
}

/* The last day of the school year: the next one begins with August. */
TvDate
tv_year_last_day (int first_year)
{
    return tv_date_from_ymd (first_year + 1, 7, 31);
}

/**
 * tv_year_is_due:
 * @years: (element-type TvSchoolYear): those of the book, the newest first
 * @today: the civil date
 *
 * Returns: whether a school year has begun that the book does not have
 */
gboolean
tv_year_is_due (GPtrArray *years, TvDate today)
{
    const TvSchoolYear *newest = years->len > 0 ? g_ptr_array_index (years, 0) : NULL;

    return newest && newest->first_year < tv_school_year_of_date (today);
}

/* The newest year turns when it is time for the next: when that has begun, and from May on. Before
 * that it is the one that was begun, and whoever is left of the year before has still to be placed:
 * nobody turns a year twice by asking twice. */
static TvSchoolYear *
choose_year (GPtrArray *years, TvDate today)
{
    TvSchoolYear *newest = g_ptr_array_index (years, 0);
    TvSchoolYear *before = years->len > 1 ? g_ptr_array_index (years, 1) : NULL;
    int month, this_year = tv_school_year_of_date (today);
    gboolean is_time_for_next;

    tv_date_get_ymd (today, NULL, &month, NULL);
    is_time_for_next = newest->first_year < this_year
                       || (newest->first_year == this_year && month >= 5 && month < 8);
    if (is_time_for_next || !before || before->first_year != newest->first_year - 1)
        return tv_school_year_ref (newest);
    return tv_school_year_ref (before);
}

static gboolean
read_classes (TvYearProposal *self, TvConnection *connection, GError **error)
{
    g_autoptr (GPtrArray) counts = tv_store_list_classes (connection, self->year_id, error);

    for (guint i = 0; counts && i < counts->len; i++) {
        const TvClassCount *count = g_ptr_array_index (counts, i);
        TvYearClass *class_ = g_new0 (TvYearClass, 1);

        class_->class_ = tv_class_ref (count->class_);
        g_ptr_array_add (self->classes, class_);
    }
    return counts != NULL;
}

static gboolean
read_next_classes (TvYearProposal *self, TvConnection *connection, GError **error)
{
    g_autoptr (TvSchoolYear) next = NULL;
    g_autoptr (GPtrArray) counts = NULL;

    if (!tv_store_find_year (connection, self->first_year + 1, &next, error))
        return FALSE;
    if (!next)
        return TRUE;
    counts = tv_store_list_classes (connection, next->id, error);
    for (guint i = 0; counts && i < counts->len; i++)
        g_ptr_array_add (self->next_classes,
                         tv_class_ref (((TvClassCount *) g_ptr_array_index (counts, i))->class_));
    return counts != NULL;
}

static guint
find_class (const TvYearProposal *self, gint64 class_id)
{
    guint index = 0;

    while (((TvYearClass *) g_ptr_array_index (self->classes, index))->class_->id != class_id)
        index++;
    return index;
}

static gboolean
read_children (TvYearProposal *self, TvConnection *connection, GError **error)
{
    g_autoptr (GPtrArray) rows = tv_store_list_roster (connection, self->year_id, 0, error);
    g_autoptr (GHashTable) unplaced
        = rows ? tv_year_find_unplaced (connection, self->year_id, self->first_year,
                                        &self->n_placed, error)
               : NULL;

    if (!unplaced)
        return FALSE;
    for (guint i = 0; i < rows->len; i++) {
        const TvRosterRow *row = g_ptr_array_index (rows, i);
        const gint64 *enrolment_id = g_hash_table_lookup (unplaced, &row->student->id);
        TvYearChild *child;

        if (!enrolment_id || *enrolment_id != row->enrolment->id)
            continue;
        child = g_new0 (TvYearChild, 1);
        child->student = tv_student_ref (row->student);
        child->enrolment = tv_enrolment_ref (row->enrolment);
        child->class_index = find_class (self, row->class_->id);
        ((TvYearClass *) g_ptr_array_index (self->classes, child->class_index))->n_children++;
        g_ptr_array_add (self->children, child);
    }
    return TRUE;
}

/* The year of birth of most children of the class, counted from the new year; -1 without any. */
static int
find_age (const TvYearProposal *self, guint class_index)
{
    guint counts[20] = { 0 };
    int most = -1;

    for (guint i = 0; i < self->children->len; i++) {
        const TvYearChild *child = g_ptr_array_index (self->children, i);
        int year, age;

        if (child->class_index != class_index || child->student->birth_date == TV_DATE_NONE)
            continue;
        tv_date_get_ymd (child->student->birth_date, &year, NULL, NULL);
        age = self->first_year + 1 - year;
        if (age >= 0 && age < (int) G_N_ELEMENTS (counts)) {
            counts[age]++;
            if (most < 0 || counts[age] > counts[most])
                most = age;
        }
    }
    return most;
}

static void
propose (TvYearProposal *self)
{
    g_autoptr (GPtrArray) classes = g_ptr_array_new ();

    for (guint i = 0; i < self->classes->len; i++)
        g_ptr_array_add (classes, ((TvYearClass *) g_ptr_array_index (self->classes, i))->class_);
    for (guint i = 0; i < self->classes->len; i++) {
        TvYearClass *class_ = g_ptr_array_index (self->classes, i);

        tv_year_promotion_propose (class_->class_, self->level, find_age (self, i), classes,
                                   &class_->promotion);
    }
}

/* Who leaves before the last day of a round is not looked for in it any more. */
static gboolean
read_rounds (TvYearProposal *self, TvConnection *connection, GError **error)
{
    g_autoptr (GPtrArray) rounds = tv_store_list_rounds (connection, self->year_id, error);
    g_autoptr (GString) open = g_string_new (NULL);

    for (guint i = 0; rounds && i < rounds->len; i++) {
        const TvRound *round = g_ptr_array_index (rounds, i);
        g_autoptr (GPtrArray) measurements
            = tv_store_list_measurements_of_round (connection, round->id, error);

        if (!measurements)
            return FALSE;
        if (round->last_day != TV_DATE_NONE)
            self->first_end = MAX (self->first_end, round->last_day);
        for (guint j = 0; j < measurements->len; j++)
            self->first_end
                = MAX (self->first_end, ((TvMeasurement *) measurements->pdata[j])->date);
        if (!round->is_closed)
            g_string_append_printf (open, "%s%s", open->len > 0 ? ", " : "", round->name);
    }
    if (open->len > 0)
        self->open_rounds = g_strdup (open->str);
    return rounds != NULL;
}

static gboolean
read_teachers (TvYearProposal *self, TvConnection *connection, GError **error)
{
    g_autoptr (GPtrArray) people = tv_store_list_people (connection, error);

    for (guint i = 0; people && i < people->len; i++) {
        TvPerson *person = g_ptr_array_index (people, i);

        for (guint j = 0;
             person->role == TV_ROLE_TEACHER && person->is_active && j < self->classes->len; j++) {
            const TvYearClass *class_ = g_ptr_array_index (self->classes, j);

            if (person->class_id == class_->class_->id)
                g_ptr_array_add (self->teachers, tv_person_ref (person));
        }
    }
    return people != NULL;
}

static TvYearProposal *
proposal_new (void)
{
    TvYearProposal *self = g_atomic_rc_box_new0 (TvYearProposal);

    self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) year_class_free);
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) year_child_free);
    self->next_classes = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_class_unref);
    self->teachers = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_person_unref);
    self->first_end = TV_DATE_NONE;
    return self;
}

static gpointer
read_proposal (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvYearProposal) self = proposal_new ();
    g_autoptr (TvSchool) school = tv_store_get_school (connection, error);
    g_autoptr (GPtrArray) years = school ? tv_store_list_years (connection, error) : NULL;
    g_autoptr (TvSchoolYear) year = NULL;

    if (!years)
        return NULL;
    if (years->len == 0) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _ ("This record book has no school year yet. Import a class list "
                                "first."));
        return NULL;
    }
    if (question->year_id != 0)
        year = tv_store_get_year (connection, question->year_id, error);
    else
        year = choose_year (years, question->today);
    if (!year)
        return NULL;
    self->level = school->level;
    self->year_id = year->id;
    self->first_year = year->first_year;
    if (!read_classes (self, connection, error) || !read_next_classes (self, connection, error)
        || !read_children (self, connection, error) || !read_rounds (self, connection, error)
        || !read_teachers (self, connection, error))
        return NULL;
    propose (self);
    return g_steal_pointer (&self);
}

/**
 * tv_year_proposal_read:
 * @store: an open book
 * @year_id: the year that ends, 0 for the one for which it is time
 * @error: (nullable): a #TvStoreError, or a sentence where the book has no year
 *
 * Waits for the answer; a window uses tv_year_proposal_read_async().
 *
 * Returns: (transfer full) (nullable): how the year that is to turn stands
 */
TvYearProposal *
tv_year_proposal_read (TvStore *store, gint64 year_id, GError **error)
{
    Question question = { year_id, tv_clock_today (tv_store_clock (store)) };

    g_return_val_if_fail (TV_IS_STORE (store), NULL);
    return tv_store_read (store, read_proposal, &question, error);
}

/**
 * tv_year_proposal_read_async:
 * @store: an open book
 * @year_id: as tv_year_proposal_read()
 * @cancellable: (nullable): to give up waiting
 * @callback: called in the caller's main context
 */
void
tv_year_proposal_read_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
    Question question = { year_id, tv_clock_today (tv_store_clock (store)) };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, read_proposal, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_year_proposal_unref, cancellable, callback, user_data);
}

/**
 * tv_year_proposal_read_finish:
 *
 * Returns: (transfer full) (nullable): how the year that is to turn stands
 */
TvYearProposal *
tv_year_proposal_read_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

TvYearProposal *
tv_year_proposal_ref (TvYearProposal *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_year_proposal_unref (TvYearProposal *self)
{
    g_atomic_rc_box_release_full (self, proposal_clear);
}

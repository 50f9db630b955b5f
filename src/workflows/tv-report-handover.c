/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a book says to whoever takes over: what is open, who needs help, what is due, who has
 * access. */

#include "workflows/tv-report-handover.h"

#include "growth/tv-growth-class.h"
#include "store/tv-store-activity.h"
#include "store/tv-store-people.h"
#include "workflows/tv-overview.h"
#include "workflows/tv-record-book.h"
#include "workflows/tv-round-review.h"
#include "workflows/tv-undo.h"

#include <glib/gi18n.h>

#define DAYS_LOOKED_BACK 14

static void
add_unmeasured (TvHandover *self, const TvRoundReview *review)
{
    for (guint i = 0; i < review->unmeasured->len; i++) {
        const TvUnmeasuredClass *class_ = g_ptr_array_index (review->unmeasured, i);
        g_autoptr (GPtrArray) names = g_ptr_array_new ();
        g_autofree char *list = NULL;

        for (guint k = 0; k < class_->children->len; k++)
            g_ptr_array_add (
                names, (gpointer) g_array_index (class_->children, TvUnmeasuredChild, k).name);
        g_ptr_array_add (names, NULL);
        list = g_strjoinv (", ", (char **) names->pdata);
        tv_handover_add (self->missing, class_->class_name, list, NULL);
    }
}

static void
add_questions (TvHandover *self, const TvRoundReview *review)
{
    for (guint i = 0; i < review->questions->len; i++) {
        const TvOpenQuestion *question = g_ptr_array_index (review->questions, i);

        tv_handover_add (self->questions, question->name, question->class_name,
                         question->sentences);
    }
}

static gboolean
add_round (TvHandover *self, TvStore *store, const TvRound *round, GError **error)
{
    g_autoptr (TvRoundReview) review = tv_round_review_read (store, round, NULL, error);
    g_autofree char *sentence = NULL;

    if (!review)
        return FALSE;
    /* Translators: %1$u of %2$u children were measured */
    sentence = g_strdup_printf (_ ("%1$u of %2$u measured"), review->n_measured,
                                review->rates->n_enrolled);
    tv_handover_add (self->rounds, round->name, sentence, NULL);
    add_unmeasured (self, review);
    add_questions (self, review);
    return TRUE;
}

static gboolean
add_rounds (TvHandover *self, TvStore *store, const TvBookCover *cover, GError **error)
{
    for (guint i = 0; i < cover->rounds->len; i++) {
        const TvRound *round = g_ptr_array_index (cover->rounds, i);

        if (!round->is_closed && round->kind == TV_ROUND_REGULAR
            && !add_round (self, store, round, error))
            return FALSE;
    }
    return TRUE;
}

/* Those whom the latest round found malnourished or obese, new or not, counted by a rate or too old
 * for it. */
static gboolean
add_follow_ups (TvHandover *self, TvStore *store, GError **error)
{
    TvRatesQuery query
        = { .population = TV_POPULATION_BY_SCHOOL, .overweight_rule = TV_OVERWEIGHT_BY_BOOK };
    g_autoptr (TvRates) rates = tv_rates_work_out (store, &query, error);

    if (!rates)
        return FALSE;
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        const TvGrowth *growth = &child->subject.growth;

        if ((child->left_out == TV_LEFT_OUT_NOT || child->left_out == TV_LEFT_OUT_OTHER_AGE)
            && (tv_growth_is_undernourished (growth) || tv_growth_is_obese (growth))) {
            g_autofree char *words = tv_growth_words (growth);

            tv_handover_add (self->follow_ups, child->name, child->class_name, words);
        }
    }
    return TRUE;
}

static void
add_deadlines (TvHandover *self)
{
    TvDeadline deadlines[TV_DEADLINE_N_KINDS];

    tv_overview_find_deadlines (self->date, deadlines);
    for (guint i = 0; i < TV_DEADLINE_N_KINDS; i++) {
        g_autofree char *due = tv_deadline_say_due (&deadlines[i]);

        tv_handover_add (self->deadlines, tv_deadline_label (deadlines[i].kind), due, NULL);
    }
}

static char *
say_time (const TvPerson *person)
{
    g_autofree char *until = NULL;

    if (person->until == TV_DATE_NONE)
        return g_strdup (_ ("without end"));
    until = tv_date_to_text (person->until);
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("until %s"), until);
}

static void
add_people (TvHandover *self, GPtrArray *people)
{
    for (guint i = 0; i < people->len; i++) {
        const TvPerson *person = g_ptr_array_index (people, i);
        g_autofree char *time = say_time (person);

        if (tv_person_acts_on (person, self->date))
            tv_handover_add (self->people, person->name, tv_role_label (person->role), time);
    }
}

static void
add_changes (TvHandover *self, GPtrArray *activities)
{
    for (guint i = 0; i < activities->len; i++) {
        const TvActivity *activity = g_ptr_array_index (activities, i);
        g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, activity->n_changes);

        tv_handover_add (self->changes, tv_change_kind_label (activity->kind), count, NULL);
    }
}

/* What needs no working out is read in one go. */
static gpointer
read_book (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    TvHandover *self = input;
    g_autoptr (GPtrArray) people = tv_store_list_people (connection, error);
    g_autoptr (GPtrArray) activities
        = people ? tv_store_list_activity (connection, self->date - DAYS_LOOKED_BACK, error) : NULL;

    if (!activities)
        return NULL;
    add_people (self, people);
    add_changes (self, activities);
    return self;
}

/**
 * tv_report_handover_gather:
 * @store: a record book
 * @error: (nullable): a #TvStoreError
 *
 * Waits for the reading thread.
 *
 * Returns: (transfer full) (nullable): what is open, due and to be known today
 */
TvHandover *
tv_report_handover_gather (TvStore *store, GError **error)
{
    g_autoptr (TvBookCover) cover = tv_book_cover_read (store, error);
    g_autoptr (TvHandover) self = NULL;

    if (!cover)
        return NULL;
    self = tv_handover_new (cover->school, tv_clock_today (tv_store_clock (store)));
    if (!add_rounds (self, store, cover, error) || !add_follow_ups (self, store, error)
        || !tv_store_read (store, read_book, self, error))
        return NULL;
    add_deadlines (self);
    return g_steal_pointer (&self);
}

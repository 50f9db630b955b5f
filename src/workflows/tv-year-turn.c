/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A school year turns: the plan of it, which a person corrects before anything is written. */

#include "workflows/tv-year-turn.h"

#include "workflows/tv-year-write.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TvYearTurn {
    TvYearProposal *proposal;
    GPtrArray *promotions; /* of TvYearPromotion, one for each class */
    GHashTable *fates;     /* TvYearChild to TvYearFate, of those who do not go with their class */
    TvDate last_day;
    gboolean do_teachers_follow;
};

static void
promotion_free (TvYearPromotion *self)
{
    tv_year_promotion_clear (self);
    g_free (self);
}

static TvYearPromotion *
promotion_copy (const TvYearPromotion *promotion)
{
    TvYearPromotion *copy = g_memdup2 (promotion, sizeof *promotion);

    copy->name = g_strdup (promotion->name);
    return copy;
}

static GPtrArray *
copy_promotions (GPtrArray *promotions)
{
    GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) promotion_free);

    for (guint i = 0; i < promotions->len; i++)
        g_ptr_array_add (copies, promotion_copy (g_ptr_array_index (promotions, i)));
    return copies;
}

/* Lessons end with May; before that and after the last round nobody is sent away. */
static TvDate
propose_last_day (const TvYearProposal *proposal)
{
    TvDate last_day = tv_date_from_ymd (proposal->first_year + 1, 5, 31);

    if (proposal->first_end != TV_DATE_NONE)
        last_day = MAX (last_day, proposal->first_end);
    return MIN (last_day, tv_year_last_day (proposal->first_year));
}

/**
 * tv_year_turn_new:
 * @proposal: how the year that ends stands
 *
 * Returns: (transfer full): what a person can correct now
 */
TvYearTurn *
tv_year_turn_new (TvYearProposal *proposal)
{
    TvYearTurn *self = g_new0 (TvYearTurn, 1);

    self->proposal = tv_year_proposal_ref (proposal);
    self->promotions = g_ptr_array_new_with_free_func ((GDestroyNotify) promotion_free);
    for (guint i = 0; i < proposal->classes->len; i++) {
        const TvYearClass *class_ = g_ptr_array_index (proposal->classes, i);

        g_ptr_array_add (self->promotions, promotion_copy (&class_->promotion));
    }
    self->fates = g_hash_table_new (NULL, NULL);
    self->last_day = propose_last_day (proposal);
    self->do_teachers_follow = TRUE;
    return self;
}

void
tv_year_turn_free (TvYearTurn *self)
{
    tv_year_proposal_unref (self->proposal);
    g_ptr_array_unref (self->promotions);
    g_hash_table_unref (self->fates);
    g_free (self);
}

/**
 * tv_year_turn_get_proposal:
 *
 * Returns: (transfer none): what it was begun with
 */
TvYearProposal *
tv_year_turn_get_proposal (TvYearTurn *self)
{
    return self->proposal;
}

/* Of the name that somebody typed: as the name says, else as this year's class of that name, else
 * one step up. */
static int
find_grade (const TvYearTurn *self, guint class_index, const char *name)
{
    const TvYearProposal *proposal = self->proposal;
    const TvYearClass *class_ = g_ptr_array_index (proposal->classes, class_index);
    g_autofree char *key = tv_class_name_key (name);
    int grade;

    for (guint i = 0; i < proposal->classes->len; i++) {
        const TvClass *old = ((TvYearClass *) g_ptr_array_index (proposal->classes, i))->class_;
        g_autofree char *old_key = tv_class_name_key (old->name);

        if (strcmp (key, old_key) == 0)
            return old->grade;
    }
    grade = tv_class_guess_grade (name, proposal->level);
    return grade >= 0 ? grade : class_->promotion.grade;
}

/**
 * tv_year_turn_set_class:
 * @class_index: of the proposal's classes
 * @fate: goes on, finishes or waits
 * @name: (nullable): of the class of the new year, for one that goes on
 */
void
tv_year_turn_set_class (TvYearTurn *self, guint class_index, TvYearFate fate, const char *name)
{
    const TvYearClass *class_ = g_ptr_array_index (self->proposal->classes, class_index);
    TvYearPromotion *promotion = g_ptr_array_index (self->promotions, class_index);
    g_autofree char *given = g_strstrip (g_strdup (name ? name : ""));

    tv_year_promotion_clear (promotion);
    promotion->fate = fate;
    promotion->grade = -1;
    if (fate != TV_YEAR_GOES_ON)
        return;
    promotion->grade = g_strcmp0 (given, class_->promotion.name) == 0
                           ? class_->promotion.grade
                           : find_grade (self, class_index, given);
    promotion->name = g_steal_pointer (&given);
}

/**
 * tv_year_turn_get_class:
 *
 * Returns: (transfer none): where the class goes
 */
const TvYearPromotion *
tv_year_turn_get_class (TvYearTurn *self, guint class_index)
{
    return g_ptr_array_index (self->promotions, class_index);
}

/**
 * tv_year_turn_set_child:
 * @child: of the proposal
 * @fate: what becomes of it; %TV_YEAR_GOES_ON lets it go wherever its class goes
 */
void
tv_year_turn_set_child (TvYearTurn *self, const TvYearChild *child, TvYearFate fate)
{
    if (fate == TV_YEAR_GOES_ON)
        g_hash_table_remove (self->fates, child);
    else
        g_hash_table_insert (self->fates, (gpointer) child, GINT_TO_POINTER (fate));
}

gboolean
tv_year_turn_is_exception (TvYearTurn *self, const TvYearChild *child)
{
    return g_hash_table_contains (self->fates, child);
}

/**
 * tv_year_turn_get_child:
 *
 * Returns: what becomes of the child: its own lot, else its class's
 */
TvYearFate
tv_year_turn_get_child (TvYearTurn *self, const TvYearChild *child)
{
    gpointer fate;

    if (g_hash_table_lookup_extended (self->fates, child, NULL, &fate))
        return GPOINTER_TO_INT (fate);
    return tv_year_turn_get_class (self, child->class_index)->fate;
}

/**
 * tv_year_turn_set_last_day:
 * @last_day: of those who leave; %TV_DATE_NONE where what was typed is no date
 */
void
tv_year_turn_set_last_day (TvYearTurn *self, TvDate last_day)
{
    self->last_day = last_day;
}

TvDate
tv_year_turn_get_last_day (TvYearTurn *self)
{
    return self->last_day;
}

/**
 * tv_year_turn_set_teachers_follow:
 * @do_follow: whether a class teacher's right goes on with the class; otherwise it stays with the
 *   class of the year that ends, in which nothing new is seen
 */
void
tv_year_turn_set_teachers_follow (TvYearTurn *self, gboolean do_follow)
{
    self->do_teachers_follow = do_follow;
}

static gboolean
leaves (TvYearTurn *self, const TvYearChild *child)
{
    TvYearFate fate = tv_year_turn_get_child (self, child);

    return fate == TV_YEAR_FINISHES || fate == TV_YEAR_MOVES_AWAY || fate == TV_YEAR_STOPS;
}

/* Returns the one of those who leave that came last, NULL where nobody leaves. */
static const TvYearChild *
find_last_leaver (TvYearTurn *self)
{
    const TvYearChild *last = NULL;

    for (guint i = 0; i < self->proposal->children->len; i++) {
        const TvYearChild *child = g_ptr_array_index (self->proposal->children, i);

        if (leaves (self, child) && (!last || child->enrolment->from > last->enrolment->from))
            last = child;
    }
    return last;
}

static char *
find_fault_of_day (TvYearTurn *self, const TvYearChild *last_leaver)
{
    TvDate first_day = tv_date_from_ymd (self->proposal->first_year, 8, 1);
    TvDate end = tv_year_last_day (self->proposal->first_year);
    g_autofree char *text = NULL;

    if (self->last_day == TV_DATE_NONE)
        return g_strdup (_ ("This is not a date. Type day, month and year: 31/5/2027."));
    if (self->last_day < first_day || self->last_day > end) {
        text = tv_date_to_text (end);
        /* Translators: %s is a date. */
        return g_strdup_printf (_ ("The last day lies outside the school year, which ends on %s."),
                                text);
    }
    /* TV_DATE_NONE is before every day. */
    if (self->last_day < last_leaver->enrolment->from) {
        text = tv_date_to_text (last_leaver->enrolment->from);
        /* Translators: %1$s is the name of a child, %2$s a date. */
        return g_strdup_printf (_ ("%1$s leaves, and came only on %2$s. The last day cannot be "
                                   "before that."),
                                last_leaver->student->name, text);
    }
    if (self->proposal->first_end == TV_DATE_NONE || self->last_day >= self->proposal->first_end)
        return NULL;
    text = tv_date_to_text (self->proposal->first_end);
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("A round of this school year reaches to %s. The last day cannot be "
                               "before it, or the round would lose the children who leave."),
                            text);
}

/**
 * tv_year_turn_find_fault:
 *
 * Returns: (transfer full) (nullable): a sentence about what stands against writing it
 */
char *
tv_year_turn_find_fault (TvYearTurn *self)
{
    const TvYearChild *last_leaver = find_last_leaver (self);
    gboolean has_children = FALSE;

    for (guint i = 0; i < self->promotions->len; i++) {
        const TvYearClass *class_ = g_ptr_array_index (self->proposal->classes, i);
        const TvYearPromotion *promotion = g_ptr_array_index (self->promotions, i);

        if (class_->n_children == 0)
            continue;
        has_children = TRUE;
        if (promotion->fate == TV_YEAR_GOES_ON && !*promotion->name)
            /* Translators: %s is the name of a class. */
            return g_strdup_printf (_ ("Type what class %s is called in the new year."),
                                    class_->class_->name);
    }
    if (!has_children)
        return g_strdup (_ ("All children of this school year have their place in the new one."));
    return last_leaver ? find_fault_of_day (self, last_leaver) : NULL;
}

static GHashTable *
find_stayers (TvYearTurn *self)
{
    GHashTable *stayers = g_hash_table_new (NULL, NULL);
    GHashTableIter iter;
    gpointer child, fate;

    g_hash_table_iter_init (&iter, self->fates);
    while (g_hash_table_iter_next (&iter, &child, &fate)) {
        if (GPOINTER_TO_INT (fate) == TV_YEAR_STAYS_DOWN)
            g_hash_table_add (stayers, child);
    }
    return stayers;
}

/**
 * tv_year_turn_write_async:
 * @self: without a fault
 * @store: the book it was read from
 * @cancellable: (nullable): to stop it; nothing is written then
 * @callback: called in the caller's main context
 *
 * Writes it as one change set. What is decided afterwards is not in it any more.
 */
void
tv_year_turn_write_async (TvYearTurn *self, TvStore *store, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
    TvYearWriting *writing = g_new0 (TvYearWriting, 1);

    g_return_if_fail (TV_IS_STORE (store));
    writing->proposal = tv_year_proposal_ref (self->proposal);
    writing->groups = tv_year_groups_list (self);
    writing->promotions = copy_promotions (self->promotions);
    writing->stayers = find_stayers (self);
    writing->last_day = self->last_day;
    writing->do_teachers_follow = self->do_teachers_follow;
    tv_store_write_async (store, "turn-year", tv_year_write, writing, tv_year_writing_free, g_free,
                          cancellable, callback, user_data);
}

/**
 * tv_year_turn_write_finish:
 * @turned: (out): what was written
 *
 * Returns: whether it was written; otherwise nothing was
 */
gboolean
tv_year_turn_write_finish (TvStore *store, GAsyncResult *result, TvYearTurned *turned,
                           GError **error)
{
    g_autofree TvYearTurned *written = tv_store_write_finish (store, result, error);

    if (written)
        *turned = *written;
    return written != NULL;
}

/**
 * tv_year_turned_sentence:
 *
 * Returns: (transfer full): what was written, for people
 */
char *
tv_year_turned_sentence (const TvYearTurned *turned)
{
    g_autoptr (GString) text = g_string_new (NULL);

    g_string_append_printf (text,
                            ngettext ("%u child has its place in the new school year.",
                                      "%u children have their place in the new school year.",
                                      turned->n_gone_on),
                            turned->n_gone_on);
    if (turned->n_stayed_down > 0)
        g_string_append_printf (text,
                                ngettext (" %u of them stays in the same grade.",
                                          " %u of them stay in the same grade.",
                                          turned->n_stayed_down),
                                turned->n_stayed_down);
    if (turned->n_left > 0)
        g_string_append_printf (
            text, ngettext (" %u child has left.", " %u children have left.", turned->n_left),
            turned->n_left);
    return g_string_free (g_steal_pointer (&text), FALSE);
}

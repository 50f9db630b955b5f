/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who goes where when a school year turns: the classes of the new year as they will be, and those
 * who leave. */

#include "workflows/tv-year-groups.h"

#include "store/tv-class-order.h"
#include "store/tv-roster-order.h"

#include <string.h>

static void
group_free (TvYearGroup *self)
{
    g_free (self->name);
    g_ptr_array_unref (self->children);
    g_free (self);
}

static int
compare_by_name (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const TvClass *class_ = user_data;
    const TvYearChild *const *first = a, *const *second = b;
    TvEnrolment enrolment_a = { .id = (*first)->enrolment->id };
    TvEnrolment enrolment_b = { .id = (*second)->enrolment->id };

    return tv_roster_order_compare (class_, &enrolment_a, (*first)->student, class_, &enrolment_b,
                                    (*second)->student);
}

static void
sort_by_name (GPtrArray *children)
{
    TvClass class_ = { 0 };

    g_ptr_array_sort_with_data (children, compare_by_name, &class_);
}

static gboolean
has_next_class (const TvYearProposal *proposal, const char *key)
{
    for (guint i = 0; i < proposal->next_classes->len; i++) {
        const TvClass *class_ = g_ptr_array_index (proposal->next_classes, i);
        g_autofree char *own = tv_class_name_key (class_->name);

        if (strcmp (own, key) == 0)
            return TRUE;
    }
    return FALSE;
}

static TvYearGroup *
ensure_group (GPtrArray *groups, GHashTable *by_key, char *key, TvYearFate fate, const char *name,
              int grade)
{
    TvYearGroup *group = g_hash_table_lookup (by_key, key);

    if (group) {
        g_free (key);
        return group;
    }
    group = g_new0 (TvYearGroup, 1);
    group->fate = fate;
    group->name = g_strdup (name);
    group->grade = grade;
    group->children = g_ptr_array_new ();
    g_ptr_array_add (groups, group);
    g_hash_table_insert (by_key, key, group);
    return group;
}

/* Whoever stays down sits in the class that is called as the own one was: the same grade again. */
static TvYearGroup *
find_group (TvYearTurn *self, GPtrArray *groups, GHashTable *by_key, const TvYearChild *child)
{
    TvYearFate fate = tv_year_turn_get_child (self, child);
    const TvYearClass *own
        = g_ptr_array_index (tv_year_turn_get_proposal (self)->classes, child->class_index);
    const TvYearPromotion *promotion = tv_year_turn_get_class (self, child->class_index);

    if (fate == TV_YEAR_STAYS_DOWN)
        return ensure_group (groups, by_key, tv_class_name_key (own->class_->name), TV_YEAR_GOES_ON,
                             own->class_->name, own->class_->grade);
    if (fate == TV_YEAR_GOES_ON)
        return ensure_group (groups, by_key, tv_class_name_key (promotion->name), fate,
                             promotion->name, promotion->grade);
    return ensure_group (groups, by_key, g_strdup_printf ("\n%d", fate), fate, NULL, -1);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
    const TvYearGroup *const *first = a, *const *second = b;
    TvClass class_a = { .name = (*first)->name, .grade = (*first)->grade };
    TvClass class_b = { .name = (*second)->name, .grade = (*second)->grade };

    if ((*first)->fate != (*second)->fate)
        return (*first)->fate < (*second)->fate ? -1 : 1;
    return (*first)->name ? tv_class_order_compare (&class_a, &class_b) : 0;
}

/**
 * tv_year_groups_list:
 * @self: what is decided about a year that turns
 *
 * Returns: (transfer full) (element-type TvYearGroup): the classes of the new year with their
 *   children in the order of their names, then those who leave and those who wait. What is in them
 *   belongs to the proposal.
 */
GPtrArray *
tv_year_groups_list (TvYearTurn *self)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
    g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < tv_year_turn_get_proposal (self)->children->len; i++) {
        TvYearChild *child = g_ptr_array_index (tv_year_turn_get_proposal (self)->children, i);

        g_ptr_array_add (find_group (self, groups, by_key, child)->children, child);
    }
    for (guint i = 0; i < groups->len; i++) {
        TvYearGroup *group = g_ptr_array_index (groups, i);
        g_autofree char *key = group->name ? tv_class_name_key (group->name) : NULL;

        group->is_there = key && has_next_class (tv_year_turn_get_proposal (self), key);
        sort_by_name (group->children);
    }
    g_ptr_array_sort (groups, compare_groups);
    return groups;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children of a round as papers list them: class by class in the order of the school, in roll
 * order within a class. Counting needs no order, so rates come without one. */

#include "workflows/tv-report-order.h"

/* Where a child stands; what the roster does not know comes last. */
typedef struct {
    guint child;
    guint class_rank;
    gint64 class_id;
    guint roll_rank;
} Place;

static gint
compare_places (gconstpointer a, gconstpointer b)
{
    const Place *first = a, *second = b;

    if (first->class_rank != second->class_rank)
        return first->class_rank < second->class_rank ? -1 : 1;
    if (first->class_id != second->class_id)
        return first->class_id < second->class_id ? -1 : 1;
    if (first->roll_rank != second->roll_rank)
        return first->roll_rank < second->roll_rank ? -1 : 1;
    return first->child < second->child ? -1 : first->child > second->child;
}

static guint
look_up (GHashTable *ranks, gint64 id)
{
    gpointer rank = g_hash_table_lookup (ranks, &id);

    return rank ? GPOINTER_TO_UINT (rank) : G_MAXUINT;
}

static GHashTable *
rank_classes (const TvRoster *roster)
{
    GHashTable *ranks = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; i < roster->classes->len; i++) {
        const TvRosterClass *class_ = g_ptr_array_index (roster->classes, i);

        g_hash_table_insert (ranks, &class_->class_->id, GUINT_TO_POINTER (i + 1));
    }
    return ranks;
}

static GHashTable *
rank_students (const TvRoster *roster)
{
    GHashTable *ranks = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        g_hash_table_insert (ranks, &entry->student->id, GUINT_TO_POINTER (i + 1));
    }
    return ranks;
}

/**
 * tv_report_order_children:
 * @rates: of a round
 * @roster: of the round's school year
 *
 * Returns: (transfer full) (element-type guint): indexes of all children of @rates, those of one
 *   class side by side
 */
GArray *
tv_report_order_children (const TvRates *rates, const TvRoster *roster)
{
    g_autoptr (GHashTable) classes = rank_classes (roster);
    g_autoptr (GHashTable) students = rank_students (roster);
    g_autoptr (GArray) places
        = g_array_sized_new (FALSE, FALSE, sizeof (Place), rates->children->len);
    GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), rates->children->len);

    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        Place place = { i, look_up (classes, child->class_id), child->class_id,
                        look_up (students, child->student_id) };

        g_array_append_val (places, place);
    }
    g_array_sort (places, compare_places);
    for (guint i = 0; i < places->len; i++)
        g_array_append_val (order, g_array_index (places, Place, i).child);
    return order;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Class, search and a given set of children together decide who is listed. Who has left is found
 * by searching or in a given set, but does not fill the lists. */

#include "ui/students/tv-roster-filter.h"

#include "base/tv-text.h"
#include "ui/students/tv-roster-item.h"

struct _TvRosterFilter {
    GtkFilter parent_instance;

    gint64 class_id;      /* 0: all */
    char *query;          /* folded; "" for all */
    GHashTable *children; /* (nullable) set of ids */
};

G_DEFINE_FINAL_TYPE (TvRosterFilter, tv_roster_filter, GTK_TYPE_FILTER)

static gboolean
tv_roster_filter_match (GtkFilter *filter, gpointer item)
{
    TvRosterFilter *self = TV_ROSTER_FILTER (filter);
    const TvRosterEntry *entry = tv_roster_item_get_entry (item);

    if (self->children && !g_hash_table_contains (self->children, &entry->student->id))
        return FALSE;
    if (!entry->is_here && !self->children && !*self->query)
        return FALSE;
    if (self->class_id != 0 && entry->class_->id != self->class_id)
        return FALSE;
    return !*self->query || tv_roster_entry_matches (entry, self->query);
}

static void
tv_roster_filter_finalize (GObject *object)
{
    TvRosterFilter *self = TV_ROSTER_FILTER (object);

    g_free (self->query);
    g_clear_pointer (&self->children, g_hash_table_unref);
    G_OBJECT_CLASS (tv_roster_filter_parent_class)->finalize (object);
}

static void
tv_roster_filter_class_init (TvRosterFilterClass *class_)
{
    G_OBJECT_CLASS (class_)->finalize = tv_roster_filter_finalize;
    GTK_FILTER_CLASS (class_)->match = tv_roster_filter_match;
}

static void
tv_roster_filter_init (TvRosterFilter *self)
{
    self->query = g_strdup ("");
}

TvRosterFilter *
tv_roster_filter_new (void)
{
    return g_object_new (TV_TYPE_ROSTER_FILTER, NULL);
}

/**
 * tv_roster_filter_set_class:
 * @class_id: the only class to list; 0 for all
 */
void
tv_roster_filter_set_class (TvRosterFilter *self, gint64 class_id)
{
    if (self->class_id == class_id)
        return;
    self->class_id = class_id;
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * tv_roster_filter_set_query:
 * @query: what somebody searches for, as typed
 */
void
tv_roster_filter_set_query (TvRosterFilter *self, const char *query)
{
    g_free (self->query);
    self->query = tv_text_fold (query);
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * tv_roster_filter_set_children:
 * @student_ids: (array length=n_students) (nullable): the only children to list; %NULL for all
 */
void
tv_roster_filter_set_children (TvRosterFilter *self, const gint64 *student_ids, guint n_students)
{
    g_clear_pointer (&self->children, g_hash_table_unref);
    if (student_ids) {
        self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
        for (guint i = 0; i < n_students; i++)
            g_hash_table_add (self->children, g_memdup2 (&student_ids[i], sizeof *student_ids));
    }
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

gboolean
tv_roster_filter_has_children (TvRosterFilter *self)
{
    return self->children != NULL;
}

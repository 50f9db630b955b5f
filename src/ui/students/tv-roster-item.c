/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* List models hold objects; this one only points into its roster. */

#include "ui/students/tv-roster-item.h"

struct _TvRosterItem {
    GObject parent_instance;

    TvRoster *roster;
    const TvRosterEntry *entry;
};

G_DEFINE_FINAL_TYPE (TvRosterItem, tv_roster_item, G_TYPE_OBJECT)

static void
tv_roster_item_finalize (GObject *object)
{
    g_clear_pointer (&TV_ROSTER_ITEM (object)->roster, tv_roster_unref);
    G_OBJECT_CLASS (tv_roster_item_parent_class)->finalize (object);
}

static void
tv_roster_item_class_init (TvRosterItemClass *class_)
{
    G_OBJECT_CLASS (class_)->finalize = tv_roster_item_finalize;
}

static void
tv_roster_item_init (TvRosterItem *self)
{
}

/**
 * tv_roster_items_new:
 *
 * Returns: (transfer full) (element-type TvRosterItem): one item for each child, in the roster's
 *   order
 */
GPtrArray *
tv_roster_items_new (TvRoster *roster)
{
    GPtrArray *items = g_ptr_array_new_full (roster->entries->len, g_object_unref);

    for (guint i = 0; i < roster->entries->len; i++) {
        TvRosterItem *item = g_object_new (TV_TYPE_ROSTER_ITEM, NULL);

        item->roster = tv_roster_ref (roster);
        item->entry = g_ptr_array_index (roster->entries, i);
        g_ptr_array_add (items, item);
    }
    return items;
}

/**
 * tv_roster_item_get_entry:
 *
 * Returns: (transfer none): the child
 */
const TvRosterEntry *
tv_roster_item_get_entry (TvRosterItem *self)
{
    return self->entry;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* List models hold objects; this one only holds its line. */

#include "ui/history/tv-history-item.h"

struct _TvHistoryItem {
    GObject parent_instance;

    TvHistoryLine *line;
};

G_DEFINE_FINAL_TYPE (TvHistoryItem, tv_history_item, G_TYPE_OBJECT)

static void
tv_history_item_finalize (GObject *object)
{
    g_clear_pointer (&TV_HISTORY_ITEM (object)->line, tv_history_line_unref);
    G_OBJECT_CLASS (tv_history_item_parent_class)->finalize (object);
}

static void
tv_history_item_class_init (TvHistoryItemClass *class_)
{
    G_OBJECT_CLASS (class_)->finalize = tv_history_item_finalize;
}

static void
tv_history_item_init (TvHistoryItem *self)
{
}

/**
 * tv_history_item_new:
 * @line: a change set in words
 *
 * Returns: (transfer full): it as a row of a list
 */
TvHistoryItem *
tv_history_item_new (TvHistoryLine *line)
{
    TvHistoryItem *self = g_object_new (TV_TYPE_HISTORY_ITEM, NULL);

    self->line = tv_history_line_ref (line);
    return self;
}

/**
 * tv_history_item_get_line:
 *
 * Returns: (transfer none): the change set
 */
const TvHistoryLine *
tv_history_item_get_line (TvHistoryItem *self)
{
    return self->line;
}

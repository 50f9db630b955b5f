/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"
#include "store/tv-store-history.h"

G_BEGIN_DECLS

/* Which change sets are asked for. */
typedef struct {
    gint64 student_id; /* with something about this child; 0: whatever it is about */
    gint64 person_id;  /* who acted; 0: whoever */
    char *kind;        /* of this kind; NULL: of every kind */
    TvDate first_day;  /* civil days, both counted; TV_DATE_NONE: no bound */
    TvDate last_day;
} TvHistoryFilter;

/* More entries of one change set than these are not counted. */
#define TV_HISTORY_MOST_COUNTED 2000

/* A change set as a list shows it: what it is about, without its entries. */
typedef struct {
    TvChangeSet *set;   /* without entries */
    char *undone_kind;  /* of the change set it undoes; NULL: not an undo */
    guint n_entries;    /* TV_HISTORY_MOST_COUNTED + 1 where there are more */
    guint n_students;   /* about how many children those are */
    gint64 student_id;  /* the child it is about, 0 for none or several */
    char *student_name; /* NULL: none, several, or erased */
    char *class_name;   /* where that child sits or sat last; NULL: nowhere */
    TvHistoryEntry
        *first; /* of a set without children; NULL: of children, or nothing was written */
} TvHistoryHead;

void tv_history_head_free (TvHistoryHead *self);

GPtrArray *tv_store_search_history (TvConnection *connection, const TvHistoryFilter *filter,
                                    gint64 before, guint limit, GError **error);
TvHistoryHead *tv_store_get_history_head (TvConnection *connection, gint64 id, GError **error);
gboolean
tv_store_find_undo_of (TvConnection *connection, gint64 id, gint64 *undo_id, GError **error);
char **tv_store_list_change_kinds (TvConnection *connection, GError **error);
gboolean tv_store_find_student_name (TvConnection *connection, gint64 student_id, char **name,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvHistoryHead, tv_history_head_free)

G_END_DECLS

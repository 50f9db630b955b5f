/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which children of the roster are listed. */
#define TV_TYPE_ROSTER_FILTER (tv_roster_filter_get_type ())
G_DECLARE_FINAL_TYPE (TvRosterFilter, tv_roster_filter, TV, ROSTER_FILTER, GtkFilter)

TvRosterFilter *tv_roster_filter_new (void);
void tv_roster_filter_set_class (TvRosterFilter *self, gint64 class_id);
void tv_roster_filter_set_query (TvRosterFilter *self, const char *query);
void
tv_roster_filter_set_children (TvRosterFilter *self, const gint64 *student_ids, guint n_students);
gboolean tv_roster_filter_has_children (TvRosterFilter *self);

G_END_DECLS

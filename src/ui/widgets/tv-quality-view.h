/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How well a round was measured, group by group: remarks, last digits, and the figures of all
 * groups in a table, in which the group is chosen.
 *
 * Signal: "children-wanted" (const char *title, GArray *ids): a count was activated; @ids are the
 * gint64 of the students behind it. */
#define TV_TYPE_QUALITY_VIEW (tv_quality_view_get_type ())
G_DECLARE_FINAL_TYPE (TvQualityView, tv_quality_view, TV, QUALITY_VIEW, GtkWidget)

GtkWidget *tv_quality_view_new (void);
void tv_quality_view_show (TvQualityView *self, GPtrArray *lines);
void tv_quality_view_choose (TvQualityView *self, guint line);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "growth/tv-growth-class.h"

G_BEGIN_DECLS

/* A class as shape, colour and words: arrows down for too low, up for too high, two where it is
 * severe, a dot where all is well. */
#define TV_TYPE_CLASS_BADGE (tv_class_badge_get_type ())
G_DECLARE_FINAL_TYPE (TvClassBadge, tv_class_badge, TV, CLASS_BADGE, GtkWidget)

GtkWidget *tv_class_badge_new (void);
void tv_class_badge_set (TvClassBadge *self, TvConcern concern, const char *words);
void tv_class_badge_set_width_chars (TvClassBadge *self, int n_chars);
void tv_class_badge_set_lines (TvClassBadge *self, int n_lines);

G_END_DECLS

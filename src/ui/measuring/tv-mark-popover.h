/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Why a child was not measured: absent, not willing, not measurable.
 * Signal: "chosen" (int: TvMeasurementState). */
#define TV_TYPE_MARK_POPOVER (tv_mark_popover_get_type ())
G_DECLARE_FINAL_TYPE (TvMarkPopover, tv_mark_popover, TV, MARK_POPOVER, GtkPopover)

GtkWidget *tv_mark_popover_new (void);
void tv_mark_popover_show_at (TvMarkPopover *self, GtkWidget *cell);

G_END_DECLS

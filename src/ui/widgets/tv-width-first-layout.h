/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays out the one child of a widget over all its room, as GtkBinLayout does, and never asks how
 * wide the child has to be for a height. */
#define TV_TYPE_WIDTH_FIRST_LAYOUT (tv_width_first_layout_get_type ())
G_DECLARE_FINAL_TYPE (TvWidthFirstLayout, tv_width_first_layout, TV, WIDTH_FIRST_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS

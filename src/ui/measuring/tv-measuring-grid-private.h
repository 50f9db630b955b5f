/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/measuring/tv-measuring-grid.h"

G_BEGIN_DECLS

struct _TvMeasuringGrid {
    GtkWidget parent_instance;

    GtkWidget *header;
    GtkWidget *scrolled_window;
    GtkWidget *list;
    GtkWidget *mark_popover;
    GtkWidget *position_title;
    GPtrArray *lines; /* of TvMeasuringLine, owned by the list */
    guint n_lines;    /* that are shown */
    GtkSizeGroup *cell_widths[TV_MEASURING_N_CELLS];

    TvEntryOrder order;
    gint64 round_id;
    gboolean is_read_only;
    TvMeasuringLine *focus_line;
    TvQuantity focus_quantity;
    GHashTable *left_texts; /* what was refused in other classes, by round, child and cell */
    gulong focus_handler;
    GtkRoot *root;
};

guint _tv_measuring_grid_index_of (TvMeasuringGrid *self, TvMeasuringLine *line);
void _tv_measuring_grid_focus_cell (TvMeasuringGrid *self, guint index, TvQuantity quantity);
void _tv_measuring_grid_add_keys (TvMeasuringGrid *self);

G_END_DECLS

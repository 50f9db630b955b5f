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
    GtkWidget *line_menu;
    TvMeasuringLine *menu_line; /* that the menu was opened on */
    GtkWidget *name_title;
    GtkWidget *age_title;
    GtkWidget *last_title;
    GtkWidget *position_title;
    GtkWidget *class_title;
    GtkWidget *remark_title;
    guint fit; /* which widths are used */
    guint select_idle;
    guint fit_idle;
    GPtrArray *lines; /* of TvMeasuringLine, owned by the list */
    guint n_lines;    /* that are shown */
    GtkSizeGroup *cell_widths[TV_MEASURING_N_CELLS];

    TvEntryOrder order;
    gint64 round_id;
    gboolean is_read_only;
    gboolean is_showing; /* texts change, but nobody types */
    gboolean is_held;    /* the focus may leave and comes back to its cell */
    TvMeasuringLine *focus_line;
    TvQuantity focus_quantity;
    gulong focus_handler;
    GtkRoot *root;
};

guint _tv_measuring_grid_index_of (TvMeasuringGrid *self, TvMeasuringLine *line);
void _tv_measuring_grid_focus_cell (TvMeasuringGrid *self, guint index, TvQuantity quantity);
void _tv_measuring_grid_select_when_entered (TvMeasuringGrid *self, TvMeasuringLine *line,
                                             GtkWidget *picked);
void _tv_measuring_grid_follow_focus (TvMeasuringGrid *self);
void _tv_measuring_grid_leave_focus (TvMeasuringGrid *self);
void _tv_measuring_grid_add_titles (TvMeasuringGrid *self);
void _tv_measuring_grid_apply_fit (TvMeasuringGrid *self);
const TvMeasuringWidths *_tv_measuring_grid_get_widths (TvMeasuringGrid *self);
int _tv_measuring_grid_least_width (TvMeasuringGrid *self);
void _tv_measuring_grid_fit_into (TvMeasuringGrid *self, int width);
void _tv_measuring_grid_add_keys (TvMeasuringGrid *self);
void _tv_measuring_grid_add_paste (TvMeasuringGrid *self, TvMeasuringLine *line);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/measuring/tv-measuring-line.h"

G_BEGIN_DECLS

/* Where Enter leads; the values of the setting "entry-order". */
typedef enum {
    TV_ENTRY_ORDER_ROW,    /* weight, height, next child */
    TV_ENTRY_ORDER_COLUMN, /* the next child's cell below */
} TvEntryOrder;

/* The lines of a class with their keys.
 * Signals: "entered" (TvMeasuringLine *, TvMeasuringEntry *): to be saved; "judged" (
 * TvMeasuringLine *): its class or questions changed; "line-entered" (TvMeasuringLine *): the
 * focus came to it; "typed" (TvMeasuringLine *): a key changed the text of a cell in it;
 * "questions-wanted": F6 was pressed; "student-wanted" (TvMeasuringLine *): its child is to be
 * shown; "paste-wanted" (TvMeasuringLine *, int: TvQuantity, const char *): text of more than one
 * value was pasted into that cell, which still holds what it held. */
#define TV_TYPE_MEASURING_GRID (tv_measuring_grid_get_type ())
G_DECLARE_FINAL_TYPE (TvMeasuringGrid, tv_measuring_grid, TV, MEASURING_GRID, GtkWidget)

GtkWidget *tv_measuring_grid_new (void);
void tv_measuring_grid_show (TvMeasuringGrid *self, const TvMeasuringSheet *sheet,
                             TvSession *session, gboolean is_read_only);
void tv_measuring_grid_set_order (TvMeasuringGrid *self, TvEntryOrder order);
void tv_measuring_grid_commit (TvMeasuringGrid *self);
void tv_measuring_grid_hold (TvMeasuringGrid *self, gboolean is_held);

gint64 tv_measuring_grid_get_round (TvMeasuringGrid *self);
guint tv_measuring_grid_n_lines (TvMeasuringGrid *self);
TvMeasuringLine *tv_measuring_grid_get_line (TvMeasuringGrid *self, guint index);
TvMeasuringLine *tv_measuring_grid_find_open (TvMeasuringGrid *self, TvMeasuringLine *after);
void tv_measuring_grid_focus (TvMeasuringGrid *self, TvMeasuringLine *line, TvQuantity quantity);
void tv_measuring_grid_focus_first_empty (TvMeasuringGrid *self);

G_END_DECLS

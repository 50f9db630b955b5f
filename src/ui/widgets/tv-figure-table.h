/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a row of the table is for. */
typedef enum {
    TV_FIGURE_TABLE_OPENS,   /* a click or Enter opens what stands behind it */
    TV_FIGURE_TABLE_CHOOSES, /* one row is chosen, and shown more of elsewhere */
} TvFigureTableUse;

typedef struct {
    const char *title; /* in the chosen language; may have two lines */
    gboolean is_text;  /* else a figure, which stands at the right */
} TvFigureColumn;

/* Figures in rows and columns that are all texts. Many rows scroll by themselves, a table too wide
 * for the window does, too.
 *
 * Signals: "row-wanted" (guint position): a row was activated or another one chosen;
 * "cell-wanted" (guint position, guint column): a figure that is a link was activated. */
#define TV_TYPE_FIGURE_TABLE (tv_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (TvFigureTable, tv_figure_table, TV, FIGURE_TABLE, GtkWidget)

GtkWidget *tv_figure_table_new (void);
void tv_figure_table_set_up (TvFigureTable *self, const char *name, TvFigureTableUse use,
                             const TvFigureColumn *columns, guint n_columns);
void tv_figure_table_show (TvFigureTable *self, GPtrArray *rows);
void tv_figure_table_show_links (TvFigureTable *self, GPtrArray *rows, const GArray *links);
void tv_figure_table_set_column_visible (TvFigureTable *self, guint column, gboolean is_visible);
void tv_figure_table_choose (TvFigureTable *self, guint position);
guint tv_figure_table_get_n_rows (TvFigureTable *self);
guint tv_figure_table_get_n_columns (TvFigureTable *self);
const char *tv_figure_table_get_text (TvFigureTable *self, guint position, guint column);
gboolean tv_figure_table_is_link (TvFigureTable *self, guint position, guint column);

G_END_DECLS

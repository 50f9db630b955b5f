/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-sheet-builder.h"
#include "exchange/tv-xml-part.h"

G_BEGIN_DECLS

/* A cell of an OpenDocument table, or several alike side by side. */
typedef struct {
    guint64 column; /* of the first, from 0 */
    guint64 n_columns;
    TvCellKind kind;
    char *text;
    double number;
    TvDate date;
    char *style;              /* of the cell, NULL where it has none of its own */
    char *text_style;         /* of its first letters, likewise */
    const char *font;         /* borrowed from the styles */
    gboolean is_formula_lost; /* whether it has a formula and no result */
} TvOdsCell;

gboolean tv_ods_cell_read (TvOdsCell *self, TvXmlPart *part, GError **error);
gboolean tv_ods_cell_build (const TvOdsCell *self, TvSheetBuilder *builder, GError **error);
void tv_ods_cell_clear (gpointer self);
gboolean tv_ods_cell_set_unended (TvXmlEvent event, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

/* What a sheet is made of, for the builder that fills it. */
typedef struct {
    guint source_row;
    guint first_cell;
    guint n_cells;
} TvSheetRow;

struct _TvSheet {
    char *title;
    gboolean is_hidden;
    gboolean is_from_1904;
    guint n_hidden_rows;
    guint n_lost_formulas;
    GArray *rows;  /* of TvSheetRow */
    GArray *cells; /* of TvCell, row after row */
    GStringChunk *texts;
    TvSheet *origin; /* that owns the other texts; NULL where there are none */
};

G_END_DECLS

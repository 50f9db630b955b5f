/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

/* What the sheets of one file may still bring. */
typedef struct {
    guint n_cells;
    gsize n_text_bytes;
} TvSheetBudget;

#define TV_SHEET_BUDGET_FULL                                                                       \
    {                                                                                              \
        TV_WORKBOOK_MAX_CELLS, TV_WORKBOOK_MAX_TEXT_BYTES                                          \
    }

/* What the readers fill, cell by cell, row after row, and what then becomes a #TvSheet. */
typedef struct _TvSheetBuilder TvSheetBuilder;

TvSheetBuilder *tv_sheet_builder_new (const char *title, gboolean is_hidden, TvSheetBudget *budget);
void tv_sheet_builder_free (TvSheetBuilder *self);
void tv_sheet_builder_set_from_1904 (TvSheetBuilder *self, gboolean is_from_1904);
gboolean tv_sheet_builder_begin_row (TvSheetBuilder *self, guint source_row, GError **error);
void tv_sheet_builder_hide_row (TvSheetBuilder *self);
gboolean
tv_sheet_builder_add_text (TvSheetBuilder *self, guint column, const char *text, GError **error);
gboolean tv_sheet_builder_add_text_in_font (TvSheetBuilder *self, guint column, const char *text,
                                            const char *font, GError **error);
gboolean
tv_sheet_builder_add_number (TvSheetBuilder *self, guint column, double number, GError **error);
gboolean tv_sheet_builder_add_date (TvSheetBuilder *self, guint column, double serial, TvDate date,
                                    GError **error);
void tv_sheet_builder_count_lost_formula (TvSheetBuilder *self);
TvSheet *tv_sheet_builder_finish (TvSheetBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSheetBuilder, tv_sheet_builder_free)

G_END_DECLS

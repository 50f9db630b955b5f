/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

/* The most that a sheet of any spreadsheet program has. */
#define TV_SHEET_MAX_ROWS 1048576
#define TV_SHEET_MAX_COLUMNS 16384

/* More sheets than anybody turns over. */
#define TV_WORKBOOK_MAX_SHEETS 1000

/* How much is kept of all the sheets of a file together: filled cells, of which a school's largest
 * list has some 200,000, and their texts. A text counts as often as it stands in a cell, although
 * it may stand in the file once. */
#define TV_WORKBOOK_MAX_CELLS 2000000
#define TV_WORKBOOK_MAX_TEXT_BYTES (128 * 1024 * 1024)

/* The longest text of a cell: more than the 32,767 letters that Excel allows. */
#define TV_SHEET_MAX_TEXT_BYTES (128 * 1024)

/* How much is kept of the name of a font: the office programs allow 32 letters. */
#define TV_SHEET_MAX_FONT_BYTES 64

/* How much less a workbook that counts its days from 1904 on says for the same day. */
#define TV_SHEET_DAYS_TO_1904 1462

typedef enum {
    TV_CELL_EMPTY,
    TV_CELL_TEXT,
    TV_CELL_NUMBER,
    TV_CELL_DATE,
} TvCellKind;

/* One cell. Its text is there for every kind: a number with a decimal point, a date dd/mm/yyyy,
 * "" for an empty one. */
typedef struct {
    guint column; /* from 0 */
    TvCellKind kind;
    const char *text;
    double number;    /* of a number or of a date (its serial) */
    TvDate date;      /* of a date, otherwise TV_DATE_NONE */
    const char *font; /* the name of a text's font, which tells old encodings; or NULL */
} TvCell;

/* A table as it stands in a file. Only rows with something in them are kept, each with the
 * number that a spreadsheet program shows beside it. */
typedef struct _TvSheet TvSheet;

TvSheet *tv_sheet_with_texts (TvSheet *self, GHashTable *texts);
TvSheet *tv_sheet_ref (TvSheet *self);
void tv_sheet_unref (TvSheet *self);
const char *tv_sheet_get_title (TvSheet *self);
gboolean tv_sheet_is_hidden (TvSheet *self);
guint tv_sheet_get_n_rows (TvSheet *self);
guint tv_sheet_get_source_row (TvSheet *self, guint row);
const TvCell *tv_sheet_get_cells (TvSheet *self, guint row, guint *n_cells);
const TvCell *tv_sheet_get_cell (TvSheet *self, guint row, guint column);
gboolean tv_sheet_is_from_1904 (TvSheet *self);
guint tv_sheet_get_n_hidden_rows (TvSheet *self);
guint tv_sheet_get_n_lost_formulas (TvSheet *self);
char *tv_sheet_column_letters (guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSheet, tv_sheet_unref)

/* The sheets of one file, in the order in which they are shown. */
typedef struct _TvWorkbook TvWorkbook;

TvWorkbook *tv_workbook_new (const char *name, GPtrArray *sheets);
void tv_workbook_unref (TvWorkbook *self);
const char *tv_workbook_get_name (TvWorkbook *self);
guint tv_workbook_get_n_sheets (TvWorkbook *self);
TvSheet *tv_workbook_get_sheet (TvWorkbook *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvWorkbook, tv_workbook_unref)

G_END_DECLS

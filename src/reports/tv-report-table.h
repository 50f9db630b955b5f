/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

typedef enum {
    TV_REPORT_ALIGN_START,
    TV_REPORT_ALIGN_CENTRE,
    TV_REPORT_ALIGN_END,
} TvReportAlign;

typedef struct {
    double share; /* of the table's width, beside the other columns' shares */
    TvReportAlign align;
} TvReportColumn;

typedef enum {
    TV_REPORT_ROW_HEAD,  /* stands again on every page; all heads come before other rows */
    TV_REPORT_ROW_BODY,  /* */
    TV_REPORT_ROW_GROUP, /* one cell across, never parted from the row after it */
    TV_REPORT_ROW_TOTAL, /* bold */
} TvReportRowKind;

typedef enum {
    TV_REPORT_CELL_TEXT,
    TV_REPORT_CELL_NUMBER,
    TV_REPORT_CELL_DATE,
} TvReportCellKind;

/* One cell. The text is what is printed; a spreadsheet gets the number or the date behind it. */
typedef struct {
    TvReportCellKind kind;
    char *text;
    double number;
    int n_decimals;
    TvDate date;
    guint column; /* its first */
    guint n_columns;
    guint n_rows; /* more than 1 only in the head */
} TvReportCell;

typedef struct {
    TvReportRowKind kind;
    GArray *cells; /* of TvReportCell, by column */
} TvReportRow;

/* A table under way: rows are added, then it is handed to a report. */
typedef struct {
    TvReportColumn *columns;
    guint n_columns;
    double size_pt;       /* of the letters */
    double row_height_pt; /* that a row has at least, heads left out; 0: what its text needs */
    GPtrArray *rows;      /* of TvReportRow */
    guint n_head_rows;
} TvReportTable;

TvReportTable *tv_report_table_new (const TvReportColumn *columns, guint n_columns, double size_pt);
void tv_report_table_free (TvReportTable *self);
void tv_report_table_set_row_height (TvReportTable *self, double row_height_pt);
void tv_report_table_add_row (TvReportTable *self, TvReportRowKind kind);
void tv_report_table_add_text (TvReportTable *self, const char *text);
void
tv_report_table_add_head (TvReportTable *self, const char *text, guint n_columns, guint n_rows);
void tv_report_table_add_number (TvReportTable *self, double number, int n_decimals);
void tv_report_table_add_date (TvReportTable *self, TvDate date);
const TvReportRow *tv_report_table_row (const TvReportTable *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvReportTable, tv_report_table_free)

G_END_DECLS

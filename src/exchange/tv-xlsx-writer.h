/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-date.h"

G_BEGIN_DECLS

typedef enum {
    TV_XLSX_LEFT,
    TV_XLSX_CENTRE,
    TV_XLSX_RIGHT,
} TvXlsxAlign;

/* How a cell looks. */
typedef struct {
    TvXlsxAlign align;
    gboolean is_bold;
    gboolean is_italic;
    gboolean is_framed; /* belongs to a table: ruled all around, its text broken into lines */
    gboolean is_shaded;
    double size_pt; /* 0: the usual size */
} TvXlsxLook;

/* Cells, from row to row; rows and columns count from 0. */
typedef struct {
    guint row;
    guint column;
    guint n_rows;
    guint n_columns;
} TvXlsxArea;

/* An xlsx file under way. */
typedef struct _TvXlsxWriter TvXlsxWriter;

TvXlsxWriter *
tv_xlsx_writer_new (const char *path, const char *title, TvDate created, GError **error);
void tv_xlsx_writer_free (TvXlsxWriter *self);
void tv_xlsx_writer_add_sheet (TvXlsxWriter *self, const char *name, gboolean is_landscape);
void tv_xlsx_writer_set_width (TvXlsxWriter *self, guint column, double n_letters);
void tv_xlsx_writer_repeat_rows (TvXlsxWriter *self, guint first, guint last);
void tv_xlsx_writer_put_text (TvXlsxWriter *self, const TvXlsxArea *area, const TvXlsxLook *look,
                              const char *text);
void tv_xlsx_writer_put_number (TvXlsxWriter *self, guint row, guint column, const TvXlsxLook *look,
                                double number, int n_decimals);
void tv_xlsx_writer_put_date (TvXlsxWriter *self, guint row, guint column, const TvXlsxLook *look,
                              TvDate date);
gboolean tv_xlsx_writer_finish (TvXlsxWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvXlsxWriter, tv_xlsx_writer_free)

G_END_DECLS

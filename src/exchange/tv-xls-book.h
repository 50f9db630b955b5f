/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-xls-texts.h"

G_BEGIN_DECLS

typedef enum {
    TV_XLS_CELL_NUMBER,
    TV_XLS_CELL_TEXT,         /* with a text of its own */
    TV_XLS_CELL_SHARED_TEXT,  /* one of the table's */
    TV_XLS_CELL_EMPTY_RESULT, /* of a formula: an empty text, or none was worked out */
} TvXlsCellKind;

typedef struct {
    guint16 row, column, style;
    TvXlsCellKind kind;
    double number;
    char *text;
    guint32 shared; /* which of the table's texts */
} TvXlsCell;

typedef struct {
    char *title;
    gboolean is_hidden;
    guint16 index;           /* among all sheets, charts and macros too */
    gsize begin;             /* of its records in the stream */
    GHashTable *hidden_rows; /* as a set, from 0 */
    GArray *cells;           /* of TvXlsCell, by rows and columns */
} TvXlsSheet;

/* What a cell's style says of numbers and letters. */
typedef struct {
    guint16 format; /* number of its format */
    guint16 font;
} TvXlsStyle;

/* A workbook as its records tell it. */
typedef struct {
    TvXlsTextKind text_kind;
    gboolean is_encrypted;
    gboolean is_from_1904;
    gboolean has_results; /* whether any formula has a result that is not empty */
    guint16 n_sheets;     /* of any kind */
    GPtrArray *sheets;    /* of TvXlsSheet; charts and macros are left out */
    GArray *styles;       /* of TvXlsStyle */
    GPtrArray *fonts;     /* of names */
    GHashTable *formats;  /* number of a format to its code */
    GPtrArray *texts;     /* that cells share */
} TvXlsBook;

TvXlsBook *tv_xls_book_read (const guint8 *data, gsize size, GError **error);
void tv_xls_book_free (TvXlsBook *self);
const char *tv_xls_book_get_font (const TvXlsBook *self, const TvXlsStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvXlsBook, tv_xls_book_free)

G_END_DECLS

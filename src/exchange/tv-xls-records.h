/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of records of an .xls workbook ([MS-XLS] 2.3). */
enum {
    TV_XLS_FORMULA = 0x0006,
    TV_XLS_EOF = 0x000a,
    TV_XLS_DATE_MODE = 0x0022,
    TV_XLS_FILE_PASS = 0x002f,
    TV_XLS_FONT = 0x0031,
    TV_XLS_CONTINUE = 0x003c,
    TV_XLS_CODE_PAGE = 0x0042,
    TV_XLS_BOUND_SHEET = 0x0085,
    TV_XLS_MULTIPLE_RK = 0x00bd,
    TV_XLS_RICH_STRING = 0x00d6,
    TV_XLS_XF = 0x00e0,
    TV_XLS_SST = 0x00fc,
    TV_XLS_LABEL_SST = 0x00fd,
    TV_XLS_NUMBER = 0x0203,
    TV_XLS_LABEL = 0x0204,
    TV_XLS_BOOL_ERROR = 0x0205,
    TV_XLS_STRING = 0x0207,
    TV_XLS_ROW = 0x0208,
    TV_XLS_RK = 0x027e,
    TV_XLS_FORMAT = 0x041e,
    TV_XLS_BOF = 0x0809,
};

/* One record, in the stream it was found in. */
typedef struct {
    guint16 type;
    guint16 size;
    const guint8 *data;
} TvXlsRecord;

/* A walk from record to record. */
typedef struct {
    const guint8 *data;
    gsize size;
    gsize at; /* where the next record begins */
} TvXlsWalk;

gboolean tv_xls_walk_next (TvXlsWalk *self, TvXlsRecord *record);
guint16 tv_xls_record_get_16 (const TvXlsRecord *self, gsize at);
guint32 tv_xls_record_get_32 (const TvXlsRecord *self, gsize at);
double tv_xls_record_get_double (const TvXlsRecord *self, gsize at);

G_END_DECLS

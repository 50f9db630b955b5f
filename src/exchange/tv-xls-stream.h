/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

/* What the program that reads .xls files tells the one that asked: a head, then pieces, each a
 * letter and what belongs to it, up to the end. Numbers are those of this machine; a text is its
 * length in 32 bits and its bytes, UTF-8. What does not come to its end is damaged. */
#define TV_XLS_STREAM_HEAD "tamvoc-xls 1\n"

/* The longest that is listened to. */
#define TV_XLS_STREAM_MAX_BYTES (TV_WORKBOOK_MAX_TEXT_BYTES + 16 * TV_WORKBOOK_MAX_CELLS)

enum {
    TV_XLS_STREAM_REFUSED = 'E',   /* guint8: a code of #TvExchangeError; nothing follows */
    TV_XLS_STREAM_DATE_MODE = 'M', /* guint8: whether days are counted from 1904 */
    TV_XLS_STREAM_STYLE = 'X',     /* guint16: number of its format; text: its code; text: font */
    TV_XLS_STREAM_SHEET = 'S',     /* guint8: whether it is hidden; text: its title */
    TV_XLS_STREAM_ROW = 'R',       /* guint32: its number, from 1 */
    TV_XLS_STREAM_HIDDEN = 'H',    /* the row just told is out of sight */
    TV_XLS_STREAM_TEXT = 'T',      /* guint16: column; guint16: style; text */
    TV_XLS_STREAM_NUMBER = 'N',    /* guint16: column; guint16: style; double */
    TV_XLS_STREAM_LOST = 'L',      /* a formula without a result */
    TV_XLS_STREAM_END = '.',
};

TvWorkbook *tv_xls_stream_read (const char *name, const guint8 *data, gsize size,
                                GCancellable *cancellable, GError **error);

G_END_DECLS

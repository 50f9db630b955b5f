/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    const char *title;   /* in ASCII */
    guint8 state;        /* 0 shown, 1 hidden, 2 hidden from the list too */
    guint8 kind;         /* 0 a sheet, 2 a chart */
    GByteArray *records; /* between its begin and its end */
} TvXlsMakerSheet;

GByteArray *tv_xls_maker_records (guint16 type, const char *layout, ...);
void tv_xls_maker_add (GByteArray *records, guint16 type, const char *layout, ...);
GBytes *tv_xls_maker_book (gboolean is_wide, GByteArray *shared, const TvXlsMakerSheet *sheets,
                           guint n_sheets);
GBytes *tv_xls_maker_file (const guint8 *stream, gsize size, const char *name);

G_END_DECLS

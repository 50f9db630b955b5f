/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Excel keeps 65,490 cell styles; this many and as many formats of numbers are read. */
#define TV_XLSX_MAX_STYLES 100000

/* Which cell styles of a workbook show a number as a date, and which a text in an old font. */
typedef struct _TvXlsxStyles TvXlsxStyles;

TvXlsxStyles *tv_xlsx_styles_read (GBytes *bytes, GError **error);
void tv_xlsx_styles_free (TvXlsxStyles *self);
gboolean tv_xlsx_styles_is_date (TvXlsxStyles *self, guint style);
const char *tv_xlsx_styles_get_font (TvXlsxStyles *self, guint style);
gboolean tv_xlsx_format_is_builtin_date (guint format);
gboolean tv_xlsx_format_is_date (const char *format_code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvXlsxStyles, tv_xlsx_styles_free)

G_END_DECLS

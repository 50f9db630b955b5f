/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *tv_xlsx_maker_zip (const char *path, ...) G_GNUC_NULL_TERMINATED;
GBytes *tv_xlsx_maker_book (const char *sheet_data);
GBytes *tv_xlsx_maker_book_with (const char *workbook, const char *sheet_data, const char *strings,
                                 const char *styles);
char *tv_xlsx_maker_rows (const char *const *rows);

G_END_DECLS

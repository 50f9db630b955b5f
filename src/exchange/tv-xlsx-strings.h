/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-sheet.h"
#include "exchange/tv-xml-part.h"

G_BEGIN_DECLS

/* No more texts can stand in cells. */
#define TV_XLSX_MAX_STRINGS TV_WORKBOOK_MAX_CELLS

GPtrArray *tv_xlsx_strings_read (GBytes *bytes, GError **error);
char *tv_xlsx_string_read (TvXmlPart *part, const char *element, GError **error);
char *tv_xlsx_string_decode (const char *text);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-xml-part.h"

G_BEGIN_DECLS

GPtrArray *tv_xlsx_strings_read (GBytes *bytes, GError **error);
char *tv_xlsx_string_read (TvXmlPart *part, const char *element, GError **error);
char *tv_xlsx_string_decode (const char *text);

G_END_DECLS

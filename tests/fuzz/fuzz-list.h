/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

void tv_fuzz_workbook (TvWorkbook *book, GError **error);
void tv_fuzz_list (const char *name, GBytes *bytes);

G_END_DECLS

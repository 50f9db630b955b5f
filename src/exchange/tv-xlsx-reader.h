/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-sheet.h"
#include "exchange/tv-zip-parts.h"

G_BEGIN_DECLS

TvWorkbook *
tv_xlsx_read (const char *name, TvZipParts *parts, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

/* The longest file that is opened at all. */
#define TV_WORKBOOK_MAX_FILE_BYTES (128 * 1024 * 1024)

TvWorkbook *tv_workbook_read (const char *path, GCancellable *cancellable, GError **error);
TvWorkbook *
tv_workbook_read_bytes (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS

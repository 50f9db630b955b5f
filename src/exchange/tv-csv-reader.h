/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

/* The longest text file that is read. */
#define TV_CSV_MAX_BYTES (64 * 1024 * 1024)

TvWorkbook *tv_csv_read (const char *name, GBytes *bytes, GError **error);

G_END_DECLS

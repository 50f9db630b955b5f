/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-paste-columns.h"

G_BEGIN_DECLS

guint tv_paste_header_find (const TvPasteTable *table, guint *line);
gboolean tv_paste_header_field (const char *header, TvPasteField *field);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-paste-plan.h"

G_BEGIN_DECLS

TvPasteRow *tv_paste_row_new (guint line, const char *name);
void tv_paste_row_free (TvPasteRow *self);
void tv_paste_row_read (TvPasteRow *self, const TvMeasuringRow *child, const char *const *texts,
                        gboolean replaces);
void tv_paste_row_judge (TvPasteRow *self, const TvMeasuringSheet *sheet, const TvSession *session);
guint tv_paste_row_entries (const TvPasteRow *self, TvMeasuringEntry *entries);
gboolean tv_paste_row_has_news (const TvPasteRow *self, TvPasteNews news);
gboolean tv_paste_row_is_taken (const TvPasteRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPasteRow, tv_paste_row_free)

G_END_DECLS

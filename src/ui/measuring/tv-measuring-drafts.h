/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-draft.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* What whoever is at the book has typed on measuring sheets and the book has not taken over: asked
 * without waiting, and written a moment after the last key.
 * Signals: "loaded": what the book keeps is here now; "failed" (GError *): what is typed cannot be
 * kept just now; told once until it can. */
#define TV_TYPE_MEASURING_DRAFTS (tv_measuring_drafts_get_type ())
G_DECLARE_FINAL_TYPE (TvMeasuringDrafts, tv_measuring_drafts, TV, MEASURING_DRAFTS, GObject)

TvMeasuringDrafts *tv_measuring_drafts_new (TvStore *store);
void tv_measuring_drafts_load (TvMeasuringDrafts *self);
gboolean tv_measuring_drafts_is_loaded (TvMeasuringDrafts *self);
gboolean tv_measuring_drafts_is_kept (TvMeasuringDrafts *self);

const char *tv_measuring_drafts_find (TvMeasuringDrafts *self, gint64 round_id, gint64 student_id,
                                      TvQuantity quantity);
void tv_measuring_drafts_put (TvMeasuringDrafts *self, const TvDraft *draft, gboolean is_urgent);
void tv_measuring_drafts_forget (TvMeasuringDrafts *self, gint64 round_id, gint64 student_id,
                                 TvQuantity quantity);
void tv_measuring_drafts_flush (TvMeasuringDrafts *self);

G_END_DECLS

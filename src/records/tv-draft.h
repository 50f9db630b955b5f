/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"

G_BEGIN_DECLS

/* What somebody has typed into a cell of a measuring sheet and the book has not taken over: half a
 * value, or one that was refused. */
typedef struct {
    gint64 round_id;
    gint64 student_id;
    TvQuantity quantity;
    char *text; /* as it was typed */
} TvDraft;

TvDraft *tv_draft_new (const TvDraft *values);
TvDraft *tv_draft_ref (TvDraft *self);
void tv_draft_unref (TvDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvDraft, tv_draft_unref)

G_END_DECLS

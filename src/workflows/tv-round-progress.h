/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-measuring-sheet.h"

G_BEGIN_DECLS

/* How far a class of a round has come. Owned by its #TvRoundProgress. */
typedef struct {
    TvClass *class_;
    guint n_children;
    TvMeasuringProgress progress;
    GPtrArray *open; /* of TvMeasuringRow, not owned: not wholly measured, marked ones among them */
} TvClassProgress;

/* How far a round has come, class by class. Never changes. */
typedef struct {
    TvMeasuringSheet *sheet; /* over all classes; keeps the rows */
    GPtrArray *classes;      /* of TvClassProgress: those with children, in the school's order */
    TvMeasuringProgress progress;
} TvRoundProgress;

TvRoundProgress *tv_round_progress_new (TvMeasuringSheet *sheet);
void tv_round_progress_free (TvRoundProgress *self);
const char *tv_round_progress_say_why (const TvMeasuringRow *row);
char *tv_round_progress_say_count (const TvMeasuringProgress *progress, guint n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRoundProgress, tv_round_progress_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-paste-plan.h"

G_BEGIN_DECLS

/* How many lines become what, and how many children get something. */
typedef struct {
    guint n_by_verdict[TV_PASTE_ROW_N_VERDICTS];
    guint n_children; /* for whom something is taken */
    guint n_replaced; /* values that go for others */
    guint n_other;    /* values for which others stand, replaced or not */
} TvPasteCounts;

void tv_paste_plan_count (const TvPastePlan *self, TvPasteCounts *counts);
char *tv_paste_plan_summary (const TvPastePlan *self);
const char *tv_paste_verdict_label (TvPasteVerdict verdict);
const char *tv_paste_verdict_mark (TvPasteVerdict verdict);
gboolean tv_paste_verdict_needs_look (TvPasteVerdict verdict);

G_END_DECLS

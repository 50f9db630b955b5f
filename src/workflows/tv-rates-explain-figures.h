/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-rate.h"

G_BEGIN_DECLS

void tv_rates_explain_share (GString *text, const TvRate *rate);
void
tv_rates_explain_interval (GString *text, const TvRate *rate, TvIntervalKind kind, guint n_sample);
void tv_rates_explain_sentence (GString *text, char *sentence);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tv-cli-context.h"
#include "indicators/tv-rate.h"

G_BEGIN_DECLS

/* Options that are one of two words; one that was not given is as it was before the call. */
gboolean
tv_cli_choose_population (const TvCliContext *context, const char *text, TvPopulation *population);
gboolean
tv_cli_choose_interval (const TvCliContext *context, const char *text, TvIntervalKind *interval);
gboolean
tv_cli_choose_overweight (const TvCliContext *context, const char *text, TvOverweightRule *rule);

G_END_DECLS

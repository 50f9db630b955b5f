/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-rate.h"

G_BEGIN_DECLS

/* The columns that prevalence and rates have in common. */
#define TV_CLI_RATE_HEADER "indicator,rule,group,n,cases,percent,lower,upper"

void tv_cli_append_rate_csv (GString *text, const TvRate *rate);

G_END_DECLS

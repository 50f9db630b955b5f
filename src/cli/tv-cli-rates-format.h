/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-rates.h"

G_BEGIN_DECLS

char *tv_cli_rates_to_text (const TvRates *rates);
char *tv_cli_rates_to_csv (const TvRates *rates);
char *tv_cli_rates_to_json (const TvRates *rates);

G_END_DECLS

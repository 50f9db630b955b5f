/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tv-cli-rates-facts.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *tv_cli_rates_to_text (const TvCliRatesFacts *facts);
char *tv_cli_rates_to_csv (const TvCliRatesFacts *facts);
char *tv_cli_rates_to_json (const TvCliRatesFacts *facts);

/* What stands behind the indicators, for people. */
void tv_cli_rates_append_children (GString *text, const TvCliRatesFacts *facts);
void tv_cli_rates_append_change (GString *text, const TvCliRatesFacts *facts);

/* Members of the JSON object. */
void tv_cli_rates_add_uids (JsonBuilder *builder, const char *name, const TvCliRatesFacts *facts,
                            const GArray *ids);
void tv_cli_rates_add_children (JsonBuilder *builder, const TvCliRatesFacts *facts);
void tv_cli_rates_add_rounds (JsonBuilder *builder, const TvCliRatesFacts *facts);
void tv_cli_rates_add_measuring (JsonBuilder *builder, const TvCliRatesFacts *facts);

G_END_DECLS

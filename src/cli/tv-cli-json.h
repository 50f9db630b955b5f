/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-rate.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the object that is open in @builder. */
void tv_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value);
void tv_cli_json_add_count (JsonBuilder *builder, const char *name, gint64 value);
void tv_cli_json_add_number (JsonBuilder *builder, const char *name, double value);
void tv_cli_json_add_fact (JsonBuilder *builder, const char *name, gboolean value);
void tv_cli_json_add_rate_members (JsonBuilder *builder, const TvRate *rate);
void tv_cli_json_add_rate (JsonBuilder *builder, const char *name, const TvRate *rate);
void tv_cli_json_begin_object (JsonBuilder *builder, const char *name);
void tv_cli_json_begin_array (JsonBuilder *builder, const char *name);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tv_number_parse (const char *text, double *value);
gboolean tv_number_parse_fixed (const char *text, int n_decimals, gint64 *value);
void tv_number_append_whole (GString *text, gint64 value);
char *tv_number_format (double value, int n_decimals);
char *tv_number_format_fixed (gint64 value, int n_decimals, int n_shown);
char *tv_number_format_signed (double value, int n_decimals);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/tv-date.h"

#include <stdio.h>

G_BEGIN_DECLS

/* A line of CSV under way: fields parted by commas, quoted where they must be. */
typedef struct {
    FILE *file;
    gboolean is_begun;
} TvCsvLine;

void tv_csv_line_add (TvCsvLine *self, const char *text);
void tv_csv_line_add_number (TvCsvLine *self, gint64 number);
void tv_csv_line_add_date (TvCsvLine *self, TvDate date);
void tv_csv_line_end (TvCsvLine *self);

void tv_csv_append (GString *line, const char *text);

G_END_DECLS

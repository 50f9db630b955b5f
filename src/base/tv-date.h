/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A civil date, as days since 1970-01-01; measuring dates and birth dates have no time of day. */
typedef gint32 TvDate;

#define TV_DATE_NONE G_MININT32

/* How long the longest written date is, with its final zero. */
#define TV_DATE_TEXT_SIZE 16

TvDate tv_date_from_ymd (int year, int month, int day);
void tv_date_get_ymd (TvDate date, int *year, int *month, int *day);
TvDate tv_date_parse_iso (const char *text);
TvDate tv_date_parse_typed (const char *text);
char *tv_date_to_iso (TvDate date);
char *tv_date_to_text (TvDate date);
TvDate tv_date_add_months (TvDate date, int months);
int tv_date_completed_months (TvDate birth, TvDate day);

G_END_DECLS

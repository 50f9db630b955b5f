/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"
#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

/* Which number of a date stands first. */
typedef enum {
    TV_DATE_ORDER_UNKNOWN, /* nothing tells: no date, or only such as can be read both ways */
    TV_DATE_ORDER_DAY_FIRST,
    TV_DATE_ORDER_MONTH_FIRST,
} TvDateOrder;

/* What the dates of a column tell together. */
typedef struct {
    TvDateOrder order;  /* proven, or said by a person */
    gboolean is_either; /* dates are there that can be read both ways, and nothing tells how */
    gboolean is_mixed;  /* some have the day first and some the month: read day first */
    guint n_turned;     /* dates in which a spreadsheet seems to have taken the day for the month */
} TvDateColumn;

const char *tv_date_order_code (TvDateOrder order);
gboolean tv_date_order_parse (const char *code, TvDateOrder *order);
const char *tv_date_order_label (TvDateOrder order);

void tv_list_date_weigh_column (TvSheet *sheet, guint column, TvDateColumn *found);
char *tv_list_date_day_first (TvSheet *sheet, const TvCell *cell, const TvDateColumn *column);
TvDate tv_list_date_parse (const char *text, TvDate latest, gboolean *is_like_date);

G_END_DECLS

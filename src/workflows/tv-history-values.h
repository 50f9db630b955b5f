/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-row-json.h"
#include "workflows/tv-history-names.h"

G_BEGIN_DECLS

/* How the value of a column is told. */
typedef enum {
    TV_HISTORY_TEXT,
    TV_HISTORY_NUMBER,
    TV_HISTORY_AMOUNT, /* a number of which 0 is none */
    TV_HISTORY_DAY,
    TV_HISTORY_YES_NO,
    TV_HISTORY_WEIGHT,  /* grams */
    TV_HISTORY_HEIGHT,  /* millimetres */
    TV_HISTORY_READING, /* grams or millimetres, as the column "quantity" says */
    TV_HISTORY_TARGET,  /* thousandths of what the column "unit" says */
    TV_HISTORY_FIRST_YEAR,
    TV_HISTORY_GRADE,
    TV_HISTORY_CLASS, /* keys */
    TV_HISTORY_ROUND,
    TV_HISTORY_YEAR,
    TV_HISTORY_CLOTHING, /* codes */
    TV_HISTORY_DIRECTION,
    TV_HISTORY_KIND,
    TV_HISTORY_LEVEL,
    TV_HISTORY_POSITION,
    TV_HISTORY_ROLE,
    TV_HISTORY_ROUND_KIND,
    TV_HISTORY_SEX,
    TV_HISTORY_SETTING,
    TV_HISTORY_STATE,
    TV_HISTORY_STATUS,
    TV_HISTORY_N_FORMATS,
} TvHistoryFormat;

const TvField *tv_history_find_field (TvRowJson *row, const char *column);
char *tv_history_value (TvHistoryNames *names, TvHistoryFormat format, TvRowJson *row,
                        const TvField *field);
char *tv_history_setting_label (const char *name);

G_END_DECLS

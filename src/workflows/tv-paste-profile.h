/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-paste-table.h"

G_BEGIN_DECLS

/* What stands in one column of a pasted block, below its header. */
typedef struct {
    guint n_filled;
    guint n_numbers;
    guint n_dates;
    guint n_states; /* "vắng" and the like */
    guint n_words;
    guint n_sexes;
    guint n_names;         /* that somebody of the class has */
    guint n_like_names;    /* that anybody may have */
    gboolean is_counting;  /* 1, 2, 3 and so on */
    gboolean is_all_years; /* 2021, 2022 */
    double median;         /* of the numbers */
} TvPasteProfile;

/* How far a column's numbers are from what the class weighs and measures: 0 is the same, 0.7 twice
 * as much or half. */
typedef struct {
    double from_weight;
    double from_height;
} TvPasteLikeness;

GHashTable *tv_paste_profile_list_names (const TvMeasuringSheet *sheet);
void tv_paste_profile_take (TvPasteProfile *self, const TvPasteTable *table, guint first_line,
                            guint column, GHashTable *names);
guint tv_paste_profile_count_joined_names (const TvPasteTable *table, guint first_line,
                                           guint column, GHashTable *names);
void tv_paste_profile_compare (const TvPasteProfile *self, const TvMeasuringSheet *sheet,
                               TvDate today, TvPasteLikeness *likeness);
gboolean tv_paste_text_is_number (const char *text, double *number);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-school.h"

G_BEGIN_DECLS

/* What becomes of the children of a class, or of one child, when the school year turns. */
typedef enum {
    TV_YEAR_GOES_ON,    /* into a class of the new year */
    TV_YEAR_STAYS_DOWN, /* lưu ban: into a class of the same grade again */
    TV_YEAR_FINISHES,   /* ra trường: was in the last grade */
    TV_YEAR_MOVES_AWAY,
    TV_YEAR_STOPS,
    TV_YEAR_WAITS, /* nothing is written: a list of the new year will say */
    TV_YEAR_N_FATES,
} TvYearFate;

const char *tv_year_fate_label (TvYearFate fate);

/* Where a class goes. */
typedef struct {
    TvYearFate fate; /* goes on, finishes or waits */
    char *name;      /* of the class of the new year; NULL unless it goes on */
    int grade;       /* of that class, as in TvClass */
} TvYearPromotion;

void tv_year_promotion_clear (TvYearPromotion *self);
void tv_year_promotion_propose (const TvClass *class_, TvLevel level, int age, GPtrArray *classes,
                                TvYearPromotion *promotion);

G_END_DECLS

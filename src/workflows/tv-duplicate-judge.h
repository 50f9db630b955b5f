/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"

G_BEGIN_DECLS

/* Why two records may be of one child. */
typedef enum {
    TV_DUPLICATE_NOT,
    TV_DUPLICATE_SAME_DATE, /* one name, one birth date */
    TV_DUPLICATE_NEAR_DATE, /* one name, and birth dates that a slip of the hand tells apart */
    TV_DUPLICATE_NEWCOMER,  /* one name in one class, and one of them has neither number nor date */
} TvDuplicateReason;

/* Whether two birth dates differ as one slip makes them differ. */
gboolean tv_duplicate_dates_are_near (TvDate one, TvDate other);
TvDuplicateReason tv_duplicate_judge (const TvStudent *one, GPtrArray *places_of_one,
                                      const TvStudent *other, GPtrArray *places_of_other);

G_END_DECLS

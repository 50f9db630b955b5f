/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-prevalence.h"

G_BEGIN_DECLS

/* The forms of malnutrition a child can have at once. A sum of them names a part of the children
 * that no other part shares: 0 has none, UNDERWEIGHT alone is only underweight. */
typedef enum {
    TV_FORM_UNDERWEIGHT = 1 << 0,
    TV_FORM_STUNTED = 1 << 1,
    TV_FORM_WASTED = 1 << 2, /* thin, at school age */
} TvForm;

#define TV_OVERLAP_N_PARTS 8

/* Both countings of one group: the parts add up, and each rate is the sum of the parts that hold
 * its form. */
typedef struct {
    guint n;                           /* children with a value for at least one form */
    guint n_parts[TV_OVERLAP_N_PARTS]; /* by the sum of forms; together they are n */
    guint n_double;                    /* with a value for stunting and one for overweight */
    guint n_double_cases;              /* of these, both stunted and overweight */
} TvOverlap;

gboolean tv_overlap_find_part (const TvSubject *subject, TvPopulation population, guint *forms);
gboolean tv_overlap_find_double_burden (const TvSubject *subject, TvPopulation population,
                                        TvOverweightRule rule, gboolean *is_case);
void tv_overlap_add (TvOverlap *self, const TvSubject *subject, TvPopulation population,
                     TvOverweightRule rule);
guint tv_overlap_count_with (const TvOverlap *self, TvForm form);
guint tv_overlap_count_any (const TvOverlap *self);
const char *tv_overlap_part_code (guint forms, TvPopulation population);
char *tv_overlap_part_label (guint forms, TvPopulation population);

G_END_DECLS

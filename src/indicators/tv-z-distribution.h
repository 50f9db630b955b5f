/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

/* Half a standard deviation from -6 to +6; on a border a z stands in the bin nearer to 0. */
#define TV_Z_FIRST_BIN (-600)
#define TV_Z_BIN_WIDTH 50
#define TV_Z_N_BINS 24

/* The z-scores of a group beside WHO's curve. Flagged ones are told, and counted nowhere else. */
typedef struct {
    guint n;
    guint n_flagged;
    guint n_sample;    /* everybody asked, those without a z among them */
    double mean;       /* NAN where n is 0 */
    double mean_lower; /* of its 95 % interval, as anthro gives it; NAN where it has none */
    double mean_upper;
    double sd; /* with n - 1; NAN where n is below 2 */
    guint counts[TV_Z_N_BINS];
    gint64 sum; /* of hundredths, while it is being filled */
    gint64 sum_squares;
} TvZDistribution;

guint tv_z_distribution_find_bin (gint32 hundredths);
void tv_z_distribution_add (TvZDistribution *self, const TvZScore *z);
void tv_z_distribution_close (TvZDistribution *self);
double tv_z_distribution_expected_percent (guint bin);
char *tv_z_distribution_sentence (const TvZDistribution *self, TvZKind kind);

G_END_DECLS

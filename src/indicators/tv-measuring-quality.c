/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How well a group was measured, told by the values alone: their last digits, their spread, and
 * how often they are impossible or the same as last time. */

#include "indicators/tv-measuring-quality.h"

#include <math.h>

#define N_DIGITS 10

/* What chi-squared with nine degrees of freedom stays under 95 times in 100. */
#define CHI_SQUARED_95 16.919

/* Above it surveys call a measurer's digits problematic: SMART Methodology, plausibility check. */
#define HIGHEST_SCORE_ACCEPTED 20

static void
add_digit (TvDigitPattern *self, int value, int step)
{
    if (value <= 0)
        return;
    self->n++;
    self->digits[value / step % N_DIGITS]++;
    self->n_whole += value % (step * N_DIGITS) == 0 ? 1 : 0;
}

static void
add_scores (TvMeasuringQuality *self, const TvSubject *subject)
{
    static const TvZScore none = { .hundredths = TV_Z_NONE };
    gboolean has_any = FALSE, is_flagged = FALSE;

    for (guint kind = 0; kind < TV_Z_N_KINDS; kind++) {
        const TvZScore *z = subject ? &subject->growth.z[kind] : &none;

        tv_z_distribution_add (&self->z[kind], z);
        if (z->hundredths == TV_Z_NONE)
            continue;
        has_any = TRUE;
        is_flagged = is_flagged || z->is_flagged;
    }
    self->n_scored += has_any ? 1 : 0;
    self->n_flagged += is_flagged ? 1 : 0;
}

static void
compare (TvMeasuringQuality *self, const TvQualityChild *child)
{
    if (child->weight_g <= 0 || child->height_mm <= 0 || child->last_weight_g <= 0
        || child->last_height_mm <= 0)
        return;
    self->n_compared++;
    if (child->weight_g == child->last_weight_g && child->height_mm == child->last_height_mm)
        self->n_repeated++;
}

/**
 * tv_measuring_quality_add:
 * @self: the figures of a group, zeroed before the first child
 * @child: a child that was to be measured
 */
void
tv_measuring_quality_add (TvMeasuringQuality *self, const TvQualityChild *child)
{
    self->n_children++;
    self->n_missing += child->weight_g <= 0 || child->height_mm <= 0 ? 1 : 0;
    add_digit (&self->weight, child->weight_g, 100);
    add_digit (&self->height, child->height_mm, 1);
    add_scores (self, child->subject);
    compare (self, child);
}

/* The digit preference score of the MONICA study (K. Kuulasmaa, H.-W. Hense, H. Tolonen, 1998),
 * as SMART takes it: 100 √(χ² / (9 n)), 0 where each digit is as frequent, 100 where there is but
 * one. */
static void
close_pattern (TvDigitPattern *self)
{
    double n = self->n, expected = n / N_DIGITS;
    double chi_squared = 0;

    self->score = self->score_limit = NAN;
    self->is_uneven = FALSE;
    if (self->n == 0)
        return;
    for (guint i = 0; i < N_DIGITS; i++)
        chi_squared += (self->digits[i] - expected) * (self->digits[i] - expected) / expected;
    self->score = 100 * sqrt (chi_squared / ((N_DIGITS - 1) * n));
    self->score_limit = 100 * sqrt (CHI_SQUARED_95 / ((N_DIGITS - 1) * n));
    self->is_uneven = self->n >= TV_QUALITY_FEWEST && self->score > HIGHEST_SCORE_ACCEPTED
                      && self->score > self->score_limit;
}

/**
 * tv_measuring_quality_close:
 * @self: the figures of a group with all its children
 *
 * Works out the digit preference scores, means and standard deviations.
 */
void
tv_measuring_quality_close (TvMeasuringQuality *self)
{
    close_pattern (&self->weight);
    close_pattern (&self->height);
    for (guint kind = 0; kind < TV_Z_N_KINDS; kind++)
        tv_z_distribution_close (&self->z[kind]);
}

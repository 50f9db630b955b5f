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

/* Returns whether the value is a whole one. */
static gboolean
add_digit (TvDigitPattern *self, int value, int step)
{
    gboolean is_whole = value > 0 && value % (step * N_DIGITS) == 0;

    if (value <= 0)
        return FALSE;
    self->n++;
    self->digits[value / step % N_DIGITS]++;
    self->n_whole += is_whole ? 1 : 0;
    return is_whole;
}

static TvQualityCounts
add_scores (TvMeasuringQuality *self, const TvSubject *subject)
{
    static const TvZScore none = { .hundredths = TV_Z_NONE };
    TvQualityCounts counts = 0;

    for (guint kind = 0; kind < TV_Z_N_KINDS; kind++) {
        const TvZScore *z = subject ? &subject->growth.z[kind] : &none;

        tv_z_distribution_add (&self->z[kind], z);
        if (z->hundredths == TV_Z_NONE)
            continue;
        counts |= TV_QUALITY_SCORED | (z->is_flagged ? TV_QUALITY_FLAGGED : 0);
    }
    self->n_scored += counts & TV_QUALITY_SCORED ? 1 : 0;
    self->n_flagged += counts & TV_QUALITY_FLAGGED ? 1 : 0;
    return counts;
}

static TvQualityCounts
compare (TvMeasuringQuality *self, const TvQualityChild *child)
{
    if (child->weight_g <= 0 || child->height_mm <= 0 || child->last_weight_g <= 0
        || child->last_height_mm <= 0)
        return 0;
    self->n_compared++;
    if (child->weight_g != child->last_weight_g || child->height_mm != child->last_height_mm)
        return TV_QUALITY_COMPARED;
    self->n_repeated++;
    return TV_QUALITY_COMPARED | TV_QUALITY_REPEATED;
}

/**
 * tv_measuring_quality_add:
 * @self: the figures of a group, zeroed before the first child
 * @child: a child that was to be measured
 *
 * Returns: in which of the figures it stands now
 */
TvQualityCounts
tv_measuring_quality_add (TvMeasuringQuality *self, const TvQualityChild *child)
{
    gboolean is_missing = child->weight_g <= 0 || child->height_mm <= 0;
    TvQualityCounts counts
        = TV_QUALITY_TO_MEASURE | (is_missing ? TV_QUALITY_MISSING : TV_QUALITY_MEASURED);

    self->n_children++;
    self->n_missing += is_missing ? 1 : 0;
    if (add_digit (&self->weight, child->weight_g, 100))
        counts |= TV_QUALITY_WHOLE_KG;
    if (add_digit (&self->height, child->height_mm, 1))
        counts |= TV_QUALITY_WHOLE_CM;
    return counts | add_scores (self, child->subject) | compare (self, child);
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

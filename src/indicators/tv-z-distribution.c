/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The z-scores of a group beside the normal curve that WHO's children make. The sums are whole
 * numbers, so it does not matter in which order the children come. */

#include "indicators/tv-z-distribution.h"

#include "base/tv-number.h"
#include "indicators/tv-t-quantile.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * tv_z_distribution_find_bin:
 * @hundredths: a z-score
 *
 * A z on the border of two bins stands in the one nearer to 0, as it does with classes: -2.00 is
 * not below -2, and +2.00 is not above +2. So what stands beyond a cut-off is what the rate counts.
 *
 * Returns: the bin in which it stands, counted from 0
 */
guint
tv_z_distribution_find_bin (gint32 hundredths)
{
    double from_first = hundredths - (hundredths > 0) - TV_Z_FIRST_BIN;

    return (guint) CLAMP (floor (from_first / TV_Z_BIN_WIDTH), 0, TV_Z_N_BINS - 1);
}

/**
 * tv_z_distribution_add:
 * @self: a distribution, zeroed before the first child
 * @z: the z-score of one child of the group, also where there is none
 */
void
tv_z_distribution_add (TvZDistribution *self, const TvZScore *z)
{
    self->n_sample++;
    if (z->hundredths == TV_Z_NONE)
        return;
    if (z->is_flagged) {
        self->n_flagged++;
        return;
    }
    self->counts[tv_z_distribution_find_bin (z->hundredths)]++;
    self->n++;
    self->sum += z->hundredths;
    self->sum_squares += (gint64) z->hundredths * z->hundredths;
}

/* n times the sum of squared deviations from the mean, in hundredths squared. Each product is
 * rounded once, so equal values leave exactly 0 and the result is never negative. */
static double
get_scaled_deviations (const TvZDistribution *self)
{
    return (double) self->n * (double) self->sum_squares - (double) self->sum * (double) self->sum;
}

/**
 * tv_z_distribution_close:
 * @self: a distribution with all its children
 *
 * Works out mean, interval and standard deviation. The interval is WHO's, of a domain mean in a
 * simple random sample: mean ± t √(N/(N-1)) / n √(sum of squared deviations), with N all children
 * asked and N - 1 degrees of freedom. One value alone has none.
 */
void
tv_z_distribution_close (TvZDistribution *self)
{
    double n = self->n, n_sample = self->n_sample;
    double deviations, half;

    self->mean = self->mean_lower = self->mean_upper = self->sd = NAN;
    if (self->n == 0)
        return;
    self->mean = (double) self->sum / n / 100;
    if (self->n < 2)
        return;
    deviations = get_scaled_deviations (self) / n / 10000;
    self->sd = sqrt (deviations / (n - 1));
    half = tv_t_quantile_975 (self->n_sample - 1) * sqrt (n_sample / (n_sample - 1) * deviations)
           / n;
    self->mean_lower = self->mean - half;
    self->mean_upper = self->mean + half;
}

/* The share of a normal distribution below @z. */
static double
get_normal_share (double z)
{
    return erfc (-z / G_SQRT2) / 2;
}

/**
 * tv_z_distribution_expected_percent:
 * @bin: a bin, counted from 0
 *
 * Returns: how many of a hundred of WHO's children stand in it
 */
double
tv_z_distribution_expected_percent (guint bin)
{
    double low = (TV_Z_FIRST_BIN + (int) bin * TV_Z_BIN_WIDTH) / 100.0;
    double high = low + TV_Z_BIN_WIDTH / 100.0;

    g_return_val_if_fail (bin < TV_Z_N_BINS, NAN);
    return 100 * (get_normal_share (high) - get_normal_share (low));
}

/* Of at least two children. */
static const char *
get_format (TvZKind kind, guint n)
{
    switch (kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        /* Translators: 118 children; mean −0.42, its interval from −0.60 to −0.24, spread 0.98 */
        return ngettext ("Weight-for-age of %u child: mean %s SD (95 %% confidence interval %s to "
                         "%s), standard deviation %s.",
                         "Weight-for-age of %u children: mean %s SD (95 %% confidence interval %s "
                         "to %s), standard deviation %s.",
                         n);
    case TV_Z_HEIGHT_FOR_AGE:
        /* Translators: 118 children; mean −0.42, its interval from −0.60 to −0.24, spread 0.98 */
        return ngettext ("Height-for-age of %u child: mean %s SD (95 %% confidence interval %s to "
                         "%s), standard deviation %s.",
                         "Height-for-age of %u children: mean %s SD (95 %% confidence interval %s "
                         "to %s), standard deviation %s.",
                         n);
    case TV_Z_WEIGHT_FOR_HEIGHT:
        /* Translators: 118 children; mean −0.42, its interval from −0.60 to −0.24, spread 0.98 */
        return ngettext ("Weight-for-height of %u child: mean %s SD (95 %% confidence interval %s "
                         "to %s), standard deviation %s.",
                         "Weight-for-height of %u children: mean %s SD (95 %% confidence interval "
                         "%s to %s), standard deviation %s.",
                         n);
    default:
        /* Translators: 118 children; mean −0.42, its interval from −0.60 to −0.24, spread 0.98 */
        return ngettext ("BMI-for-age of %u child: mean %s SD (95 %% confidence interval %s to "
                         "%s), standard deviation %s.",
                         "BMI-for-age of %u children: mean %s SD (95 %% confidence interval %s to "
                         "%s), standard deviation %s.",
                         n);
    }
}

static char *
say_figures (const TvZDistribution *self, TvZKind kind)
{
    g_autofree char *mean = tv_number_format_signed (self->mean, 2);
    g_autofree char *lower = tv_number_format_signed (self->mean_lower, 2);
    g_autofree char *upper = tv_number_format_signed (self->mean_upper, 2);
    g_autofree char *sd = tv_number_format (self->sd, 2);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return g_strdup_printf (get_format (kind, self->n), self->n, mean, lower, upper, sd);
#pragma GCC diagnostic pop
}

static const char *
say_side (const TvZDistribution *self)
{
    if (self->mean_upper < 0)
        return _ ("The curve lies to the left of WHO's: on the whole these values are lower.");
    if (self->mean_lower > 0)
        return _ ("The curve lies to the right of WHO's: on the whole these values are higher.");
    return _ ("The interval holds 0: whether the curve lies beside WHO's cannot be told.");
}

static char *
say_flagged (guint n_flagged)
{
    if (n_flagged == 0)
        return NULL;
    /* Translators: values beyond WHO's limits of plausibility */
    return g_strdup_printf (ngettext ("%u implausible value is not counted here.",
                                      "%u implausible values are not counted here.", n_flagged),
                            n_flagged);
}

/**
 * tv_z_distribution_sentence:
 * @self: a closed distribution
 * @kind: what z it is of
 *
 * Returns: (transfer full): how many, where they stand and how far apart, and on which side of
 *   WHO's curve where the interval leaves no doubt
 */
char *
tv_z_distribution_sentence (const TvZDistribution *self, TvZKind kind)
{
    g_autofree char *figures = NULL;
    g_autofree char *flagged = say_flagged (self->n_flagged);

    if (self->n >= 2)
        figures = say_figures (self, kind);
    else
        figures = g_strdup (_ ("A mean and a spread need at least two children with a z-score."));
    if (self->n < 2)
        return g_strjoin (" ", figures, flagged, NULL);
    return g_strjoin (" ", figures, say_side (self), flagged, NULL);
}

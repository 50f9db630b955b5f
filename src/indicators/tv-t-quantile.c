/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The 97.5 % point of Student's t. The degrees of freedom are always whole here, and for whole
 * ones the distribution is a finite sum. */

#include "indicators/tv-t-quantile.h"

#include <math.h>

/* From here on the series is exact to twelve digits, below it the sum is short. */
#define FIRST_SERIES_DEGREES 200

#define NORMAL_QUANTILE_975 1.959963984540054

/* The probability that |T| stays below t = sqrt(n) tan(angle): Abramowitz and Stegun 26.7.3 and
 * 26.7.4, for odd and even degrees. */
static double
sum_probability (guint n_degrees, double angle)
{
    gboolean is_odd = n_degrees % 2 == 1;
    double cosine = cos (angle);
    double term = is_odd ? cosine : 1;
    double sum = 0;

    for (guint power = is_odd ? 1 : 0; power + 2 <= n_degrees; power += 2) {
        sum += term;
        term *= cosine * cosine * (power + 1) / (power + 2);
    }
    return is_odd ? (angle + sin (angle) * sum) / G_PI_2 : sin (angle) * sum;
}

static double
solve (guint n_degrees)
{
    double low = 0, high = G_PI_2;

    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;

        if (sum_probability (n_degrees, middle) < 0.95)
            low = middle;
        else
            high = middle;
    }
    return sqrt (n_degrees) * tan (low);
}

/* Abramowitz and Stegun 26.7.5. */
static double
expand (double n)
{
    const double x = NORMAL_QUANTILE_975;
    const double x2 = x * x;
    double g1 = x * (x2 + 1) / 4;
    double g2 = x * ((5 * x2 + 16) * x2 + 3) / 96;
    double g3 = x * (((3 * x2 + 19) * x2 + 17) * x2 - 15) / 384;
    double g4 = x * ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) / 92160;

    return x + (g1 + (g2 + (g3 + g4 / n) / n) / n) / n;
}

/**
 * tv_t_quantile_975:
 * @n_degrees: degrees of freedom, at least 1
 *
 * Returns: what |T| stays below with a probability of 95 %, to ten digits and more
 */
double
tv_t_quantile_975 (guint n_degrees)
{
    g_return_val_if_fail (n_degrees >= 1, NAN);
    return n_degrees < FIRST_SERIES_DEGREES ? solve (n_degrees) : expand (n_degrees);
}

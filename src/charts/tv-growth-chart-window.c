/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which ages (or heights) and which values a growth chart shows, and where WHO's lines have their
 * steps: at the second birthday length gives way to height, at the fifth the standard of 2006 to
 * the reference of 2007. */

#include "charts/tv-growth-chart-window.h"

#include "charts/tv-axis.h"
#include "growth/tv-growth-curve.h"

#include <math.h>

/* The last day counted by length, the last of the standard of 2006, and the last days that the
 * reference of 2007 knows a weight and anything at all. */
#define LAST_DAY_OF_LENGTH 730
#define LAST_DAY_OF_2006 1826
#define LAST_DAY_OF_WEIGHT 3652
#define LAST_DAY_OF_2007 6939

/* WHO's tables of weight by length and by height, cm. */
#define FIRST_LENGTH_CM 45
#define LAST_LENGTH_CM 110
#define FIRST_HEIGHT_CM 65
#define LAST_HEIGHT_CM 120

/* How far a value beyond the lines may widen the axis, as a share of what the lines take; what
 * lies farther is marked at the edge, since one slip of the pen would flatten all the rest. */
#define WIDEST_SHARE 0.3

static TvZKind
kind_of (const TvGrowthChart *chart)
{
    switch (chart->measure) {
    case TV_MEASURE_HEIGHT:
        return TV_Z_HEIGHT_FOR_AGE;
    case TV_MEASURE_BMI:
        return TV_Z_BMI_FOR_AGE;
    case TV_MEASURE_WEIGHT_FOR_HEIGHT:
        return TV_Z_WEIGHT_FOR_HEIGHT;
    default:
        return TV_Z_WEIGHT_FOR_AGE;
    }
}

/**
 * tv_growth_point_x:
 *
 * Returns: where the point stands across: age in days, or height in cm
 */
double
tv_growth_point_x (const TvGrowthChart *chart, const TvGrowthPoint *point)
{
    return chart->measure == TV_MEASURE_WEIGHT_FOR_HEIGHT ? point->height_cm : point->age_days;
}

/**
 * tv_growth_point_y:
 *
 * Returns: where the point stands upward: cm, kg, kg/m² or z
 */
double
tv_growth_point_y (const TvGrowthChart *chart, const TvGrowthPoint *point)
{
    return chart->measure == TV_MEASURE_Z ? point->z / 100.0 : point->plotted;
}

static gboolean
find_extent (const TvGrowthChart *chart, double *first, double *last)
{
    *first = HUGE_VAL;
    *last = -HUGE_VAL;
    for (guint i = 0; i < chart->n_points; i++) {
        double x = tv_growth_point_x (chart, &chart->points[i]);

        *first = MIN (*first, x);
        *last = MAX (*last, x);
    }
    return chart->n_points > 0;
}

/* Where weight by length gives way to weight by height: between the child's own last lying and
 * first standing measurement. */
static double
find_height_seam (const TvGrowthChart *chart)
{
    double lying = -HUGE_VAL, standing = HUGE_VAL;

    for (guint i = 0; i < chart->n_points; i++) {
        const TvGrowthPoint *point = &chart->points[i];

        if (point->age_days <= LAST_DAY_OF_LENGTH)
            lying = MAX (lying, point->height_cm);
        else
            standing = MIN (standing, point->height_cm);
    }
    if (lying == -HUGE_VAL)
        return FIRST_LENGTH_CM;
    if (standing == HUGE_VAL)
        return LAST_HEIGHT_CM;
    return CLAMP ((lying + standing) / 2, FIRST_HEIGHT_CM, LAST_LENGTH_CM);
}

static guint
keep_visible (const TvGrowthPiece *all, guint n_all, double first_x, double last_x,
              TvGrowthPiece *pieces)
{
    guint n = 0;

    for (guint i = 0; i < n_all; i++) {
        TvGrowthPiece piece = all[i];

        piece.first_x = MAX (piece.first_x, first_x);
        piece.last_x = MIN (piece.last_x, last_x);
        if (piece.first_x < piece.last_x)
            pieces[n++] = piece;
    }
    return n;
}

/**
 * tv_growth_pieces:
 * @first_x: days or cm
 * @last_x: days or cm
 * @pieces: (out): the stretches within that, from left to right
 *
 * Returns: how many there are; 0 where the sex is not known
 */
guint
tv_growth_pieces (const TvGrowthChart *chart, double first_x, double last_x,
                  TvGrowthPiece pieces[TV_GROWTH_MAX_PIECES])
{
    double seam;

    if (chart->measure == TV_MEASURE_Z) {
        pieces[0] = (TvGrowthPiece){ TV_STANDARD_NONE, TV_POSITION_UNKNOWN, first_x, last_x };
        return 1;
    }
    if (chart->sex == TV_SEX_UNKNOWN)
        return 0;
    if (chart->measure == TV_MEASURE_WEIGHT) {
        const TvGrowthPiece all[] = {
            { TV_STANDARD_2006, TV_POSITION_UNKNOWN, 0, LAST_DAY_OF_2006 },
            { TV_STANDARD_2007, TV_POSITION_UNKNOWN, LAST_DAY_OF_2006 + 1, LAST_DAY_OF_WEIGHT },
        };

        return keep_visible (all, G_N_ELEMENTS (all), first_x, last_x, pieces);
    }
    if (chart->measure == TV_MEASURE_WEIGHT_FOR_HEIGHT) {
        seam = find_height_seam (chart);
        const TvGrowthPiece all[] = {
            { TV_STANDARD_2006, TV_POSITION_RECUMBENT, FIRST_LENGTH_CM,
              MIN (seam, LAST_LENGTH_CM) },
            { TV_STANDARD_2006, TV_POSITION_STANDING, MAX (seam, FIRST_HEIGHT_CM), LAST_HEIGHT_CM },
        };

        return keep_visible (all, G_N_ELEMENTS (all), first_x, last_x, pieces);
    }
    const TvGrowthPiece all[] = {
        { TV_STANDARD_2006, TV_POSITION_RECUMBENT, 0, LAST_DAY_OF_LENGTH },
        { TV_STANDARD_2006, TV_POSITION_STANDING, LAST_DAY_OF_LENGTH + 1, LAST_DAY_OF_2006 },
        { TV_STANDARD_2007, TV_POSITION_STANDING, LAST_DAY_OF_2006 + 1, LAST_DAY_OF_2007 },
    };

    return keep_visible (all, G_N_ELEMENTS (all), first_x, last_x, pieces);
}

/**
 * tv_growth_piece_value:
 * @piece: where @x lies
 * @x: days or cm
 * @z: which line
 *
 * Returns: the value of WHO's line there
 */
double
tv_growth_piece_value (const TvGrowthChart *chart, const TvGrowthPiece *piece, double x, double z)
{
    if (chart->measure == TV_MEASURE_Z)
        return z;
    if (chart->measure == TV_MEASURE_WEIGHT_FOR_HEIGHT)
        return tv_growth_curve_value (piece->standard, TV_Z_WEIGHT_FOR_HEIGHT, piece->position,
                                      chart->sex, x, z);
    return tv_growth_curve_value_at_age (kind_of (chart), chart->sex, x, z);
}

/* Whole years around the child, at least five of them: the sheets that nurses know, birth to five
 * and five to ten or nineteen, or a window of its own across the fifth birthday. */
static void
choose_ages (const TvGrowthChart *chart, TvGrowthWindow *window)
{
    double first, last, first_year = 0, last_year = 5;

    if (find_extent (chart, &first, &last) && last > LAST_DAY_OF_2006) {
        if (first > LAST_DAY_OF_2006) {
            first_year = 5;
            last_year
                = last <= 10 * TV_DAYS_PER_YEAR || chart->measure == TV_MEASURE_WEIGHT ? 10 : 19;
        } else {
            first_year = floor (first / TV_DAYS_PER_YEAR);
            last_year = floor (last / TV_DAYS_PER_YEAR) + 1;
            first_year = MAX (MIN (first_year, last_year - 5), 0);
            last_year = MAX (last_year, first_year + 5);
        }
        last_year = MAX (last_year, ceil (last / TV_DAYS_PER_YEAR));
    }
    window->first_x = first_year * TV_DAYS_PER_YEAR;
    window->last_x = last_year * TV_DAYS_PER_YEAR;
}

static void
choose_heights (const TvGrowthChart *chart, TvGrowthWindow *window)
{
    double first, last;

    window->first_x = FIRST_HEIGHT_CM;
    window->last_x = LAST_HEIGHT_CM;
    if (!find_extent (chart, &first, &last))
        return;
    window->first_x = MIN (floor (first / 10) * 10 - 10, 80);
    window->first_x = MAX (window->first_x, MIN (FIRST_LENGTH_CM, floor (first / 5) * 5));
    window->last_x = MAX (ceil (last / 10) * 10 + 10, window->first_x + 40);
    window->last_x = MIN (window->last_x, MAX (LAST_HEIGHT_CM, ceil (last / 5) * 5));
}

static void
take_lines (const TvGrowthChart *chart, TvGrowthWindow *window)
{
    TvGrowthPiece pieces[TV_GROWTH_MAX_PIECES];
    guint n = tv_growth_pieces (chart, window->first_x, window->last_x, pieces);

    for (guint i = 0; i < n; i++) {
        for (int step = 0; step <= 20; step++) {
            double x = pieces[i].first_x + (pieces[i].last_x - pieces[i].first_x) * step / 20;

            window->first_y
                = MIN (window->first_y, tv_growth_piece_value (chart, &pieces[i], x, -3));
            window->last_y = MAX (window->last_y, tv_growth_piece_value (chart, &pieces[i], x, 3));
        }
    }
}

static void
take_points (const TvGrowthChart *chart, TvGrowthWindow *window)
{
    gboolean has_lines = window->first_y <= window->last_y;
    double reach = has_lines ? (window->last_y - window->first_y) * WIDEST_SHARE : HUGE_VAL;
    double least = window->first_y - reach, most = window->last_y + reach;

    for (guint i = 0; i < chart->n_points; i++) {
        double y = tv_growth_point_y (chart, &chart->points[i]);

        if (has_lines && (y < least || y > most))
            continue;
        window->first_y = MIN (window->first_y, y);
        window->last_y = MAX (window->last_y, y);
    }
}

/**
 * tv_growth_window_choose:
 * @chart: a chart
 * @plot_height_pt: how high the plot is, for the distance of its numbers
 *
 * Returns: the ages and values to show: all of WHO's lines there and every point that does not
 *   lie absurdly far away
 */
TvGrowthWindow
tv_growth_window_choose (const TvGrowthChart *chart, double plot_height_pt)
{
    TvGrowthWindow window = { .first_y = HUGE_VAL, .last_y = -HUGE_VAL };
    double margin;

    if (chart->measure == TV_MEASURE_WEIGHT_FOR_HEIGHT)
        choose_heights (chart, &window);
    else
        choose_ages (chart, &window);
    take_lines (chart, &window);
    take_points (chart, &window);
    if (window.first_y > window.last_y) {
        window.first_y = 0;
        window.last_y = 1;
    }
    margin = MAX ((window.last_y - window.first_y) * 0.04, 0.1);
    window.step_y = tv_axis_nice_step (window.last_y - window.first_y + 2 * margin,
                                       (guint) CLAMP (plot_height_pt / 26, 2, 20));
    window.first_y = floor ((window.first_y - margin) / window.step_y) * window.step_y;
    window.last_y = ceil ((window.last_y + margin) / window.step_y) * window.step_y;
    if (chart->measure != TV_MEASURE_Z)
        window.first_y = MAX (window.first_y, 0);
    return window;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of a chart of z-scores stands: the axes, the bars and WHO's curve. */

#include "charts/tv-z-chart-layout.h"

#include "base/tv-number.h"
#include "charts/tv-axis.h"
#include "growth/tv-growth-class.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN_PT 6
#define GAP_PT 4
#define TICK_PT 6
#define BAR_GAP_PT 1

/* The axis reaches at least so far, in SD. */
#define LEAST_REACH 4

/* Points of the curve for each SD. */
#define SPOTS_PER_SD 20

/**
 * tv_z_chart_x:
 * @z: a z-score on the axis
 *
 * Returns: where it stands, in points from the sheet's left
 */
double
tv_z_chart_x (const TvZChartLayout *self, double z)
{
    const TvRect *box = &self->plot.box;

    return box->x_pt + (z - self->first_sd) / (self->last_sd - self->first_sd) * box->width_pt;
}

static double
place_mean (const TvZChartLayout *self, const TvZDistribution *distribution)
{
    return distribution->n > 0
               ? tv_z_chart_x (self, CLAMP (distribution->mean, self->first_sd, self->last_sd))
               : NAN;
}

/* Whole SDs that hold all bins with children. */
static void
settle_reach (TvZChartLayout *self, const TvZDistribution *distribution)
{
    self->first_sd = -LEAST_REACH;
    self->last_sd = LEAST_REACH;
    for (guint bin = 0; bin < TV_Z_N_BINS; bin++) {
        double first = (TV_Z_FIRST_BIN + (int) bin * TV_Z_BIN_WIDTH) / 100.0;

        if (distribution->counts[bin] == 0)
            continue;
        self->first_sd = MIN (self->first_sd, (int) floor (first));
        self->last_sd = MAX (self->last_sd, (int) ceil (first + TV_Z_BIN_WIDTH / 100.0));
    }
}

static double
get_percent (const TvZDistribution *distribution, guint bin)
{
    return distribution->n > 0 ? 100.0 * distribution->counts[bin] / distribution->n : 0;
}

static double
get_normal_percent (double z)
{
    return 100 * (TV_Z_BIN_WIDTH / 100.0) * exp (-z * z / 2) / sqrt (2 * G_PI);
}

static double
get_axis_end (const TvZDistribution *distribution)
{
    double highest = get_normal_percent (0), step;

    for (guint bin = 0; bin < TV_Z_N_BINS; bin++)
        highest = MAX (highest, get_percent (distribution, bin));
    step = tv_axis_nice_step (highest, 5);
    return MIN (ceil (highest * 1.02 / step) * step, 100);
}

/* Returns where it ends. */
static double
add_title (TvZChartLayout *self, const TvZChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->title_pt);
    TvChartLabel *label;

    style.is_bold = TRUE;
    if (!chart->title)
        return MARGIN_PT;
    label = tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, chart->title,
                                 (TvSpot){ MARGIN_PT, MARGIN_PT }, TV_ANCHOR_TOP_LEFT);
    tv_chart_label_shorten (label, self->sheet.width_pt - 2 * MARGIN_PT);
    return label->box.y_pt + label->box.height_pt + GAP_PT;
}

/* Across first: what stands over the plot, and so its height, hangs on where things are there. */
static void
place_across (TvZChartLayout *self, const TvZDistribution *distribution, double last_percent,
              const TvTheme *theme)
{
    double left_pt = MARGIN_PT + tv_percent_plot_gutter (last_percent, theme);

    self->plot.box.x_pt = left_pt;
    self->plot.box.width_pt = MAX (self->sheet.width_pt - left_pt - 2 * MARGIN_PT, 10);
    self->zero_pt = tv_z_chart_x (self, 0);
    self->mean_pt = place_mean (self, distribution);
}

static void
place_down (TvZChartLayout *self, double last_percent, double top_pt, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    double foot_pt = TICK_PT + 2 * tv_line_height (&style) + MARGIN_PT;
    TvRect box = self->plot.box;

    box.y_pt = top_pt;
    box.height_pt = MAX (self->sheet.height_pt - top_pt - foot_pt, 10);
    tv_percent_plot_init (&self->plot, &box, last_percent, theme, self->labels);
}

static void
add_x_axis (TvZChartLayout *self, TvZKind kind, const TvTheme *theme)
{
    /* Translators: under the axis; %s is "height for age" */
    g_autofree char *caption
        = g_strdup_printf (C_ ("chart", "%s: SD from WHO's median"), tv_z_kind_label (kind));
    TvTextStyle style = tv_small_style (theme);
    double y_pt = self->plot.box.y_pt + self->plot.box.height_pt + TICK_PT;

    self->x_ticks = tv_axis_ticks_new ();
    for (int sd = self->first_sd; sd <= self->last_sd; sd++) {
        TvTick tick = { .value = sd,
                        .position_pt = tv_z_chart_x (self, sd),
                        .is_strong = TRUE,
                        .label = tv_number_format_signed (sd, 0) };

        tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, tick.label,
                             (TvSpot){ tick.position_pt, y_pt }, TV_ANCHOR_TOP);
        g_array_append_val (self->x_ticks, tick);
    }
    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, caption,
                         (TvSpot){ self->plot.box.x_pt + self->plot.box.width_pt / 2,
                                   y_pt + tv_line_height (&style) },
                         TV_ANCHOR_TOP);
}

static void
place_grounds (TvZChartLayout *self)
{
    for (guint i = 0; i < self->n_zones; i++) {
        double from_pt = tv_z_chart_x (self, MAX (self->zones[i].from / 100.0, self->first_sd));
        double to_pt = tv_z_chart_x (self, MIN (self->zones[i].to / 100.0, self->last_sd));

        self->grounds[i]
            = (TvRect){ from_pt, self->plot.box.y_pt, to_pt - from_pt, self->plot.box.height_pt };
    }
}

static const TvZZone *
find_zone (const TvZChartLayout *self, gint32 from)
{
    for (guint i = 0; i < self->n_zones; i++) {
        if (from < self->zones[i].to)
            return &self->zones[i];
    }
    return &self->zones[self->n_zones - 1];
}

static void
add_columns (TvZChartLayout *self, const TvZDistribution *distribution)
{
    double bottom_pt = self->plot.box.y_pt + self->plot.box.height_pt;

    for (guint bin = 0; bin < TV_Z_N_BINS; bin++) {
        gint32 from = TV_Z_FIRST_BIN + (int) bin * TV_Z_BIN_WIDTH;
        const TvZZone *zone = find_zone (self, from);
        double left_pt = tv_z_chart_x (self, from / 100.0);
        double right_pt = tv_z_chart_x (self, (from + TV_Z_BIN_WIDTH) / 100.0);
        double top_pt = tv_percent_plot_y (&self->plot, get_percent (distribution, bin));
        TvZColumn column = {
            .bin = bin,
            .column
            = { left_pt, self->plot.box.y_pt, right_pt - left_pt, self->plot.box.height_pt },
            .bar = { .box = { left_pt + BAR_GAP_PT, top_pt, right_pt - left_pt - 2 * BAR_GAP_PT,
                              bottom_pt - top_pt },
                     .tone = zone->tone,
                     .slant = zone->slant },
        };

        if (from >= self->first_sd * 100 && from < self->last_sd * 100)
            g_array_append_val (self->columns, column);
    }
}

static void
trace_curve (TvZChartLayout *self)
{
    self->n_spots = (guint) (self->last_sd - self->first_sd) * SPOTS_PER_SD + 1;
    self->curve = g_new (TvSpot, self->n_spots);
    for (guint i = 0; i < self->n_spots; i++) {
        double z = self->first_sd + (double) i / SPOTS_PER_SD;

        self->curve[i] = (TvSpot){ tv_z_chart_x (self, z),
                                   tv_percent_plot_y (&self->plot, get_normal_percent (z)) };
    }
}

/* Over the curve. */
static void
add_notice (TvZChartLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->text_pt);
    const TvRect *box = &self->plot.box;
    double top_pt = tv_percent_plot_y (&self->plot, get_normal_percent (0));

    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, _ ("No child has a z-score yet."),
                         (TvSpot){ box->x_pt + box->width_pt / 2, (box->y_pt + top_pt) / 2 },
                         TV_ANCHOR_MIDDLE)
        ->has_plate
        = TRUE;
}

/**
 * tv_z_chart_layout_new:
 * @chart: what to show
 * @width_pt: of the sheet
 * @height_pt: of the sheet
 * @theme: its look; the sizes of its letters count here
 *
 * Returns: (transfer full): where everything stands
 */
TvZChartLayout *
tv_z_chart_layout_new (const TvZChart *chart, double width_pt, double height_pt,
                       const TvTheme *theme)
{
    TvZChartLayout *self = g_new0 (TvZChartLayout, 1);
    const TvZDistribution *distribution = &chart->distribution;
    double last_percent = get_axis_end (distribution), words_pt;

    self->sheet = (TvRect){ 0, 0, width_pt, height_pt };
    self->labels = tv_chart_labels_new ();
    self->columns = g_array_new (FALSE, FALSE, sizeof (TvZColumn));
    self->n_zones = tv_z_zones (chart->standard, chart->kind, self->zones);
    settle_reach (self, distribution);
    words_pt = add_title (self, chart, theme);
    place_across (self, distribution, last_percent, theme);
    place_down (self, last_percent, words_pt + tv_z_words_height (self, distribution, theme),
                theme);
    add_x_axis (self, chart->kind, theme);
    place_grounds (self);
    add_columns (self, distribution);
    trace_curve (self);
    tv_z_add_zone_words (self, distribution, words_pt, theme);
    tv_z_add_means (self, distribution, theme);
    if (distribution->n == 0)
        add_notice (self, theme);
    return self;
}

/**
 * tv_z_chart_layout_free:
 *
 * Frees all of it.
 */
void
tv_z_chart_layout_free (TvZChartLayout *self)
{
    tv_percent_plot_clear (&self->plot);
    g_array_unref (self->x_ticks);
    g_array_unref (self->columns);
    g_array_unref (self->labels);
    g_free (self->curve);
    g_free (self);
}

/**
 * tv_z_chart_layout_find:
 * @x_pt: of the pointer
 * @y_pt: of the pointer
 *
 * Returns: the bin whose column is there, or -1
 */
int
tv_z_chart_layout_find (const TvZChartLayout *self, double x_pt, double y_pt)
{
    for (guint i = 0; i < self->columns->len; i++) {
        const TvZColumn *column = &g_array_index (self->columns, TvZColumn, i);

        if (tv_rect_contains (&column->column, x_pt, y_pt))
            return (int) column->bin;
    }
    return -1;
}

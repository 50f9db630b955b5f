/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of a chart of z-scores stands: over the plot the zones in words and the two
 * means, in it the bars and WHO's curve. */

#include "charts/tv-z-chart-layout.h"

#include "base/tv-number.h"
#include "charts/tv-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN_PT 6
#define GAP_PT 4
#define TICK_PT 6
#define KEY_PT 12
#define BAR_GAP_PT 1

/* The axis reaches at least so far, in SD. */
#define LEAST_REACH 4

/* Points of the curve for each SD. */
#define SPOTS_PER_SD 20

/* Lines of words over the plot: a zone's name, its share, WHO's share. */
#define N_ZONE_LINES 3

static double
x_of (const TvZChartLayout *self, double z)
{
    const TvRect *box = &self->plot.box;

    return box->x_pt + (z - self->first_sd) / (self->last_sd - self->first_sd) * box->width_pt;
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

static void
add_title (TvZChartLayout *self, const TvZChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->title_pt);

    style.is_bold = TRUE;
    if (chart->title)
        tv_chart_label_shorten (tv_chart_labels_add (self->labels, &style, TV_INK_MAIN,
                                                     chart->title, (TvSpot){ MARGIN_PT, MARGIN_PT },
                                                     TV_ANCHOR_TOP_LEFT),
                                self->sheet.width_pt - 2 * MARGIN_PT);
}

static double
title_height (const TvZChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->title_pt);

    style.is_bold = TRUE;
    return chart->title ? tv_line_height (&style) + GAP_PT : 0;
}

static void
place_plot (TvZChartLayout *self, const TvZChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    double line_pt = tv_line_height (&style);
    double last_percent = get_axis_end (&chart->distribution);
    double left_pt = MARGIN_PT + tv_percent_plot_gutter (last_percent, theme);
    double top_pt
        = MARGIN_PT + title_height (chart, theme) + (N_ZONE_LINES + 2) * line_pt + 2 * GAP_PT;
    double foot_pt = TICK_PT + 2 * line_pt + MARGIN_PT;
    TvRect box = { left_pt, top_pt, MAX (self->sheet.width_pt - left_pt - 2 * MARGIN_PT, 10),
                   MAX (self->sheet.height_pt - top_pt - foot_pt, 10) };

    tv_percent_plot_init (&self->plot, &box, last_percent, theme, self->labels);
}

static void
add_x_axis (TvZChartLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    double y_pt = self->plot.box.y_pt + self->plot.box.height_pt + TICK_PT;

    self->x_ticks = tv_axis_ticks_new ();
    for (int sd = self->first_sd; sd <= self->last_sd; sd++) {
        TvTick tick = { .value = sd,
                        .position_pt = x_of (self, sd),
                        .is_strong = TRUE,
                        .label = tv_number_format_signed (sd, 0) };

        tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, tick.label,
                             (TvSpot){ tick.position_pt, y_pt }, TV_ANCHOR_TOP);
        g_array_append_val (self->x_ticks, tick);
    }
    tv_chart_labels_add (
        self->labels, &style, TV_INK_SOFT,
        /* Translators: under the axis of a chart whose bars show shares of children */
        C_ ("chart", "standard deviations from WHO's median"),
        (TvSpot){ self->plot.box.x_pt + self->plot.box.width_pt / 2,
                  y_pt + tv_line_height (&style) },
        TV_ANCHOR_TOP);
}

static void
place_grounds (TvZChartLayout *self)
{
    for (guint i = 0; i < self->n_zones; i++) {
        double from_pt = x_of (self, MAX (self->zones[i].from / 100.0, self->first_sd));
        double to_pt = x_of (self, MIN (self->zones[i].to / 100.0, self->last_sd));

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
        double left_pt = x_of (self, from / 100.0);
        double right_pt = x_of (self, (from + TV_Z_BIN_WIDTH) / 100.0);
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

        self->curve[i]
            = (TvSpot){ x_of (self, z), tv_percent_plot_y (&self->plot, get_normal_percent (z)) };
    }
}

static char *
name_zone (const TvZZone *zone)
{
    g_autofree char *from = tv_number_format_signed (zone->from / 100.0, 0);
    g_autofree char *to = tv_number_format_signed (zone->to / 100.0, 0);

    if (zone->is_first)
        /* Translators: a zone of z-scores on a chart; %s is "−2" */
        return g_strdup_printf (C_ ("chart", "below %s"), to);
    if (zone->is_last)
        /* Translators: a zone of z-scores on a chart; %s is "+2" */
        return g_strdup_printf (C_ ("chart", "from %s up"), from);
    /* Translators: a zone of z-scores on a chart; "+1", "+2" */
    return g_strdup_printf (C_ ("chart", "%s to %s"), from, to);
}

/* The word, the share of this group, WHO's share. */
static void
word_zone (const TvZZone *zone, const TvZDistribution *distribution, char *lines[N_ZONE_LINES])
{
    guint count = tv_z_zone_count (zone, distribution);
    g_autofree char *name = name_zone (zone);
    g_autofree char *expected = tv_number_format (tv_z_zone_expected_percent (zone), 1);

    lines[0] = g_strdup (zone->word);
    if (distribution->n > 0) {
        g_autofree char *percent = tv_number_format (100.0 * count / distribution->n, 1);

        /* Translators: a zone of z-scores and the share of children in it: "below −2", 8.5 */
        lines[1] = g_strdup_printf (C_ ("chart", "%s: %s %%"), name, percent);
    } else {
        lines[1] = g_strdup (name);
    }
    /* Translators: the share of WHO's children in a zone, 2.3 */
    lines[2] = g_strdup_printf (C_ ("chart", "WHO: %s %%"), expected);
}

static TvTextStyle
line_style (const TvTheme *theme, guint line)
{
    TvTextStyle style = tv_small_style (theme);

    style.is_bold = line < 2;
    return style;
}

static TvInk
line_ink (const TvZZone *zone, guint line)
{
    static const TvInk inks[TV_N_TONES] = { TV_INK_MAIN, TV_INK_WATCH, TV_INK_ACT };

    return line < 2 ? inks[zone->tone] : TV_INK_SOFT;
}

static void
add_zone_lines (TvZChartLayout *self, const TvTheme *theme, const TvZZone *zone, char **lines,
                TvSpot top)
{
    for (guint line = 0; line < N_ZONE_LINES; line++) {
        TvTextStyle style = line_style (theme, line);

        if (*lines[line])
            tv_chart_labels_add (self->labels, &style, line_ink (zone, line), lines[line], top,
                                 TV_ANCHOR_TOP);
        top.y_pt += tv_line_height (&style);
    }
}

/* Over the zones outside the cut-offs, moved aside where they would cover each other. */
static void
add_zone_words (TvZChartLayout *self, const TvZChart *chart, const TvTheme *theme)
{
    char *lines[TV_Z_MOST_ZONES][N_ZONE_LINES] = { { NULL } };
    const TvZZone *zones[TV_Z_MOST_ZONES];
    double middles_pt[TV_Z_MOST_ZONES], widths_pt[TV_Z_MOST_ZONES] = { 0 };
    double top_pt = MARGIN_PT + title_height (chart, theme);
    guint n = 0;

    for (guint i = 0; i < self->n_zones; i++) {
        if (self->zones[i].slant == TV_SLANT_NONE)
            continue;
        zones[n] = &self->zones[i];
        middles_pt[n] = self->grounds[i].x_pt + self->grounds[i].width_pt / 2;
        word_zone (zones[n], &chart->distribution, lines[n]);
        for (guint line = 0; line < N_ZONE_LINES; line++) {
            TvTextStyle style = line_style (theme, line);
            double width_pt, height_pt;

            tv_chart_text_measure (&style, lines[n][line], &width_pt, &height_pt);
            widths_pt[n] = MAX (widths_pt[n], width_pt);
        }
        n++;
    }
    tv_settle_apart (middles_pt, widths_pt, n, 2 * GAP_PT, MARGIN_PT,
                     self->sheet.width_pt - MARGIN_PT);
    for (guint i = 0; i < n; i++) {
        add_zone_lines (self, theme, zones[i], lines[i], (TvSpot){ middles_pt[i], top_pt });
        for (guint line = 0; line < N_ZONE_LINES; line++)
            g_free (lines[i][line]);
    }
}

/* Two lines over a mark; @side is -1 where they end left of it and 1 where they begin right. Where
 * the sheet ends too soon they stand on the other side. */
static void
add_mean_words (TvZChartLayout *self, const TvTheme *theme, TvInk ink, char *const words[2],
                double x_pt, double gap_pt, int side)
{
    TvTextStyle style = tv_small_style (theme);
    double line_pt = tv_line_height (&style), width_pt, height_pt, end_pt;
    TvSpot spot = { 0, self->plot.box.y_pt - GAP_PT - 2 * line_pt };

    style.is_bold = ink == TV_INK_DATA;
    tv_chart_text_measure (&style, words[0], &width_pt, &height_pt);
    end_pt = x_pt + side * (gap_pt + width_pt);
    if (end_pt < MARGIN_PT || end_pt > self->sheet.width_pt - MARGIN_PT)
        side = -side;
    spot.x_pt = x_pt + side * gap_pt;
    for (int line = 0; line < 2; line++) {
        tv_chart_labels_add (self->labels, &style, ink, words[line], spot,
                             (TvAnchor){ side < 0 ? 1 : 0, 0 });
        spot.y_pt += line_pt;
    }
}

static void
add_who_mean (TvZChartLayout *self, const TvTheme *theme, int side)
{
    char *const words[2] = { (char *) C_ ("chart", "WHO: mean 0"), (char *) C_ ("chart", "SD 1") };
    TvTextStyle style = tv_small_style (theme);

    add_mean_words (self, theme, TV_INK_CURVE, words, self->zero_pt, KEY_PT + 2 * GAP_PT, side);
    self->key_from = (TvSpot){ self->zero_pt + side * GAP_PT,
                               self->plot.box.y_pt - GAP_PT - 1.5 * tv_line_height (&style) };
    self->key_to = (TvSpot){ self->key_from.x_pt + side * KEY_PT, self->key_from.y_pt };
}

/* Each mean has its words on its own side, away from the other. */
static void
add_means (TvZChartLayout *self, const TvZDistribution *distribution, const TvTheme *theme)
{
    int side = distribution->n > 0 && distribution->mean > 0 ? 1 : -1;
    g_autofree char *mean = tv_number_format_signed (distribution->mean, 2);
    g_autofree char *sd
        = distribution->n > 1 ? tv_number_format (distribution->sd, 2) : g_strdup ("–");
    /* Translators: the mean z-score of a group, "−0.35" */
    g_autofree char *first = g_strdup_printf (C_ ("chart", "mean %s"), mean);
    /* Translators: the standard deviation of a group's z-scores, "1.02" */
    g_autofree char *second = g_strdup_printf (C_ ("chart", "SD %s"), sd);
    char *const words[2] = { first, second };

    add_who_mean (self, theme, -side);
    self->mean_pt = NAN;
    if (distribution->n == 0)
        return;
    self->mean_pt = x_of (self, CLAMP (distribution->mean, self->first_sd, self->last_sd));
    add_mean_words (self, theme, TV_INK_DATA, words, self->mean_pt, GAP_PT, side);
}

static void
add_notice (TvZChartLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->text_pt);
    const TvRect *box = &self->plot.box;

    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, _ ("No child has a z-score yet."),
                         (TvSpot){ box->x_pt + box->width_pt / 2, box->y_pt + box->height_pt / 2 },
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

    self->sheet = (TvRect){ 0, 0, width_pt, height_pt };
    self->labels = tv_chart_labels_new ();
    self->columns = g_array_new (FALSE, FALSE, sizeof (TvZColumn));
    self->n_zones = tv_z_zones (chart->standard, chart->kind, self->zones);
    settle_reach (self, &chart->distribution);
    add_title (self, chart, theme);
    place_plot (self, chart, theme);
    self->zero_pt = x_of (self, 0);
    add_x_axis (self, theme);
    place_grounds (self);
    add_columns (self, &chart->distribution);
    trace_curve (self);
    add_zone_words (self, chart, theme);
    add_means (self, &chart->distribution, theme);
    if (chart->distribution.n == 0)
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

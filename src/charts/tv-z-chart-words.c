/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words over a chart of z-scores: what each zone is called and how many stand in it, and the
 * two means. */

#include "charts/tv-z-chart-layout.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>

#define MARGIN_PT 6
#define GAP_PT 4
#define KEY_PT 12

/* A zone's name, its share, WHO's share; under them a mean and an SD. */
#define N_ZONE_LINES 3
#define N_MEAN_LINES 2

/* What stands over one zone. */
typedef struct {
    const TvZZone *zone;
    char *lines[N_ZONE_LINES];
    double middle_pt;
    double width_pt;
} ZoneWords;

/**
 * tv_z_words_height:
 * @theme: the look
 *
 * Returns: how much room all these words want over the plot, in points
 */
double
tv_z_words_height (const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);

    return (N_ZONE_LINES + N_MEAN_LINES) * tv_line_height (&style) + 2 * GAP_PT;
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

/* Of the zones outside the cut-offs, and where they want to stand. Returns how many there are. */
static guint
collect_words (const TvZChartLayout *self, const TvZDistribution *distribution,
               const TvTheme *theme, ZoneWords words[TV_Z_MOST_ZONES])
{
    guint n = 0;

    for (guint i = 0; i < self->n_zones; i++) {
        if (self->zones[i].slant == TV_SLANT_NONE)
            continue;
        words[n] = (ZoneWords){ .zone = &self->zones[i] };
        words[n].middle_pt = self->grounds[i].x_pt + self->grounds[i].width_pt / 2;
        word_zone (words[n].zone, distribution, words[n].lines);
        for (guint line = 0; line < N_ZONE_LINES; line++) {
            TvTextStyle style = line_style (theme, line);
            double width_pt, height_pt;

            tv_chart_text_measure (&style, words[n].lines[line], &width_pt, &height_pt);
            words[n].width_pt = MAX (words[n].width_pt, width_pt);
        }
        n++;
    }
    return n;
}

/**
 * tv_z_add_zone_words:
 * @self: a layout whose zones have their places
 * @distribution: what it shows
 * @top_pt: where the words begin
 * @theme: its look
 *
 * Puts name and shares over each zone outside the cut-offs, moved aside where they would cover each
 * other.
 */
void
tv_z_add_zone_words (TvZChartLayout *self, const TvZDistribution *distribution, double top_pt,
                     const TvTheme *theme)
{
    ZoneWords words[TV_Z_MOST_ZONES];
    double middles_pt[TV_Z_MOST_ZONES], widths_pt[TV_Z_MOST_ZONES];
    guint n = collect_words (self, distribution, theme, words);

    for (guint i = 0; i < n; i++) {
        middles_pt[i] = words[i].middle_pt;
        widths_pt[i] = words[i].width_pt;
    }
    tv_settle_apart (middles_pt, widths_pt, n, 2 * GAP_PT, MARGIN_PT,
                     self->sheet.width_pt - MARGIN_PT);
    for (guint i = 0; i < n; i++) {
        add_zone_lines (self, theme, words[i].zone, words[i].lines,
                        (TvSpot){ middles_pt[i], top_pt });
        for (guint line = 0; line < N_ZONE_LINES; line++)
            g_free (words[i].lines[line]);
    }
}

/* Two lines over a mark; @side is -1 where they end left of it and 1 where they begin right. Where
 * the sheet ends too soon they stand on the other side. */
static void
add_mean_words (TvZChartLayout *self, const TvTheme *theme, TvInk ink,
                char *const words[N_MEAN_LINES], double x_pt, double gap_pt, int side)
{
    TvTextStyle style = tv_small_style (theme);
    double line_pt = tv_line_height (&style), width_pt, height_pt, end_pt;
    TvSpot spot = { 0, self->plot.box.y_pt - GAP_PT - N_MEAN_LINES * line_pt };

    style.is_bold = ink == TV_INK_DATA;
    tv_chart_text_measure (&style, words[0], &width_pt, &height_pt);
    end_pt = x_pt + side * (gap_pt + width_pt);
    if (end_pt < MARGIN_PT || end_pt > self->sheet.width_pt - MARGIN_PT)
        side = -side;
    spot.x_pt = x_pt + side * gap_pt;
    for (int line = 0; line < N_MEAN_LINES; line++) {
        tv_chart_labels_add (self->labels, &style, ink, words[line], spot,
                             (TvAnchor){ side < 0 ? 1 : 0, 0 });
        spot.y_pt += line_pt;
    }
}

static void
add_who_mean (TvZChartLayout *self, const TvTheme *theme, int side)
{
    char *const words[N_MEAN_LINES]
        = { (char *) C_ ("chart", "WHO: mean 0"), (char *) C_ ("chart", "SD 1") };
    TvTextStyle style = tv_small_style (theme);

    add_mean_words (self, theme, TV_INK_CURVE, words, self->zero_pt, KEY_PT + 2 * GAP_PT, side);
    self->key_from = (TvSpot){ self->zero_pt + side * GAP_PT,
                               self->plot.box.y_pt - GAP_PT - 1.5 * tv_line_height (&style) };
    self->key_to = (TvSpot){ self->key_from.x_pt + side * KEY_PT, self->key_from.y_pt };
}

static void
add_group_mean (TvZChartLayout *self, const TvZDistribution *distribution, const TvTheme *theme,
                int side)
{
    g_autofree char *mean = tv_number_format_signed (distribution->mean, 2);
    g_autofree char *sd
        = distribution->n > 1 ? tv_number_format (distribution->sd, 2) : g_strdup ("–");
    /* Translators: the mean z-score of a group, "−0.35" */
    g_autofree char *first = g_strdup_printf (C_ ("chart", "mean %s"), mean);
    /* Translators: the standard deviation of a group's z-scores, "1.02" */
    g_autofree char *second = g_strdup_printf (C_ ("chart", "SD %s"), sd);
    char *const words[N_MEAN_LINES] = { first, second };

    add_mean_words (self, theme, TV_INK_DATA, words, self->mean_pt, GAP_PT, side);
}

/**
 * tv_z_add_means:
 * @self: a layout whose means have their places
 * @distribution: what it shows
 * @theme: its look
 *
 * Puts WHO's mean and the group's into words right over the plot, each on its own side, away from
 * the other.
 */
void
tv_z_add_means (TvZChartLayout *self, const TvZDistribution *distribution, const TvTheme *theme)
{
    int side = distribution->n > 0 && distribution->mean > 0 ? 1 : -1;

    add_who_mean (self, theme, -side);
    if (distribution->n > 0)
        add_group_mean (self, distribution, theme, side);
}

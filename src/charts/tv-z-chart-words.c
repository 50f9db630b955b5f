/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words over a chart of z-scores: what each zone is called and how many stand in it, and the
 * two means. */

#include "charts/tv-z-chart-layout.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN_PT 6
#define GAP_PT 4
#define KEY_PT 12

/* A zone's name, its share, WHO's share; under them a mean and an SD. */
#define N_ZONE_LINES 3
#define N_MEAN_LINES 2

/* WHO's and the group's. */
#define N_MEANS 2

/* What stands over one zone. */
typedef struct {
    const TvZZone *zone;
    char *lines[N_ZONE_LINES];
    double middle_pt;
    double width_pt;
} ZoneWords;

/* What stands at a mean. */
typedef struct {
    char *lines[N_MEAN_LINES]; /* NULL where there is nobody */
    double x_pt;               /* of its mark */
    double gap_pt;             /* from the mark to the words */
    double width_pt;
    double side; /* -1 left of the mark, 1 right of it */
    gboolean is_group;
} MeanWords;

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
        return g_strdup_printf (C_ ("chart", "above %s"), from);
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

static TvTextStyle
mean_style (const TvTheme *theme, const MeanWords *mean)
{
    TvTextStyle style = tv_small_style (theme);

    style.is_bold = mean->is_group;
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

static double
measure_width (const TvTextStyle *style, const char *text)
{
    double width_pt, height_pt;

    tv_chart_text_measure (style, text, &width_pt, &height_pt);
    return width_pt;
}

/* Moved aside where they would cover each other. */
static void
settle_words (const TvZChartLayout *self, ZoneWords *words, guint n)
{
    double middles_pt[TV_Z_MOST_ZONES], widths_pt[TV_Z_MOST_ZONES];

    for (guint i = 0; i < n; i++) {
        middles_pt[i] = words[i].middle_pt;
        widths_pt[i] = words[i].width_pt;
    }
    tv_settle_apart (middles_pt, widths_pt, n, 2 * GAP_PT, MARGIN_PT,
                     self->sheet.width_pt - MARGIN_PT);
    for (guint i = 0; i < n; i++)
        words[i].middle_pt = middles_pt[i];
}

/* Of the zones outside the cut-offs, with their places across. Returns how many there are. */
static guint
collect_words (const TvZChartLayout *self, const TvZDistribution *distribution,
               const TvTheme *theme, ZoneWords words[TV_Z_MOST_ZONES])
{
    guint n = 0;

    for (guint i = 0; i < self->n_zones; i++) {
        const TvZZone *zone = &self->zones[i];
        double from = MAX (zone->from / 100.0, self->first_sd);
        double to = MIN (zone->to / 100.0, self->last_sd);

        if (zone->slant == TV_SLANT_NONE)
            continue;
        words[n] = (ZoneWords){ .zone = zone, .middle_pt = tv_z_chart_x (self, (from + to) / 2) };
        word_zone (zone, distribution, words[n].lines);
        for (guint line = 0; line < N_ZONE_LINES; line++) {
            TvTextStyle style = line_style (theme, line);

            words[n].width_pt
                = MAX (words[n].width_pt, measure_width (&style, words[n].lines[line]));
        }
        n++;
    }
    settle_words (self, words, n);
    return n;
}

static void
clear_words (ZoneWords *words, guint n)
{
    for (guint i = 0; i < n; i++) {
        for (guint line = 0; line < N_ZONE_LINES; line++)
            g_free (words[i].lines[line]);
    }
}

static void
word_mean (const TvZDistribution *distribution, char *lines[N_MEAN_LINES])
{
    g_autofree char *mean = tv_number_format_signed (distribution->mean, 2);
    g_autofree char *sd
        = distribution->n > 1 ? tv_number_format (distribution->sd, 2) : g_strdup ("–");

    /* Translators: the mean z-score of a group, "−0.35" */
    lines[0] = g_strdup_printf (C_ ("chart", "mean %s"), mean);
    /* Translators: the standard deviation of a group's z-scores, "1.02" */
    lines[1] = g_strdup_printf (C_ ("chart", "SD %s"), sd);
}

static void
word_who (char *lines[N_MEAN_LINES])
{
    lines[0] = g_strdup (C_ ("chart", "WHO: mean 0"));
    lines[1] = g_strdup (C_ ("chart", "SD 1"));
}

/* Each mean has its words on its own side, away from the other; where the sheet ends too soon they
 * stand on the other side of their mark. */
static void
collect_means (const TvZChartLayout *self, const TvZDistribution *distribution,
               const TvTheme *theme, MeanWords means[N_MEANS])
{
    double side = distribution->n > 0 && distribution->mean > 0 ? 1 : -1;

    means[0] = (MeanWords){ .x_pt = self->zero_pt, .gap_pt = KEY_PT + 2 * GAP_PT, .side = -side };
    means[1] = (MeanWords){ .x_pt = self->mean_pt, .gap_pt = GAP_PT, .side = side };
    means[1].is_group = TRUE;
    word_who (means[0].lines);
    if (distribution->n > 0)
        word_mean (distribution, means[1].lines);
    for (guint i = 0; i < N_MEANS && means[i].lines[0]; i++) {
        TvTextStyle style = mean_style (theme, &means[i]);
        double end_pt;

        for (guint line = 0; line < N_MEAN_LINES; line++)
            means[i].width_pt
                = MAX (means[i].width_pt, measure_width (&style, means[i].lines[line]));
        end_pt = means[i].x_pt + means[i].side * (means[i].gap_pt + means[i].width_pt);
        if (end_pt < MARGIN_PT || end_pt > self->sheet.width_pt - MARGIN_PT)
            means[i].side = -means[i].side;
    }
}

static void
clear_means (MeanWords means[N_MEANS])
{
    for (guint i = 0; i < N_MEANS; i++) {
        for (guint line = 0; line < N_MEAN_LINES; line++)
            g_free (means[i].lines[line]);
    }
}

static gboolean
are_apart (const ZoneWords *words, const MeanWords *mean)
{
    double middle_pt = mean->x_pt + mean->side * (mean->gap_pt + mean->width_pt / 2);

    return fabs (words->middle_pt - middle_pt)
           >= (words->width_pt + mean->width_pt) / 2 + 2 * GAP_PT;
}

/**
 * tv_z_words_height:
 * @self: a layout whose things have their places across
 * @distribution: what it shows
 * @theme: its look
 *
 * Returns: how much room all these words want over the plot, in points; the means stand beside the
 *   zones' words where the sheet is wide enough, else under them
 */
double
tv_z_words_height (const TvZChartLayout *self, const TvZDistribution *distribution,
                   const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    double line_pt = tv_line_height (&style);
    ZoneWords words[TV_Z_MOST_ZONES];
    MeanWords means[N_MEANS];
    guint n = collect_words (self, distribution, theme, words);
    gboolean is_one_row = TRUE;

    collect_means (self, distribution, theme, means);
    for (guint i = 0; i < n; i++) {
        for (guint k = 0; k < N_MEANS && means[k].lines[0]; k++)
            is_one_row = is_one_row && are_apart (&words[i], &means[k]);
    }
    clear_words (words, n);
    clear_means (means);
    return is_one_row ? N_ZONE_LINES * line_pt + 2 * GAP_PT
                      : (N_ZONE_LINES + N_MEAN_LINES) * line_pt + 2 * GAP_PT;
}

/**
 * tv_z_add_zone_words:
 * @self: a layout whose plot has its place
 * @distribution: what it shows
 * @top_pt: where the words begin
 * @theme: its look
 *
 * Puts name and shares over each zone outside the cut-offs.
 */
void
tv_z_add_zone_words (TvZChartLayout *self, const TvZDistribution *distribution, double top_pt,
                     const TvTheme *theme)
{
    ZoneWords words[TV_Z_MOST_ZONES];
    guint n = collect_words (self, distribution, theme, words);

    for (guint i = 0; i < n; i++)
        add_zone_lines (self, theme, words[i].zone, words[i].lines,
                        (TvSpot){ words[i].middle_pt, top_pt });
    clear_words (words, n);
}

static void
add_mean_lines (TvZChartLayout *self, const MeanWords *mean, const TvTheme *theme)
{
    TvTextStyle style = mean_style (theme, mean);
    double line_pt = tv_line_height (&style);
    TvSpot spot = { mean->x_pt + mean->side * mean->gap_pt,
                    self->plot.box.y_pt - GAP_PT - N_MEAN_LINES * line_pt };

    if (!mean->is_group) {
        self->key_from = (TvSpot){ mean->x_pt + mean->side * GAP_PT, spot.y_pt + line_pt / 2 };
        self->key_to = (TvSpot){ self->key_from.x_pt + mean->side * KEY_PT, self->key_from.y_pt };
    }
    for (guint line = 0; line < N_MEAN_LINES; line++) {
        tv_chart_labels_add (self->labels, &style, mean->is_group ? TV_INK_DATA : TV_INK_CURVE,
                             mean->lines[line], spot, (TvAnchor){ mean->side < 0 ? 1 : 0, 0 });
        spot.y_pt += line_pt;
    }
}

/**
 * tv_z_add_means:
 * @self: a layout whose plot has its place
 * @distribution: what it shows
 * @theme: its look
 *
 * Puts WHO's mean and the group's into words right over the plot.
 */
void
tv_z_add_means (TvZChartLayout *self, const TvZDistribution *distribution, const TvTheme *theme)
{
    MeanWords means[N_MEANS];

    collect_means (self, distribution, theme, means);
    for (guint i = 0; i < N_MEANS && means[i].lines[0]; i++)
        add_mean_lines (self, &means[i], theme);
    clear_means (means);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* WHO's lines on the sheet, the zones between them, and the words at their ends. */

#include "charts/tv-growth-chart-layout.h"

#include "growth/tv-growth-class.h"

#include <glib/gi18n.h>
#include <math.h>

/* A straight piece of a line is about this long. */
#define SAMPLE_PT 2.5

/* How long a seam may be between two pieces to be one and the same step. */
#define SEAM_DAYS 1

static TvZKind
kind_of (const TvGrowthChart *chart)
{
    static const TvZKind kinds[] = {
        [TV_MEASURE_HEIGHT] = TV_Z_HEIGHT_FOR_AGE,
        [TV_MEASURE_WEIGHT] = TV_Z_WEIGHT_FOR_AGE,
        [TV_MEASURE_BMI] = TV_Z_BMI_FOR_AGE,
        [TV_MEASURE_WEIGHT_FOR_HEIGHT] = TV_Z_WEIGHT_FOR_HEIGHT,
    };

    return kinds[chart->measure];
}

static void
free_line (gpointer data)
{
    TvGrowthLine *line = data;

    g_free (line->spots);
    g_free (line);
}

static void
free_zone (gpointer data)
{
    TvGrowthZone *zone = data;

    g_free (zone->outline);
    g_free (zone);
}

static TvGrowthLine *
sample_line (const TvGrowthChartLayout *self, const TvGrowthChart *chart,
             const TvGrowthPiece *piece, int z)
{
    TvGrowthLine *line = g_new0 (TvGrowthLine, 1);
    double span_pt = tv_growth_chart_layout_x (self, piece->last_x)
                     - tv_growth_chart_layout_x (self, piece->first_x);
    gboolean is_straight = chart->measure == TV_MEASURE_Z;

    line->z = z;
    line->n_spots = is_straight ? 2 : (guint) MAX (ceil (span_pt / SAMPLE_PT), 1) + 1;
    line->spots = g_new (TvSpot, line->n_spots);
    for (guint i = 0; i < line->n_spots; i++) {
        double x = piece->first_x + (piece->last_x - piece->first_x) * i / (line->n_spots - 1);
        double y = tv_growth_piece_value (chart, piece, x, z);

        line->spots[i].x_pt = tv_growth_chart_layout_x (self, x);
        line->spots[i].y_pt = tv_growth_chart_layout_y (self, y);
    }
    return line;
}

/* What the ground between the lines @i - 1 and @i means; 0 is below all of them. */
static TvGrowthClass
class_below_line (const TvGrowthChart *chart, TvStandard standard, guint i)
{
    gint32 middle = (gint32) i * 100 - 350;

    if (chart->measure == TV_MEASURE_Z)
        return TV_CLASS_NONE;
    return tv_growth_class (standard, kind_of (chart), middle);
}

/* On the chart of z a zone cannot be named, only how far from the middle it is. */
static TvTone
tone_below_line (const TvGrowthChart *chart, TvGrowthClass growth_class, guint i)
{
    if (chart->measure != TV_MEASURE_Z)
        return tv_tone_of_concern (tv_growth_class_concern (growth_class));
    return i == 0 || i == TV_GROWTH_N_LINES       ? TV_TONE_ACT
           : i == 1 || i == TV_GROWTH_N_LINES - 1 ? TV_TONE_WATCH
                                                  : TV_TONE_CALM;
}

static gboolean
is_same_zone (const TvGrowthChart *chart, TvStandard standard, guint i, guint k)
{
    TvGrowthClass first = class_below_line (chart, standard, i);
    TvGrowthClass second = class_below_line (chart, standard, k);

    return first == second
           && tone_below_line (chart, first, i) == tone_below_line (chart, second, k);
}

static void
append_spot (GArray *outline, const TvGrowthChartLayout *self, double x_pt, double y_pt)
{
    TvSpot spot = { x_pt, CLAMP (y_pt, self->plot.y_pt, self->plot.y_pt + self->plot.height_pt) };

    g_array_append_val (outline, spot);
}

/* The ground up to the first line and above the last one ends at the plot's own edge. */
static void
append_lower_edge (GArray *outline, const TvGrowthChartLayout *self, TvGrowthLine *const *lines,
                   guint zone)
{
    const TvGrowthLine *line = lines[MAX (zone, 1) - 1];
    double bottom_pt = self->plot.y_pt + self->plot.height_pt;

    for (guint i = 0; i < line->n_spots; i++)
        append_spot (outline, self, line->spots[i].x_pt,
                     zone == 0 ? bottom_pt : line->spots[i].y_pt);
}

static void
append_upper_edge (GArray *outline, const TvGrowthChartLayout *self, TvGrowthLine *const *lines,
                   guint zone)
{
    const TvGrowthLine *line = lines[MIN (zone, TV_GROWTH_N_LINES - 1)];

    for (guint i = line->n_spots; i > 0; i--)
        append_spot (outline, self, line->spots[i - 1].x_pt,
                     zone == TV_GROWTH_N_LINES ? self->plot.y_pt : line->spots[i - 1].y_pt);
}

static TvGrowthZone *
make_zone (const TvGrowthChartLayout *self, const TvGrowthChart *chart, TvStandard standard,
           TvGrowthLine *const *lines, guint first, guint last)
{
    TvGrowthZone *zone = g_new0 (TvGrowthZone, 1);
    GArray *outline = g_array_new (FALSE, FALSE, sizeof (TvSpot));

    append_lower_edge (outline, self, lines, first);
    zone->end_bottom_pt = g_array_index (outline, TvSpot, outline->len - 1).y_pt;
    append_upper_edge (outline, self, lines, last);
    zone->end_top_pt = g_array_index (outline, TvSpot, outline->len / 2).y_pt;
    zone->growth_class = class_below_line (chart, standard, first);
    zone->tone = tone_below_line (chart, zone->growth_class, first);
    zone->is_low = last <= TV_GROWTH_N_LINES / 2;
    zone->n_spots = outline->len;
    zone->outline = (TvSpot *) (void *) g_array_free (outline, FALSE);
    return zone;
}

static void
add_zones (TvGrowthChartLayout *self, const TvGrowthChart *chart, TvStandard standard,
           TvGrowthLine *const *lines)
{
    guint first = 0;

    for (guint i = 1; i <= TV_GROWTH_N_LINES + 1; i++) {
        if (i <= TV_GROWTH_N_LINES && is_same_zone (chart, standard, first, i))
            continue;
        g_ptr_array_add (self->zones, make_zone (self, chart, standard, lines, first, i - 1));
        first = i;
    }
}

/* The numbers right at the lines' ends. */
static double
add_numbers (TvGrowthChartLayout *self, const TvTheme *theme, TvGrowthLine *const *lines)
{
    static const char *const numbers[] = { "−3", "−2", "−1", "0", "+1", "+2", "+3" };
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double middles_pt[TV_GROWTH_N_LINES], width_pt, height_pt, widest_pt = 0;
    double x_pt = lines[0]->spots[lines[0]->n_spots - 1].x_pt + 4;

    style.is_bold = TRUE;
    tv_chart_text_measure (&style, "+3", &width_pt, &height_pt);
    for (guint i = 0; i < TV_GROWTH_N_LINES; i++) {
        const TvGrowthLine *line = lines[TV_GROWTH_N_LINES - 1 - i];

        middles_pt[i] = line->spots[line->n_spots - 1].y_pt;
    }
    tv_push_apart (middles_pt, TV_GROWTH_N_LINES, height_pt * 0.86, self->plot.y_pt,
                   self->plot.y_pt + self->plot.height_pt);
    for (guint i = 0; i < TV_GROWTH_N_LINES; i++) {
        const TvChartLabel *label = tv_chart_labels_add (
            self->labels, &style, TV_INK_CURVE, numbers[TV_GROWTH_N_LINES - 1 - i],
            (TvSpot){ x_pt, middles_pt[i] }, TV_ANCHOR_LEFT);

        widest_pt = MAX (widest_pt, label->box.width_pt);
    }
    return x_pt + widest_pt + 5;
}

static double
zone_middle (const TvGrowthChartLayout *self, const TvGrowthZone *zone)
{
    double top_pt = zone->end_top_pt, bottom_pt = zone->end_bottom_pt;
    double bottom_of_plot_pt = self->plot.y_pt + self->plot.height_pt;

    /* The outermost zones have no end; their words stay near the line. */
    if (bottom_pt >= bottom_of_plot_pt)
        bottom_pt = MIN (bottom_of_plot_pt, top_pt + 24);
    if (top_pt <= self->plot.y_pt)
        top_pt = MAX (self->plot.y_pt, bottom_pt - 24);
    return (top_pt + bottom_pt) / 2;
}

/* What the zones of the last piece are called, beside the numbers. */
static void
add_words (TvGrowthChartLayout *self, const TvTheme *theme, guint first_zone, double x_pt,
           double width_pt)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    guint n = self->zones->len - first_zone;
    g_autofree double *middles_pt = g_new (double, n);
    double widest_pt, height_pt, gap_pt = 0;

    style.width_pt = width_pt;
    for (guint i = 0; i < n; i++) {
        const TvGrowthZone *zone = g_ptr_array_index (self->zones, self->zones->len - 1 - i);

        middles_pt[i] = zone_middle (self, zone);
        tv_chart_text_measure (&style, tv_growth_class_label (zone->growth_class), &widest_pt,
                               &height_pt);
        gap_pt = MAX (gap_pt, height_pt);
    }
    gap_pt += 2;
    if (gap_pt * n > self->plot.height_pt)
        return;
    tv_push_apart (middles_pt, n, gap_pt, self->plot.y_pt + gap_pt / 2,
                   self->plot.y_pt + self->plot.height_pt - gap_pt / 2);
    for (guint i = 0; i < n; i++) {
        const TvGrowthZone *zone = g_ptr_array_index (self->zones, self->zones->len - 1 - i);
        TvInk ink = zone->tone == TV_TONE_CALM ? TV_INK_SOFT : (TvInk) (TV_INK_CALM + zone->tone);

        tv_chart_labels_add (self->labels, &style, ink, tv_growth_class_label (zone->growth_class),
                             (TvSpot){ x_pt, middles_pt[i] }, TV_ANCHOR_LEFT);
    }
}

/* Where a table ends before the sheet does, that is said where the words would cross the points. */
static void
add_end_notice (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTheme *theme,
                double x_pt)
{
    const double least_pt = 120;
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double right_pt = self->plot.x_pt + self->plot.width_pt - 6;
    const char *text = chart->measure == TV_MEASURE_WEIGHT
                           ? _ ("WHO has no weight for age beyond ten years; BMI for age goes on.")
                           : _ ("WHO's lines end at nineteen years.");

    style.width_pt = MAX (right_pt - x_pt, least_pt);
    style.alignment = PANGO_ALIGN_RIGHT;
    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, text,
                         (TvSpot){ right_pt, self->plot.y_pt + self->plot.height_pt - 6 },
                         (TvAnchor){ 1, 1 })
        ->has_plate
        = TRUE;
}

static void
add_seam (TvGrowthChartLayout *self, const TvTheme *theme, const TvGrowthPiece *before,
          const TvGrowthPiece *after)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt - 1);
    gboolean is_standard = before->standard != after->standard;
    double x_pt = tv_growth_chart_layout_x (self, (before->last_x + after->first_x) / 2);
    double y_pt = is_standard ? self->plot.y_pt + 2 : self->plot.y_pt + self->plot.height_pt - 2;
    double down = is_standard ? 0 : 1;

    g_array_append_val (self->seams, x_pt);
    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT,
                         is_standard ? "WHO 2006" : C_ ("measured while", "lying"),
                         (TvSpot){ x_pt - 4, y_pt }, (TvAnchor){ 1, down });
    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT,
                         is_standard ? "WHO 2007" : C_ ("measured while", "standing"),
                         (TvSpot){ x_pt + 4, y_pt }, (TvAnchor){ 0, down });
}

/**
 * tv_growth_chart_layout_words_width:
 * @chart: a chart
 * @theme: its look
 * @most_pt: what there is room for
 *
 * Returns: how wide the words beside the plot come out, where they are broken at @most_pt
 */
double
tv_growth_chart_layout_words_width (const TvGrowthChart *chart, const TvTheme *theme,
                                    double most_pt)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double widest_pt = 0;

    /* The lines' names are longer; they stand beside a plot without zones to be read. */
    if (chart->measure == TV_MEASURE_Z)
        return most_pt * 1.3;
    style.width_pt = most_pt;
    for (guint i = 0; i <= TV_GROWTH_N_LINES; i++) {
        for (int standard = TV_STANDARD_2006; standard <= TV_STANDARD_2007; standard++) {
            TvGrowthClass found = class_below_line (chart, (TvStandard) standard, i);
            double width_pt, height_pt;

            tv_chart_text_measure (&style, tv_growth_class_label (found), &width_pt, &height_pt);
            widest_pt = MAX (widest_pt, width_pt);
        }
    }
    return MIN (ceil (widest_pt) + 1, most_pt);
}

/**
 * tv_growth_chart_layout_add_lines:
 * @self: a layout whose plot and window are settled
 * @chart: the chart
 * @theme: its look
 * @words_pt: how wide the words beside the plot may be
 */
void
tv_growth_chart_layout_add_lines (TvGrowthChartLayout *self, const TvGrowthChart *chart,
                                  const TvTheme *theme, double words_pt)
{
    TvGrowthPiece pieces[TV_GROWTH_MAX_PIECES];
    guint n = tv_growth_pieces (chart, self->window.first_x, self->window.last_x, pieces);

    self->lines = g_ptr_array_new_with_free_func (free_line);
    self->zones = g_ptr_array_new_with_free_func (free_zone);
    self->seams = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < n; i++) {
        TvGrowthLine *lines[TV_GROWTH_N_LINES];
        guint first_zone = self->zones->len;

        for (guint k = 0; k < TV_GROWTH_N_LINES; k++) {
            lines[k] = sample_line (self, chart, &pieces[i], TV_GROWTH_LINE_Z (k));
            g_ptr_array_add (self->lines, lines[k]);
        }
        add_zones (self, chart, pieces[i].standard, lines);
        if (i > 0 && pieces[i].first_x - pieces[i - 1].last_x <= SEAM_DAYS)
            add_seam (self, theme, &pieces[i - 1], &pieces[i]);
        if (i == n - 1) {
            double x_pt = add_numbers (self, theme, lines);

            if (pieces[i].last_x < self->window.last_x - 31)
                add_end_notice (self, chart, theme, x_pt);
            else if (chart->measure != TV_MEASURE_Z)
                add_words (self, theme, first_zone, x_pt, words_pt);
        }
    }
}

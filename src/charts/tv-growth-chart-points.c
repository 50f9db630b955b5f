/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child's points on the sheet: their shapes, the line that joins them, the words beside the
 * last one. Shape tells the state where one measure is shown and the measure where all are. */

#include "charts/tv-growth-chart-layout.h"

#include "base/tv-number.h"
#include "charts/tv-axis.h"
#include "growth/tv-growth-class.h"

#include <glib/gi18n.h>
#include <math.h>

/* A longer gap is not joined: nobody knows what lay between. */
#define LONGEST_JOINT_DAYS (18 * TV_DAYS_PER_MONTH)

#define CROWD 24

/* Where words may stand beside a point, in the order of preference. */
static const TvAnchor tag_anchors[]
    = { { 0.5, 1 }, { 0.5, 0 }, { 1, 1 }, { 0, 1 }, { 1, 0 }, { 0, 0 }, { 1, 0.5 }, { 0, 0.5 } };

static const TvMark kind_marks[TV_Z_N_KINDS] = {
    [TV_Z_WEIGHT_FOR_AGE] = TV_MARK_SQUARE,
    [TV_Z_HEIGHT_FOR_AGE] = TV_MARK_CIRCLE,
    [TV_Z_WEIGHT_FOR_HEIGHT] = TV_MARK_UP,
    [TV_Z_BMI_FOR_AGE] = TV_MARK_DIAMOND,
};

/* The same shapes as letters, for the lines' names. */
static const char *const kind_letters[TV_Z_N_KINDS] = {
    [TV_Z_WEIGHT_FOR_AGE] = "■",
    [TV_Z_HEIGHT_FOR_AGE] = "●",
    [TV_Z_WEIGHT_FOR_HEIGHT] = "▲",
    [TV_Z_BMI_FOR_AGE] = "◆",
};

static TvConcern
concern_of (const TvGrowthPoint *point)
{
    if (point->z == TV_Z_NONE)
        return TV_CONCERN_UNKNOWN;
    return tv_growth_class_concern (tv_growth_class (point->standard, point->kind, point->z));
}

static TvMark
mark_of (const TvGrowthChart *chart, const TvGrowthPoint *point)
{
    if (point->is_excluded)
        return TV_MARK_CROSS;
    if (chart->measure == TV_MEASURE_Z)
        return kind_marks[point->kind];
    switch (concern_of (point)) {
    case TV_CONCERN_LOW_MODERATE:
    case TV_CONCERN_LOW_SEVERE:
        return TV_MARK_DOWN;
    case TV_CONCERN_HIGH_MODERATE:
    case TV_CONCERN_HIGH_SEVERE:
        return TV_MARK_UP;
    default:
        return TV_MARK_CIRCLE;
    }
}

/* The last point of that kind that counts, or -1. */
static int
find_last (const TvGrowthChart *chart, TvZKind kind)
{
    for (guint i = chart->n_points; i > 0; i--) {
        if (chart->points[i - 1].kind == kind && tv_growth_point_counts (&chart->points[i - 1]))
            return (int) i - 1;
    }
    return -1;
}

/* Beyond the sheet an arrow at its edge stands for the value. */
static void
hold_inside (const TvGrowthChartLayout *self, TvGrowthMark *mark)
{
    const double inset_pt = 7;
    double top_pt = self->plot.y_pt, bottom_pt = top_pt + self->plot.height_pt;

    if (mark->spot.y_pt < top_pt) {
        mark->spot.y_pt = top_pt + inset_pt;
        mark->mark = TV_MARK_ARROW_UP;
    } else if (mark->spot.y_pt > bottom_pt) {
        mark->spot.y_pt = bottom_pt - inset_pt;
        mark->mark = TV_MARK_ARROW_DOWN;
    }
}

static void
add_mark (TvGrowthChartLayout *self, const TvGrowthChart *chart, guint i)
{
    const TvGrowthPoint *point = &chart->points[i];
    gboolean is_last = find_last (chart, point->kind) == (int) i;
    double radius_pt
        = (chart->n_points > CROWD ? 2 : 2.6) * CLAMP (self->plot.width_pt / 340, 0.7, 1);
    TvGrowthMark mark = {
        .point = i,
        .spot = { tv_growth_chart_layout_x (self, tv_growth_point_x (chart, point)),
                  tv_growth_chart_layout_y (self, tv_growth_point_y (chart, point)) },
        .mark = mark_of (chart, point),
        .tone = tv_tone_of_concern (concern_of (point)),
        .radius_pt = is_last ? radius_pt + 1 : radius_pt,
        .is_hollow = point->is_flagged,
    };

    hold_inside (self, &mark);
    g_array_append_val (self->marks, mark);
}

static void
add_joint (TvGrowthChartLayout *self, const TvGrowthMark *from, const TvGrowthMark *to)
{
    TvGrowthJoint joint = { from->spot, to->spot, FALSE };

    g_array_append_val (self->joints, joint);
}

/* Joins what counts of one kind, in the order of time. */
static void
join_kind (TvGrowthChartLayout *self, const TvGrowthChart *chart, TvZKind kind)
{
    int previous = -1;

    for (guint i = 0; i < chart->n_points; i++) {
        const TvGrowthPoint *point = &chart->points[i];

        if (point->kind != kind || !tv_growth_point_counts (point))
            continue;
        if (previous >= 0
            && point->age_days - chart->points[previous].age_days <= LONGEST_JOINT_DAYS)
            add_joint (self, &g_array_index (self->marks, TvGrowthMark, previous),
                       &g_array_index (self->marks, TvGrowthMark, i));
        previous = (int) i;
    }
}

/* How many points and words a box would cover; many for a box that leaves the plot. */
static guint
count_covered (const TvGrowthChartLayout *self, const TvRect *box)
{
    guint n = tv_rect_is_inside (box, &self->plot) ? 0 : 1000;

    for (guint i = 0; i < self->marks->len; i++) {
        const TvGrowthMark *mark = &g_array_index (self->marks, TvGrowthMark, i);
        TvRect around = { mark->spot.x_pt - mark->radius_pt, mark->spot.y_pt - mark->radius_pt,
                          2 * mark->radius_pt, 2 * mark->radius_pt };

        n += tv_rect_overlaps (box, &around);
    }
    for (guint i = 0; i < self->labels->len; i++)
        n += 5 * tv_rect_overlaps (box, &g_array_index (self->labels, TvChartLabel, i).box);
    return n;
}

static void
add_tag (TvGrowthChartLayout *self, const TvTheme *theme, const TvGrowthMark *mark,
         const char *text, gboolean is_bold)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt + (is_bold ? 0.5 : 0));
    guint fewest = G_MAXUINT, best = 0;
    TvSpot spots[G_N_ELEMENTS (tag_anchors)];

    style.is_bold = is_bold;
    for (guint i = 0; i < G_N_ELEMENTS (tag_anchors); i++) {
        const double away_pt = mark->radius_pt + 3;
        TvRect box;
        guint n;

        spots[i].x_pt = mark->spot.x_pt + (1 - 2 * tag_anchors[i].across) * away_pt;
        spots[i].y_pt = mark->spot.y_pt + (1 - 2 * tag_anchors[i].down) * away_pt;
        box = tv_chart_text_box (&style, text, spots[i], tag_anchors[i]);
        n = count_covered (self, &box);
        if (n < fewest) {
            fewest = n;
            best = i;
        }
    }
    tv_chart_labels_add (self->labels, &style, TV_INK_DATA, text, spots[best], tag_anchors[best])
        ->has_plate
        = TRUE;
}

/* The last value, and each that lies beyond the sheet. */
static void
add_tags (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTheme *theme)
{
    for (guint i = 0; i < chart->n_points; i++) {
        const TvGrowthMark *mark = &g_array_index (self->marks, TvGrowthMark, i);
        const TvGrowthPoint *point = &chart->points[i];
        gboolean is_last = find_last (chart, point->kind) == (int) i;
        gboolean is_beyond = mark->mark == TV_MARK_ARROW_UP || mark->mark == TV_MARK_ARROW_DOWN;

        if (is_last || is_beyond) {
            g_autofree char *text = tv_measure_format (chart->measure, point->value);

            add_tag (self, theme, mark, text, is_last);
        }
    }
}

static int
compare_by_height (gconstpointer a, gconstpointer b)
{
    const TvGrowthMark *const *first = a, *const *second = b;
    double difference = (*first)->spot.y_pt - (*second)->spot.y_pt;

    return (difference > 0) - (difference < 0);
}

static void
add_name (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTextStyle *style,
          const TvGrowthMark *mark, TvSpot spot)
{
    const TvGrowthPoint *point = &chart->points[mark->point];
    g_autofree char *z = tv_number_format_signed (point->z / 100.0, 2);
    /* Translators: beside a line of the chart: its shape, what it is of, and its last z-score */
    g_autofree char *text
        = g_strdup_printf (C_ ("chart line", "%1$s %2$s %3$s"), kind_letters[point->kind],
                           tv_z_kind_label (point->kind), z);
    TvGrowthJoint leader
        = { mark->spot, { self->plot.x_pt + self->plot.width_pt, spot.y_pt }, TRUE };

    tv_chart_labels_add (self->labels, style, TV_INK_DATA, text, spot, TV_ANCHOR_LEFT);
    g_array_append_val (self->joints, leader);
}

/* On the chart of z each line is named in the margin, tied to its last point. */
static void
name_lines (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTheme *theme,
            double words_pt)
{
    g_autoptr (GPtrArray) lasts = g_ptr_array_new ();
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double middles_pt[TV_Z_N_KINDS], width_pt, height_pt;
    double x_pt = self->sheet.width_pt - words_pt;

    for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
        int last = find_last (chart, (TvZKind) kind);

        if (last >= 0)
            g_ptr_array_add (lasts, &g_array_index (self->marks, TvGrowthMark, last));
    }
    g_ptr_array_sort (lasts, compare_by_height);
    style.width_pt = words_pt;
    tv_chart_text_measure (&style, "X\nX", &width_pt, &height_pt);
    for (guint i = 0; i < lasts->len; i++)
        middles_pt[i] = ((const TvGrowthMark *) g_ptr_array_index (lasts, i))->spot.y_pt;
    tv_push_apart (middles_pt, lasts->len, height_pt * 1.05, self->plot.y_pt + height_pt / 2,
                   self->plot.y_pt + self->plot.height_pt - height_pt / 2);
    for (guint i = 0; i < lasts->len; i++)
        add_name (self, chart, &style, g_ptr_array_index (lasts, i),
                  (TvSpot){ x_pt, middles_pt[i] });
}

/**
 * tv_growth_chart_layout_add_points:
 * @self: a layout whose plot and window are settled
 * @chart: the chart
 * @theme: its look
 * @words_pt: how wide the words beside the plot may be
 */
void
tv_growth_chart_layout_add_points (TvGrowthChartLayout *self, const TvGrowthChart *chart,
                                   const TvTheme *theme, double words_pt)
{
    self->marks = g_array_new (FALSE, FALSE, sizeof (TvGrowthMark));
    self->joints = g_array_new (FALSE, FALSE, sizeof (TvGrowthJoint));
    for (guint i = 0; i < chart->n_points; i++)
        add_mark (self, chart, i);
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++)
        join_kind (self, chart, (TvZKind) kind);
    if (chart->measure == TV_MEASURE_Z)
        name_lines (self, chart, theme, words_pt);
    else
        add_tags (self, chart, theme);
}

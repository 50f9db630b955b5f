/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The names under a chart of rounds, as many as there is room for; and under them the school years,
 * where these have room. */

#include "charts/tv-trend-chart-layout.h"

#include "records/tv-school.h"

#include <string.h>

#define MARGIN_PT 6
#define TICK_PT 6
#define GAP_PT 6

/* One school year under the axis. */
typedef struct {
    char *name; /* "2026-2027" */
    double from_pt;
    double to_pt;
    double first_stop_pt;
    double last_stop_pt;
} YearSpan;

static void
clear_span (gpointer data)
{
    YearSpan *span = data;

    g_free (span->name);
}

static int
year_of (const TvTrendChart *chart, guint i)
{
    return tv_school_year_of_date (chart->points[i].day);
}

/* From halfway between two rounds to halfway between two others; the outer ones have the room
 * beside the plot, too. */
static GArray *
find_spans (const TvTrendChartLayout *self, const TvTrendChart *chart)
{
    GArray *spans = g_array_new (FALSE, FALSE, sizeof (YearSpan));

    g_array_set_clear_func (spans, clear_span);
    for (guint i = 0; i < chart->n_points; i++) {
        const TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i);
        YearSpan *last;

        if (i == 0 || year_of (chart, i) != year_of (chart, i - 1)) {
            YearSpan span = { .name = tv_school_year_name (year_of (chart, i)),
                              .from_pt = i == 0 ? MARGIN_PT : stop->column.x_pt,
                              .first_stop_pt = stop->x_pt };

            g_array_append_val (spans, span);
        }
        last = &g_array_index (spans, YearSpan, spans->len - 1);
        last->last_stop_pt = stop->x_pt;
        last->to_pt = i + 1 < chart->n_points ? stop->column.x_pt + stop->column.width_pt
                                              : self->sheet.width_pt - MARGIN_PT;
    }
    return spans;
}

static gboolean
have_room (const GArray *spans, const TvTextStyle *style)
{
    for (guint i = 0; i < spans->len; i++) {
        const YearSpan *span = &g_array_index (spans, YearSpan, i);
        double width_pt, height_pt;

        tv_chart_text_measure (style, span->name, &width_pt, &height_pt);
        if (width_pt + GAP_PT > span->to_pt - span->from_pt)
            return FALSE;
    }
    return spans->len > 0;
}

/* Under the middle of its rounds, as far as its span allows. */
static void
add_years (TvTrendChartLayout *self, const GArray *spans, const TvTextStyle *style, double y_pt)
{
    for (guint i = 0; i < spans->len; i++) {
        const YearSpan *span = &g_array_index (spans, YearSpan, i);
        double width_pt, height_pt, middle_pt = (span->first_stop_pt + span->last_stop_pt) / 2;

        tv_chart_text_measure (style, span->name, &width_pt, &height_pt);
        middle_pt = CLAMP (middle_pt, span->from_pt + width_pt / 2, span->to_pt - width_pt / 2);
        tv_chart_labels_add (self->labels, style, TV_INK_SOFT, span->name,
                             (TvSpot){ middle_pt, y_pt }, TV_ANCHOR_TOP);
        if (i > 0)
            g_array_append_val (self->year_ends, span->from_pt);
    }
}

#define SEPARATORS " ,-–()"

/* The name without the school year, which stands beneath it. */
static char *
cut_year (const char *name, int first_year)
{
    g_autofree char *year = tv_school_year_name (first_year);
    const char *found = strstr (name, year);
    g_autofree char *text = NULL;
    gsize length;

    if (!found)
        return g_strdup (name);
    text = g_strconcat (found == name ? "" : name, found + strlen (year), NULL);
    if (found != name)
        text[found - name] = '\0';
    for (length = strlen (text); length > 0 && strchr (SEPARATORS, text[length - 1]); length--)
        text[length - 1] = '\0';
    return *text ? g_strdup (text + strspn (text, SEPARATORS)) : g_strdup (name);
}

/* Where the words begin with which both names end; their very end where they share none. */
static gsize
find_common_end (const char *a, const char *b)
{
    gsize length_a = strlen (a), length_b = strlen (b), begin = length_a;

    for (gsize k = 1; k < length_a && k < length_b && a[length_a - k] == b[length_b - k]; k++) {
        if (a[length_a - k] == ' ')
            begin = length_a - k;
    }
    return begin;
}

/* Words that stand at the end of every name ("of school year") say nothing under an axis. */
static void
cut_common_end (char **names, guint n_names)
{
    gsize n_common = G_MAXSIZE;

    for (guint i = 1; i < n_names; i++) {
        if (strcmp (names[i], names[0]) != 0)
            n_common = MIN (n_common, strlen (names[0]) - find_common_end (names[0], names[i]));
    }
    for (guint i = 0; n_common < G_MAXSIZE && i < n_names; i++)
        names[i][strlen (names[i]) - n_common] = '\0';
}

/* Kept on the sheet, and away from the names that are there already. */
static void
add_name (TvTrendChartLayout *self, const char *name, guint i, const TvTextStyle *style,
          double y_pt, GArray *taken)
{
    const TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i);
    double last_pt = self->sheet.width_pt - MARGIN_PT;
    double width_pt, height_pt, x_pt;
    TvRect box;

    tv_chart_text_measure (style, name, &width_pt, &height_pt);
    x_pt = CLAMP (stop->x_pt - width_pt / 2, MARGIN_PT, MAX (last_pt - width_pt, MARGIN_PT));
    box = (TvRect){ x_pt - GAP_PT / 2.0, y_pt, MIN (width_pt, last_pt - MARGIN_PT) + GAP_PT,
                    height_pt };
    for (guint k = 0; k < taken->len; k++) {
        if (tv_rect_overlaps (&g_array_index (taken, TvRect, k), &box))
            return;
    }
    g_array_append_val (taken, box);
    tv_chart_label_shorten (tv_chart_labels_add (self->labels, style,
                                                 stop->is_chosen ? TV_INK_MAIN : TV_INK_SOFT, name,
                                                 (TvSpot){ x_pt, y_pt }, TV_ANCHOR_TOP_LEFT),
                            last_pt - MARGIN_PT);
}

/* The chosen round first, then from the latest back. */
static void
add_chosen_first (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme,
                  char **names, double y_pt)
{
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TvRect));
    TvTextStyle style = tv_small_style (theme);

    for (int pass = 0; pass < 2; pass++) {
        style.is_bold = pass == 0;
        for (guint i = chart->n_points; i > 0; i--) {
            if (chart->points[i - 1].is_chosen == (pass == 0))
                add_name (self, names[i - 1], i - 1, &style, y_pt, taken);
        }
    }
}

/**
 * tv_trend_add_names:
 * @self: a layout whose rounds have their places
 * @chart: what it shows
 * @theme: its look
 *
 * Puts the names under the axis.
 */
void
tv_trend_add_names (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    double y_pt = self->plot.box.y_pt + self->plot.box.height_pt + TICK_PT;
    g_autoptr (GArray) spans = self->is_by_day ? find_spans (self, chart) : NULL;
    gboolean has_years = spans && have_room (spans, &style);
    g_auto (GStrv) names = g_new0 (char *, chart->n_points + 1);

    for (guint i = 0; i < chart->n_points; i++)
        names[i] = has_years ? cut_year (chart->points[i].name, year_of (chart, i))
                             : g_strdup (chart->points[i].name);
    if (has_years)
        cut_common_end (names, chart->n_points);
    add_chosen_first (self, chart, theme, names, y_pt);
    if (has_years)
        add_years (self, spans, &style, y_pt + tv_line_height (&style));
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of a chart of last digits stands: weight and height side by side, or one over
 * the other where the sheet is narrow and high. */

#include "charts/tv-digit-chart-layout.h"

#include "base/tv-number.h"
#include "charts/tv-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN_PT 6
#define GAP_PT 4
#define PANEL_GAP_PT 14
#define TICK_PT 5
#define BAR_SHARE 0.76

/* A panel is stacked under this width and over this height. */
#define NARROW_PT 420
#define HIGH_PT 300

/* The axis holds at least so much, that an even pattern looks even. */
#define LEAST_AXIS_PERCENT 20

/* Over the highest bar there is room for its share in figures. */
#define HEAD_ROOM 1.12

static double
get_percent (const TvDigitPattern *pattern, guint digit)
{
    return pattern->n > 0 ? 100.0 * pattern->digits[digit] / pattern->n : 0;
}

/* One axis for both panels, so that their bars can be compared. */
static double
get_axis_end (const TvDigitChart *chart)
{
    double highest = LEAST_AXIS_PERCENT, step;

    for (int i = 0; i < TV_DIGIT_N_MEASURES; i++) {
        const TvDigitPattern *pattern = tv_digit_chart_pattern (chart, (TvDigitMeasure) i);

        for (guint digit = 0; digit < TV_N_DIGITS; digit++)
            highest = MAX (highest, get_percent (pattern, digit));
        highest = MAX (highest, 10 + tv_digit_band (pattern));
    }
    highest *= HEAD_ROOM;
    step = tv_axis_nice_step (highest, 5);
    return MIN (ceil (highest / step - 1e-9) * step, 100);
}

static char *
panel_summary (const TvDigitPattern *pattern)
{
    g_autofree char *score = NULL;

    if (pattern->n == 0)
        return g_strdup (C_ ("last digits", "nothing measured yet"));
    score = tv_number_format (pattern->score, 1);
    /* Translators: 118 values, score 12.3, "even" */
    return g_strdup_printf (
        ngettext ("%1$u value · score %2$s · %3$s", "%1$u values · score %2$s · %3$s", pattern->n),
        pattern->n, score, tv_digit_verdict (pattern));
}

/* What is measured, and what its digits say. Returns where the words end. */
static double
add_words (TvDigitChartLayout *self, const TvDigitPattern *pattern, TvDigitMeasure measure,
           const TvRect *room, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->text_pt);
    TvSpot spot = { room->x_pt, room->y_pt };
    g_autofree char *summary = panel_summary (pattern);

    style.width_pt = room->width_pt;
    style.is_bold = TRUE;
    spot.y_pt += tv_chart_labels_add (self->labels, &style, TV_INK_MAIN,
                                      measure == TV_DIGIT_WEIGHT
                                          ? C_ ("last digits", "Weight, tenths of a kilogram")
                                          : C_ ("last digits", "Height, tenths of a centimetre"),
                                      spot, TV_ANCHOR_TOP_LEFT)
                     ->box.height_pt;
    style = tv_small_style (theme);
    style.width_pt = room->width_pt;
    style.is_bold = pattern->is_uneven;
    spot.y_pt += tv_chart_labels_add (self->labels, &style,
                                      pattern->is_uneven ? TV_INK_WATCH : TV_INK_SOFT, summary,
                                      spot, TV_ANCHOR_TOP_LEFT)
                     ->box.height_pt;
    return spot.y_pt;
}

/* A share beyond the band is told by its pattern, too many by one and too few by the other; only a
 * pattern that is uneven as a whole asks for attention by its tone. */
static void
place_bars (TvDigitPanel *panel, const TvDigitPattern *pattern)
{
    const TvRect *box = &panel->plot.box;
    double step_pt = box->width_pt / TV_N_DIGITS, band = tv_digit_band (pattern);

    for (guint digit = 0; digit < TV_N_DIGITS; digit++) {
        double percent = get_percent (pattern, digit);
        double top_pt = tv_percent_plot_y (&panel->plot, percent);
        TvRect *column = &panel->columns[digit];
        TvChartBar *bar = &panel->bars[digit];

        *column = (TvRect){ box->x_pt + digit * step_pt, box->y_pt, step_pt, box->height_pt };
        bar->box = (TvRect){ column->x_pt + step_pt * (1 - BAR_SHARE) / 2, top_pt,
                             step_pt * BAR_SHARE, box->y_pt + box->height_pt - top_pt };
        bar->tone = TV_TONE_CALM;
        bar->slant = TV_SLANT_NONE;
        if (band > 0 && fabs (percent - 10) > band) {
            bar->slant = percent > 10 ? TV_SLANT_UP : TV_SLANT_DOWN;
            bar->tone = pattern->is_uneven ? TV_TONE_WATCH : TV_TONE_CALM;
        }
    }
}

static void
add_digits (TvDigitChartLayout *self, const TvDigitPanel *panel, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    double y_pt = panel->plot.box.y_pt + panel->plot.box.height_pt + TICK_PT;

    for (guint digit = 0; digit < TV_N_DIGITS; digit++) {
        g_autofree char *text = g_strdup_printf ("%u", digit);
        TvSpot spot = { panel->columns[digit].x_pt + panel->columns[digit].width_pt / 2, y_pt };

        style.is_bold = panel->bars[digit].slant != TV_SLANT_NONE;
        tv_chart_labels_add (self->labels, &style, style.is_bold ? TV_INK_MAIN : TV_INK_SOFT, text,
                             spot, TV_ANCHOR_TOP);
    }
}

/* The share that stands out most, in figures over its bar. */
static void
add_peak (TvDigitChartLayout *self, const TvDigitPanel *panel, const TvDigitPattern *pattern,
          const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    g_autofree char *number = NULL;
    g_autofree char *text = NULL;
    guint peak = 0;
    TvRect box;

    for (guint digit = 1; digit < TV_N_DIGITS; digit++) {
        if (pattern->digits[digit] > pattern->digits[peak])
            peak = digit;
    }
    if (panel->bars[peak].slant != TV_SLANT_UP)
        return;
    number = tv_number_format (get_percent (pattern, peak), 0);
    text = g_strconcat (number, " %", NULL);
    style.is_bold = TRUE;
    box = panel->bars[peak].box;
    tv_chart_labels_add (
        self->labels, &style, panel->bars[peak].tone == TV_TONE_CALM ? TV_INK_DATA : TV_INK_WATCH,
        text,
        (TvSpot){ MAX (box.x_pt + box.width_pt / 2, panel->plot.box.x_pt + 14), box.y_pt - 1 },
        TV_ANCHOR_BOTTOM);
}

static void
place_panel (TvDigitChartLayout *self, const TvDigitChart *chart, TvDigitMeasure measure,
             const TvRect *room, double plot_top_pt, const TvTheme *theme)
{
    TvDigitPanel *panel = &self->panels[measure];
    const TvDigitPattern *pattern = tv_digit_chart_pattern (chart, measure);
    double last_percent = get_axis_end (chart), band = tv_digit_band (pattern), top_pt, bottom_pt;
    double gutter_pt = tv_percent_plot_gutter (last_percent, theme);
    TvTextStyle style = tv_small_style (theme);
    TvRect box = { room->x_pt + gutter_pt, plot_top_pt, MAX (room->width_pt - gutter_pt, 10), 0 };

    box.height_pt
        = MAX (room->y_pt + room->height_pt - TICK_PT - tv_line_height (&style) - plot_top_pt, 10);
    tv_percent_plot_init (&panel->plot, &box, last_percent, theme, self->labels);
    panel->even_pt = tv_percent_plot_y (&panel->plot, 10);
    top_pt = tv_percent_plot_y (&panel->plot, 10 + band);
    bottom_pt = tv_percent_plot_y (&panel->plot, MAX (10 - band, 0));
    panel->band = (TvRect){ box.x_pt, top_pt, box.width_pt, bottom_pt - top_pt };
    place_bars (panel, pattern);
    add_digits (self, panel, theme);
    add_peak (self, panel, pattern, theme);
}

static char *
note_text (const TvDigitChart *chart)
{
    if (tv_digit_band (&chart->weight) > 0 || tv_digit_band (&chart->height) > 0)
        return g_strdup (_ ("Line: every digit one time in ten. Band: what chance alone explains. "
                            "Hatched: beyond chance."));
    /* Translators: under a chart of last digits; %d is 50 */
    return g_strdup_printf (
        _ ("Line: every digit one time in ten. Digits are judged from %d values up."),
        TV_QUALITY_FEWEST);
}

/* Under both panels. Returns where the words begin. */
static double
add_note (TvDigitChartLayout *self, const TvDigitChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    g_autofree char *text = note_text (chart);
    double width_pt, height_pt;
    TvSpot spot = { MARGIN_PT, 0 };

    style.width_pt = self->sheet.width_pt - 2 * MARGIN_PT;
    tv_chart_text_measure (&style, text, &width_pt, &height_pt);
    spot.y_pt = self->sheet.height_pt - MARGIN_PT - height_pt;
    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, text, spot, TV_ANCHOR_TOP_LEFT);
    return spot.y_pt;
}

/**
 * tv_digit_chart_layout_new:
 * @chart: what to show
 * @width_pt: of the sheet
 * @height_pt: of the sheet
 * @theme: its look; the sizes of its letters count here
 *
 * Returns: (transfer full): where everything stands
 */
TvDigitChartLayout *
tv_digit_chart_layout_new (const TvDigitChart *chart, double width_pt, double height_pt,
                           const TvTheme *theme)
{
    TvDigitChartLayout *self = g_new0 (TvDigitChartLayout, 1);
    TvRect rooms[TV_DIGIT_N_MEASURES];
    double tops_pt[TV_DIGIT_N_MEASURES], end_pt;

    self->sheet = (TvRect){ 0, 0, width_pt, height_pt };
    self->labels = tv_chart_labels_new ();
    self->is_stacked = width_pt < NARROW_PT && height_pt >= HIGH_PT;
    end_pt = add_note (self, chart, theme) - GAP_PT;
    for (int i = 0; i < TV_DIGIT_N_MEASURES; i++) {
        double across_pt = width_pt - 2 * MARGIN_PT, down_pt = end_pt - MARGIN_PT;

        if (self->is_stacked)
            down_pt = (down_pt - PANEL_GAP_PT) / 2;
        else
            across_pt = (across_pt - PANEL_GAP_PT) / 2;
        rooms[i] = (TvRect){ MARGIN_PT + (self->is_stacked ? 0 : i * (across_pt + PANEL_GAP_PT)),
                             MARGIN_PT + (self->is_stacked ? i * (down_pt + PANEL_GAP_PT) : 0),
                             across_pt, down_pt };
        tops_pt[i] = add_words (self, tv_digit_chart_pattern (chart, (TvDigitMeasure) i),
                                (TvDigitMeasure) i, &rooms[i], theme)
                     + 2 * GAP_PT;
    }
    /* Side by side both plots begin at one height. */
    if (!self->is_stacked)
        tops_pt[0] = tops_pt[1] = MAX (tops_pt[0], tops_pt[1]);
    for (int i = 0; i < TV_DIGIT_N_MEASURES; i++)
        place_panel (self, chart, (TvDigitMeasure) i, &rooms[i], tops_pt[i], theme);
    return self;
}

/**
 * tv_digit_chart_layout_free:
 *
 * Frees all of it.
 */
void
tv_digit_chart_layout_free (TvDigitChartLayout *self)
{
    for (int i = 0; i < TV_DIGIT_N_MEASURES; i++)
        tv_percent_plot_clear (&self->panels[i].plot);
    g_array_unref (self->labels);
    g_free (self);
}

/**
 * tv_digit_chart_layout_find:
 * @x_pt: of the pointer
 * @y_pt: of the pointer
 * @measure: (out): whose digit is there
 * @digit: (out): which one
 *
 * Returns: whether a column is there
 */
gboolean
tv_digit_chart_layout_find (const TvDigitChartLayout *self, double x_pt, double y_pt,
                            TvDigitMeasure *measure, guint *digit)
{
    for (guint i = 0; i < TV_DIGIT_N_MEASURES * TV_N_DIGITS; i++) {
        const TvDigitPanel *panel = &self->panels[i / TV_N_DIGITS];

        if (tv_rect_contains (&panel->columns[i % TV_N_DIGITS], x_pt, y_pt)) {
            *measure = (TvDigitMeasure) (i / TV_N_DIGITS);
            *digit = i % TV_N_DIGITS;
            return TRUE;
        }
    }
    return FALSE;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All words of a drawing in one list: the layout puts them down, the painter draws them, and tests
 * look whether one covers another. */

#include "charts/tv-chart-label.h"

static void
clear_label (gpointer data)
{
    TvChartLabel *label = data;

    g_object_unref (label->layout);
}

/**
 * tv_chart_labels_new:
 *
 * Returns: (transfer full) (element-type TvChartLabel): no words yet
 */
GArray *
tv_chart_labels_new (void)
{
    GArray *labels = g_array_new (FALSE, FALSE, sizeof (TvChartLabel));

    g_array_set_clear_func (labels, clear_label);
    return labels;
}

/**
 * tv_chart_labels_add:
 * @labels: the words so far
 * @style: how it is set
 * @ink: what it is coloured as
 * @text: UTF-8
 * @spot: where it is put
 * @anchor: which part of its box stands on the spot
 *
 * Returns: (transfer none): the label, until another is added
 */
TvChartLabel *
tv_chart_labels_add (GArray *labels, const TvTextStyle *style, TvInk ink, const char *text,
                     TvSpot spot, TvAnchor anchor)
{
    PangoLayout *layout = tv_chart_text_new (style, text);
    TvChartLabel label = { .layout = layout, .ink = ink };
    PangoRectangle logical;
    double width_pt, height_pt;

    pango_layout_get_extents (layout, NULL, &logical);
    width_pt = style->width_pt > 0 ? style->width_pt : (double) logical.width / PANGO_SCALE;
    height_pt = (double) logical.height / PANGO_SCALE;
    label.origin
        = (TvSpot){ spot.x_pt - anchor.across * width_pt, spot.y_pt - anchor.down * height_pt };
    label.box = (TvRect){ label.origin.x_pt + (double) logical.x / PANGO_SCALE, label.origin.y_pt,
                          (double) logical.width / PANGO_SCALE, height_pt };
    g_array_append_val (labels, label);
    return &g_array_index (labels, TvChartLabel, labels->len - 1);
}

/**
 * tv_chart_label_shorten:
 * @label: words on one line, put down by their left end
 * @width_pt: the most room they may take
 *
 * Ends words that are too long in an ellipsis.
 */
void
tv_chart_label_shorten (TvChartLabel *label, double width_pt)
{
    PangoRectangle logical;

    if (label->box.width_pt <= width_pt)
        return;
    pango_layout_set_ellipsize (label->layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_width (label->layout, (int) (MAX (width_pt, 1) * PANGO_SCALE));
    pango_layout_get_extents (label->layout, NULL, &logical);
    label->box.width_pt = (double) logical.width / PANGO_SCALE;
}

/**
 * tv_chart_label_text:
 *
 * Returns: (transfer none): what it says
 */
const char *
tv_chart_label_text (const TvChartLabel *label)
{
    return pango_layout_get_text (label->layout);
}

/**
 * tv_theme_ink:
 *
 * Returns: (transfer none): the colour of such words in @theme
 */
const TvColour *
tv_theme_ink (const TvTheme *theme, TvInk ink)
{
    switch (ink) {
    case TV_INK_SOFT:
        return &theme->ink_soft;
    case TV_INK_CURVE:
        return &theme->curve;
    case TV_INK_DATA:
        return &theme->data;
    case TV_INK_CALM:
        return &theme->state[TV_TONE_CALM];
    case TV_INK_WATCH:
        return &theme->state[TV_TONE_WATCH];
    case TV_INK_ACT:
        return &theme->state[TV_TONE_ACT];
    case TV_INK_MAIN:
        break;
    }
    return &theme->ink;
}

static void
paint_plate (const TvChartLabel *label, cairo_t *cr, const TvTheme *theme)
{
    const double room_pt = 2;

    cairo_rectangle (cr, label->box.x_pt - room_pt, label->box.y_pt,
                     label->box.width_pt + 2 * room_pt, label->box.height_pt);
    tv_colour_set (&theme->ground, cr);
    cairo_fill (cr);
}

/**
 * tv_chart_labels_paint:
 * @labels: (element-type TvChartLabel): words
 * @cr: where to, in points
 * @theme: with which colours
 */
void
tv_chart_labels_paint (const GArray *labels, cairo_t *cr, const TvTheme *theme)
{
    for (guint i = 0; i < labels->len; i++) {
        const TvChartLabel *label = &g_array_index (labels, TvChartLabel, i);

        if (label->has_plate)
            paint_plate (label, cr, theme);
        tv_colour_set (tv_theme_ink (theme, label->ink), cr);
        cairo_move_to (cr, label->origin.x_pt, label->origin.y_pt);
        pango_cairo_show_layout (cr, label->layout);
    }
}

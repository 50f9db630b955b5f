/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words on a drawing: one unit is one point on every surface, and nothing is rounded to pixels, so
 * that a line breaks at the same word on the screen and on paper. */

#include "charts/tv-chart-text.h"

static GPrivate thread_context = G_PRIVATE_INIT (g_object_unref);

/* Font maps belong to a thread in Pango; reports are drawn on workers. */
static PangoContext *
get_context (void)
{
    PangoContext *context = g_private_get (&thread_context);
    cairo_font_options_t *options;

    if (context)
        return context;
    context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
    options = cairo_font_options_create ();
    cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options (context, options);
    pango_cairo_context_set_resolution (context, 72);
    pango_context_set_round_glyph_positions (context, FALSE);
    pango_context_set_language (context, pango_language_from_string ("vi"));
    cairo_font_options_destroy (options);
    g_private_set (&thread_context, context);
    return context;
}

/**
 * tv_text_style:
 * @theme: whose font is meant
 * @size_pt: the size of the letters
 *
 * Returns: an upright style on one line
 */
TvTextStyle
tv_text_style (const TvTheme *theme, double size_pt)
{
    return (TvTextStyle){ .family = theme->font_family, .size_pt = size_pt };
}

/**
 * tv_chart_text_new:
 * @style: how it is set
 * @text: UTF-8
 *
 * Returns: (transfer full): the text, laid out for this thread
 */
PangoLayout *
tv_chart_text_new (const TvTextStyle *style, const char *text)
{
    PangoLayout *layout = pango_layout_new (get_context ());
    PangoFontDescription *font = pango_font_description_new ();

    pango_font_description_set_family_static (font, style->family);
    pango_font_description_set_size (font, (int) (style->size_pt * PANGO_SCALE + 0.5));
    if (style->is_bold)
        pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
    if (style->is_italic)
        pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
    pango_layout_set_font_description (layout, font);
    pango_font_description_free (font);
    if (style->width_pt > 0) {
        pango_layout_set_width (layout, (int) (style->width_pt * PANGO_SCALE + 0.5));
        pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
    pango_layout_set_alignment (layout, style->alignment);
    pango_layout_set_justify (layout, style->is_justified);
    pango_layout_set_text (layout, text, -1);
    return layout;
}

/**
 * tv_chart_text_get_size:
 * @layout: a text
 * @width_pt: (out): its width
 * @height_pt: (out): its height, all lines
 */
void
tv_chart_text_get_size (PangoLayout *layout, double *width_pt, double *height_pt)
{
    int width, height;

    pango_layout_get_size (layout, &width, &height);
    *width_pt = (double) width / PANGO_SCALE;
    *height_pt = (double) height / PANGO_SCALE;
}

/**
 * tv_chart_text_measure:
 * @style: how it is set
 * @text: UTF-8
 * @width_pt: (out): its width
 * @height_pt: (out): its height, all lines
 */
void
tv_chart_text_measure (const TvTextStyle *style, const char *text, double *width_pt,
                       double *height_pt)
{
    g_autoptr (PangoLayout) layout = tv_chart_text_new (style, text);

    tv_chart_text_get_size (layout, width_pt, height_pt);
}

/**
 * tv_chart_text_box:
 *
 * Returns: the room the text takes when it is drawn there
 */
TvRect
tv_chart_text_box (const TvTextStyle *style, const char *text, TvSpot spot, TvAnchor anchor)
{
    double width_pt, height_pt;

    tv_chart_text_measure (style, text, &width_pt, &height_pt);
    if (style->width_pt > 0)
        width_pt = style->width_pt;
    return (TvRect){ spot.x_pt - anchor.across * width_pt, spot.y_pt - anchor.down * height_pt,
                     width_pt, height_pt };
}

/**
 * tv_chart_text_draw:
 * @cr: where to draw, in points, with the colour set
 * @style: how it is set
 * @text: UTF-8
 * @spot: where the text is put
 * @anchor: which part of its box stands on the spot
 */
void
tv_chart_text_draw (cairo_t *cr, const TvTextStyle *style, const char *text, TvSpot spot,
                    TvAnchor anchor)
{
    g_autoptr (PangoLayout) layout = tv_chart_text_new (style, text);
    double width_pt, height_pt;

    tv_chart_text_get_size (layout, &width_pt, &height_pt);
    /* A text of a set width is aligned within that width already. */
    if (style->width_pt > 0)
        width_pt = style->width_pt;
    cairo_move_to (cr, spot.x_pt - anchor.across * width_pt, spot.y_pt - anchor.down * height_pt);
    pango_cairo_show_layout (cr, layout);
}

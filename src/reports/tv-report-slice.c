/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is painted together, and the text in it. */

#include "reports/tv-report-slice.h"

#include "reports/tv-report-ruler.h"
#include "reports/tv-report-style.h"

/**
 * tv_report_slice_new:
 * @space_before_pt: what parts it from the slice above
 *
 * Returns: (transfer full): a slice without items
 */
TvReportSlice *
tv_report_slice_new (double space_before_pt)
{
    TvReportSlice *self = g_new0 (TvReportSlice, 1);

    self->items = g_array_new (FALSE, FALSE, sizeof (TvReportItem));
    self->space_before_pt = space_before_pt;
    self->head = -1;
    return self;
}

void
tv_report_slice_free (TvReportSlice *self)
{
    g_array_unref (self->items);
    g_free (self);
}

/**
 * tv_report_slice_add_item:
 * @item: what is painted; its box counts from the slice's corner
 *
 * Returns: (transfer none): the item that was added, until the next one is
 */
TvReportItem *
tv_report_slice_add_item (TvReportSlice *self, const TvReportItem *item)
{
    g_array_append_val (self->items, *item);
    return &g_array_index (self->items, TvReportItem, self->items->len - 1);
}

/**
 * tv_report_slice_add_text:
 * @style: how it is set, with a width
 * @text: what lives as long as the report
 * @x_pt: its left
 * @y_pt: its top
 *
 * Makes the slice as high as the text needs.
 */
void
tv_report_slice_add_text (TvReportSlice *self, const TvTextStyle *style, const char *text,
                          double x_pt, double y_pt)
{
    TvReportItem item = {
        .kind = TV_REPORT_ITEM_TEXT,
        .box = { x_pt, y_pt, style->width_pt, 0 },
        .text = text,
        .style = *style,
    };

    item.box.height_pt = tv_report_item_text_height (&item);
    self->height_pt = MAX (self->height_pt, y_pt + item.box.height_pt);
    tv_report_slice_add_item (self, &item);
}

/**
 * tv_report_slice_add_rule:
 * @width_pt: 0 for an upright line
 * @height_pt: 0 for a level one
 */
void
tv_report_slice_add_rule (TvReportSlice *self, double x_pt, double y_pt, double width_pt,
                          double height_pt)
{
    tv_report_slice_add_item (self, &(TvReportItem){
                                        .kind = TV_REPORT_ITEM_RULE,
                                        .box = { x_pt, y_pt, width_pt, height_pt },
                                        .rule_pt = TV_REPORT_RULE_PT,
                                    });
}

static int
count_lines (const TvTextStyle *style, const char *text)
{
    g_autoptr (PangoLayout) layout = tv_chart_text_new (style, text);

    return pango_layout_get_line_count (layout);
}

/**
 * tv_report_balanced_width:
 * @style: how it is set, with the widest width allowed
 * @text: UTF-8
 *
 * Returns: a width in which the text has as few lines, but of about the same length, so that a
 *   title leaves no single word behind; the whole width where it has one line
 */
double
tv_report_balanced_width (const TvTextStyle *style, const char *text)
{
    int n_lines = tv_report_ruler_is_one_line (style, text) ? 1 : count_lines (style, text);
    TvTextStyle narrower = *style;
    double width_pt = style->width_pt;

    if (n_lines == 1)
        return width_pt;
    for (int step = 19; step >= 10; step--) {
        narrower.width_pt = style->width_pt * step / 20;
        if (count_lines (&narrower, text) > n_lines)
            break;
        width_pt = narrower.width_pt;
    }
    return width_pt;
}

/**
 * tv_report_item_layout:
 * @item: a text
 *
 * Returns: (transfer full): its lines, broken as on every other surface and thread
 */
PangoLayout *
tv_report_item_layout (const TvReportItem *item)
{
    PangoLayout *layout = tv_chart_text_new (&item->style, item->text);

    if (item->n_lines_at_most > 0) {
        pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        pango_layout_set_height (layout, -(int) item->n_lines_at_most);
    }
    return layout;
}

/**
 * tv_report_item_text_height:
 * @item: a text
 *
 * Returns: how high all its lines are, in points
 */
double
tv_report_item_text_height (const TvReportItem *item)
{
    g_autoptr (PangoLayout) layout = NULL;
    double width_pt, height_pt;

    if (tv_report_ruler_is_one_line (&item->style, item->text))
        return tv_report_ruler_line_height (&item->style);
    layout = tv_report_item_layout (item);
    tv_chart_text_get_size (layout, &width_pt, &height_pt);
    return height_pt;
}

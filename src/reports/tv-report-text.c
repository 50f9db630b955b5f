/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Running text: one slice a line, so that a page may end between any two but the first or last. */

#include "reports/tv-report-slice.h"
#include "reports/tv-report-style.h"

#define PAIR_KEY_SHARE 0.4
#define PAIR_GAP_PT 10
#define PAIR_SIZE_PT 12
#define PAIR_BEFORE_PT 2

static double
get_line_height (PangoLayoutIter *line)
{
    PangoRectangle extents;

    pango_layout_iter_get_line_extents (line, NULL, &extents);
    return (double) extents.height / PANGO_SCALE;
}

static void
add_line (TvReportFlow *self, TvReportItem item, const TvReportTextLook *look)
{
    gboolean is_first = item.first_line == 0;
    TvReportSlice *slice = tv_report_slice_new (is_first ? look->before_pt : 0);

    if (is_first && look->indent_pt > 0) {
        TvTextStyle dash = tv_report_style (look->style.size_pt, look->indent_pt, PANGO_ALIGN_LEFT);

        tv_report_slice_add_text (slice, &dash, "–", 0, 0);
    }
    slice->height_pt = item.box.height_pt;
    tv_report_slice_add_item (slice, &item);
    g_ptr_array_add (self->slices, slice);
}

static TvReportSlice *
get_slice (const TvReportFlow *self, guint index)
{
    return g_ptr_array_index (self->slices, index);
}

static void
hold_together (TvReportFlow *self, guint first, gboolean keeps_next)
{
    guint last = self->slices->len - 1;

    if (last > first) {
        get_slice (self, first)->keeps_next = TRUE;
        get_slice (self, last - 1)->keeps_next = TRUE;
    }
    if (keeps_next) {
        for (guint i = first; i <= last; i++)
            get_slice (self, i)->keeps_next = TRUE;
    }
}

/**
 * tv_report_flow_add_text:
 * @role: what it is for
 * @text: UTF-8
 */
void
tv_report_flow_add_text (TvReportFlow *self, TvReportTextRole role, const char *text)
{
    const TvReportTextLook *look = tv_report_text_look (role);
    TvReportItem item = {
        .kind = TV_REPORT_ITEM_TEXT,
        .box = { look->indent_pt, 0, self->width_pt - look->indent_pt, 0 },
        .text = g_string_chunk_insert (self->strings, text),
        .style = look->style,
        .n_lines = 1,
    };
    guint first = self->slices->len;
    PangoLayoutIter *line;
    g_autoptr (PangoLayout) layout = NULL;

    if (role == TV_REPORT_TEXT_NOTE && first > 0)
        get_slice (self, first - 1)->keeps_next = TRUE;
    item.style.width_pt = item.box.width_pt;
    if (look->style.alignment == PANGO_ALIGN_CENTER) {
        item.box.width_pt = item.style.width_pt = tv_report_balanced_width (&item.style, text);
        item.box.x_pt = (self->width_pt - item.box.width_pt) / 2;
    }
    layout = tv_report_item_layout (&item);
    line = pango_layout_get_iter (layout);
    do {
        item.box.height_pt = get_line_height (line);
        add_line (self, item, look);
        item.first_line++;
    } while (pango_layout_iter_next_line (line));
    pango_layout_iter_free (line);
    hold_together (self, first, look->keeps_next);
}

/**
 * tv_report_flow_add_pair:
 * @key: what is told
 * @value: the same of this school
 *
 * Pairs under one another stand in two columns.
 */
void
tv_report_flow_add_pair (TvReportFlow *self, const char *key, const char *value)
{
    double key_pt = self->width_pt * PAIR_KEY_SHARE - PAIR_GAP_PT;
    TvTextStyle key_style = tv_report_style (PAIR_SIZE_PT, key_pt, PANGO_ALIGN_LEFT);
    TvTextStyle value_style
        = tv_report_style (PAIR_SIZE_PT, self->width_pt - key_pt - PAIR_GAP_PT, PANGO_ALIGN_LEFT);
    TvReportSlice *slice = tv_report_slice_new (PAIR_BEFORE_PT);

    value_style.is_bold = TRUE;
    tv_report_slice_add_text (slice, &key_style, g_string_chunk_insert (self->strings, key), 0, 0);
    tv_report_slice_add_text (slice, &value_style, g_string_chunk_insert (self->strings, value),
                              key_pt + PAIR_GAP_PT, 0);
    g_ptr_array_add (self->slices, slice);
}

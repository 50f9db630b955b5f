/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How official papers look: sheet, margins, letters. */

#include "reports/tv-report-style.h"

#define LOOK(size, alignment, bold, italic, justified, before, indent, keeps)                      \
    {                                                                                              \
        { TV_REPORT_FONT, size, 0, alignment, bold, italic, justified }, before, indent, keeps     \
    }

static const TvReportTextLook looks[] = {
    [TV_REPORT_TEXT_TITLE] = LOOK (14, PANGO_ALIGN_CENTER, TRUE, FALSE, FALSE, 14, 0, TRUE),
    [TV_REPORT_TEXT_SUBTITLE] = LOOK (12, PANGO_ALIGN_CENTER, FALSE, FALSE, FALSE, 2, 0, TRUE),
    [TV_REPORT_TEXT_HEADING] = LOOK (12, PANGO_ALIGN_LEFT, TRUE, FALSE, FALSE, 14, 0, TRUE),
    [TV_REPORT_TEXT_SUBHEADING] = LOOK (12, PANGO_ALIGN_LEFT, TRUE, TRUE, FALSE, 10, 0, TRUE),
    [TV_REPORT_TEXT_BODY] = LOOK (12, PANGO_ALIGN_LEFT, FALSE, FALSE, TRUE, 5, 0, FALSE),
    [TV_REPORT_TEXT_LEAD] = LOOK (12, PANGO_ALIGN_LEFT, FALSE, FALSE, TRUE, 5, 0, TRUE),
    [TV_REPORT_TEXT_ITEM] = LOOK (11, PANGO_ALIGN_LEFT, FALSE, FALSE, TRUE, 3, 12, FALSE),
    [TV_REPORT_TEXT_NOTE] = LOOK (10, PANGO_ALIGN_LEFT, FALSE, TRUE, FALSE, 4, 0, FALSE),
};

/**
 * tv_report_sheet_init:
 * @self: (out caller-allocates): an A4 sheet
 * @is_landscape: whether it lies
 */
void
tv_report_sheet_init (TvReportSheet *self, gboolean is_landscape)
{
    if (is_landscape)
        *self = (TvReportSheet){ 297, 210, 20, 18, 20, 18 };
    else
        *self = (TvReportSheet){ 210, 297, 20, 20, 30, 18 };
    self->width_pt *= TV_POINTS_PER_MM;
    self->height_pt *= TV_POINTS_PER_MM;
    self->top_pt *= TV_POINTS_PER_MM;
    self->bottom_pt *= TV_POINTS_PER_MM;
    self->left_pt *= TV_POINTS_PER_MM;
    self->right_pt *= TV_POINTS_PER_MM;
}

/**
 * tv_report_text_look:
 *
 * Returns: (transfer none): how text of that role is set; its width is left to the sheet
 */
const TvReportTextLook *
tv_report_text_look (TvReportTextRole role)
{
    return &looks[role];
}

/**
 * tv_report_style:
 * @size_pt: the size of the letters
 * @width_pt: where lines are broken
 * @alignment: how they stand in that width
 *
 * Returns: an upright style
 */
TvTextStyle
tv_report_style (double size_pt, double width_pt, PangoAlignment alignment)
{
    return (TvTextStyle){
        .family = TV_REPORT_FONT, .size_pt = size_pt, .width_pt = width_pt, .alignment = alignment
    };
}

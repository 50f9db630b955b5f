/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the margins of every page: whose it is, its number, and that practice data are
 * practice data. */

#include "reports/tv-report-private.h"

#include <glib/gi18n.h>

#define FOOT_SIZE_PT 9
#define FOOT_ABOVE_EDGE_PT 38
#define MARK_SIZE_PT 11
#define MARK_TOP_PT 24
#define MARK_PAD_PT 3

static void
add_text (TvReport *self, GArray *page, const char *text, const TvTextStyle *style,
          const TvRect *box)
{
    TvReportItem item = {
        .kind = TV_REPORT_ITEM_TEXT,
        .box = *box,
        .text = g_string_chunk_insert_const (self->strings, text),
        .style = *style,
        .n_lines_at_most = 1,
        .slice = G_MAXUINT,
    };

    item.style.width_pt = box->width_pt;
    item.box.height_pt = tv_report_item_text_height (&item);
    g_array_append_val (page, item);
}

static void
add_foot (TvReport *self, GArray *page, guint number)
{
    double width_pt = self->sheet.width_pt - self->sheet.left_pt - self->sheet.right_pt;
    TvRect box
        = { self->sheet.left_pt, self->sheet.height_pt - FOOT_ABOVE_EDGE_PT, width_pt * 0.8, 0 };
    TvTextStyle style = tv_report_style (FOOT_SIZE_PT, 0, PANGO_ALIGN_LEFT);
    /* Translators: number of a page, and how many there are */
    g_autofree char *page_text
        = g_strdup_printf (C_ ("report", "Page %1$u of %2$u"), number + 1, self->pages->len);
    g_autofree char *what = self->owner ? g_strdup_printf ("%s · %s", self->owner, self->title)
                                        : g_strdup (self->title);
    TvReportItem rule = {
        .kind = TV_REPORT_ITEM_RULE,
        .box = { self->sheet.left_pt, box.y_pt - 3, width_pt, 0 },
        .rule_pt = TV_REPORT_RULE_PT / 2,
        .slice = G_MAXUINT,
    };

    g_array_append_val (page, rule);
    add_text (self, page, what, &style, &box);
    box.x_pt += box.width_pt;
    box.width_pt = width_pt - box.width_pt;
    style.alignment = PANGO_ALIGN_RIGHT;
    add_text (self, page, page_text, &style, &box);
    if (self->holds_personal_data) {
        style.alignment = PANGO_ALIGN_LEFT;
        style.is_italic = TRUE;
        box = (TvRect){ self->sheet.left_pt, box.y_pt + FOOT_SIZE_PT + 2, width_pt, 0 };
        add_text (self, page, _ ("Holds personal data: for those in charge only."), &style, &box);
    }
}

static void
add_practice_mark (TvReport *self, GArray *page)
{
    TvTextStyle style = tv_report_style (MARK_SIZE_PT, 0, PANGO_ALIGN_CENTER);
    const char *text = C_ ("report", "PRACTICE DATA");
    TvReportItem rule = { .kind = TV_REPORT_ITEM_RULE, .rule_pt = 1, .slice = G_MAXUINT };
    double width_pt, height_pt;
    TvRect box;

    style.is_bold = TRUE;
    tv_chart_text_measure (&style, text, &width_pt, &height_pt);
    width_pt += 6 * MARK_PAD_PT;
    box = (TvRect){ (self->sheet.width_pt - width_pt) / 2, MARK_TOP_PT, width_pt,
                    height_pt + 2 * MARK_PAD_PT };
    for (int side = 0; side < 4; side++) {
        rule.box = (TvRect){ box.x_pt + (side == 3 ? width_pt : 0),
                             box.y_pt + (side == 1 ? box.height_pt : 0), side < 2 ? width_pt : 0,
                             side < 2 ? 0 : box.height_pt };
        g_array_append_val (page, rule);
    }
    box.y_pt += MARK_PAD_PT;
    add_text (self, page, text, &style, &box);
}

/**
 * tv_report_add_margins:
 * @self: a report whose pages are known
 */
void
tv_report_add_margins (TvReport *self)
{
    for (guint i = 0; i < self->pages->len; i++) {
        GArray *page = g_ptr_array_index (self->pages, i);

        if (self->is_practice)
            add_practice_mark (self, page);
        add_foot (self, page, i);
    }
}

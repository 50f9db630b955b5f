/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of an official letter and the names under it, as decree 30/2020/NĐ-CP, appendix I, lays
 * them out: who issues at the left, the country's name and motto at the right. */

#include "reports/tv-report-slice.h"
#include "reports/tv-report-style.h"

#include <glib/gi18n.h>

#define LEFT_SHARE_LEAST 0.36
#define BETWEEN_PT 10
#define RULE_GAP_PT 2
#define SIGNATURE_ROOM_PT 48
#define SIGNATURES_BEFORE_PT 14
#define RECIPIENTS_SHARE 0.3

/* A column of centred lines, each under the one before. */
typedef struct {
    TvReportFlow *flow;
    TvReportSlice *slice;
    double x_pt;
    double y_pt;
    double width_pt;
} Column;

static const char *
get_country (void)
{
    return C_ ("letterhead", "SOCIALIST REPUBLIC OF VIET NAM");
}

static const TvReportItem *
get_last_item (const Column *self)
{
    return &g_array_index (self->slice->items, TvReportItem, self->slice->items->len - 1);
}

static void
add_line (Column *self, const char *text, double size_pt, gboolean is_bold, gboolean is_italic)
{
    TvTextStyle style = tv_report_style (size_pt, self->width_pt, PANGO_ALIGN_CENTER);

    style.is_bold = is_bold;
    style.is_italic = is_italic;
    style.width_pt = tv_report_balanced_width (&style, text);
    tv_report_slice_add_text (self->slice, &style,
                              g_string_chunk_insert (self->flow->strings, text),
                              self->x_pt + (self->width_pt - style.width_pt) / 2, self->y_pt);
    self->y_pt += get_last_item (self)->box.height_pt;
}

static double
measure_last_line (const Column *self)
{
    TvTextStyle style = get_last_item (self)->style;
    double width_pt, height_pt;

    style.width_pt = 0;
    tv_chart_text_measure (&style, get_last_item (self)->text, &width_pt, &height_pt);
    return MIN (width_pt, self->width_pt);
}

static void
add_rule (Column *self, double width_pt)
{
    self->y_pt += RULE_GAP_PT;
    tv_report_slice_add_rule (self->slice, self->x_pt + (self->width_pt - width_pt) / 2, self->y_pt,
                              width_pt, 0);
}

/* The country's name stands on one line; the school gets the room that this leaves. */
static double
choose_left_width (const TvReportFlow *flow)
{
    TvTextStyle style = tv_report_style (12, 0, PANGO_ALIGN_CENTER);
    double width_pt, height_pt;

    style.is_bold = TRUE;
    tv_chart_text_measure (&style, get_country (), &width_pt, &height_pt);
    return MAX (flow->width_pt * LEFT_SHARE_LEAST, flow->width_pt - width_pt - BETWEEN_PT);
}

static void
add_country (Column *self)
{
    add_line (self, get_country (), 12, TRUE, FALSE);
    add_line (self, C_ ("letterhead", "Independence - Freedom - Happiness"), 13, TRUE, FALSE);
    add_rule (self, measure_last_line (self));
}

static void
add_issuer (Column *self, const TvReportLetterhead *letterhead)
{
    g_autofree char *authority
        = letterhead->authority ? g_utf8_strup (letterhead->authority, -1) : NULL;
    g_autofree char *school = letterhead->school ? g_utf8_strup (letterhead->school, -1) : NULL;

    if (authority && authority[0])
        add_line (self, authority, 12, FALSE, FALSE);
    if (school && school[0]) {
        add_line (self, school, 12, TRUE, FALSE);
        add_rule (self, measure_last_line (self) / 3);
    }
}

/* Day and month as official letters write them: 05 and 02, but 5 and 11. */
static char *
write_place_and_date (const TvReportLetterhead *letterhead)
{
    g_autofree char *day_text = NULL;
    g_autofree char *month_text = NULL;
    int year, month, day;

    tv_date_get_ymd (letterhead->date, &year, &month, &day);
    day_text = g_strdup_printf ("%02d", day);
    month_text = month < 3 ? g_strdup_printf ("%02d", month) : g_strdup_printf ("%d", month);
    /* Translators: place and date of a letter: place, day, month, year in figures */
    return g_strdup_printf (C_ ("letterhead", "%1$s, %2$s/%3$s/%4$d"), letterhead->place, day_text,
                            month_text, year);
}

/**
 * tv_report_flow_add_letterhead:
 * @letterhead: who issues the paper, where and when
 */
void
tv_report_flow_add_letterhead (TvReportFlow *self, const TvReportLetterhead *letterhead)
{
    TvReportSlice *slice = tv_report_slice_new (0);
    double left_pt = choose_left_width (self);
    Column left = { self, slice, 0, 0, left_pt };
    Column right = { self, slice, left_pt, 0, self->width_pt - left_pt };

    add_issuer (&left, letterhead);
    add_country (&right);
    if (letterhead->place && letterhead->date != TV_DATE_NONE) {
        g_autofree char *text = write_place_and_date (letterhead);

        right.y_pt = MAX (right.y_pt + 6, left.y_pt - 8);
        add_line (&right, text, 12, FALSE, TRUE);
    }
    slice->height_pt = MAX (left.y_pt, right.y_pt) + TV_REPORT_RULE_PT;
    slice->keeps_next = TRUE;
    g_ptr_array_add (self->slices, slice);
}

static void
add_recipients (TvReportFlow *self, TvReportSlice *slice, const TvReportBlock *block,
                double width_pt)
{
    TvTextStyle style = tv_report_style (12, width_pt, PANGO_ALIGN_LEFT);

    style.is_bold = style.is_italic = TRUE;
    tv_report_slice_add_text (slice, &style,
                              g_string_chunk_insert (self->strings, block->recipients_title), 0, 0);
    style.is_bold = style.is_italic = FALSE;
    style.size_pt = 11;
    for (char **name = block->recipients; name && *name; name++) {
        g_autofree char *line = g_strconcat ("- ", *name, NULL);

        tv_report_slice_add_text (slice, &style, g_string_chunk_insert (self->strings, line), 0,
                                  slice->height_pt);
    }
}

static void
add_signer (Column *column, const TvReportSigner *signer)
{
    add_line (column, signer->office, 12, TRUE, FALSE);
    add_line (column, signer->note, 11, FALSE, TRUE);
    column->y_pt += SIGNATURE_ROOM_PT;
    if (signer->name && signer->name[0])
        add_line (column, signer->name, 12, TRUE, FALSE);
}

/**
 * tv_report_flow_add_signatures:
 * @block: who signs, and who gets the paper; never alone on a page
 */
void
tv_report_flow_add_signatures (TvReportFlow *self, const TvReportBlock *block)
{
    TvReportSlice *slice = tv_report_slice_new (SIGNATURES_BEFORE_PT);
    double left_pt = block->recipients_title ? self->width_pt * RECIPIENTS_SHARE : 0;
    double each_pt = (self->width_pt - left_pt) / MAX (block->n_signers, 1);

    if (self->slices->len > 0)
        ((TvReportSlice *) g_ptr_array_index (self->slices, self->slices->len - 1))->keeps_next
            = TRUE;
    if (block->recipients_title)
        add_recipients (self, slice, block, left_pt);
    for (guint i = 0; i < block->n_signers; i++) {
        Column column = { self, slice, left_pt + each_pt * i, 0, each_pt };

        add_signer (&column, &block->signers[i]);
        slice->height_pt = MAX (slice->height_pt, column.y_pt);
    }
    g_ptr_array_add (self->slices, slice);
}

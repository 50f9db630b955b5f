/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-text.h"
#include "reports/tv-report-block.h"

G_BEGIN_DECLS

typedef enum {
    TV_REPORT_ITEM_TEXT,
    TV_REPORT_ITEM_RULE, /* a line from corner to corner of its box */
    TV_REPORT_ITEM_FILL,
    TV_REPORT_ITEM_DRAWING,
} TvReportItemKind;

/* One thing to paint, and where. */
typedef struct {
    TvReportItemKind kind;
    TvRect box;
    const char *text; /* kept by the report */
    TvTextStyle style;
    guint n_lines_at_most; /* 0: as many as there are */
    guint first_line;      /* of those shown */
    guint n_lines;         /* 0: all from the first */
    double grey;           /* of a fill: 0 black, 1 white */
    double rule_pt;
    const TvReportBlock *block; /* of a drawing */
    guint slice;                /* which it came with, for reading aloud */
} TvReportItem;

/* What is never parted by the end of a page; its items count from its own top left corner. */
typedef struct {
    GArray *items; /* of TvReportItem */
    double height_pt;
    double space_before_pt; /* left out at the top of a page */
    gboolean keeps_next;    /* stays with the slice after it */
    gboolean likes_next;    /* the same, unless much of a page would stay empty */
    gboolean starts_page;
    gint head; /* index of the slice that stands above it where it begins a page, or -1 */
} TvReportSlice;

TvReportSlice *tv_report_slice_new (double space_before_pt);
void tv_report_slice_free (TvReportSlice *self);
void tv_report_slice_add_text (TvReportSlice *self, const TvTextStyle *style, const char *text,
                               double x_pt, double y_pt);
TvReportItem *tv_report_slice_add_item (TvReportSlice *self, const TvReportItem *item);
void tv_report_slice_add_rule (TvReportSlice *self, double x_pt, double y_pt, double width_pt,
                               double height_pt);

double tv_report_balanced_width (const TvTextStyle *style, const char *text);
PangoLayout *tv_report_item_layout (const TvReportItem *item);
double tv_report_item_text_height (const TvReportItem *item);

/* What laying out needs to know of the sheet. */
typedef struct {
    double width_pt; /* of the room between the margins */
    GStringChunk *strings;
    GPtrArray *slices; /* of TvReportSlice */
} TvReportFlow;

void tv_report_flow_add_table (TvReportFlow *self, const TvReportTable *table);
void tv_report_flow_add_letterhead (TvReportFlow *self, const TvReportLetterhead *letterhead);
void tv_report_flow_add_signatures (TvReportFlow *self, const TvReportBlock *block);
void tv_report_flow_add_text (TvReportFlow *self, TvReportTextRole role, const char *text);
void tv_report_flow_add_pair (TvReportFlow *self, const char *key, const char *value);

G_END_DECLS

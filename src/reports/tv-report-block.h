/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "reports/tv-report-table.h"

G_BEGIN_DECLS

/* What a piece of running text is for; its look follows. */
typedef enum {
    TV_REPORT_TEXT_TITLE,
    TV_REPORT_TEXT_SUBTITLE,
    TV_REPORT_TEXT_HEADING,
    TV_REPORT_TEXT_SUBHEADING,
    TV_REPORT_TEXT_BODY,
    TV_REPORT_TEXT_LEAD, /* stays with what it leads to */
    TV_REPORT_TEXT_ITEM, /* one of a list, behind a dash */
    TV_REPORT_TEXT_NOTE, /* smaller, belongs to what stands above it */
} TvReportTextRole;

/* The head of an official letter; each text may be NULL. */
typedef struct {
    char *authority; /* the body above the school */
    char *school;
    char *place;
    TvDate date;
} TvReportLetterhead;

/* One who signs. */
typedef struct {
    char *office; /* in capitals */
    char *note;   /* how to sign */
    char *name;   /* (nullable) */
} TvReportSigner;

typedef void (*TvReportDraw) (gconstpointer data, cairo_t *cr, double width_pt, double height_pt);

typedef enum {
    TV_REPORT_BLOCK_LETTERHEAD,
    TV_REPORT_BLOCK_TEXT,
    TV_REPORT_BLOCK_PAIR,
    TV_REPORT_BLOCK_TABLE,
    TV_REPORT_BLOCK_DRAWING,
    TV_REPORT_BLOCK_SIGNATURES,
    TV_REPORT_BLOCK_SPACE,
    TV_REPORT_BLOCK_PAGE_BREAK,
} TvReportBlockKind;

/* A part of a report, before it is put on pages. */
typedef struct {
    TvReportBlockKind kind;
    TvReportTextRole role;
    char *text; /* of a text; key of a pair; what a drawing shows, in words; name of the new page */
    char *value; /* of a pair */
    TvReportLetterhead letterhead;
    TvReportTable *table;
    double height_pt; /* of a drawing or a space */
    TvReportDraw draw;
    gpointer data;
    GDestroyNotify free_data;
    char *recipients_title; /* (nullable) beside the signatures */
    char **recipients;
    TvReportSigner *signers;
    guint n_signers;
} TvReportBlock;

void tv_report_block_free (TvReportBlock *self);

G_END_DECLS

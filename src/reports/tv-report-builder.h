/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/tv-report-block.h"
#include "reports/tv-report.h"

G_BEGIN_DECLS

/* What is true of the whole report. */
typedef struct {
    const char *title;
    const char *owner; /* (nullable) whose it is: the school, at the foot of every page */
    TvDate date;
    gboolean is_landscape;
    gboolean is_practice;
    gboolean holds_personal_data;
} TvReportProperties;

/* Takes blocks one after another; finishing lays them out on A4 pages. */
typedef struct _TvReportBuilder TvReportBuilder;

TvReportBuilder *tv_report_builder_new (const TvReportProperties *properties);
void tv_report_builder_free (TvReportBuilder *self);
void tv_report_builder_add_letterhead (TvReportBuilder *self, const TvReportLetterhead *letterhead);
void tv_report_builder_add_text (TvReportBuilder *self, TvReportTextRole role, const char *text);
void tv_report_builder_add_pair (TvReportBuilder *self, const char *key, const char *value);
void tv_report_builder_add_table (TvReportBuilder *self, TvReportTable *table);
void
tv_report_builder_add_drawing (TvReportBuilder *self, double height_pt, const char *description,
                               TvReportDraw draw, gpointer data, GDestroyNotify free_data);
void tv_report_builder_add_signatures (TvReportBuilder *self, const TvReportSigner *signers,
                                       guint n_signers, const char *recipients_title,
                                       const char *const *recipients);
void tv_report_builder_add_space (TvReportBuilder *self, double height_pt);
void tv_report_builder_add_page_break (TvReportBuilder *self, const char *name);
TvReport *tv_report_builder_finish (TvReportBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvReportBuilder, tv_report_builder_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-report-build.h"

G_BEGIN_DECLS

/* One report in the gallery: a small picture of its first page, its name, what it is for. */
#define TV_TYPE_REPORT_CARD (tv_report_card_get_type ())
G_DECLARE_FINAL_TYPE (TvReportCard, tv_report_card, TV, REPORT_CARD, GtkButton)

GtkWidget *tv_report_card_new (TvWorkspace *workspace, const TvReportKind *kind);
const TvReportKind *tv_report_card_get_kind (TvReportCard *self);
void tv_report_card_load (TvReportCard *self);

G_END_DECLS

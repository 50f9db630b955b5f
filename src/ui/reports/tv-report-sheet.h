/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "reports/tv-report.h"

G_BEGIN_DECLS

GtkWidget *tv_report_sheet_new (TvReport *report, guint page, double width_pt);

G_END_DECLS

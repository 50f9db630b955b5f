/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* A gallery of reports; one that is chosen opens as its real pages, to be printed or saved. */
#define TV_TYPE_REPORTS_PAGE (tv_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (TvReportsPage, tv_reports_page, TV, REPORTS_PAGE, GtkWidget)

GtkWidget *tv_reports_page_new (TvWorkspace *workspace);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charts/tv-growth-chart.h"
#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

void tv_growth_export_print (TvWorkspace *workspace, const char *student_uid, TvMeasure measure,
                             GtkWidget *parent);
void tv_growth_export_save (TvWorkspace *workspace, const char *student_uid, TvMeasure measure,
                            const char *name, GtkWidget *parent);
GdkTexture *tv_growth_export_draw (TvGrowthChart *chart);

G_END_DECLS

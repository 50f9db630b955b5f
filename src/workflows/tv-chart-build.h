/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charts/tv-growth-chart.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* Growth charts of one child or of a class, one a sheet, in roll order. Never changes. */
typedef struct {
    char *title;
    TvDate date;
    gboolean is_practice;
    GPtrArray *charts; /* of TvGrowthChart */
} TvChartSet;

TvChartSet *tv_chart_build (TvStore *store, TvMeasure measure, const char *student_uid,
                            const char *class_name, GError **error);
void tv_chart_build_async (TvStore *store, TvMeasure measure, const char *student_uid,
                           const char *class_name, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
TvChartSet *tv_chart_build_finish (TvStore *store, GAsyncResult *result, GError **error);
TvChartSet *tv_chart_set_ref (TvChartSet *self);
void tv_chart_set_unref (TvChartSet *self);

void tv_chart_set_get_sheet_size (double *width_pt, double *height_pt);
void tv_chart_set_draw_sheet (const TvChartSet *self, cairo_t *cr, guint sheet);
gboolean tv_chart_set_write (const TvChartSet *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvChartSet, tv_chart_set_unref)

G_END_DECLS

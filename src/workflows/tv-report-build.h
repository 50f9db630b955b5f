/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "reports/tv-report.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* A report that can be made of a record book. Label and description are not translated yet: the
 * functions below give them in the chosen language. */
typedef struct {
    const char *code; /* "annual-summary" */
    const char *label;
    const char *description;
    gboolean needs_class; /* is of one class, or of all, one after another, where none is named */
} TvReportKind;

const TvReportKind *tv_report_kinds (guint *n);
const TvReportKind *tv_report_kind_find (const char *code);
const char *tv_report_kind_label (const TvReportKind *self);
const char *tv_report_kind_description (const TvReportKind *self);

/* @class_name NULL: the whole school, or every class. @round_code NULL: the latest regular round.
 */
TvReport *tv_report_build (TvStore *store, const char *kind, const char *class_name,
                           const char *round_code, GError **error);
void tv_report_build_async (TvStore *store, const char *kind, const char *class_name,
                            const char *round_code, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
TvReport *tv_report_build_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS

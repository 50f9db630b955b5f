/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

/* What is carried out of the book. */
typedef enum {
    TV_EXPORT_LIST,
    TV_EXPORT_REPORT,
    TV_EXPORT_CHART,
    TV_EXPORT_BACKUP,
    TV_EXPORT_HISTORY,
    TV_EXPORT_TRANSFER, /* a child's whole record, for another school */
} TvExport;

gboolean tv_export_log (TvStore *store, TvExport what, const char *student_uid, GError **error);
void
tv_export_log_async (TvStore *store, TvExport what, const char *student_uid,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_export_log_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

/* Kinds of change sets that say what was looked at or carried out of the book. Those of exports
 * begin with "export-". */
#define TV_ACCESS_OPEN_BOOK "open-book"
#define TV_ACCESS_OPEN_RECORD "open-record"
#define TV_ACCESS_EXPORT_LIST "export-list"
#define TV_ACCESS_EXPORT_REPORT "export-report"
#define TV_ACCESS_EXPORT_CHART "export-chart"
#define TV_ACCESS_EXPORT_BACKUP "export-backup"
#define TV_ACCESS_EXPORT_TRANSFER "export-transfer"
/* Those of what opens the book begin with "protect-"; the reason is who it was about. */
#define TV_ACCESS_PROTECT_BOOK "protect-book"
#define TV_ACCESS_PROTECT_OFF "protect-off"
#define TV_ACCESS_PROTECT_CODE "protect-code"
#define TV_ACCESS_PROTECT_PASSWORD "protect-password"
#define TV_ACCESS_PROTECT_PASSWORD_OFF "protect-password-off"

/* As a condition on change_set h, and on n: it wrote nothing that could be taken back, and stands
 * in nobody's way who takes something else back. */
#define TV_IS_ACCESS                                                                               \
    "(h.kind = 'open-book' OR h.kind = 'open-record' OR h.kind LIKE 'export-%'"                    \
    " OR h.kind LIKE 'protect-%')"
#define TV_IS_LATER_ACCESS                                                                         \
    "(n.kind = 'open-book' OR n.kind = 'open-record' OR n.kind LIKE 'export-%'"                    \
    " OR n.kind LIKE 'protect-%')"

gboolean tv_access_is_kind (const char *kind);

gboolean tv_store_log_access (TvStore *self, const char *what, gint64 student_id,
                              const char *reason, GError **error);
void tv_store_log_access_async (TvStore *self, const char *what, gint64 student_id,
                                const char *reason, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_store_log_access_finish (TvStore *self, GAsyncResult *result, GError **error);

gboolean tv_store_request_records (TvStore *self, const char *reason, GError **error);
void tv_store_request_records_async (TvStore *self, const char *reason, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_store_request_records_finish (TvStore *self, GAsyncResult *result, GError **error);

G_END_DECLS

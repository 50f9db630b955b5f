/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Copies of a protected book that were made before it was protected. */
void
tv_plain_copies_list_async (const char *folder, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *tv_plain_copies_list_finish (GAsyncResult *result, GError **error);
void
tv_plain_copies_delete_async (const char *folder, GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_plain_copies_delete_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TV_FILE_DIGEST_SIZE 32

gboolean tv_file_digest (const char *path, guint64 n_bytes, guint8 digest[TV_FILE_DIGEST_SIZE],
                         GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tv_platform_can_write (const char *path);
gboolean tv_platform_sync (const char *path);
char *tv_platform_machine_name (void);
char *tv_platform_real_path (const char *path);
char *tv_platform_file_system (const char *path);
void tv_platform_forbid_core_dumps (void);
void tv_platform_confine (gsize n_bytes, guint n_seconds);
int tv_platform_open_bytes (GBytes *bytes, GError **error);

G_END_DECLS

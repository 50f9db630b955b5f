/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tv_platform_can_write (const char *path);
char *tv_platform_machine_name (void);

G_END_DECLS

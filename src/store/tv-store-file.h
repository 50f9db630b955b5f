/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tv_store_file_set_error (GError **error, const char *path, int number);
gboolean tv_store_file_make_folder (const char *path, GError **error);
gboolean tv_store_file_make_private (const char *path, GError **error);
char *tv_store_file_read_small (const char *path, gsize most, gsize *size, GError **error);
gboolean tv_store_file_replace (const char *path, const char *bytes, gsize size, GError **error);
gboolean tv_store_file_take_place (const char *from, const char *to, GError **error);
gboolean tv_store_file_move (const char *from, const char *to, GError **error);

G_END_DECLS

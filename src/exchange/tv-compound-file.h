/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GByteArray *tv_compound_file_read (GBytes *bytes, const char *const *names, GError **error);

G_END_DECLS

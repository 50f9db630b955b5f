/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tv_text_encoding_decode (GBytes *bytes, gsize *size, GError **error);

G_END_DECLS

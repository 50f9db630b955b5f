/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-xml-part.h"

G_BEGIN_DECLS

gboolean tv_ods_text_read (TvXmlPart *part, GString *text, char **style, GError **error);
gboolean tv_ods_text_skip (TvXmlPart *part, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* LibreOffice writes a style for each look that a cell has; this many styles and fonts are read. */
#define TV_ODS_MAX_STYLES 100000

/* What the styles of an OpenDocument table say of fonts, and of which sheets are out of sight. */
typedef struct _TvOdsStyles TvOdsStyles;

TvOdsStyles *tv_ods_styles_new (void);
void tv_ods_styles_free (TvOdsStyles *self);
gboolean tv_ods_styles_read (TvOdsStyles *self, GBytes *bytes, GError **error);
const char *tv_ods_styles_get_font (TvOdsStyles *self, const char *family, const char *style);
gboolean tv_ods_styles_is_hidden (TvOdsStyles *self, const char *table_style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvOdsStyles, tv_ods_styles_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

char *tv_row_json_write (TvStatement *statement);
gboolean tv_row_json_still_says (const char *now, const char *then);

/* Texts of the fields live as long as the row. */
typedef struct _TvRowJson TvRowJson;

TvRowJson *tv_row_json_read (const char *json, GError **error);
void tv_row_json_free (TvRowJson *self);
const TvField *tv_row_json_fields (TvRowJson *self, guint *n_fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRowJson, tv_row_json_free)

G_END_DECLS

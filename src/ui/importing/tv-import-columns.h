/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workflows/tv-import-reading.h"

G_BEGIN_DECLS

GPtrArray *tv_import_columns_fill (AdwPreferencesGroup *group, TvImportPlan *plan,
                                   GCallback changed, gpointer user_data);

G_END_DECLS

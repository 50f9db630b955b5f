/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-import.h"

G_BEGIN_DECLS

/* One row of an import plan as the list shows it: a set of texts that do not change. */
#define TV_TYPE_IMPORT_ITEM (tv_import_item_get_type ())
G_DECLARE_FINAL_TYPE (TvImportItem, tv_import_item, TV, IMPORT_ITEM, GObject)

TvImportItem *tv_import_item_new (TvImportPlan *plan, guint index);
guint tv_import_item_get_index (TvImportItem *self);
TvImportVerdict tv_import_item_get_verdict (TvImportItem *self);
gboolean tv_import_item_has_remarks (TvImportItem *self);

G_END_DECLS

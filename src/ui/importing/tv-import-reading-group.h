/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workflows/tv-import-reading.h"

G_BEGIN_DECLS

/* In which encoding a file is read and in which order its dates, where there is a choice, with
 * names before and after. Emits "changed" when the plan was read in another way. */
#define TV_TYPE_IMPORT_READING_GROUP (tv_import_reading_group_get_type ())
G_DECLARE_FINAL_TYPE (TvImportReadingGroup, tv_import_reading_group, TV, IMPORT_READING_GROUP,
                      AdwPreferencesGroup)

void tv_import_reading_group_set_plan (TvImportReadingGroup *self, TvImportPlan *plan);

G_END_DECLS

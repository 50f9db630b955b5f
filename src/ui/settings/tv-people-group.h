/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* Those who act in the book, in the preferences. Signals: "saved"; "failed" (GError). */
#define TV_TYPE_PEOPLE_GROUP (tv_people_group_get_type ())
G_DECLARE_FINAL_TYPE (TvPeopleGroup, tv_people_group, TV, PEOPLE_GROUP, AdwPreferencesGroup)

void tv_people_group_set_workspace (TvPeopleGroup *self, TvWorkspace *workspace);
void tv_people_group_reload (TvPeopleGroup *self);

G_END_DECLS

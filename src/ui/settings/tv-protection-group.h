/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* Whether the book is encrypted, and the ways there and back, in the preferences.
 * Signals: "changed": the book is protected now, or no longer; "told" (sentence); "failed"
 * (GError). */
#define TV_TYPE_PROTECTION_GROUP (tv_protection_group_get_type ())
G_DECLARE_FINAL_TYPE (TvProtectionGroup, tv_protection_group, TV, PROTECTION_GROUP,
                      AdwPreferencesGroup)

void tv_protection_group_set_workspace (TvProtectionGroup *self, TvWorkspace *workspace);

G_END_DECLS

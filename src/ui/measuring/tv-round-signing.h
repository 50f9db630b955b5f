/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* What is still open in the chosen round, how well it was measured, and signing it off.
 * Signals: "left"; "child-wanted" (gint64 class_id, gint64 student_id): its line of the sheet. */
#define TV_TYPE_ROUND_SIGNING (tv_round_signing_get_type ())
G_DECLARE_FINAL_TYPE (TvRoundSigning, tv_round_signing, TV, ROUND_SIGNING, GtkWidget)

void tv_round_signing_set_workspace (TvRoundSigning *self, TvWorkspace *workspace);
void tv_round_signing_enter (TvRoundSigning *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* File, columns, plan, done: the four steps from a school's spreadsheet into the record book. */
#define TV_TYPE_IMPORT_ASSISTANT (tv_import_assistant_get_type ())
G_DECLARE_FINAL_TYPE (TvImportAssistant, tv_import_assistant, TV, IMPORT_ASSISTANT, AdwWindow)

void tv_import_assistant_present (TvWorkspace *workspace, GtkWindow *parent, const char *path);
void
tv_import_assistant_present_for_year (TvWorkspace *workspace, GtkWindow *parent, int first_year);

G_END_DECLS

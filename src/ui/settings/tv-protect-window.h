/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "records/tv-person.h"
#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* Leads from a plain book to a protected one, or, in a protected book, to a new recovery code.
 * Signals: "done": the book is protected, or has its new code; "failed" (GError). */
#define TV_TYPE_PROTECT_WINDOW (tv_protect_window_get_type ())
G_DECLARE_FINAL_TYPE (TvProtectWindow, tv_protect_window, TV, PROTECT_WINDOW, AdwWindow)

TvProtectWindow *
tv_protect_window_new (GtkWindow *parent, TvWorkspace *workspace, TvPerson *person);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-import.h"

G_BEGIN_DECLS

/* The rows of an import plan: what happens with each, and the remarks on the chosen one with a
 * field to put it right. Signal: "corrected", after a row was. */
#define TV_TYPE_IMPORT_PLAN_VIEW (tv_import_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (TvImportPlanView, tv_import_plan_view, TV, IMPORT_PLAN_VIEW, GtkWidget)

void tv_import_plan_view_set_plan (TvImportPlanView *self, TvImportPlan *plan);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

#define TV_TYPE_MEASURING_PAGE (tv_measuring_page_get_type ())
G_DECLARE_FINAL_TYPE (TvMeasuringPage, tv_measuring_page, TV, MEASURING_PAGE, GtkWidget)

GtkWidget *tv_measuring_page_new (TvWorkspace *workspace);

G_END_DECLS

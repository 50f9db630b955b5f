/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

#define TV_TYPE_STUDENTS_PAGE (tv_students_page_get_type ())
G_DECLARE_FINAL_TYPE (TvStudentsPage, tv_students_page, TV, STUDENTS_PAGE, GtkWidget)

GtkWidget *tv_students_page_new (TvWorkspace *workspace);

G_END_DECLS

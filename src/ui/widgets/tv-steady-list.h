/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list in which the focus moves without choosing. */
void tv_steady_list_append (GtkListBox *list, GtkWidget *row);
void tv_steady_list_choose (GtkListBox *list, GtkListBoxRow *row);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tv_roster_columns_add (GtkColumnView *view, gboolean is_kindergarten);
void tv_roster_columns_set_compact (GtkColumnView *view, gboolean is_compact);

G_END_DECLS

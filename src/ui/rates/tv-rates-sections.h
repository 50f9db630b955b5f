/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tv_rates_sections_add (GtkStack *sections);
guint tv_rates_sections_get_n (void);
GtkWidget *tv_rates_sections_get (GtkStack *sections, guint index);
void tv_rates_sections_lay_out (GtkStack *sections, GtkWidget *section);

G_END_DECLS

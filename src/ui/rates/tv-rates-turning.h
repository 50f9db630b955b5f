/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From one part of the rates page to the next. */
void tv_rates_turning_add_keys (GtkWidget *page, GtkStack *sections);
void
tv_rates_turning_show_button (GtkWidget *switcher, GtkStack *sections, GtkAdjustment *adjustment);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a boxed list: an icon, words, and a value at the end; an arrow where it leads
 * somewhere. */
#define TV_TYPE_FACT_ROW (tv_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (TvFactRow, tv_fact_row, TV, FACT_ROW, GtkListBoxRow)

GtkWidget *tv_fact_row_new (const char *icon_name, const char *title);
void tv_fact_row_set_subtitle (TvFactRow *self, const char *subtitle);
void tv_fact_row_set_value (TvFactRow *self, const char *value);
void tv_fact_row_set_fraction (TvFactRow *self, double fraction);
void tv_fact_row_set_leads_on (TvFactRow *self, gboolean leads_on);

G_END_DECLS

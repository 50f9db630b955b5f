/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The choices at the head of the page. */
typedef enum {
    TV_RATES_CHOICE_NONE = 0,
    TV_RATES_CHOICE_POPULATION = 1 << 0,
    TV_RATES_CHOICE_INDICATOR = 1 << 1,
    TV_RATES_CHOICE_SPLIT = 1 << 2,
    TV_RATES_CHOICE_INTERVAL = 1 << 3,
    TV_RATES_CHOICE_ALL = 15,
} TvRatesChoices;

void tv_rates_sections_add (GtkStack *sections);
TvRatesChoices tv_rates_sections_get_choices (GtkStack *sections);

G_END_DECLS

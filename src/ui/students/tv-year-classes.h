/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workflows/tv-year-turn.h"

G_BEGIN_DECLS

/* Where each class of the year that ends goes, the last day of those who leave, and what becomes of
 * the class teachers' right. Signals: "changed": something was decided; "year-chosen" (gint64
 * year_id): another year is to end. */
#define TV_TYPE_YEAR_CLASSES (tv_year_classes_get_type ())
G_DECLARE_FINAL_TYPE (TvYearClasses, tv_year_classes, TV, YEAR_CLASSES, AdwBin)

void tv_year_classes_show (TvYearClasses *self, TvYearTurn *turn, GPtrArray *years, TvDate today);

G_END_DECLS

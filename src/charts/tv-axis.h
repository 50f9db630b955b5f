/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* WHO's month, as its tables count age. */
#define TV_DAYS_PER_MONTH 30.4375
#define TV_DAYS_PER_YEAR (12 * TV_DAYS_PER_MONTH)

/* A mark on an axis. */
typedef struct {
    double value;       /* in the axis's own unit */
    double position_pt; /* on the sheet; filled by the layout */
    gboolean is_strong; /* carries a number or begins a year */
    char *label;        /* NULL: a mark without words */
} TvTick;

double tv_axis_nice_step (double span, guint n_most);
int tv_axis_step_decimals (double step);
GArray *tv_axis_ticks_new (void);
GArray *tv_axis_number_ticks (double first, double last, guint n_most);
GArray *tv_axis_month_ticks (double first_days, double last_days, int step_months);
GArray *tv_axis_year_ticks (double first_days, double last_days, int step_years);
int tv_axis_month_step (double first_days, double last_days, double width_pt, double label_pt);
int tv_axis_year_step (double first_days, double last_days, double width_pt, double label_pt);

G_END_DECLS

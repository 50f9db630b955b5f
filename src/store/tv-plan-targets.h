/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-target.h"

G_BEGIN_DECLS

/* The rows of the 2026 plan as data/reference/plan-targets-2026.csv gives them, made into an array
 * when the program is built; a new book starts with them. */
const TvTarget *tv_plan_targets_2026 (guint *n_targets);

G_END_DECLS

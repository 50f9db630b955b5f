/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

int tv_due_interval_months (TvDate birth_date, TvDate last_day);
TvDate tv_due_date (TvDate birth_date, TvDate last_day, TvDate first_day);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

/* A moment is kept as text in UTC, YYYY-MM-DDTHH:MM:SS.mmmZ, and shown in the machine's time zone.
 */

char *tv_moment_to_text (const char *time_utc);
TvDate tv_moment_day (const char *time_utc);
char *tv_moment_of_day (TvDate day);

G_END_DECLS

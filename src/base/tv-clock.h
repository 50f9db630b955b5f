/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

/* Where the time comes from: the machine's own clock, or a made-up one for practice and tests. */
typedef struct _TvClock TvClock;

TvClock *tv_clock_new_system (void);
TvClock *tv_clock_new_fixed (TvDate today);
TvClock *tv_clock_ref (TvClock *self);
void tv_clock_unref (TvClock *self);

TvDate tv_clock_today (TvClock *self);
gint64 tv_clock_now_us (TvClock *self);
char *tv_clock_now_utc (TvClock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvClock, tv_clock_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-clock.h"

G_BEGIN_DECLS

gboolean tv_sign_in_guard_lets_try (const char *folder, TvClock *clock, GError **error);
void tv_sign_in_guard_note (const char *folder, TvClock *clock, gboolean was_right);

G_END_DECLS

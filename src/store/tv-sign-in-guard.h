/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-clock.h"
#include "base/tv-secret.h"

G_BEGIN_DECLS

gboolean tv_sign_in_guard_lets_try (const char *folder, TvClock *clock, GError **error);
void tv_sign_in_guard_note (const char *folder, TvClock *clock, gboolean was_right);

TvSecret *tv_sign_in_guard_find_key (const char *folder, TvClock *clock, const char *person_uid,
                                     const TvSecret *secret, GError **error);

G_END_DECLS

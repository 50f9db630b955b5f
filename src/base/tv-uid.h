/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-clock.h"

G_BEGIN_DECLS

char *tv_uid_new (TvClock *clock, GRand *random);

G_END_DECLS

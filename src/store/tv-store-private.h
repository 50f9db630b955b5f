/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-book-lock.h"
#include "store/tv-connection.h"

G_BEGIN_DECLS

/* Starts the threads of an open book. */
TvStore *tv_store_new (const char *folder, TvBookLock *lock, TvConnection *writer,
                       TvConnection *reader, const GError *refusal, TvClock *clock, GRand *random);

G_END_DECLS

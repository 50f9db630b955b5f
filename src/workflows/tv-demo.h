/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-clock.h"
#include "records/tv-school.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

#define TV_DEMO_DEFAULT_STUDENTS 240
#define TV_DEMO_MAX_STUDENTS 200000

/* Which practice school to make; the same options on the same day give the same book. */
typedef struct {
    guint n_students; /* who sit in it today, 1 to TV_DEMO_MAX_STUDENTS */
    guint32 seed;
    TvLevel level;
} TvDemoOptions;

/* How far it is, 0 to 1, and what is being done, in a sentence. */
typedef void (*TvDemoProgress) (double fraction, const char *sentence, gpointer user_data);

TvStore *tv_demo_create (const char *folder, const TvDemoOptions *options, TvClock *clock,
                         TvDemoProgress progress, gpointer progress_data, GCancellable *cancellable,
                         GError **error);
void
tv_demo_create_async (const char *folder, const TvDemoOptions *options, TvClock *clock,
                      TvDemoProgress progress, gpointer progress_data, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data);
TvStore *tv_demo_create_finish (GAsyncResult *result, GError **error);

G_END_DECLS

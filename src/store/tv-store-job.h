/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

/* What a thread of the store is given to do, and what came of it. */
typedef struct {
    TvReadWork read;
    TvWriteWork write; /* NULL: it reads */
    char *kind;
    gpointer input;
    GDestroyNotify free_input;
    GDestroyNotify free_result;
    GCancellable *cancellable;
    gint64 actor_id;

    gpointer result;
    GError *error;

    GTask *task; /* NULL: somebody waits */
    GMutex mutex;
    GCond cond;
    gboolean is_done;
} TvJob;

TvJob *tv_job_new (gpointer input, GDestroyNotify free_input, GDestroyNotify free_result,
                   GCancellable *cancellable);
void tv_job_drop_result (TvJob *self);
void tv_job_answer (TvJob *self);
gpointer tv_job_wait (TvJob *self, gboolean *is_good, GError **error);

G_END_DECLS

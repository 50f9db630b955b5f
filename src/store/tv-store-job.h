/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

/* Work on a connection outside of a transaction. */
typedef gpointer (*TvBareWork) (TvConnection *connection, gpointer input, GError **error);

/* What a thread of the store is given to do, and what came of it. */
typedef struct {
    TvReadWork read;
    TvWriteWork write;      /* NULL: it reads */
    TvBareWork bare;        /* NULL: it is in a transaction */
    gboolean is_on_writer;  /* of bare work: which connection it is on */
    gboolean is_signing_in; /* it is done before anybody has signed in */
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

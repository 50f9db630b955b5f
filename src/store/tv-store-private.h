/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-book-lock.h"
#include "store/tv-connection.h"
#include "store/tv-store-job.h"

G_BEGIN_DECLS

struct _TvStore {
    GObject parent_instance;

    char *folder;
    GError *refusal;            /* why nothing can be written; NULL: it can */
    GPtrArray *former_refusals; /* whoever asked for one may still be looking at it */
    TvClock *clock;
    GRand *random; /* NULL: the machine's own source */
    TvBookLock *lock;
    TvConnection *writer; /* NULL where nothing can be written */
    TvConnection *reader;
    GMutex changing;      /* one thread at a time opens or closes the connections */
    gboolean is_closed;   /* for good */
    GMutex mutex;         /* over the pools: a worker may ask while the book is being closed */
    GThreadPool *writing; /* NULL once it is closed */
    GThreadPool *reading;
    GMainContext *context; /* where "changed" is emitted */
    gint64 actor_id;       /* 0: nobody signed in; where no key is, that is the first nurse */
    TvPerson *person;      /* who signed in; NULL: nobody did */
    TvSecret *key;         /* NULL: the file is not encrypted, or the book is locked */
    gboolean is_protected; /* its file is encrypted */
    gint is_locked;        /* atomic: its threads are stopped until somebody signs in */
};

/* Starts the threads of an open book. */
TvStore *tv_store_new (const char *folder, TvBookLock *lock, TvConnection *writer,
                       TvConnection *reader, const GError *refusal, TvClock *clock, GRand *random);

/* Who acts in every change from now on; see tv_store_sign_in(). */
void tv_store_set_actor (TvStore *self, gint64 person_id);
void tv_store_set_refusal (TvStore *self, const GError *refusal);
void tv_store_push (TvStore *self, TvJob *job);
void tv_store_take_key (TvStore *self);
TvSecret *tv_store_get_key (TvStore *self);
void tv_store_start_threads (TvStore *self);
void tv_store_stop_threads (TvStore *self);
void tv_store_notify_changed (TvStore *self, guint topics);

TvConnection *tv_store_open_connections (const char *folder, TvBookLock *lock, TvSecret *key,
                                         TvConnection **writer, GError **refusal, GError **error);

G_END_DECLS

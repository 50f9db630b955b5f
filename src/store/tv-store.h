/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-clock.h"
#include "base/tv-secret.h"
#include "records/tv-person.h"
#include "records/tv-school.h"

G_BEGIN_DECLS

/* An open record book: a folder with its data base, one thread that writes and one that reads. */
#define TV_TYPE_STORE (tv_store_get_type ())
G_DECLARE_FINAL_TYPE (TvStore, tv_store, TV, STORE, GObject)

/* A connection as the reading work gets it; what a topic file of this folder reads from. */
typedef struct _TvConnection TvConnection;

/* A change set under way: one transaction, one entry in the history for each record it touches. */
typedef struct _TvChange TvChange;

/* What a change touched; the argument of the signal "changed" (TvStore *, guint topics), which is
 * emitted in the main context that opened the book, after the commit. */
typedef enum {
    TV_TOPIC_SCHOOL = 1 << 0,
    TV_TOPIC_CLASSES = 1 << 1,
    TV_TOPIC_STUDENTS = 1 << 2,
    TV_TOPIC_ROUNDS = 1 << 3,
    TV_TOPIC_MEASUREMENTS = 1 << 4,
    TV_TOPIC_TARGETS = 1 << 5,
    TV_TOPIC_SETTINGS = 1 << 6,
    TV_TOPIC_PEOPLE = 1 << 7,
    TV_TOPIC_ACCESS = 1 << 8, /* somebody opened or exported personal data */
} TvTopics;

/* Work on the reading thread. Returns the result, or NULL with @error set. */
typedef gpointer (*TvReadWork) (TvConnection *connection, gpointer input, GCancellable *cancellable,
                                GError **error);

/* Work on the writing thread, inside a transaction: committed when it returns TRUE, undone whole
 * when it returns FALSE. @result may be set to what the caller is to get. */
typedef gboolean (*TvWriteWork) (TvChange *change, gpointer input, gpointer *result,
                                 GCancellable *cancellable, GError **error);

TvStore *
tv_store_create (const char *folder, const TvSchool *school, TvClock *clock, GError **error);
TvStore *tv_store_create_seeded (const char *folder, const TvSchool *school, TvClock *clock,
                                 guint32 seed, GError **error);
TvStore *tv_store_open (const char *folder, TvClock *clock, GError **error);
TvStore *tv_store_open_with_key (const char *folder, TvSecret *key, TvClock *clock, GError **error);
gboolean tv_store_exists (const char *folder);

/* Whether the engine under the books can encrypt them. */
gboolean tv_engine_encrypts (void);
char *tv_engine_encryption_version (void);
void tv_store_close (TvStore *self);
void tv_store_lock (TvStore *self);
gboolean tv_store_unlock (TvStore *self, TvSecret *key, GError **error);
gboolean tv_store_is_locked (TvStore *self);
gboolean tv_store_is_protected (TvStore *self);

const char *tv_store_folder (TvStore *self);
gboolean tv_store_is_read_only (TvStore *self);
gboolean tv_store_try_writing (TvStore *self, GError **error);
const GError *tv_store_get_refusal (TvStore *self);
TvClock *tv_store_clock (TvStore *self);

void tv_store_read_async (TvStore *self, TvReadWork work, gpointer input, GDestroyNotify free_input,
                          GDestroyNotify free_result, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
gpointer tv_store_read_finish (TvStore *self, GAsyncResult *result, GError **error);
gpointer tv_store_read (TvStore *self, TvReadWork work, gpointer input, GError **error);

/* @kind: a code for the history such as "import", "measure", "edit-student", "practice". */
void
tv_store_write_async (TvStore *self, const char *kind, TvWriteWork work, gpointer input,
                      GDestroyNotify free_input, GDestroyNotify free_result,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer tv_store_write_finish (TvStore *self, GAsyncResult *result, GError **error);
gboolean tv_store_write (TvStore *self, const char *kind, TvWriteWork work, gpointer input,
                         gpointer *result, GError **error);

G_END_DECLS

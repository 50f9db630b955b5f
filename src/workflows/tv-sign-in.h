/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-key-ring.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* One line of the sign-in list of a protected book, or of a protected backup. */
typedef struct {
    char *person_uid;
    char *label; /* such as "School nurse"; the book itself cannot be read yet */
} TvSignInName;

GPtrArray *tv_sign_in_names (TvKeyRing *ring);
void tv_sign_in_list_async (const char *folder, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *tv_sign_in_list_wait (const char *folder, GError **error);
GPtrArray *tv_sign_in_list_finish (GAsyncResult *result, GError **error);

/* Who signs in, and where: in a book that is not open yet, or in one that is locked. */
typedef struct {
    const char *folder;
    TvStore *locked_store; /* NULL: the book is opened */
    const char *person_uid;
    TvSecret *password;
} TvSignIn;

void tv_sign_in_async (const TvSignIn *sign_in, TvClock *clock, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data);
void tv_sign_in_with_code_async (const TvSignIn *sign_in, const char *recovery_code, TvClock *clock,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
TvStore *tv_sign_in_finish (GAsyncResult *result, GError **error);
TvStore *tv_sign_in_wait (const TvSignIn *sign_in, TvClock *clock, GError **error);

void tv_sign_in_lock_async (TvStore *store, GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_sign_in_lock_finish (GAsyncResult *result, GError **error);
void
tv_sign_in_unlock_plain_async (TvStore *store, GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_sign_in_unlock_plain_finish (GAsyncResult *result, GError **error);

G_END_DECLS

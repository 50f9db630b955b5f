/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

gboolean tv_protection_is_possible (void);
char *tv_protection_describe (void);
const char *tv_protection_find_weakness (const char *password);
TvSecret *tv_protection_new_code (void);

/* How many letters there are between the dashes of a recovery code. */
#define TV_PROTECTION_CODE_GROUP 5

gboolean tv_protection_code_ends_with (TvSecret *code, const char *typed_group);

/* How far it has come, from 0 to 1; called in the main context from which it was started. */
typedef void (*TvProtectionProgress) (double fraction, gpointer user_data);

/* Who is the first to have a password. */
typedef struct {
    const char *person_uid;
    const char *label; /* in the sign-in list, readable for everybody */
    TvSecret *password;
} TvPasswordOf;

void tv_protection_protect_async (TvStore *store, const TvPasswordOf *first, TvSecret *code,
                                  TvProtectionProgress progress, gpointer progress_data,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
void tv_protection_remove_async (TvStore *store, TvSecret *present, TvProtectionProgress progress,
                                 gpointer progress_data, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
void tv_protection_set_password_async (TvStore *store, const TvPasswordOf *of, TvSecret *present,
                                       GAsyncReadyCallback callback, gpointer user_data);
void tv_protection_drop_password_async (TvStore *store, const char *person_uid,
                                        GAsyncReadyCallback callback, gpointer user_data);
void tv_protection_set_code_async (TvStore *store, TvSecret *code, TvSecret *present,
                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_protection_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS

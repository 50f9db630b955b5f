/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-secret.h"

G_BEGIN_DECLS

#define TV_KEY_WRAP_SALT_SIZE 16
#define TV_KEY_WRAP_NONCE_SIZE 24
#define TV_KEY_WRAP_TAG_SIZE 16
#define TV_KEY_SIZE 32

/* How much work it is to try one password: passes over so much memory. */
typedef struct {
    guint passes;     /* 1 to 16 */
    guint memory_kib; /* 8 KiB to 1 GiB */
} TvKeyWrapCost;

/* A key made unreadable by a password. */
typedef struct {
    TvKeyWrapCost cost;
    guint8 salt[TV_KEY_WRAP_SALT_SIZE];
    guint8 nonce[TV_KEY_WRAP_NONCE_SIZE];
    guint8 sealed[TV_KEY_SIZE + TV_KEY_WRAP_TAG_SIZE];
} TvKeyWrap;

TvKeyWrapCost tv_key_wrap_cost_for_people (void);
gboolean tv_key_wrap_cost_is_bearable (TvKeyWrapCost cost);

gboolean tv_key_wrap_seal (TvKeyWrap *self, const TvSecret *key, const TvSecret *password,
                           TvKeyWrapCost cost, const char *context);
TvSecret *tv_key_wrap_open (const TvKeyWrap *self, const TvSecret *password, const char *context);

G_END_DECLS

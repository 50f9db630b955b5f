/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-key-wrap.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The keys of a protected book: its one key, wrapped for each person who may sign in and once for
 * the recovery code. It is the file "people" beside the book. It does not change. */
typedef struct _TvKeyRing TvKeyRing;

/* Somebody on the ring, as the sign-in list shows them before anything can be read. */
typedef struct {
    const char *person_uid;
    const char *label;
} TvKeyHolder;

/* A ring without anybody on it, for a book that is about to be protected. */
TvKeyRing *tv_key_ring_new (void);
TvKeyRing *tv_key_ring_ref (TvKeyRing *self);
void tv_key_ring_unref (TvKeyRing *self);

gboolean tv_key_ring_exists (const char *folder);
TvKeyRing *tv_key_ring_read (const char *folder, GError **error);
gboolean tv_key_ring_write (TvKeyRing *self, const char *folder, GError **error);
TvKeyRing *tv_key_ring_parse (const char *text, gsize size, GError **error);
char *tv_key_ring_print (TvKeyRing *self);

const TvKeyHolder *tv_key_ring_holders (TvKeyRing *self, guint *n_holders);
gboolean tv_key_ring_has_recovery (TvKeyRing *self);

TvKeyRing *tv_key_ring_with_person (TvKeyRing *self, const TvSecret *key, const char *person_uid,
                                    const char *label, const TvSecret *password, TvKeyWrapCost cost,
                                    GError **error);
TvKeyRing *tv_key_ring_without_person (TvKeyRing *self, const char *person_uid);
TvKeyRing *tv_key_ring_with_recovery (TvKeyRing *self, const TvSecret *key, const TvSecret *code,
                                      TvKeyWrapCost cost, GError **error);

TvSecret *tv_key_ring_open (TvKeyRing *self, const char *person_uid, const TvSecret *password,
                            GError **error);
TvSecret *tv_key_ring_recover (TvKeyRing *self, const TvSecret *code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvKeyRing, tv_key_ring_unref)

G_END_DECLS

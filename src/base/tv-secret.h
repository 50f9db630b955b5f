/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key or a password in memory of its own: never swapped out where the system lets us, fenced by
 * pages that cannot be touched, wiped when nobody holds it any more. It does not change. */
typedef struct _TvSecret TvSecret;

TvSecret *tv_secret_new (gconstpointer bytes, gsize size);
TvSecret *tv_secret_new_text (const char *text);
TvSecret *tv_secret_new_random (gsize size);
TvSecret *tv_secret_ref (TvSecret *self);
void tv_secret_unref (TvSecret *self);

gconstpointer tv_secret_bytes (const TvSecret *self);
const char *tv_secret_text (const TvSecret *self);
gsize tv_secret_size (const TvSecret *self);
gboolean tv_secret_equal (const TvSecret *one, const TvSecret *other);

void tv_secret_wipe (gpointer bytes, gsize size);
void tv_secret_free_text (char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSecret, tv_secret_unref)

G_END_DECLS

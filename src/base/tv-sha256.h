/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SHA-256 under way. GLib has one, too; this one asks the processor, which does it in a quarter of
 * the time, and the history digests every record that is written. */
typedef struct _TvSha256 TvSha256;

TvSha256 *tv_sha256_new (void);
void tv_sha256_free (TvSha256 *self);
void tv_sha256_add (TvSha256 *self, gconstpointer bytes, gsize size);
char *tv_sha256_end (TvSha256 *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSha256, tv_sha256_free)

G_END_DECLS

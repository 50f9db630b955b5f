/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much is ever unpacked: of one part, and of all parts of a file together. */
#define TV_ZIP_MAX_PART_BYTES (64 * 1024 * 1024)
#define TV_ZIP_MAX_BYTES (200 * 1024 * 1024)
#define TV_ZIP_MAX_PARTS 10000

/* The text parts of a zipped document, unpacked, by their lower-case paths. */
typedef struct _TvZipParts TvZipParts;

TvZipParts *tv_zip_parts_read (GBytes *bytes, GCancellable *cancellable, GError **error);
void tv_zip_parts_free (TvZipParts *self);
GBytes *tv_zip_parts_get (TvZipParts *self, const char *path);
gboolean tv_zip_parts_has (TvZipParts *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvZipParts, tv_zip_parts_free)

G_END_DECLS

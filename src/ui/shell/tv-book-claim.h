/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The word on the session bus that this program has a book open, or is about to. */
typedef struct _TvBookClaim TvBookClaim;

/* Asked in the main context, when the same book is opened a second time; @startup_id lets the
 * window come to the front. Returns whether there is a window to show. */
typedef gboolean (*TvBookClaimShow) (const char *startup_id, gpointer user_data);

void tv_book_claim_take_async (const char *folder, const char *startup_id, TvBookClaimShow show,
                               gpointer show_data, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
TvBookClaim *tv_book_claim_take_finish (GAsyncResult *result);
void tv_book_claim_free (TvBookClaim *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBookClaim, tv_book_claim_free)

G_END_DECLS

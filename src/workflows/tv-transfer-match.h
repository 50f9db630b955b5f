/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-transfer.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* Which child of this book a record from another school is about, and which of its measurements
 * are in the book. */
typedef struct {
    TvStudent *known;        /* (nullable) */
    gboolean is_sure;        /* known by uid or number */
    GPtrArray *measurements; /* of TvMeasurement: all that the book has of the child */
} TvTransferMatch;

gboolean tv_transfer_match_find (TvTransferMatch *self, TvConnection *connection,
                                 const TvTransfer *transfer, GError **error);
gboolean tv_transfer_match_take (TvTransferMatch *self, TvConnection *connection, gint64 student_id,
                                 GError **error);
gboolean tv_transfer_match_has (const TvTransferMatch *self, const TvMeasurement *measurement);
void tv_transfer_match_clear (TvTransferMatch *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TvTransferMatch, tv_transfer_match_clear)

G_END_DECLS

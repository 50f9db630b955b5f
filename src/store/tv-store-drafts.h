/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-draft.h"
#include "store/tv-connection.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

GPtrArray *tv_store_list_drafts (TvConnection *connection, gint64 person_id, GError **error);
GPtrArray *
tv_store_list_drafts_of_round (TvConnection *connection, gint64 round_id, GError **error);
gboolean tv_store_put_draft (TvChange *change, const TvDraft *draft, GError **error);
gboolean tv_store_drop_draft (TvChange *change, gint64 round_id, gint64 student_id,
                              TvQuantity quantity, GError **error);

G_END_DECLS

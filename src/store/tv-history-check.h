/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-book-trouble.h"
#include "store/tv-record-states.h"

G_BEGIN_DECLS

gboolean tv_history_check (TvConnection *connection, TvBookCheck *check, TvRecordStates *states,
                           GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/tv-sha256.h"

G_BEGIN_DECLS

char *tv_history_digest_values (const char *salt, const char *old_json, const char *new_json);
TvSha256 *tv_history_link_new (const char *previous, const char *uid, gint64 person_id,
                               const char *time_utc, const char *kind, gint64 undo_of);
void tv_history_link_add (TvSha256 *link, const char *table, gint64 record_id,
                          const char *record_uid, const char *action, const char *digest);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-person.h"
#include "store/tv-right.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* Rights in one number, for what is open to whoever has any of them. */
#define TV_RIGHT_BIT(right) (1u << (right))

/* Something is written with each of these. */
#define TV_RIGHTS_TO_WRITE                                                                         \
    (TV_RIGHT_BIT (TV_RIGHT_MEASURE) | TV_RIGHT_BIT (TV_RIGHT_EDIT_BOOK)                           \
     | TV_RIGHT_BIT (TV_RIGHT_SIGN_OFF) | TV_RIGHT_BIT (TV_RIGHT_MANAGE_PEOPLE))

gboolean tv_rights_has (TvStore *store, TvRight right);
gboolean tv_rights_has_any (TvStore *store, guint rights);
TvPerson *tv_rights_get_person (TvStore *store);
gint64 tv_rights_own_class (TvStore *store);

gboolean tv_rights_hide_names (TvStore *store);
guint tv_rights_shown_seconds (void);
void tv_rights_request_records_async (TvStore *store, const char *reason,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_rights_request_records_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-person.h"
#include "records/tv-school.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* Who acts in a book, and with what. Never changes. */
typedef struct {
    GPtrArray *people;       /* of TvPerson, those who act today first */
    GPtrArray *classes;      /* of TvClass: those of the year, for a class teacher */
    GHashTable *with_secret; /* uids of those with a password */
    TvPerson *actor;         /* who is signed in; in a plain book its nurse */
    TvDate today;
    gboolean is_protected;
    gboolean may_manage;    /* who is signed in looks after people */
    gboolean may_unprotect; /* and may take the protection off */
} TvPeople;

void tv_people_load_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
TvPeople *tv_people_load_finish (TvStore *store, GAsyncResult *result, GError **error);
TvPeople *tv_people_ref (TvPeople *self);
void tv_people_unref (TvPeople *self);

gboolean tv_people_has_password (TvPeople *self, const TvPerson *person);
char *tv_people_describe (TvPeople *self, const TvPerson *person);
const char *tv_people_find_fault (const TvPerson *person);

void tv_people_save_async (TvStore *store, const TvPerson *person, GAsyncReadyCallback callback,
                           gpointer user_data);
void tv_people_end_async (TvStore *store, const TvPerson *person, GAsyncReadyCallback callback,
                          gpointer user_data);
void tv_people_bring_back_async (TvStore *store, const TvPerson *person,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_people_save_finish (TvStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPeople, tv_people_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-clock.h"
#include "records/tv-round.h"
#include "records/tv-school.h"
#include "store/tv-store.h"
#include "workflows/tv-demo.h"

G_BEGIN_DECLS

char *tv_record_book_practice_folder (void);
char *tv_record_book_new_folder (const char *school_name);

TvStore *
tv_record_book_create (const char *folder, const TvSchool *school, TvClock *clock, GError **error);
void
tv_record_book_create_async (const char *folder, const TvSchool *school, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
void tv_record_book_open_async (const char *folder, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
void tv_record_book_open_practice_async (TvDemoProgress progress, gpointer progress_data,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
TvStore *tv_record_book_finish (GAsyncResult *result, GError **error);
void tv_record_book_try_writing_async (TvStore *store, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_record_book_try_writing_finish (GAsyncResult *result, GError **error);

/* What stands on the cover: whose book it is, which years and rounds it holds. Never changes. */
typedef struct {
    TvSchool *school;
    GPtrArray *years;  /* of TvSchoolYear, the newest first */
    GPtrArray *rounds; /* of TvRound, all years, the newest first */
} TvBookCover;

TvBookCover *tv_book_cover_read (TvStore *store, GError **error);
void tv_book_cover_read_async (TvStore *store, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
TvBookCover *tv_book_cover_read_finish (TvStore *store, GAsyncResult *result, GError **error);
TvBookCover *tv_book_cover_ref (TvBookCover *self);
void tv_book_cover_unref (TvBookCover *self);
TvSchoolYear *tv_book_cover_pick_year (TvBookCover *self, gint64 year_id, TvDate today);
TvRound *tv_book_cover_pick_round (TvBookCover *self, gint64 year_id, gint64 round_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBookCover, tv_book_cover_unref)

G_END_DECLS

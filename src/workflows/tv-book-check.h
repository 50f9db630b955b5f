/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/tv-clock.h"
#include "store/tv-store-check.h"

G_BEGIN_DECLS

/* What the examination of a record book came to, in the chosen language. */
typedef struct {
    gboolean is_sound;
    GPtrArray *lines; /* of char *, what was counted and then each trouble */
} TvBookReport;

TvBookReport *tv_book_check (const char *folder, TvClock *clock, GError **error);
TvBookReport *tv_book_check_open (TvStore *store, GError **error);
TvBookReport *tv_book_report_new (const TvBookCheck *found);
void tv_book_report_free (TvBookReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBookReport, tv_book_report_free)

G_END_DECLS

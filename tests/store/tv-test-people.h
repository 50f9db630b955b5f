/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tv-test-book.h"

G_BEGIN_DECLS

/* Somebody of each role in a test book; the teacher's class is 3A. */
typedef struct {
    char *uids[4]; /* by TvRole */
    gint64 ids[4];
} TvTestPeople;

TvTestPeople *tv_test_people_new (TvTestBook *book);
void tv_test_people_free (TvTestPeople *self);
void tv_test_people_sign_in (TvTestPeople *self, TvTestBook *book, TvRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvTestPeople, tv_test_people_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tests/store/tv-test-result.h"

#include "store/tv-change.h"

G_BEGIN_DECLS

#define TV_FIXTURE_N_STUDENTS 3

/* A kindergarten with one school year, two classes, three children in the first of them and two
 * rounds: in the first everybody was measured. Today is 20 November 2026. */
typedef struct {
    TvStore *store;
    char *folder;
    gint64 year_id;
    gint64 class_id;
    gint64 other_class_id;
    gint64 first_round_id;
    gint64 round_id;
    gint64 student_ids[TV_FIXTURE_N_STUDENTS];
    gint64 enrolment_ids[TV_FIXTURE_N_STUDENTS];
} TvClassFixture;

void tv_class_fixture_set_up (TvClassFixture *self, gconstpointer data);
void tv_class_fixture_tear_down (TvClassFixture *self, gconstpointer data);
void tv_class_fixture_undo (TvClassFixture *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-year-proposal.h"

G_BEGIN_DECLS

/* What a person decides about a year that turns: begun as the proposal says, corrected class by
 * class and child by child, and written at once. */
typedef struct _TvYearTurn TvYearTurn;

/* What was written. */
typedef struct {
    gint64 year_id; /* the new year */
    guint n_classes_new;
    guint n_gone_on;
    guint n_stayed_down; /* of those */
    guint n_left;
    guint n_teachers; /* whose right went on with their class */
} TvYearTurned;

TvYearTurn *tv_year_turn_new (TvYearProposal *proposal);
void tv_year_turn_free (TvYearTurn *self);
TvYearProposal *tv_year_turn_get_proposal (TvYearTurn *self);

void
tv_year_turn_set_class (TvYearTurn *self, guint class_index, TvYearFate fate, const char *name);
const TvYearPromotion *tv_year_turn_get_class (TvYearTurn *self, guint class_index);
void tv_year_turn_set_child (TvYearTurn *self, const TvYearChild *child, TvYearFate fate);
TvYearFate tv_year_turn_get_child (TvYearTurn *self, const TvYearChild *child);
gboolean tv_year_turn_is_exception (TvYearTurn *self, const TvYearChild *child);
void tv_year_turn_set_last_day (TvYearTurn *self, TvDate last_day);
TvDate tv_year_turn_get_last_day (TvYearTurn *self);
void tv_year_turn_set_teachers_follow (TvYearTurn *self, gboolean do_follow);

char *tv_year_turn_find_fault (TvYearTurn *self);

void tv_year_turn_write_async (TvYearTurn *self, TvStore *store, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_year_turn_write_finish (TvStore *store, GAsyncResult *result, TvYearTurned *turned,
                                    GError **error);
char *tv_year_turned_sentence (const TvYearTurned *turned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvYearTurn, tv_year_turn_free)

G_END_DECLS

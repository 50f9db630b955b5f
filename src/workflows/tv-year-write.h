/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-year-groups.h"

G_BEGIN_DECLS

/* What is to be written, as it stood when it was asked for. */
typedef struct {
    TvYearProposal *proposal;
    GPtrArray *groups;     /* of TvYearGroup */
    GHashTable *stayers;   /* of the children who stay down, TvYearChild */
    GPtrArray *promotions; /* of TvYearPromotion, one for each class of the proposal */
    TvDate last_day;
    gboolean do_teachers_follow;
} TvYearWriting;

void tv_year_writing_free (gpointer data);
gboolean tv_year_write (TvChange *change, gpointer input, gpointer *result,
                        GCancellable *cancellable, GError **error);

G_END_DECLS

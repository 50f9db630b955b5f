/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-rate.h"

G_BEGIN_DECLS

/* The same children in two rounds, by what they were and are. */
typedef struct {
    guint n_stayed;    /* cases both times */
    guint n_new;       /* a case now, none before */
    guint n_recovered; /* a case before, none now */
    guint n_never;
    TvRate before; /* of all these children */
    TvRate now;
    TvRate recovery;     /* of those who were cases before */
    double change;       /* now less before, in percentage points; NAN without children */
    double change_lower; /* of its 95 % interval for the same children measured twice */
    double change_upper;
} TvTransition;

void tv_transition_add (TvTransition *self, gboolean was_case, gboolean is_case);
void tv_transition_close (TvTransition *self);
char **tv_transition_sentences (const TvTransition *self);

G_END_DECLS

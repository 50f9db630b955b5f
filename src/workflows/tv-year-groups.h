/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-year-turn.h"

G_BEGIN_DECLS

/* Children who go the same way. */
typedef struct {
    TvYearFate fate;     /* goes on (who stays down too), finishes, moves, stops or waits */
    char *name;          /* of the class of the new year; NULL unless they go on */
    int grade;           /* of that class */
    gboolean is_there;   /* the new year has that class already */
    GPtrArray *children; /* of TvYearChild, by name; owned by the proposal */
} TvYearGroup;

GPtrArray *tv_year_groups_list (TvYearTurn *self);

G_END_DECLS

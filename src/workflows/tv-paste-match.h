/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-measuring-sheet.h"

G_BEGIN_DECLS

#define TV_PASTE_NOBODY (-1)
#define TV_PASTE_MAX_NEAR 3

/* What a pasted line says of whom it is about. */
typedef struct {
    const char *name;  /* cleaned; NULL or "" where there is none */
    TvDate birth_date; /* TV_DATE_NONE where there is none */
    int roll_number;   /* 0 where there is none */
} TvPasteWho;

/* Whom it is about, of the rows of a sheet. */
typedef struct {
    int child;          /* which row, TV_PASTE_NOBODY where nobody or not one alone can be told */
    gboolean is_unsure; /* somebody should look before the values are taken */
    char *remark;       /* (nullable) one sentence */
    int near[TV_PASTE_MAX_NEAR]; /* who may be meant instead */
    guint n_near;
} TvPasteMatch;

/* The names of a class, ready to be looked for. */
typedef struct _TvPasteNames TvPasteNames;

TvPasteNames *tv_paste_names_new (const TvMeasuringSheet *sheet);
void tv_paste_names_free (TvPasteNames *self);
void tv_paste_names_find (const TvPasteNames *self, const TvPasteWho *who, TvPasteMatch *match);
gboolean tv_paste_names_is_called (const TvPasteNames *self, int child, const char *name);
void tv_paste_match_clear (TvPasteMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPasteNames, tv_paste_names_free)

G_END_DECLS

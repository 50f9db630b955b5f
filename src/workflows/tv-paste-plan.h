/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-measuring.h"
#include "workflows/tv-paste-columns.h"
#include "workflows/tv-paste-match.h"

G_BEGIN_DECLS

/* How it is told which line is about which child. */
typedef enum {
    TV_PASTE_BY_ORDER, /* the first line is the child at the cursor, and so on down the sheet */
    TV_PASTE_BY_NAME,  /* or by roll number, where there are no names */
} TvPasteMode;

/* What a line can bring for a child. */
typedef enum {
    TV_PASTE_PART_WEIGHT, /* as TV_QUANTITY_WEIGHT */
    TV_PASTE_PART_HEIGHT, /* as TV_QUANTITY_HEIGHT */
    TV_PASTE_PART_STATE,  /* that it was absent and the like */
    TV_PASTE_N_PARTS,
} TvPastePartKind;

typedef enum {
    TV_PASTE_NOTHING, /* an empty cell */
    TV_PASTE_NEW,
    TV_PASTE_OTHER, /* another value stands in the book */
    TV_PASTE_SAME,  /* as what stands in the book */
    TV_PASTE_REFUSED,
} TvPasteNews;

typedef struct {
    TvPasteNews news;
    gboolean is_taken; /* only of what is new or other */
    TvTypedValue typed;
    TvMeasurementState state; /* of the part for states */
    char *text;               /* as it was pasted */
    char *old_text;           /* what stands in the book, "" where nothing does */
} TvPastePart;

/* What becomes of a line; the worst that can be said of it. */
typedef enum {
    TV_PASTE_ROW_EMPTY,
    TV_PASTE_ROW_SAME,
    TV_PASTE_ROW_ENTERED,
    TV_PASTE_ROW_REPLACES, /* what stands in the book */
    TV_PASTE_ROW_KEPT,     /* what stands in the book stays */
    TV_PASTE_ROW_NOT_TAKEN,
    TV_PASTE_ROW_QUESTION, /* is taken, and will be asked about */
    TV_PASTE_ROW_REFUSED,
    TV_PASTE_ROW_NOBODY,
    TV_PASTE_ROW_BEYOND, /* the sheet has no more children */
    TV_PASTE_ROW_N_VERDICTS,
} TvPasteVerdict;

/* One line of the block. */
typedef struct {
    guint line; /* from 1, headers counted */
    char *name; /* as it was pasted, "" where there is none */
    TvPasteMatch match;
    TvPastePart parts[TV_PASTE_N_PARTS];
    char *note;         /* (nullable) what is to be said beside what the values say */
    GPtrArray *remarks; /* of char *: sentences */
    TvPasteVerdict verdict;
} TvPasteRow;

/* What pasting a block would do. Nothing here reads or writes a book. */
typedef struct {
    TvMeasuringSheet *sheet;
    TvSession *session;
    TvPasteTable *table;
    TvPasteColumns columns;
    TvPasteMode mode;
    guint start;        /* the row of the sheet the cursor is in */
    gboolean replaces;  /* whether other values are ticked from the start */
    GPtrArray *rows;    /* of TvPasteRow */
    GHashTable *chosen; /* line, and the row of the sheet somebody chose for it */
} TvPastePlan;

TvPastePlan *tv_paste_plan_new (const char *text, TvMeasuringSheet *sheet, TvSession *session,
                                guint start, TvQuantity cursor, GError **error);
void tv_paste_plan_free (TvPastePlan *self);
void tv_paste_plan_set_mode (TvPastePlan *self, TvPasteMode mode);
void tv_paste_plan_set_field (TvPastePlan *self, guint column, TvPasteField field);
void tv_paste_plan_set_replaces (TvPastePlan *self, gboolean replaces);
void tv_paste_plan_choose_child (TvPastePlan *self, guint row, int child);
gboolean tv_paste_plan_take (TvPastePlan *self, guint row, TvPastePartKind part, gboolean is_taken);
const TvPasteRow *tv_paste_plan_row (const TvPastePlan *self, guint row);
const TvMeasuringRow *tv_paste_plan_child (const TvPastePlan *self, int child);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPastePlan, tv_paste_plan_free)

G_END_DECLS

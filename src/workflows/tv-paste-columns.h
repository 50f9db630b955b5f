/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-paste-table.h"

G_BEGIN_DECLS

/* What a pasted column can mean. */
typedef enum {
    TV_PASTE_WEIGHT,
    TV_PASTE_HEIGHT,
    TV_PASTE_ROLL_NUMBER,
    TV_PASTE_NAME,
    TV_PASTE_FAMILY_NAME, /* where the name stands in two columns */
    TV_PASTE_GIVEN_NAME,
    TV_PASTE_BIRTH_DATE,
    TV_PASTE_NOTES, /* only for who was absent and the like */
    TV_PASTE_UNUSED,
    TV_PASTE_N_FIELDS,
} TvPasteField;

/* What each column of a pasted block means. */
typedef struct {
    TvPasteField fields[TV_PASTE_MAX_COLUMNS];
    guint n_columns;
    guint n_header_lines;
    gboolean is_doubtful; /* the values alone do not tell which are weights and which heights */
} TvPasteColumns;

void tv_paste_columns_guess (TvPasteColumns *self, const TvPasteTable *table,
                             const TvMeasuringSheet *sheet, TvQuantity cursor, TvDate today);
void tv_paste_columns_set (TvPasteColumns *self, guint column, TvPasteField field);
int tv_paste_columns_find (const TvPasteColumns *self, TvPasteField field);
gboolean tv_paste_columns_has_names (const TvPasteColumns *self);
const char *tv_paste_field_label (TvPasteField field);

G_END_DECLS

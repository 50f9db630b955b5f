/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-date.h"
#include "exchange/tv-list-field.h"
#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

/* How long the name of a layout is. */
#define TV_COLUMN_MAP_LAYOUT_LENGTH 16

/* A header cell and what it was taken for. */
typedef struct {
    guint column;
    char *header;
    TvListField field;
    TvDateColumn dates; /* where it is one of dates */
    gboolean is_chosen; /* what it is, a person has said */
} TvColumn;

/* What the columns under one header row mean. */
typedef struct _TvColumnMap TvColumnMap;

TvColumnMap *tv_column_map_find (TvSheet *sheet, guint row, GHashTable *choices);
void tv_column_map_set_dates (TvColumnMap *self, guint index, const TvDateColumn *dates);
TvColumnMap *tv_column_map_ref (TvColumnMap *self);
void tv_column_map_unref (TvColumnMap *self);
const char *tv_column_map_get_layout (TvColumnMap *self);
guint tv_column_map_get_n_header_rows (TvColumnMap *self);
const TvColumn *tv_column_map_get_columns (TvColumnMap *self, guint *n_columns);
gboolean tv_column_map_has (TvColumnMap *self, TvListField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvColumnMap, tv_column_map_unref)

G_END_DECLS

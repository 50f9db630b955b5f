/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-column-map.h"

G_BEGIN_DECLS

typedef enum {
    TV_LIST_LINE_CHILD,
    TV_LIST_LINE_TOTAL,
    TV_LIST_LINE_SIGNATURE,
    TV_LIST_LINE_NUMBERING, /* (1) (2) (3) … under a header */
    TV_LIST_LINE_OTHER,
} TvListLineKind;

/* A row under a header, its cells sorted by what their columns mean. */
typedef struct {
    char *texts[TV_LIST_N_FIELDS];
    guint columns[TV_LIST_N_FIELDS];
    char *first_text; /* of the row, wherever it stands */
    guint n_cells;
    gboolean is_all_numbers;
} TvListLine;

TvListLine *tv_list_line_new (TvSheet *sheet, guint row, TvColumnMap *map);
void tv_list_line_free (TvListLine *self);
TvListLineKind tv_list_line_weigh (const TvListLine *self, gboolean follows_child);
gboolean tv_list_line_is_title (const TvListLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvListLine, tv_list_line_free)

G_END_DECLS

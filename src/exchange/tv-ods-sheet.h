/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-ods-styles.h"
#include "exchange/tv-sheet-builder.h"
#include "exchange/tv-xml-part.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many cells of a file may stand there as a count alone: as many as a school's largest list has
 * altogether. */
#define TV_ODS_MAX_REPEATED_CELLS 200000

/* What the sheets of a file share. */
typedef struct {
    TvOdsStyles *styles;
    TvSheetBudget budget;
    guint n_repeated; /* cells that may still be made of a count */
    GCancellable *cancellable;
} TvOdsContext;

TvSheet *tv_ods_sheet_read (TvXmlPart *part, TvOdsContext *context, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-ods-styles.h"
#include "exchange/tv-sheet-builder.h"
#include "exchange/tv-xml-part.h"

#include <gio/gio.h>

G_BEGIN_DECLS

TvSheet *tv_ods_sheet_read (TvXmlPart *part, TvOdsStyles *styles, TvSheetBudget *budget,
                            GCancellable *cancellable, GError **error);

G_END_DECLS

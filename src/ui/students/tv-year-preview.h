/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workflows/tv-year-turn.h"

G_BEGIN_DECLS

/* What would be written: the classes of the new year with how many sit in them, and who leaves. The
 * names unfold. */
#define TV_TYPE_YEAR_PREVIEW (tv_year_preview_get_type ())
G_DECLARE_FINAL_TYPE (TvYearPreview, tv_year_preview, TV, YEAR_PREVIEW, AdwBin)

void tv_year_preview_show (TvYearPreview *self, TvYearTurn *turn);

G_END_DECLS

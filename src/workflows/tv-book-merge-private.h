/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-book-merge.h"

G_BEGIN_DECLS

TvMergePreview *tv_merge_preview_new (const TvMergePlan *plan, TvConnection *ours,
                                      TvConnection *theirs, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

char **tv_rates_list_next_rounds (TvWorkspace *workspace, guint n_at_most);

G_END_DECLS

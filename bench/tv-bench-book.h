/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-demo.h"

G_BEGIN_DECLS

void tv_bench_make_book (const char *folder, guint n_students, guint n_rounds);

G_END_DECLS

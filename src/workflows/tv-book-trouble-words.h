/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-book-trouble.h"

G_BEGIN_DECLS

char *tv_book_trouble_sentence (const TvBookTrouble *trouble);
char *tv_book_trouble_more_sentence (guint64 n_more);

G_END_DECLS

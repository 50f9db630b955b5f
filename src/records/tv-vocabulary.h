/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words an enumeration is written with in files and in the record book. */
typedef const char *const *TvVocabulary;

const char *tv_vocabulary_code (TvVocabulary words, int value);
gboolean tv_vocabulary_parse (TvVocabulary words, const char *code, int *value);

G_END_DECLS

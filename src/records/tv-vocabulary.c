/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Enumerations are written as words, never as numbers, so that a book can be read without us. */

#include "records/tv-vocabulary.h"

#include <string.h>

/**
 * tv_vocabulary_code:
 * @words: the words, in the order of the values, with a final NULL
 * @value: one of the values
 *
 * Returns: its word
 */
const char *
tv_vocabulary_code (TvVocabulary words, int value)
{
    g_return_val_if_fail (value >= 0 && value < (int) g_strv_length ((char **) words), words[0]);
    return words[value];
}

/**
 * tv_vocabulary_parse:
 * @words: the words
 * @code: (nullable): what was read
 * @value: (out): which value it is
 *
 * Returns: whether it is one of the words
 */
gboolean
tv_vocabulary_parse (TvVocabulary words, const char *code, int *value)
{
    for (int i = 0; code && words[i]; i++) {
        if (strcmp (words[i], code) == 0) {
            *value = i;
            return TRUE;
        }
    }
    return FALSE;
}

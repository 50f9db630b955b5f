/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many slips of a typing hand part two names. */

#include "base/tv-text-distance.h"

#include <string.h>

#define MAX_LETTERS 80

/* One row of the table of distances: row[j] is that from the first i letters of a to the first j
 * of b. Two rows back are kept for letters that changed places. */
static guint
fill_row (const char *a, gsize i, const char *b, gsize n_b, guint rows[3][MAX_LETTERS + 1])
{
    const guint *before = rows[(i + 2) % 3], *two_before = rows[(i + 1) % 3];
    guint *row = rows[i % 3], least;

    row[0] = least = (guint) i;
    for (gsize j = 1; j <= n_b; j++) {
        row[j] = MIN (before[j - 1] + (a[i - 1] != b[j - 1]), MIN (before[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], two_before[j - 2] + 1);
        least = MIN (least, row[j]);
    }
    return least;
}

/**
 * tv_text_distance:
 * @a: a text from tv_text_fold()
 * @b: another
 * @most: where to stop counting
 *
 * The distance of Damerau and Levenshtein, in which no part is edited twice: a letter too many,
 * missing, another, or two neighbours that changed places, each counts as one.
 *
 * Returns: how many slips part the two; @most + 1 where there are more, or where one of them is
 *   longer than 80 letters
 */
guint
tv_text_distance (const char *a, const char *b, guint most)
{
    gsize n_a = strlen (a), n_b = strlen (b);
    guint rows[3][MAX_LETTERS + 1];

    if (n_a > MAX_LETTERS || n_b > MAX_LETTERS || (n_a > n_b ? n_a - n_b : n_b - n_a) > most)
        return most + 1;
    for (gsize j = 0; j <= n_b; j++)
        rows[0][j] = (guint) j;
    for (gsize i = 1; i <= n_a; i++) {
        if (fill_row (a, i, b, n_b, rows) > most)
            return most + 1;
    }
    return MIN (rows[n_a % 3][n_b], most + 1);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be wrong in a record book. */

#include "store/tv-book-trouble.h"

static void
free_trouble (gpointer data)
{
    TvBookTrouble *self = data;

    g_free (self->table);
    g_free (self->detail);
    g_free (self);
}

TvBookCheck *
tv_book_check_new (void)
{
    TvBookCheck *self = g_new0 (TvBookCheck, 1);

    self->troubles = g_ptr_array_new_with_free_func (free_trouble);
    return self;
}

void
tv_book_check_free (TvBookCheck *self)
{
    g_ptr_array_unref (self->troubles);
    g_free (self);
}

/**
 * tv_book_check_add:
 * @self: an examination under way
 * @kind: of trouble
 * @table: (nullable): see #TvBookTroubleKind
 * @id: see #TvBookTroubleKind, 0 where there is none
 * @detail: (nullable): see #TvBookTroubleKind
 */
void
tv_book_check_add (TvBookCheck *self, TvBookTroubleKind kind, const char *table, gint64 id,
                   const char *detail)
{
    TvBookTrouble *trouble;

    if (++self->n_of_kind[kind] > TV_BOOK_TROUBLE_MAX_OF_A_KIND)
        return;
    trouble = g_new0 (TvBookTrouble, 1);
    trouble->kind = kind;
    trouble->id = id;
    /* A damaged file gives bytes that are no text. */
    trouble->table = g_utf8_make_valid (table ? table : "", -1);
    trouble->detail = g_utf8_make_valid (detail ? detail : "", -1);
    g_ptr_array_add (self->troubles, trouble);
}

/**
 * tv_book_check_count:
 *
 * Returns: how many things are wrong, told or only counted
 */
guint64
tv_book_check_count (const TvBookCheck *self)
{
    guint64 n = 0;

    for (guint i = 0; i < TV_BOOK_TROUBLE_N_KINDS; i++)
        n += self->n_of_kind[i];
    return n;
}

/**
 * tv_book_trouble_code:
 *
 * Returns: (transfer none): the kind for logs and tests
 */
const char *
tv_book_trouble_code (TvBookTroubleKind kind)
{
    static const char *const codes[] = {
        [TV_BOOK_TROUBLE_FILE] = "file",           [TV_BOOK_TROUBLE_LAYOUT] = "layout",
        [TV_BOOK_TROUBLE_VERSION] = "version",     [TV_BOOK_TROUBLE_REFERENCE] = "reference",
        [TV_BOOK_TROUBLE_NUMBERING] = "numbering", [TV_BOOK_TROUBLE_CHAIN] = "chain",
        [TV_BOOK_TROUBLE_ENTRY] = "entry",         [TV_BOOK_TROUBLE_VALUE] = "value",
        [TV_BOOK_TROUBLE_GONE] = "gone",           [TV_BOOK_TROUBLE_UNHEARD_OF] = "unheard-of",
    };

    return codes[kind];
}

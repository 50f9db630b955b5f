/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the old Vietnamese encodings in a workbook, cell by cell, since one file may have several:
 * old lists grow by what is copied into them. */

#include "exchange/tv-workbook-charset.h"

#include <string.h>

/* So many cells that leave no doubt, or more than there are in Unicode, make an old encoding worth
 * believing: one foreign name does not. */
static const guint MIN_CELLS = 3;

/* How many cells leave no doubt, by encoding. Those that a font tells are not among them. */
typedef struct {
    guint n[TV_CHARSET_N];
} Votes;

/* What a sheet's cells say together. */
typedef struct {
    TvSheet *sheet;
    Votes votes;
    GHashTable *columns; /* number of a column to its Votes */
} Poll;

static void
free_poll (gpointer data)
{
    Poll *poll = data;

    g_hash_table_unref (poll->columns);
    g_free (poll);
}

static gboolean
is_in_old_font (const TvCell *cell)
{
    gboolean is_capital;

    return tv_charset_of_font (cell->font, &is_capital) != TV_CHARSET_UNICODE;
}

static Votes *
get_votes (Poll *poll, guint column)
{
    Votes *votes = g_hash_table_lookup (poll->columns, GUINT_TO_POINTER (column));

    if (!votes) {
        votes = g_new0 (Votes, 1);
        g_hash_table_insert (poll->columns, GUINT_TO_POINTER (column), votes);
    }
    return votes;
}

/* Only texts that are not the same in every encoding. */
static gboolean
is_in_question (const TvCell *cell)
{
    if (cell->kind != TV_CELL_TEXT)
        return FALSE;
    for (const char *p = cell->text; *p; p++) {
        if ((guchar) *p >= 0x80)
            return TRUE;
    }
    return FALSE;
}

static gboolean
sheet_has_choice (TvSheet *sheet)
{
    for (guint row = 0; row < tv_sheet_get_n_rows (sheet); row++) {
        guint n_cells;
        const TvCell *cells = tv_sheet_get_cells (sheet, row, &n_cells);

        for (guint i = 0; i < n_cells; i++) {
            if (is_in_question (&cells[i])
                && (is_in_old_font (&cells[i]) || tv_charset_is_needed (cells[i].text)))
                return TRUE;
        }
    }
    return FALSE;
}

static Poll *
poll_sheet (TvSheet *sheet, Votes *all)
{
    Poll *poll = g_new0 (Poll, 1);

    poll->sheet = sheet;
    poll->columns = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    for (guint row = 0; row < tv_sheet_get_n_rows (sheet); row++) {
        guint n_cells;
        const TvCell *cells = tv_sheet_get_cells (sheet, row, &n_cells);

        for (guint i = 0; i < n_cells; i++) {
            TvCharset charset = TV_CHARSET_UNICODE;
            TvCharsetFit fit;

            if (!is_in_question (&cells[i]) || is_in_old_font (&cells[i]))
                continue;
            tv_charset_fit (cells[i].text, &fit);
            if (!tv_charset_fit_tells (&fit, &charset))
                continue;
            get_votes (poll, cells[i].column)->n[charset]++;
            poll->votes.n[charset]++;
            all->n[charset]++;
        }
    }
    return poll;
}

/* The old encoding of a place where nothing is in Unicode. */
static TvCharset
find_common (const Votes *votes)
{
    guint best = TV_CHARSET_UNICODE;

    for (guint i = 0; i < TV_CHARSET_N; i++) {
        if (votes->n[i] > votes->n[best])
            best = i;
    }
    return votes->n[TV_CHARSET_UNICODE] == 0 ? (TvCharset) best : TV_CHARSET_UNICODE;
}

static gboolean
is_silent (const Votes *votes)
{
    for (guint i = 0; i < TV_CHARSET_N; i++) {
        if (votes->n[i] > 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
is_believed (const Votes *all, TvCharset charset)
{
    return charset == TV_CHARSET_UNICODE || all->n[charset] >= MIN_CELLS
           || all->n[charset] > all->n[TV_CHARSET_UNICODE];
}

/* A sign within a word, or a capital behind a small letter: no word of any language has them, while
 * "François" may stand in the midst of a list in TCVN3. */
static gboolean
looks_scrambled (const char *text)
{
    gunichar before = ' ';

    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if ((c > 0xa0 && c <= 0xff && !g_unichar_isalpha (c))
            || (c >= 0x80 && g_unichar_isupper (c) && g_unichar_islower (before)))
            return TRUE;
        before = c;
    }
    return FALSE;
}

/* What the words do not tell, their column does, else their sheet, else the file. */
static TvCharset
ask_neighbours (Poll *poll, const TvCell *cell, const TvCharsetFit *fit, const Votes *all)
{
    const Votes *column = get_votes (poll, cell->column);
    TvCharset charset;

    if (!is_silent (column))
        charset = find_common (column);
    else
        charset = find_common (is_silent (&poll->votes) ? all : &poll->votes);
    return fit->n_fitting[charset] == fit->n_words || looks_scrambled (cell->text)
               ? charset
               : TV_CHARSET_UNICODE;
}

/* Whether the words are Vietnamese in each of two encodings that stand in the list. */
static gboolean
is_doubtful (const TvCharsetFit *fit, const Votes *all)
{
    guint n = 0;

    for (guint i = 0; i < TV_CHARSET_N; i++)
        n += all->n[i] > 0 && fit->n_fitting[i] == fit->n_words;
    return n > 1;
}

static TvCharset
settle (Poll *poll, const TvCell *cell, const Votes *all, TvCharsetCounts *counts)
{
    gboolean is_capital;
    TvCharset charset = tv_charset_of_font (cell->font, &is_capital);
    TvCharsetFit fit;

    tv_charset_fit (cell->text, &fit);
    /* Whoever types Unicode into an old cell leaves the old font behind. */
    if (charset != TV_CHARSET_UNICODE)
        return fit.n_alone[TV_CHARSET_UNICODE] == 0 ? charset : TV_CHARSET_UNICODE;
    if (!tv_charset_fit_tells (&fit, &charset)) {
        charset = ask_neighbours (poll, cell, &fit, all);
        if (is_doubtful (&fit, all))
            g_hash_table_add (counts->doubtful, (gpointer) cell);
    }
    return is_believed (all, charset) ? charset : TV_CHARSET_UNICODE;
}

/* What the cell says in that encoding, NULL where that is what it says already. */
static char *
decode_cell (const TvCell *cell, TvCharset charset)
{
    gboolean is_capital;
    gboolean is_told_by_font = tv_charset_of_font (cell->font, &is_capital) == charset;
    g_autofree char *decoded
        = charset == TV_CHARSET_UNICODE ? NULL : tv_charset_decode (charset, cell->text);

    if (!decoded || strcmp (decoded, cell->text) == 0)
        return NULL;
    return is_told_by_font && is_capital ? g_utf8_strup (decoded, -1) : g_steal_pointer (&decoded);
}

static TvSheet *
decode_sheet (Poll *poll, const TvCharset *chosen, const Votes *all, TvCharsetCounts *counts)
{
    g_autoptr (GHashTable) texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

    for (guint row = 0; row < tv_sheet_get_n_rows (poll->sheet); row++) {
        guint n_cells;
        const TvCell *cells = tv_sheet_get_cells (poll->sheet, row, &n_cells);

        for (guint i = 0; i < n_cells; i++) {
            TvCharset charset;
            char *decoded;

            if (!is_in_question (&cells[i]))
                continue;
            charset = chosen ? *chosen : settle (poll, &cells[i], all, counts);
            decoded = decode_cell (&cells[i], charset);
            if (!decoded)
                continue;
            g_hash_table_insert (texts, (gpointer) &cells[i], decoded);
            counts->n_cells[charset]++;
        }
    }
    return g_hash_table_size (texts) > 0 ? tv_sheet_with_texts (poll->sheet, texts)
                                         : tv_sheet_ref (poll->sheet);
}

void
tv_charset_counts_clear (TvCharsetCounts *self)
{
    g_clear_pointer (&self->doubtful, g_hash_table_unref);
}

/**
 * tv_workbook_decode:
 * @self: a workbook as its file has it
 * @charset: (nullable): the encoding of all its texts, as a person says; %NULL: fonts and words
 * tell
 * @counts: (out): what was found; clear it with tv_charset_counts_clear(); the doubtful cells are
 * those of @self and known as long as it lives
 *
 * Returns: (transfer full): the workbook with what its texts mean; the rows are the same
 */
TvWorkbook *
tv_workbook_decode (TvWorkbook *self, const TvCharset *charset, TvCharsetCounts *counts)
{
    g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_sheet_unref);
    g_autoptr (GPtrArray) polls = g_ptr_array_new_with_free_func (free_poll);
    guint n_sheets = tv_workbook_get_n_sheets (self);
    Votes all = { { 0 } };

    *counts = (TvCharsetCounts){ .doubtful = g_hash_table_new (NULL, NULL) };
    for (guint i = 0; i < n_sheets && !counts->has_choice; i++)
        counts->has_choice = sheet_has_choice (tv_workbook_get_sheet (self, i));
    for (guint i = 0; i < n_sheets && counts->has_choice; i++)
        g_ptr_array_add (polls, poll_sheet (tv_workbook_get_sheet (self, i), &all));
    for (guint i = 0; i < n_sheets; i++)
        g_ptr_array_add (sheets,
                         counts->has_choice
                             ? decode_sheet (g_ptr_array_index (polls, i), charset, &all, counts)
                             : tv_sheet_ref (tv_workbook_get_sheet (self, i)));
    return tv_workbook_new (tv_workbook_get_name (self), g_steal_pointer (&sheets));
}

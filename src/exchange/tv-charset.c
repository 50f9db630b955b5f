/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells texts in the old Vietnamese encodings from Unicode: by the font, where a file names one,
 * and by whether the words are Vietnamese syllables when they are so read. */

#include "exchange/tv-charset.h"

#include "exchange/tv-syllable.h"
#include "exchange/tv-tcvn3.h"
#include "exchange/tv-vni.h"
#include "records/tv-vocabulary.h"

#include <string.h>

static const char *const codes[] = { "unicode", "tcvn3", "vni", NULL };

/* Western letters that Vietnamese in Unicode has too. */
static const char shared[] = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ\u00a0";

/**
 * tv_charset_code:
 *
 * Returns: the encoding's name in settings and on the command line
 */
const char *
tv_charset_code (TvCharset charset)
{
    return tv_vocabulary_code (codes, (int) charset);
}

gboolean
tv_charset_parse (const char *code, TvCharset *charset)
{
    int found;

    if (!tv_vocabulary_parse (codes, code, &found))
        return FALSE;
    *charset = (TvCharset) found;
    return TRUE;
}

/**
 * tv_charset_label:
 *
 * Returns: what the encoding is called, in every language
 */
const char *
tv_charset_label (TvCharset charset)
{
    switch (charset) {
    case TV_CHARSET_TCVN3:
        return "TCVN3 (ABC)";
    case TV_CHARSET_VNI:
        return "VNI";
    default:
        return "Unicode";
    }
}

/**
 * tv_charset_of_font:
 * @font: (nullable): the name of a font: .VnTime, .VnArialH, VNI-Times
 * @is_capital: (out): whether the font shows small letters as capitals
 *
 * Returns: the encoding that the font was made for
 */
TvCharset
tv_charset_of_font (const char *font, gboolean *is_capital)
{
    *is_capital = FALSE;
    if (!font)
        return TV_CHARSET_UNICODE;
    if (g_ascii_strncasecmp (font, ".Vn", 3) == 0) {
        *is_capital = g_str_has_suffix (font, "H");
        return TV_CHARSET_TCVN3;
    }
    return g_ascii_strncasecmp (font, "VNI-", 4) == 0 ? TV_CHARSET_VNI : TV_CHARSET_UNICODE;
}

/**
 * tv_charset_decode:
 * @text: UTF-8 in which a letter may stand for another one
 *
 * Returns: (transfer full) (nullable): what it says in that encoding; %NULL where it cannot be in
 * it
 */
char *
tv_charset_decode (TvCharset charset, const char *text)
{
    switch (charset) {
    case TV_CHARSET_TCVN3:
        return tv_tcvn3_decode (text);
    case TV_CHARSET_VNI:
        return tv_vni_decode (text);
    default:
        return g_strdup (text);
    }
}

/**
 * tv_charset_is_needed:
 * @text: UTF-8
 *
 * Returns: whether there is a letter or sign in it that Vietnamese in Unicode does without, and
 * that every longer text in an old encoding has
 */
gboolean
tv_charset_is_needed (const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (c > 0xa0 && c <= 0xff && !g_utf8_strchr (shared, -1, c))
            return TRUE;
    }
    return FALSE;
}

/* What parts words in each encoding: none has a letter among the ASCII signs or the signs of
 * Unicode. */
static gboolean
parts_words (gunichar c)
{
    return c < 0x80 ? !g_ascii_isalpha ((char) c)
                    : c == 0xa0 || (c > 0xff && !g_unichar_isalpha (c) && !g_unichar_ismark (c));
}

static void
fit_word (const char *word, TvCharsetFit *fit)
{
    guint n_fitting = 0, last = 0;

    fit->n_words++;
    for (guint i = 0; i < TV_CHARSET_N; i++) {
        g_autofree char *decoded = tv_charset_decode ((TvCharset) i, word);

        if (!decoded || !tv_syllable_is_vietnamese (decoded))
            continue;
        fit->n_fitting[i]++;
        n_fitting++;
        last = i;
    }
    if (n_fitting == 1)
        fit->n_alone[last]++;
}

static gboolean
is_plain (const char *word)
{
    while (*word && (guchar) *word < 0x80)
        word++;
    return !*word;
}

/**
 * tv_charset_fit:
 * @text: UTF-8
 * @fit: (out): what its words could be
 */
void
tv_charset_fit (const char *text, TvCharsetFit *fit)
{
    *fit = (TvCharsetFit){ 0 };
    while (*text) {
        const char *end = text;
        g_autofree char *word = NULL;

        while (*end && !parts_words (g_utf8_get_char (end)))
            end = g_utf8_next_char (end);
        word = g_strndup (text, (gsize) (end - text));
        if (!is_plain (word))
            fit_word (word, fit);
        text = *end ? g_utf8_next_char (end) : end;
    }
}

/**
 * tv_charset_fit_tells:
 * @charset: (out): the encoding
 *
 * Returns: whether the words leave no doubt: there is one encoding in which all are Vietnamese
 */
gboolean
tv_charset_fit_tells (const TvCharsetFit *fit, TvCharset *charset)
{
    guint n_found = 0;

    for (guint i = 0; i < TV_CHARSET_N; i++) {
        if (fit->n_words > 0 && fit->n_fitting[i] == fit->n_words) {
            *charset = (TvCharset) i;
            n_found++;
        }
    }
    return n_found == 1;
}

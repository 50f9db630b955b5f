/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes UTF-8 of a text file, which seldom says how it is written. */

#include "exchange/tv-text-encoding.h"

#include "exchange/tv-charset.h"
#include "exchange/tv-exchange-error.h"

#include <string.h>
#include <uchardet.h>

/* Bytes as they are. */
#define WESTERN "ISO-8859-1"

/* So much of a text tells its encoding. */
#define SAMPLE_BYTES 65536

/* UTF-16 without a mark: in a table most characters are ASCII, so every other byte is zero. */
static const char *
guess_utf16 (const guint8 *data, gsize size)
{
    gsize n_even = 0, n_odd = 0, n = MIN (size, 4096);

    for (gsize i = 0; i < n; i++) {
        if (data[i] == 0)
            *(i % 2 ? &n_odd : &n_even) += 1;
    }
    if (n >= 4 && n_odd > n / 4 && n_even < n / 50)
        return "UTF-16LE";
    return n >= 4 && n_even > n / 4 && n_odd < n / 50 ? "UTF-16BE" : NULL;
}

/* How many words of the text are Vietnamese, if its bytes are in that encoding. Those of the old
 * encodings are read as western letters, which stay so until the cells are looked at. */
static guint
count_words (const guint8 *data, gsize size, const char *encoding)
{
    gboolean is_western = strcmp (encoding, WESTERN) == 0;
    g_autofree char *text = g_convert_with_fallback ((const char *) data, (gssize) size, "UTF-8",
                                                     encoding, "?", NULL, NULL, NULL);
    TvCharsetFit fit;

    if (!text)
        return 0;
    tv_charset_fit (text, &fit);
    return is_western ? MAX (fit.n_fitting[TV_CHARSET_TCVN3], fit.n_fitting[TV_CHARSET_VNI])
                      : fit.n_fitting[TV_CHARSET_UNICODE];
}

/* Wide characters of which few are ASCII: no table of ours, but a text all the same. */
static gboolean
looks_wide (const guint8 *data, gsize size, char **encoding)
{
    uchardet_t detector = uchardet_new ();

    if (uchardet_handle_data (detector, (const char *) data, size) == 0) {
        uchardet_data_end (detector);
        *encoding = g_strdup (uchardet_get_charset (detector));
    }
    uchardet_delete (detector);
    return *encoding && g_ascii_strncasecmp (*encoding, "UTF-16", strlen ("UTF-16")) == 0;
}

/* What the bytes beyond ASCII are: the encoding that makes most Vietnamese words of them. Where
 * none does, a western or an unknown alphabet is taken for the Vietnamese one. */
static char *
guess_eight_bit (const guint8 *data, gsize size)
{
    static const char *const known[] = { "WINDOWS-1258", WESTERN, "VISCII" };
    g_autofree char *guess = NULL;
    guint n_most = 0, best = 0;

    size = MIN (size, SAMPLE_BYTES);
    for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
        guint n_words = count_words (data, size, known[i]);

        if (n_words > n_most)
            best = i;
        n_most = MAX (n_most, n_words);
    }
    if (n_most == 0 && looks_wide (data, size, &guess))
        return g_steal_pointer (&guess);
    return g_strdup (known[best]);
}

static gboolean
has_mark (const guint8 *data, gsize size, const char *mark)
{
    return size >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0;
}

/* The encoding, and how many bytes of mark stand before the text. */
static char *
guess_encoding (const guint8 *data, gsize size, gsize *n_mark)
{
    const char *utf16;

    *n_mark = 0;
    if (has_mark (data, size, "\xef\xbb\xbf")) {
        *n_mark = 3;
        return g_strdup ("UTF-8");
    }
    if (has_mark (data, size, "\xff\xfe") || has_mark (data, size, "\xfe\xff")) {
        *n_mark = 2;
        return g_strdup (data[0] == 0xff ? "UTF-16LE" : "UTF-16BE");
    }
    utf16 = guess_utf16 (data, size);
    if (utf16)
        return g_strdup (utf16);
    if (g_utf8_validate ((const char *) data, (gssize) size, NULL))
        return g_strdup ("UTF-8");
    return guess_eight_bit (data, size);
}

/* Control characters other than tab and line ends: no text, whatever the encoding. */
static gboolean
is_binary (const char *text, gsize size)
{
    for (gsize i = 0; i < size; i++) {
        guint8 c = (guint8) text[i];

        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a)
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_text_encoding_decode:
 * @bytes: a text file
 * @size: (out): how long the result is
 * @error: WRONG_TYPE of #TvExchangeError where it is no text
 *
 * Knows UTF-8 and UTF-16 with and without a mark, Windows-1258 and VISCII. Of a text in TCVN3 or
 * VNI it makes western letters, as a workbook has them, for tv_workbook_decode().
 *
 * Returns: (transfer full) (nullable): the text as UTF-8
 */
char *
tv_text_encoding_decode (GBytes *bytes, gsize *size, GError **error)
{
    gsize n_bytes, n_mark;
    const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
    g_autofree char *encoding = guess_encoding (data, n_bytes, &n_mark);
    g_autofree char *text = NULL;

    if (strcmp (encoding, "UTF-8") == 0) {
        *size = n_bytes - n_mark;
        text = g_strndup ((const char *) data + n_mark, *size);
    } else {
        text = g_convert_with_fallback ((const char *) data + n_mark, (gssize) (n_bytes - n_mark),
                                        "UTF-8", encoding, "\xef\xbf\xbd", NULL, size, NULL);
    }
    if (!text || is_binary (text, *size)) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_WRONG_TYPE,
                     "the file is no text (taken for %s)", encoding);
        return NULL;
    }
    return g_steal_pointer (&text);
}

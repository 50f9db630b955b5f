/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes UTF-8 of a text file, which seldom says how it is written. */

#include "exchange/tv-text-encoding.h"

#include "exchange/tv-exchange-error.h"

#include <string.h>
#include <uchardet.h>

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

/* What the bytes beyond ASCII are. A guess for a western or an unknown alphabet is taken for the
 * Vietnamese one, since that is what these lists are in. */
static char *
guess_eight_bit (const guint8 *data, gsize size)
{
    static const char *const believed[] = { "WINDOWS-1258", "VISCII", "UTF-16LE", "UTF-16BE" };
    uchardet_t detector = uchardet_new ();
    g_autofree char *guess = NULL;

    if (uchardet_handle_data (detector, (const char *) data, MIN (size, 65536)) == 0) {
        uchardet_data_end (detector);
        guess = g_strdup (uchardet_get_charset (detector));
    }
    uchardet_delete (detector);
    for (guint i = 0; guess && i < G_N_ELEMENTS (believed); i++) {
        if (g_ascii_strcasecmp (guess, believed[i]) == 0)
            return g_steal_pointer (&guess);
    }
    return g_strdup ("WINDOWS-1258");
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
 * Knows UTF-8 and UTF-16 with and without a mark, and the older Vietnamese code pages.
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

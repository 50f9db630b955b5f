/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which letters the codes of a text stand for. Files say western letters for the old ones, and
 * leave it to a font to show others. */
typedef enum {
    TV_CHARSET_UNICODE,
    TV_CHARSET_TCVN3,
    TV_CHARSET_VNI,
    TV_CHARSET_N,
} TvCharset;

/* What the words of a text could be. Words of plain letters are the same in each and count nowhere.
 */
typedef struct {
    guint n_words;
    guint n_fitting[TV_CHARSET_N]; /* words that are Vietnamese so read */
    guint n_alone[TV_CHARSET_N];   /* words that are Vietnamese so read and in no other way */
} TvCharsetFit;

const char *tv_charset_code (TvCharset charset);
gboolean tv_charset_parse (const char *code, TvCharset *charset);
const char *tv_charset_label (TvCharset charset);
TvCharset tv_charset_of_font (const char *font, gboolean *is_capital);
char *tv_charset_decode (TvCharset charset, const char *text);
gboolean tv_charset_is_needed (const char *text);
void tv_charset_fit (const char *text, TvCharsetFit *fit);
gboolean tv_charset_fit_tells (const TvCharsetFit *fit, TvCharset *charset);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The language is a setting of the program, not of the machine: a bare Debian has no vi_VN. */

#include "base/tv-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static TvLanguage current = TV_LANGUAGE_VIETNAMESE;

static gboolean
is_language (const char *code, const char *language)
{
    return code && g_str_has_prefix (code, language) && !g_ascii_isalnum (code[strlen (language)]);
}

/**
 * tv_language_parse:
 * @code: (nullable): "vi" or "en", a country may follow ("vi_VN")
 * @language: (out): which
 *
 * Returns: whether @code is a language of the program
 */
gboolean
tv_language_parse (const char *code, TvLanguage *language)
{
    if (is_language (code, "vi"))
        *language = TV_LANGUAGE_VIETNAMESE;
    else if (is_language (code, "en"))
        *language = TV_LANGUAGE_ENGLISH;
    else
        return FALSE;
    return TRUE;
}

/**
 * tv_language_code:
 *
 * Returns: "vi" or "en"
 */
const char *
tv_language_code (TvLanguage language)
{
    return language == TV_LANGUAGE_ENGLISH ? "en" : "vi";
}

/* Catalogues of an installed program, or those of the build folder while it is not installed. */
static const char *
find_catalogues (void)
{
    const char *given = g_getenv ("TV_LOCALE_DIR");

    if (given)
        return given;
    if (g_file_test (TV_LOCALE_DIR "/vi/LC_MESSAGES/tamvoc.mo", G_FILE_TEST_EXISTS))
        return TV_LOCALE_DIR;
    return TV_BUILD_LOCALE_DIR;
}

/**
 * tv_language_start:
 * @language: in which language the program speaks from here on
 *
 * Gives gettext its catalogue. gettext passes LANGUAGE over in the C locale, so where the machine
 * offers no UTF-8 locale of its own, C.UTF-8 stands in. Numbers and dates are not touched by
 * this: tv_number_format() and tv_date_to_text() write them. Can be called again; windows that
 * stand must be made anew then.
 */
void
tv_language_start (TvLanguage language)
{
    const char *messages;

    current = language;
    g_setenv ("LANGUAGE", tv_language_code (language), TRUE);
    setlocale (LC_ALL, "");
    messages = setlocale (LC_MESSAGES, NULL);
    if (!g_get_charset (NULL) || !messages || strcmp (messages, "C") == 0
        || strcmp (messages, "POSIX") == 0)
        setlocale (LC_ALL, "C.UTF-8");
    setlocale (LC_NUMERIC, "C");
    bindtextdomain (GETTEXT_PACKAGE, find_catalogues ());
    bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    textdomain (GETTEXT_PACKAGE);
}

/**
 * tv_language_get:
 *
 * Returns: the language given to tv_language_start(), Vietnamese before that
 */
TvLanguage
tv_language_get (void)
{
    return current;
}

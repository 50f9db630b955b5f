/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* TCVN3, also called ABC: Vietnamese letters laid over the codes of western ones, to be read with
 * fonts of their own. Such a text is still found in old files, where it looks like "Hä vµ tªn". */

#include "exchange/tv-tcvn3.h"

/* Each letter as it looks in any other font, and what it stands for. */
static const char seen[]
    = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ"
      "¡¢§£¤¥¦";
static const char meant[] = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
                            "ĂÂĐÊÔƠƯ";

static gunichar
find_meant (gunichar letter)
{
    const char *to = meant;

    for (const char *from = seen; *from; from = g_utf8_next_char (from)) {
        if (g_utf8_get_char (from) == letter)
            return g_utf8_get_char (to);
        to = g_utf8_next_char (to);
    }
    return 0;
}

static const char *
end_of_word (const char *word)
{
    while (*word && !g_ascii_isspace (*word))
        word++;
    return word;
}

static gboolean
is_small (gunichar letter)
{
    return letter >= 0x80 && g_unichar_islower (letter);
}

/* "NGUYễN Tú" was typed in capitals: the font has them, the table has not. */
static gboolean
is_in_capitals (const char *text)
{
    gboolean has_two = FALSE;

    for (const char *p = text; *p; p++) {
        if (g_ascii_islower (*p))
            return FALSE;
        has_two |= g_ascii_isupper (p[0]) && g_ascii_isupper (p[1]);
    }
    return has_two;
}

/* Whether every word that can begin with a capital does: a name, of which "ánh" is a part. */
static gboolean
is_name (const char *text)
{
    guint n_large = 0;

    for (const char *word = text; *word; word = end_of_word (word)) {
        while (g_ascii_isspace (*word))
            word++;
        if (g_unichar_isupper (g_utf8_get_char (word)))
            n_large++;
        else if (*word && !is_small (g_utf8_get_char (word)))
            return FALSE;
    }
    return n_large > 0;
}

/* Capitals where only the font has them. */
static char *
restore_capitals (const char *text)
{
    g_autoptr (GString) result = g_string_sized_new (64);
    gboolean is_of_name = is_name (text);

    if (is_in_capitals (text))
        return g_utf8_strup (text, -1);
    while (*text) {
        const char *end = end_of_word (text);
        gunichar first = g_utf8_get_char (text);

        if (is_of_name && is_small (first)) {
            g_string_append_unichar (result, g_unichar_toupper (first));
            text = g_utf8_next_char (text);
        }
        g_string_append_len (result, text, end - text);
        for (text = end; g_ascii_isspace (*text); text++)
            g_string_append_c (result, *text);
    }
    return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * tv_tcvn3_decode:
 * @text: a text that may be in TCVN3, its bytes read as western letters
 *
 * The table has no capitals with a tone; where the words around say that one was meant, it is one.
 *
 * Returns: (transfer full) (nullable): what it says then; %NULL where it has a letter that TCVN3
 *   has not, and so is something else
 */
char *
tv_tcvn3_decode (const char *text)
{
    g_autoptr (GString) decoded = g_string_new (NULL);

    for (; *text; text = g_utf8_next_char (text)) {
        gunichar letter = g_utf8_get_char (text);
        gunichar found = letter < 0x80 || letter == 0xa0 ? letter : find_meant (letter);

        if (found == 0)
            return NULL;
        g_string_append_unichar (decoded, found);
    }
    return restore_capitals (decoded->str);
}

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
    return letter;
}

/**
 * tv_tcvn3_decode:
 * @text: a text that may be in TCVN3, its bytes read as western letters
 *
 * Returns: (transfer full): what it says then
 */
char *
tv_tcvn3_decode (const char *text)
{
    g_autoptr (GString) decoded = g_string_new (NULL);

    for (; *text; text = g_utf8_next_char (text))
        g_string_append_unichar (decoded, find_meant (g_utf8_get_char (text)));
    return g_string_free (g_steal_pointer (&decoded), FALSE);
}

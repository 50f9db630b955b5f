/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* VNI for Windows: a vowel and its marks are two western letters, to be read with fonts of their
 * own. Such a text looks like "Hoï vaø teân". */

#include "exchange/tv-vni.h"

#include <string.h>

#define GRAVE 0x300
#define ACUTE 0x301
#define CIRCUMFLEX 0x302
#define TILDE 0x303
#define BREVE 0x306
#define HOOK_ABOVE 0x309
#define DOT_BELOW 0x323

/* What a letter behind a vowel puts on it: its shape, its tone. */
typedef struct {
    gunichar seen;
    const char *vowels; /* that may stand before it, as they look */
    gunichar shape;
    gunichar tone;
} Mark;

static const Mark marks[] = {
    { 0xf9, "aeouyôö", 0, ACUTE },
    { 0xf8, "aeouyôö", 0, GRAVE },
    { 0xfb, "aeouyôö", 0, HOOK_ABOVE },
    { 0xf5, "aeouyôö", 0, TILDE },
    { 0xef, "aeouyôö", 0, DOT_BELOW },
    { 0xe2, "aeo", CIRCUMFLEX, 0 },
    { 0xe1, "aeo", CIRCUMFLEX, ACUTE },
    { 0xe0, "aeo", CIRCUMFLEX, GRAVE },
    { 0xe5, "aeo", CIRCUMFLEX, HOOK_ABOVE },
    { 0xe3, "aeo", CIRCUMFLEX, TILDE },
    { 0xe4, "aeo", CIRCUMFLEX, DOT_BELOW },
    { 0xea, "a", BREVE, 0 },
    { 0xe9, "a", BREVE, ACUTE },
    { 0xe8, "a", BREVE, GRAVE },
    { 0xfa, "a", BREVE, HOOK_ABOVE },
    { 0xfc, "a", BREVE, TILDE },
    { 0xeb, "a", BREVE, DOT_BELOW },
};

/* Letters that stand alone. */
static const char seen_alone[] = "ñíìæóòîôö";
static const char meant_alone[] = "đíìỉĩịỵơư";

static gunichar
find_alone (gunichar small)
{
    const char *to = meant_alone;

    for (const char *from = seen_alone; *from; from = g_utf8_next_char (from)) {
        if (g_utf8_get_char (from) == small)
            return g_utf8_get_char (to);
        to = g_utf8_next_char (to);
    }
    return 0;
}

static const Mark *
find_mark (gunichar small, gunichar small_vowel)
{
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
        if (marks[i].seen == small && g_utf8_strchr (marks[i].vowels, -1, small_vowel))
            return &marks[i];
    }
    return NULL;
}

/* The letter at @p without what stands behind it; 0 where VNI has no such letter. */
static gunichar
decode_letter (gunichar letter)
{
    gunichar small = g_unichar_tolower (letter);
    gunichar alone = find_alone (small);

    if (letter < 0x80 || letter == 0xa0)
        return letter;
    return alone != 0 && small != letter ? g_unichar_toupper (alone) : alone;
}

/**
 * tv_vni_decode:
 * @text: a text that may be in VNI, its bytes read as western letters
 *
 * Returns: (transfer full) (nullable): what it says then; %NULL where it has a letter that VNI has
 *   not, or not in that place, and so is something else
 */
char *
tv_vni_decode (const char *text)
{
    g_autoptr (GString) decoded = g_string_new (NULL);
    gunichar before = 0; /* a vowel without a mark so far, as it looks */

    for (; *text; text = g_utf8_next_char (text)) {
        gunichar letter = g_utf8_get_char (text), small = g_unichar_tolower (letter);
        const Mark *mark = before ? find_mark (small, before) : NULL;
        gunichar found = mark ? 0 : decode_letter (letter);

        if (mark && mark->shape)
            g_string_append_unichar (decoded, mark->shape);
        if (mark && mark->tone)
            g_string_append_unichar (decoded, mark->tone);
        if (found)
            g_string_append_unichar (decoded, found);
        if (!mark && !found)
            return NULL;
        before = mark ? 0 : small;
    }
    return g_utf8_normalize (decoded->str, -1, G_NORMALIZE_NFC);
}

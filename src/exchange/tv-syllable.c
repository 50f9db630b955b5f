/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a word can be Vietnamese at all. Every syllable is a beginning, one of some 150 rimes and
 * one of six tones, so that text read with the wrong table of letters seldom passes for any. */

#include "exchange/tv-syllable.h"

#include <string.h>

/* "Nghiêng" with its marks beside its letters is far shorter. */
#define MAX_BYTES 64

#define GRAVE 0x300
#define ACUTE 0x301
#define CIRCUMFLEX 0x302
#define TILDE 0x303
#define BREVE 0x306
#define HOOK_ABOVE 0x309
#define HORN 0x31b
#define DOT_BELOW 0x323

/* Longer ones before those that they begin with. */
static const char *const beginnings[]
    = { "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ",
        "g",   "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v",  "x", "",  NULL };

static const char rimes[]
    = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
      " e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
      " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
      " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet"
      " oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
      " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut"
      " uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"
      " y yêm yên yêng yêt yêu ynh yt ych ";

static gboolean
is_rime (const char *letters)
{
    g_autofree char *wanted = g_strdup_printf (" %s ", letters);

    return *letters && strstr (rimes, wanted);
}

/* A syllable that ends in p, t, c or ch has one of two tones, or those of a word without a mark. */
static gboolean
bears_tone (const char *letters, gunichar tone)
{
    gsize length = strlen (letters);
    gboolean is_stopped = strchr ("ptc", letters[length - 1]) || g_str_has_suffix (letters, "ch");

    return tone == 0 || !is_stopped || tone == ACUTE || tone == DOT_BELOW;
}

/* Takes the tone out of a word in small letters; FALSE where it has two, or a mark of another
 * language. */
static gboolean
take_tone (const char *word, GString *letters, gunichar *tone)
{
    g_autofree char *parted = g_utf8_normalize (word, -1, G_NORMALIZE_NFD);
    g_autofree char *composed = NULL;

    for (const char *p = parted; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        gboolean is_tone
            = c == GRAVE || c == ACUTE || c == TILDE || c == HOOK_ABOVE || c == DOT_BELOW;

        if (is_tone && *tone != 0)
            return FALSE;
        if (is_tone)
            *tone = c;
        else if (g_ascii_islower (c) || c == 0x111 || c == CIRCUMFLEX || c == BREVE || c == HORN)
            g_string_append_unichar (letters, c);
        else
            return FALSE;
    }
    composed = g_utf8_normalize (letters->str, -1, G_NORMALIZE_NFC);
    g_string_assign (letters, composed);
    return TRUE;
}

/* Small letters, a capital before small ones, or capitals alone. */
static gboolean
has_natural_case (const char *word)
{
    const char *rest = g_utf8_next_char (word);
    g_autofree char *small = g_utf8_strdown (rest, -1);
    g_autofree char *large = g_utf8_strup (word, -1);

    return strcmp (small, rest) == 0 || strcmp (large, word) == 0;
}

/**
 * tv_syllable_is_vietnamese:
 * @word: letters without spaces, composed or not
 *
 * Returns: whether it is built as a Vietnamese syllable is
 */
gboolean
tv_syllable_is_vietnamese (const char *word)
{
    g_autofree char *composed
        = strlen (word) <= MAX_BYTES ? g_utf8_normalize (word, -1, G_NORMALIZE_NFC) : NULL;
    g_autofree char *small = composed ? g_utf8_strdown (composed, -1) : NULL;
    g_autoptr (GString) letters = g_string_new (NULL);
    gunichar tone = 0;

    if (!small || !*small || !has_natural_case (composed) || !take_tone (small, letters, &tone)
        || letters->len == 0 || !bears_tone (letters->str, tone))
        return FALSE;
    for (const char *const *beginning = beginnings; *beginning; beginning++) {
        if (g_str_has_prefix (letters->str, *beginning)
            && is_rime (letters->str + strlen (*beginning)))
            return TRUE;
    }
    return FALSE;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Vietnamese text: one form to keep (NFC, single spaces), one to search by (no accents, đ as d),
 * one to sort by (given name first, in the order of the Vietnamese alphabet). */

#include "base/tv-text.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#define D_WITH_STROKE 0x111

/* The Icelandic letter looks the same as a capital Đ, and older keyboard programs write it. */
#define ETH 0xf0

/* Letters without marks of their own, and Vietnamese ones that carry theirs: no combining mark and
 * no letter that Unicode would write otherwise is below 0x300 or among the Latin ones from 0x1e00
 * to 0x1eff. Most cells of a list hold nothing else. */
static gboolean
is_composed_letter (gunichar letter)
{
    return letter < 0x300 || (letter >= 0x1e00 && letter <= 0x1eff);
}

static gboolean
is_composed (const char *text)
{
    if (!g_utf8_validate (text, -1, NULL))
        return FALSE;
    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        if (!is_composed_letter (g_utf8_get_char (p)))
            return FALSE;
    }
    return TRUE;
}

static char *
compose (const char *text)
{
    g_autofree char *valid = NULL;

    if (is_composed (text))
        return g_strdup (text);
    valid = g_utf8_make_valid (text, -1);
    return g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
}

/* Most letters are plain ones, which need no writing out in bytes. */
static void
append_letter (GString *text, gunichar letter)
{
    if (letter < 0x80)
        g_string_append_c (text, (char) letter);
    else
        g_string_append_unichar (text, letter);
}

/* Whether a text is as tv_text_clean() would leave it. No white space and no mark without width is
 * among the letters that pass here, but the space itself. */
static gboolean
is_clean (const char *text)
{
    gunichar before = ' ';

    if (!g_utf8_validate (text, -1, NULL))
        return FALSE;
    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

        if (c < ' ' || (c == ' ' && before == ' ') || (c > '~' && c < 0xa1)
            || !is_composed_letter (c))
            return FALSE;
        before = c;
    }
    return before != ' ' || !*text;
}

/**
 * tv_text_clean:
 * @text: (nullable): UTF-8; bytes that are not become the replacement character
 *
 * Returns: (transfer full): NFC, outer spaces gone, each run of white space one space
 */
char *
tv_text_clean (const char *text)
{
    g_autofree char *composed = NULL;
    g_autoptr (GString) result = NULL;
    gboolean space_waits = FALSE;

    if (!text || is_clean (text))
        return g_strdup (text ? text : "");
    composed = compose (text);
    result = g_string_sized_new (strlen (composed));
    for (const char *p = composed; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        /* Marks without width come along when text is copied from a web page. */
        if (c == 0x200b || c == 0x2060 || c == 0xfeff)
            continue;
        if (g_unichar_isspace (c)) {
            space_waits = result->len > 0;
            continue;
        }
        if (space_waits)
            g_string_append_c (result, ' ');
        space_waits = FALSE;
        append_letter (result, c);
    }
    return g_string_free (g_steal_pointer (&result), FALSE);
}

/* đ is a letter of its own in Unicode: it has no accent to lose. In which order the marks of a
 * letter stand makes no difference, since they all go. */
static void
append_folded (GString *text, gunichar letter)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n_parts = g_unichar_fully_decompose (letter, TRUE, parts, G_N_ELEMENTS (parts));

    for (gsize i = 0; i < n_parts; i++) {
        if (parts[i] == D_WITH_STROKE || parts[i] == ETH)
            g_string_append_c (text, 'd');
        else if (!g_unichar_ismark (parts[i]))
            append_letter (text, parts[i]);
    }
}

/**
 * tv_text_fold:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): the text as one searches for it: cleaned, small letters, no accents,
 *   đ as d ("Nguyễn Gia Bảo" and "NGUYEN  GIA BAO" give the same)
 */
char *
tv_text_fold (const char *text)
{
    g_autofree char *clean = tv_text_clean (text);
    g_autoptr (GString) result = g_string_sized_new (strlen (clean));

    for (const char *p = clean; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (c < 0x80)
            g_string_append_c (result, g_ascii_tolower ((char) c));
        else
            append_folded (result, g_unichar_tolower (c));
    }
    return g_string_free (g_steal_pointer (&result), FALSE);
}

/* Nothing is copied: with each letter typed, all children of a ward are asked. */
static gboolean
begins_some_word (const char *line, const char *end, const char *word, gsize length)
{
    for (const char *place = line; place; place = memchr (place, ' ', end - place)) {
        while (place < end && *place == ' ')
            place++;
        if ((gsize) (end - place) < length)
            return FALSE;
        if (memcmp (place, word, length) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
line_matches (const char *line, const char *end, const char *folded_query)
{
    for (const char *word = folded_query; *word; word += strspn (word, " ")) {
        gsize length = strcspn (word, " ");

        if (length > 0 && !begins_some_word (line, end, word, length))
            return FALSE;
        word += length;
    }
    return TRUE;
}

/**
 * tv_text_matches:
 * @folded: what is searched, from tv_text_fold(); several texts, one a line
 * @folded_query: what somebody typed, from tv_text_fold()
 *
 * Returns: whether in one of the lines each word of the query begins a word, in any order
 */
gboolean
tv_text_matches (const char *folded, const char *folded_query)
{
    const char *line = folded, *end;

    for (;; line = end + 1) {
        end = line + strcspn (line, "\n");
        if (line_matches (line, end, folded_query))
            return TRUE;
        if (!*end)
            return FALSE;
    }
}

static gboolean
is_tone (gunichar letter)
{
    return letter == 0x300 || letter == 0x301 || letter == 0x303 || letter == 0x309
           || letter == 0x323;
}

/* Words of a name without their tone and vowel marks, so that hòa and hoà come out equal, would
 * also make Hoa and Hòa equal. This key keeps every mark but not its place within a word. */
static void
append_parted (GString *key, GString *tones, gunichar letter)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n_parts = g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));

    for (gsize i = 0; i < n_parts; i++)
        g_string_append_unichar (is_tone (parts[i]) ? tones : key,
                                 parts[i] == ETH ? D_WITH_STROKE : parts[i]);
}

/**
 * tv_text_name_key:
 * @name: (nullable): a person's name
 *
 * Returns: (transfer full): equal for two spellings of one name (case, spaces, NFC and NFD, hòa
 *   and hoà), different for two names
 */
char *
tv_text_name_key (const char *name)
{
    g_autofree char *clean = tv_text_clean (name);
    g_autoptr (GString) key = g_string_sized_new (2 * strlen (clean));
    g_autoptr (GString) tones = g_string_new (NULL);

    for (const char *p = clean; *p; p = g_utf8_next_char (p)) {
        if ((guchar) *p >= 0x80) {
            append_parted (key, tones, g_unichar_tolower (g_utf8_get_char (p)));
            continue;
        }
        if (*p == ' ') {
            g_string_append_len (key, tones->str, (gssize) tones->len);
            g_string_truncate (tones, 0);
        }
        g_string_append_c (key, g_ascii_tolower (*p));
    }
    g_string_append_len (key, tones->str, (gssize) tones->len);
    return g_string_free (g_steal_pointer (&key), FALSE);
}

static UCollator *
get_collator (void)
{
    static gsize collator = 0;

    if (g_once_init_enter (&collator)) {
        UErrorCode status = U_ZERO_ERROR;
        UCollator *vietnamese = ucol_open ("vi", &status);

        if (U_FAILURE (status)) {
            status = U_ZERO_ERROR;
            vietnamese = ucol_open ("", &status);
        }
        g_assert (vietnamese);
        /* BẢO and Bảo are one name; the tones are of the second level. */
        ucol_setStrength (vietnamese, UCOL_SECONDARY);
        g_once_init_leave (&collator, (gsize) vietnamese);
    }
    return (UCollator *) collator;
}

/**
 * tv_text_compare:
 * @a: UTF-8
 * @b: UTF-8
 *
 * Returns: less than, equal to or more than 0, by the Vietnamese alphabet
 */
int
tv_text_compare (const char *a, const char *b)
{
    UErrorCode status = U_ZERO_ERROR;

    return ucol_strcollUTF8 (get_collator (), a, -1, b, -1, &status);
}

/* What stands behind a name to tell two children apart: "(A)", "2". */
static gboolean
is_addition (const char *word)
{
    return *word == '(' || g_ascii_isdigit (*word);
}

/**
 * tv_text_given_name:
 * @name: a clean name, family name first
 *
 * Returns: (transfer none): its last word, with what stands behind it to tell two children apart:
 *   "Bảo (2)" of "Nguyễn Gia Bảo (2)"
 */
const char *
tv_text_given_name (const char *name)
{
    const char *word = name + strlen (name);

    do {
        const char *space = g_strrstr_len (name, word - name, " ");

        if (space && space + 1 == word)
            space = g_strrstr_len (name, word - 1 - name, " ");
        word = space ? space + 1 : name;
    } while (word > name && is_addition (word));
    return word;
}

static void
append_collation_key (GString *hex, const char *text)
{
    static const char digits[] = "0123456789abcdef";
    gsize size = strlen (text) + 1;
    g_autofree UChar *wide = g_new (UChar, size);
    g_autofree uint8_t *key = NULL;
    UErrorCode status = U_ZERO_ERROR;
    int32_t n_wide = 0, n_key;

    u_strFromUTF8 (wide, (int32_t) size, &n_wide, text, -1, &status);
    n_key = ucol_getSortKey (get_collator (), wide, n_wide, NULL, 0);
    key = g_malloc (n_key);
    ucol_getSortKey (get_collator (), wide, n_wide, key, n_key);
    for (int i = 0; i < n_key - 1; i++) {
        g_string_append_c (hex, digits[key[i] >> 4]);
        g_string_append_c (hex, digits[key[i] & 15]);
    }
}

/**
 * tv_text_sort_key:
 * @text: (nullable): a person's name
 *
 * Class lists here go by the given name with its tone, then by the whole name from its beginning:
 * every Hà stands before the first Hạ, whatever their families.
 *
 * Returns: (transfer full): a key to compare with strcmp()
 */
char *
tv_text_sort_key (const char *text)
{
    g_autofree char *clean = tv_text_clean (text);
    GString *hex = g_string_new (NULL);

    append_collation_key (hex, tv_text_given_name (clean));
    g_string_append_c (hex, ' ');
    append_collation_key (hex, clean);
    return g_string_free (hex, FALSE);
}

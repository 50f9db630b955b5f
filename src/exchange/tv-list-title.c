/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the lines above a list say of it: the class, the school year, the measuring date. */

#include "exchange/tv-list-title.h"

#include "base/tv-text.h"

#include <stdlib.h>
#include <string.h>

/* The longest thing that is still the name of a class. */
static const glong MAX_CLASS_LENGTH = 40;

/* Finds @pattern, a literal, in cleaned @text; NULL where it is not. */
static GMatchInfo *
find (GRegex **regex, const char *pattern, const char *text)
{
    g_autoptr (GMatchInfo) match = NULL;

    if (g_once_init_enter (regex)) {
        GRegex *made = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

        g_assert (made);
        g_once_init_leave (regex, made);
    }
    return g_regex_match (*regex, text, 0, &match) ? g_steal_pointer (&match) : NULL;
}

static gboolean
is_capital_word (const char *word)
{
    g_autofree char *upper = g_utf8_strup (word, -1);

    return strcmp (upper, word) == 0;
}

/* D1, 10A2, B, MGL: a code, not a word that capitals were used for. */
static gboolean
is_code (const char *word)
{
    g_autofree char *folded = tv_text_fold (word);

    return strpbrk (folded, "0123456789") || g_utf8_strlen (word, -1) == 1
           || !strpbrk (folded, "aeiouy");
}

/**
 * tv_list_title_tidy_class:
 * @name: the name of a class as somebody wrote it
 *
 * Returns: (transfer full): the name without the word for class before it; where all of it is in
 *   capitals, as one would write it: "LỚP NHÀ TRẺ D1" gives "Nhà trẻ D1"
 */
char *
tv_list_title_tidy_class (const char *name)
{
    g_autofree char *clean = tv_text_clean (name);
    g_autofree char *in_title = tv_list_title_class (clean);
    const char *bare = in_title ? in_title : clean;
    g_auto (GStrv) words = NULL;

    if (!is_capital_word (bare))
        return g_strdup (bare);
    words = g_strsplit (bare, " ", -1);
    for (char **word = words; *word; word++) {
        g_autofree char *small = NULL;
        g_autofree char *first = NULL;
        const char *rest;

        if (is_code (*word))
            continue;
        small = g_utf8_strdown (*word, -1);
        rest = word == words ? g_utf8_next_char (small) : small;
        first = g_utf8_substring (*word, 0, 1);
        g_free (*word);
        *word = word == words ? g_strconcat (first, rest, NULL) : g_strdup (rest);
    }
    return g_strjoinv (" ", words);
}

/**
 * tv_list_title_class:
 * @text: a line above a list: "LỚP NHÀ TRẺ D1", "DANH SÁCH LỚP 1A NĂM HỌC 2026-2027"
 *
 * Returns: (transfer full) (nullable): what follows the word for class, up to what is clearly no
 *   part of a name
 */
char *
tv_list_title_class (const char *text)
{
    static GRegex *regex;
    g_autofree char *clean = tv_text_clean (text);
    g_autoptr (GMatchInfo) match = find (
        &regex,
        "(?<!\\pL)(?:lớp|lop)(?!\\pL)[\\s:./-]*(?!học(?!\\pL))(\\S.*?)\\s*"
        "(?=$|[(,;:–]|\\s-|\\s(?:năm học|nam hoc|sĩ số|si so|gvcn|gv|giáo viên|cô|đợt)(?!\\pL))",
        clean);
    g_autofree char *name = match ? g_match_info_fetch (match, 1) : NULL;

    return name && *name && g_utf8_strlen (name, -1) <= MAX_CLASS_LENGTH ? g_steal_pointer (&name)
                                                                         : NULL;
}

/**
 * tv_list_title_sheet_class:
 * @title: the name of a sheet: "Nhà trẻ D1", "Lớp 1A", "10A2", "Sheet1"
 *
 * Returns: (transfer full) (nullable): the class, where the name is clearly one
 */
char *
tv_list_title_sheet_class (const char *title)
{
    static GRegex *regex;
    g_autofree char *named = tv_list_title_class (title);
    g_autofree char *folded = tv_text_fold (title);
    g_autoptr (GMatchInfo) match = NULL;

    if (named)
        return tv_list_title_tidy_class (named);
    match = find (&regex,
                  "^(?:\\d{1,2} ?[a-z]\\d{0,2}|[a-h]\\d{1,2}"
                  "|(?:nha tre|nhom|mau giao|mg|mgb|mgn|mgl|mgb|nt|mam|choi|la)(?: .*|\\d*))$",
                  folded);
    return match ? tv_list_title_tidy_class (title) : NULL;
}

/* A date in words: "ngày 15 tháng 9 năm 2026". */
static TvDate
find_worded_date (const char *clean)
{
    static GRegex *regex;
    g_autoptr (GMatchInfo) match = find (&regex, "(\\d{1,2}) tháng (\\d{1,2}) năm (\\d{4})", clean);
    g_autofree char *day = match ? g_match_info_fetch (match, 1) : NULL;
    g_autofree char *month = match ? g_match_info_fetch (match, 2) : NULL;
    g_autofree char *year = match ? g_match_info_fetch (match, 3) : NULL;

    return match ? tv_date_from_ymd (atoi (year), atoi (month), atoi (day)) : TV_DATE_NONE;
}

static TvDate
find_date (const char *clean)
{
    static GRegex *regex;
    g_autoptr (GMatchInfo) match
        = find (&regex, "(?<!\\d)\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})(?!\\d)", clean);
    g_autofree char *text = match ? g_match_info_fetch (match, 0) : NULL;

    return text ? tv_date_parse_typed (text) : find_worded_date (clean);
}

/**
 * tv_list_title_measuring_date:
 * @text: a line above a list: "THEO DÕI CÂN ĐO ĐỢT 1 (15/9/2026)"
 *
 * Returns: the date in a line that speaks of measuring, TV_DATE_NONE in any other: the date of a
 *   signature is no measuring date
 */
TvDate
tv_list_title_measuring_date (const char *text)
{
    static GRegex *regex;
    g_autofree char *clean = tv_text_clean (text);
    g_autoptr (GMatchInfo) match
        = find (&regex, "(?<!\\pL)(?:cân|đo|khám|đợt|lần|kiểm tra)(?!\\pL)", clean);

    return match ? find_date (clean) : TV_DATE_NONE;
}

/**
 * tv_list_title_round:
 * @text: a line above a list
 *
 * Returns: the number of the measuring round named in it, 0 where none is
 */
int
tv_list_title_round (const char *text)
{
    static const char *const roman[] = { "i", "ii", "iii", "iv" };
    static GRegex *regex;
    g_autofree char *clean = tv_text_clean (text);
    g_autoptr (GMatchInfo) match
        = find (&regex, "(?<!\\pL)(?:đợt|lần)\\s*:?\\s*(\\d|iv|i{1,3})(?![\\pL\\d/])", clean);
    g_autofree char *number = match ? g_match_info_fetch (match, 1) : NULL;

    for (int i = 0; number && i < (int) G_N_ELEMENTS (roman); i++) {
        if (g_ascii_strcasecmp (number, roman[i]) == 0)
            return i + 1;
    }
    return number ? atoi (number) : 0;
}

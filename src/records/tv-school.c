/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The school itself, its years and its classes. */

#include "records/tv-school.h"

#include "base/tv-text.h"
#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const level_codes[]
    = { "kindergarten", "primary", "lower-secondary", "upper-secondary", "ward", NULL };

const char *
tv_level_code (TvLevel value)
{
    return tv_vocabulary_code (level_codes, value);
}

gboolean
tv_level_parse (const char *code, TvLevel *value)
{
    int found;

    if (!tv_vocabulary_parse (level_codes, code, &found))
        return FALSE;
    *value = (TvLevel) found;
    return TRUE;
}

const char *
tv_level_label (TvLevel value)
{
    switch (value) {
    case TV_LEVEL_KINDERGARTEN:
        return _ ("Kindergarten");
    case TV_LEVEL_PRIMARY:
        return _ ("Primary school");
    case TV_LEVEL_LOWER_SECONDARY:
        return _ ("Lower-secondary school");
    case TV_LEVEL_UPPER_SECONDARY:
        return _ ("Upper-secondary school");
    case TV_LEVEL_WARD:
        return _ ("Ward or commune");
    default:
        return "";
    }
}

/**
 * tv_level_get_grades:
 * @level: a level of school
 * @first: (out): its lowest grade, as in #TvClass
 * @last: (out): its highest
 */
void
tv_level_get_grades (TvLevel level, int *first, int *last)
{
    static const int grades[][2] = { { 0, 5 }, { 1, 5 }, { 6, 9 }, { 10, 12 }, { 0, 12 } };

    *first = grades[level][0];
    *last = grades[level][1];
}

static void
clear_school (gpointer data)
{
    TvSchool *self = data;

    g_free (self->uid);
    g_free (self->name);
    g_free (self->authority);
    g_free (self->address);
    g_free (self->principal);
    g_free (self->nurse);
}

/**
 * tv_school_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvSchool *
tv_school_new (const TvSchool *values)
{
    TvSchool *self = g_atomic_rc_box_new (TvSchool);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->name = g_strdup (values->name);
    self->authority = g_strdup (values->authority);
    self->address = g_strdup (values->address);
    self->principal = g_strdup (values->principal);
    self->nurse = g_strdup (values->nurse);
    return self;
}

TvSchool *
tv_school_ref (TvSchool *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_school_unref (TvSchool *self)
{
    g_atomic_rc_box_release_full (self, clear_school);
}

static void
clear_school_year (gpointer data)
{
    TvSchoolYear *self = data;

    g_free (self->uid);
}

/**
 * tv_school_year_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvSchoolYear *
tv_school_year_new (const TvSchoolYear *values)
{
    TvSchoolYear *self = g_atomic_rc_box_new (TvSchoolYear);

    *self = *values;
    self->uid = g_strdup (values->uid);
    return self;
}

TvSchoolYear *
tv_school_year_ref (TvSchoolYear *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_school_year_unref (TvSchoolYear *self)
{
    g_atomic_rc_box_release_full (self, clear_school_year);
}

/**
 * tv_school_year_name:
 * @first_year: the year it begins in
 *
 * Returns: (transfer full): "2026-2027"
 */
char *
tv_school_year_name (int first_year)
{
    return g_strdup_printf ("%d-%d", first_year, first_year + 1);
}

static GRegex *
get_year_regex (void)
{
    static GRegex *regex;

    if (g_once_init_enter (&regex)) {
        GRegex *made = g_regex_new ("(?<!\\d)(20\\d\\d)\\s*[-–—/]\\s*(20\\d\\d)(?!\\d)",
                                    G_REGEX_OPTIMIZE, 0, NULL);

        g_assert (made);
        g_once_init_leave (&regex, made);
    }
    return regex;
}

/**
 * tv_school_year_parse:
 * @text: (nullable): "2026-2027", spaces around the line and a long line are fine
 * @first_year: (out): the year it begins in
 *
 * Returns: whether the text names two years that follow each other
 */
gboolean
tv_school_year_parse (const char *text, int *first_year)
{
    g_autoptr (GMatchInfo) match = NULL;
    g_autofree char *first = NULL, *second = NULL;
    int year;

    if (!text || !g_regex_match (get_year_regex (), text, 0, &match))
        return FALSE;
    first = g_match_info_fetch (match, 1);
    second = g_match_info_fetch (match, 2);
    year = (int) g_ascii_strtoll (first, NULL, 10);
    if (g_ascii_strtoll (second, NULL, 10) != year + 1)
        return FALSE;
    *first_year = year;
    return TRUE;
}

/**
 * tv_school_year_of_date:
 * @date: a real date
 *
 * Returns: the year its school year begins in; August and later belong to the year that starts
 */
int
tv_school_year_of_date (TvDate date)
{
    int year, month;

    tv_date_get_ymd (date, &year, &month, NULL);
    return month >= 8 ? year : year - 1;
}

/**
 * tv_school_year_opening_day:
 * @first_year: the year a school year begins in
 *
 * Returns: the day on which schools open, 5 September
 */
TvDate
tv_school_year_opening_day (int first_year)
{
    return tv_date_from_ymd (first_year, 9, 5);
}

static void
clear_class (gpointer data)
{
    TvClass *self = data;

    g_free (self->uid);
    g_free (self->name);
}

/**
 * tv_class_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvClass *
tv_class_new (const TvClass *values)
{
    TvClass *self = g_atomic_rc_box_new (TvClass);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->name = g_strdup (values->name);
    return self;
}

TvClass *
tv_class_ref (TvClass *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_class_unref (TvClass *self)
{
    g_atomic_rc_box_release_full (self, clear_class);
}

/* Whether the word stands in the name, alone or with the number of the class behind it: "be1". */
static gboolean
has_word (char **words, const char *wanted)
{
    gsize length = strlen (wanted);

    for (; *words; words++) {
        const char *rest = *words + length;

        if (g_str_has_prefix (*words, wanted)
            && (*rest == '\0'
                || (!g_ascii_isdigit (*wanted) && strspn (rest, "0123456789") == strlen (rest))))
            return TRUE;
    }
    return FALSE;
}

/* The kindergarten groups as class names call them, without accents; a nursery goes by months. */
static int
guess_kindergarten_grade (const char *folded)
{
    static const struct {
        const char *words[2];
        int grade;
    } groups[] = {
        { { "tre", "nha" }, 0 }, { { "tre", "nhom" }, 0 }, { { "thang", "thang" }, 0 },
        { { "lon", "lon" }, 5 }, { { "mgl", "mgl" }, 5 },  { { "nho", "nho" }, 4 },
        { { "mgn", "mgn" }, 4 }, { { "be", "be" }, 3 },    { { "mgb", "mgb" }, 3 },
        { { "3", "tuoi" }, 3 },  { { "4", "tuoi" }, 4 },   { { "5", "tuoi" }, 5 },
    };
    g_auto (GStrv) words = g_strsplit_set (folded, " -/.,()", -1);

    for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
        if (has_word (words, groups[i].words[0]) && has_word (words, groups[i].words[1]))
            return groups[i].grade;
    }
    return -1;
}

/**
 * tv_class_guess_grade:
 * @name: a class name: "1A", "LỚP 10A2", "Mẫu giáo bé C1"
 * @level: the school's level
 *
 * Returns: the grade as in #TvClass, -1 where the name does not tell
 */
int
tv_class_guess_grade (const char *name, TvLevel level)
{
    g_autofree char *folded = tv_text_fold (name);
    gboolean has_groups = level == TV_LEVEL_KINDERGARTEN || level == TV_LEVEL_WARD;
    int grade = has_groups ? guess_kindergarten_grade (folded) : -1;
    const char *digits = strpbrk (folded, "0123456789");
    int first, last;

    if (grade >= 0 || level == TV_LEVEL_KINDERGARTEN || !digits)
        return grade;
    grade = (int) CLAMP (g_ascii_strtoll (digits, NULL, 10), -1, G_MAXINT);
    tv_level_get_grades (level, &first, &last);
    return grade >= first && grade <= last ? grade : -1;
}

/**
 * tv_class_grade_label:
 * @grade: as in #TvClass
 * @level: the school's level
 *
 * Returns: (transfer full): "Khối 3", "Mẫu giáo bé", …
 */
char *
tv_class_grade_label (int grade, TvLevel level)
{
    if (grade < 0)
        return g_strdup (_ ("Other classes"));
    if (level != TV_LEVEL_KINDERGARTEN)
        return g_strdup_printf (_ ("Grade %d"), grade);
    switch (grade) {
    case 3:
        return g_strdup (_ ("Kindergarten, 3–4 years"));
    case 4:
        return g_strdup (_ ("Kindergarten, 4–5 years"));
    case 5:
        return g_strdup (_ ("Kindergarten, 5–6 years"));
    default:
        return g_strdup (_ ("Nursery"));
    }
}

/* 1Đ, B2, Đ: a letter that tells one class from another. */
static gboolean
is_code (const char *word)
{
    return strpbrk (word, "0123456789") || g_utf8_strlen (word, -1) == 1;
}

/**
 * tv_class_name_key:
 * @name: a class name
 *
 * Accents make no other class, but 1D and 1Đ stand side by side in many schools.
 *
 * Returns: (transfer full): equal for the spellings of one class: "LỚP 1A", "Lớp 1a", "1A"
 */
char *
tv_class_name_key (const char *name)
{
    g_autofree char *clean = tv_text_clean (name);
    g_auto (GStrv) words = NULL;
    g_autofree char *key = NULL;

    /* As most lists have it. */
    if (!strchr (clean, ' ') && is_code (clean))
        return g_utf8_strdown (clean, -1);
    words = g_strsplit (clean, " ", -1);
    for (char **word = words; *word; word++) {
        char *folded = is_code (*word) ? g_utf8_strdown (*word, -1) : tv_text_fold (*word);

        g_free (*word);
        *word = folded;
    }
    key = g_strjoinv (" ", words);
    return g_strdup (g_str_has_prefix (key, "lop ") ? key + strlen ("lop ") : key);
}

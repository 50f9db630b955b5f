/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a class is called in the next school year: 1A becomes 2A, a kindergarten's "bé C1" becomes
 * "nhỡ B1" where that is what the school calls the class one step up. A proposal, which people
 * correct. */

#include "workflows/tv-year-promotion.h"

#include "base/tv-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A nursery's children go to the youngest group in the calendar year of their third birthday. */
#define FIRST_GROUP_AGE 3
#define FIRST_GROUP_GRADE 3
#define LAST_GROUP_GRADE 5

/**
 * tv_year_fate_label:
 *
 * Returns: the word for it, for people
 */
const char *
tv_year_fate_label (TvYearFate fate)
{
    switch (fate) {
    case TV_YEAR_STAYS_DOWN:
        return _ ("Stays in the same grade");
    case TV_YEAR_FINISHES:
        return _ ("Finishes school");
    case TV_YEAR_MOVES_AWAY:
        return C_ ("new school year", "Moves to another school");
    case TV_YEAR_STOPS:
        return C_ ("new school year", "Stops going to school");
    case TV_YEAR_WAITS:
        return _ ("No place yet");
    default:
        return _ ("Goes up");
    }
}

void
tv_year_promotion_clear (TvYearPromotion *self)
{
    g_clear_pointer (&self->name, g_free);
}

/* Where a number stands in a name; the length is 0 where there is none. */
typedef struct {
    gsize at;
    gsize length;
} NumberSpan;

static NumberSpan
find_number (const char *name, int wanted)
{
    for (const char *at = strpbrk (name, "0123456789"); at; at = strpbrk (at, "0123456789")) {
        gsize length = strspn (at, "0123456789");

        if (wanted < 0 || g_ascii_strtoll (at, NULL, 10) == wanted)
            return (NumberSpan){ (gsize) (at - name), length };
        at += length;
    }
    return (NumberSpan){ 0, 0 };
}

static char *
replace_span (const char *name, NumberSpan span, const char *text)
{
    return g_strdup_printf ("%.*s%s%s", (int) span.at, name, text, name + span.at + span.length);
}

/* 1A, 10A2, Lớp 4C: the first number that is the grade. */
static char *
raise_grade (const char *name, int grade)
{
    NumberSpan span = find_number (name, grade);
    g_autofree char *next = g_strdup_printf ("%d", grade + 1);

    return span.length > 0 ? replace_span (name, span, next) : g_strdup (name);
}

/* The words of the groups, each with the word for the group one step up. */
static const struct {
    int grade;
    const char *folded;
    const char *next;
} group_words[] = {
    { 3, "be", "nhỡ" },  { 3, "mgb", "mgn" }, { 3, "3", "4" },
    { 4, "nho", "lớn" }, { 4, "mgn", "mgl" }, { 4, "4", "5" },
};

static char *
write_like (const char *next, const char *model)
{
    gunichar first = g_utf8_get_char (model), second = g_utf8_get_char (g_utf8_next_char (model));
    g_autofree char *head = NULL, *upper = NULL;

    if (!g_unichar_isupper (first))
        return g_strdup (next);
    if (g_unichar_isupper (second))
        return g_utf8_strup (next, -1);
    head = g_utf8_substring (next, 0, 1);
    upper = g_utf8_strup (head, -1);
    return g_strconcat (upper, g_utf8_next_char (next), NULL);
}

/* "bé", "Bé2", "MGB": the word for the group with the class's number behind it, or NULL. */
static char *
raise_word (const char *word, int grade)
{
    gsize digits = strcspn (word, "0123456789");
    g_autofree char *letters = digits > 0 ? g_strndup (word, digits) : g_strdup (word);
    g_autofree char *folded = tv_text_fold (letters);

    for (guint i = 0; i < G_N_ELEMENTS (group_words); i++) {
        g_autofree char *next = NULL;

        if (group_words[i].grade != grade || strcmp (folded, group_words[i].folded) != 0)
            continue;
        next = write_like (group_words[i].next, letters);
        return g_strconcat (next, digits > 0 ? word + digits : "", NULL);
    }
    return NULL;
}

/* Years of age stand in some names in the place of the word: "3-4 tuổi" becomes "4-5 tuổi". */
static char *
raise_group (const char *name, int grade)
{
    g_autoptr (GString) raised = g_string_new (NULL);
    g_autofree char *all_folded = tv_text_fold (name);
    gboolean has_years = strstr (all_folded, "tuoi") != NULL;
    gboolean is_raised = FALSE;

    while (*name) {
        gsize n_between = strspn (name, " -/.,()"), n_word;
        g_autofree char *word = NULL, *next = NULL;

        g_string_append_len (raised, name, (gssize) n_between);
        name += n_between;
        n_word = strcspn (name, " -/.,()");
        word = g_strndup (name, n_word);
        if (*word && has_years && strspn (word, "0123456789") == n_word)
            next = g_strdup_printf ("%d", (int) g_ascii_strtoll (word, NULL, 10) + 1);
        else if (*word && !is_raised && !g_ascii_isdigit (*word))
            next = raise_word (word, grade);
        is_raised = is_raised || next != NULL;
        g_string_append (raised, next ? next : word);
        name += n_word;
    }
    return g_string_free (g_steal_pointer (&raised), FALSE);
}

/* What tells one class of a grade from another: the last word, or what of it is a number. */
static const char *
last_word (const char *name)
{
    const char *space = strrchr (name, ' ');

    return space ? space + 1 : name;
}

static NumberSpan
last_number (const char *name)
{
    const char *word = last_word (name);
    gsize from = strlen (name);

    while (from > (gsize) (word - name) && g_ascii_isdigit (name[from - 1]))
        from--;
    return (NumberSpan){ from, strlen (name) - from };
}

/* How much the name of a class of the next grade tells about @name. */
static int
rate_model (const char *model, const char *name)
{
    NumberSpan theirs = last_number (model), own = last_number (name);

    if (strcmp (last_word (model), last_word (name)) == 0)
        return 3;
    if (own.length > 0 && theirs.length > 0)
        return strcmp (model + theirs.at, name + own.at) == 0 ? 2 : 1;
    return 0;
}

/* How this year's classes of the next grade are called tells how the coming one is. */
static char *
follow_custom (const char *name, const char *raised, int next_grade, GPtrArray *classes)
{
    const char *model = NULL;
    int rated = 0;
    NumberSpan own = last_number (name);
    g_autofree char *raised_key = tv_class_name_key (raised);

    for (guint i = 0; i < classes->len; i++) {
        const TvClass *other = g_ptr_array_index (classes, i);
        g_autofree char *key = tv_class_name_key (other->name);

        if (other->grade != next_grade)
            continue;
        if (strcmp (key, raised_key) == 0)
            return g_strdup (other->name);
        if (rate_model (other->name, name) > rated) {
            model = other->name;
            rated = rate_model (model, name);
        }
    }
    if (!model)
        return g_strdup (raised);
    return own.length > 0 ? replace_span (model, last_number (model), name + own.at)
                          : g_strdup (model);
}

/* "Nhà trẻ D2", "Nhóm trẻ 25-36 tháng A": the youngest group takes over the code of the class. */
static char *
name_first_group (const char *name)
{
    const char *code = last_word (name);
    g_autofree char *folded = tv_text_fold (code);
    gboolean is_code = code != name && strcmp (folded, "thang") != 0
                       && (g_utf8_strlen (code, -1) <= 2 || strpbrk (code, "0123456789"));

    return is_code ? g_strdup_printf ("Mẫu giáo bé %s", code) : g_strdup ("Mẫu giáo bé");
}

static gboolean
is_group (const TvClass *class_, TvLevel level)
{
    return level == TV_LEVEL_KINDERGARTEN
           || (level == TV_LEVEL_WARD
               && tv_class_guess_grade (class_->name, TV_LEVEL_KINDERGARTEN) >= 0);
}

static void
propose_group (const TvClass *class_, int age, GPtrArray *classes, TvYearPromotion *promotion)
{
    int next_grade = class_->grade + 1;
    g_autofree char *raised = NULL;

    if (class_->grade < FIRST_GROUP_GRADE) {
        next_grade = age >= FIRST_GROUP_AGE ? CLAMP (age, FIRST_GROUP_GRADE, LAST_GROUP_GRADE + 1)
                                            : class_->grade;
        /* A nursery's own group goes one step only, whatever the birth dates say. */
        if (class_->grade == 0)
            next_grade = MIN (next_grade, FIRST_GROUP_GRADE);
    }
    if (next_grade > LAST_GROUP_GRADE) {
        promotion->fate = TV_YEAR_FINISHES;
        return;
    }
    promotion->grade = next_grade;
    if (next_grade == class_->grade || class_->grade < 0) {
        promotion->name = g_strdup (class_->name);
        return;
    }
    raised = class_->grade == 0 ? name_first_group (class_->name)
                                : raise_group (class_->name, class_->grade);
    promotion->name = follow_custom (class_->name, raised, next_grade, classes);
}

/* In a ward children of one class part when they change school: the lists of the schools say
 * where each of them goes. */
static gboolean
is_last_grade (int grade, gboolean is_of_group, TvLevel level)
{
    int first, last;

    if (level == TV_LEVEL_WARD)
        return is_of_group ? grade == LAST_GROUP_GRADE : grade == 5 || grade == 9 || grade == 12;
    tv_level_get_grades (level, &first, &last);
    return grade == last;
}

/**
 * tv_year_promotion_propose:
 * @class_: a class of the year that ends
 * @level: the school's level
 * @age: in years, the age that most of its children reach in the calendar year in which the new
 *   school year begins; -1 where no birth date is known
 * @classes: (element-type TvClass): all classes of the year that ends
 * @promotion: (out): where the class goes; cleared with tv_year_promotion_clear()
 */
void
tv_year_promotion_propose (const TvClass *class_, TvLevel level, int age, GPtrArray *classes,
                           TvYearPromotion *promotion)
{
    gboolean is_of_group = is_group (class_, level);

    *promotion = (TvYearPromotion){ .fate = TV_YEAR_GOES_ON, .grade = -1 };
    if (is_last_grade (class_->grade, is_of_group, level)) {
        promotion->fate = level == TV_LEVEL_WARD ? TV_YEAR_WAITS : TV_YEAR_FINISHES;
    } else if (is_of_group) {
        propose_group (class_, age, classes, promotion);
    } else if (class_->grade < 0) {
        promotion->name = g_strdup (class_->name);
    } else {
        promotion->grade = class_->grade + 1;
        promotion->name = raise_grade (class_->name, class_->grade);
    }
}

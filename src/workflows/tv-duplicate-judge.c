/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether two records may be of one child, or are of twins or namesakes. Putting two children
 * together would do more harm than leaving one child twice, so that what a list or a number holds
 * apart stays apart. */

#include "workflows/tv-duplicate-judge.h"

#include "base/tv-text.h"

#include <string.h>

/* One sign is another one, or two neighbours are exchanged. */
static gboolean
is_slip (const char *one, const char *other)
{
    gsize length = strlen (one), at = 0, n_different = 0;

    if (length != strlen (other))
        return FALSE;
    for (gsize i = 0; i < length; i++) {
        if (one[i] == other[i])
            continue;
        if (n_different++ == 0)
            at = i;
    }
    return n_different == 1
           || (n_different == 2 && one[at] == other[at + 1] && one[at + 1] == other[at]);
}

/**
 * tv_duplicate_dates_are_near:
 * @one: a birth date
 * @other: another one
 *
 * Returns: whether day and month are exchanged, one digit is another one, or the century is lost
 */
gboolean
tv_duplicate_dates_are_near (TvDate one, TvDate other)
{
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    int year, month, day, other_year, other_month, other_day;

    if (one == TV_DATE_NONE || other == TV_DATE_NONE || one == other)
        return FALSE;
    tv_date_get_ymd (one, &year, &month, &day);
    tv_date_get_ymd (other, &other_year, &other_month, &other_day);
    if (year == other_year && day == other_month && month == other_day)
        return TRUE;
    if (year % 100 == other_year % 100 && month == other_month && day == other_day)
        return TRUE;
    first = tv_date_to_iso (one);
    second = tv_date_to_iso (other);
    return is_slip (first, second);
}

/* Twins may be told apart by one accent (Hà and Hạ), but who types without accents leaves all out.
 */
static gboolean
is_same_name (const char *one, const char *other)
{
    g_autofree char *key = tv_text_name_key (one);
    g_autofree char *other_key = tv_text_name_key (other);
    g_autofree char *plain = tv_text_fold (one);
    g_autofree char *other_plain = tv_text_fold (other);

    if (strcmp (plain, other_plain) != 0)
        return FALSE;
    return strcmp (key, other_key) == 0 || g_str_is_ascii (key) || g_str_is_ascii (other_key);
}

static gboolean
has_number (const TvStudent *student)
{
    return student->personal_number || student->ministry_code;
}

/* A number is one child's; two of them may still be one with a slip in it. */
static gboolean
part (const char *one, const char *other, gboolean may_be_slip)
{
    return one && other && strcmp (one, other) != 0 && !(may_be_slip && is_slip (one, other));
}

static gboolean
overlap (const TvEnrolment *one, const TvEnrolment *other)
{
    return one->year_id == other->year_id
           && (one->until == TV_DATE_NONE || other->from == TV_DATE_NONE
               || other->from <= one->until)
           && (other->until == TV_DATE_NONE || one->from == TV_DATE_NONE
               || one->from <= other->until);
}

/* Whether both were at the school at one time, and whether in one class. */
static gboolean
were_here_at_once (GPtrArray *places, GPtrArray *other_places, gboolean *in_one_class)
{
    gboolean at_once = FALSE;

    *in_one_class = FALSE;
    for (guint i = 0; i < places->len; i++) {
        for (guint j = 0; j < other_places->len; j++) {
            const TvEnrolment *one = places->pdata[i], *other = other_places->pdata[j];

            if (!overlap (one, other))
                continue;
            at_once = TRUE;
            *in_one_class = *in_one_class || one->class_id == other->class_id;
        }
    }
    return at_once;
}

/**
 * tv_duplicate_judge:
 * @one: a child
 * @places_of_one: (element-type TvEnrolment): its places in classes
 * @other: another one
 * @places_of_other: (element-type TvEnrolment): its places
 *
 * Who shares the class and has another birth date is a namesake, unless one of them is a newcomer
 * without a number who was entered before the list came.
 *
 * Returns: whether the two may be one
 */
TvDuplicateReason
tv_duplicate_judge (const TvStudent *one, GPtrArray *places_of_one, const TvStudent *other,
                    GPtrArray *places_of_other)
{
    gboolean is_same_date = one->birth_date != TV_DATE_NONE && one->birth_date == other->birth_date;
    gboolean is_newcomer = has_number (one) != has_number (other);
    gboolean in_one_class, at_once;

    if (!is_same_name (one->name, other->name)
        || part (one->personal_number, other->personal_number, is_same_date)
        || part (one->ministry_code, other->ministry_code, is_same_date))
        return TV_DUPLICATE_NOT;
    if (is_same_date)
        return TV_DUPLICATE_SAME_DATE;
    if (one->sex != TV_SEX_UNKNOWN && other->sex != TV_SEX_UNKNOWN && one->sex != other->sex)
        return TV_DUPLICATE_NOT;
    at_once = were_here_at_once (places_of_one, places_of_other, &in_one_class);
    if (tv_duplicate_dates_are_near (one->birth_date, other->birth_date))
        return (in_one_class && is_newcomer) || !at_once ? TV_DUPLICATE_NEAR_DATE
                                                         : TV_DUPLICATE_NOT;
    if (one->birth_date == TV_DATE_NONE || other->birth_date == TV_DATE_NONE)
        return in_one_class && !(has_number (one) && has_number (other)) ? TV_DUPLICATE_NEWCOMER
                                                                         : TV_DUPLICATE_NOT;
    return TV_DUPLICATE_NOT;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Civil dates as day numbers: reading what people and machines write, and ages between two days. */

#include "base/tv-date.h"

#include <string.h>

static const int FIRST_YEAR = 1800;
static const int LAST_YEAR = 2199;

/* How many days of a year are over when a month begins. */
static const int days_before_month[]
    = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

static gboolean
is_leap (int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days of the Gregorian calendar, as if it had always been, from 0001-01-01 to a year's first. */
static int
count_days_before (int year)
{
    int full = year - 1;

    return full * 365 + full / 4 - full / 100 + full / 400;
}

static int
count_days_in_month (int year, int month)
{
    return days_before_month[month] - days_before_month[month - 1] + (month == 2 && is_leap (year));
}

static TvDate
make_date (int year, int month, int day)
{
    return count_days_before (year) - count_days_before (1970) + days_before_month[month - 1]
           + (month > 2 && is_leap (year)) + day - 1;
}

/**
 * tv_date_from_ymd:
 * @year: 1800 to 2199
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the date, or TV_DATE_NONE where the calendar has no such day
 */
TvDate
tv_date_from_ymd (int year, int month, int day)
{
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
        || day > count_days_in_month (year, month))
        return TV_DATE_NONE;
    return make_date (year, month, day);
}

/**
 * tv_date_get_ymd:
 * @date: a real date
 * @year: (out) (optional): the year
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 */
void
tv_date_get_ymd (TvDate date, int *year, int *month, int *day)
{
    int days, y, m;

    g_return_if_fail (date != TV_DATE_NONE);
    days = date + count_days_before (1970);
    /* The mean year is right but for a day or so at its ends. */
    y = (int) ((gint64) days * 400 / 146097) + 1;
    while (count_days_before (y + 1) <= days)
        y++;
    while (count_days_before (y) > days)
        y--;
    days -= count_days_before (y);
    for (m = 1; m < 12 && days >= count_days_in_month (y, m); m++)
        days -= count_days_in_month (y, m);
    if (year)
        *year = y;
    if (month)
        *month = m;
    if (day)
        *day = days + 1;
}

/* Reads up to @most digits; returns how many there were. */
static int
read_digits (const char **text, int most, int *value)
{
    int n = 0;

    *value = 0;
    while (n < most && g_ascii_isdigit (**text)) {
        *value = *value * 10 + g_ascii_digit_value (**text);
        (*text)++;
        n++;
    }
    return n;
}

/**
 * tv_date_parse_iso:
 * @text: (nullable): a date as YYYY-MM-DD, nothing before or after it
 *
 * Returns: the date, or TV_DATE_NONE
 */
TvDate
tv_date_parse_iso (const char *text)
{
    int year, month, day;

    if (!text || read_digits (&text, 4, &year) != 4 || *text++ != '-'
        || read_digits (&text, 2, &month) != 2 || *text++ != '-'
        || read_digits (&text, 2, &day) != 2 || *text != '\0')
        return TV_DATE_NONE;
    return tv_date_from_ymd (year, month, day);
}

/**
 * tv_date_parse_typed:
 * @text: (nullable): a date as people write it here: day, month, year with / - . or spaces
 *   between them (5/9/2026, 05-09-2026, 5.9.26), or ISO; spaces around it are passed over
 *
 * The day stands before the month, always: there is no guessing. A year of two digits is of
 * this century, since nobody in a school was born before.
 *
 * Returns: the date, or TV_DATE_NONE where the text is no date or the calendar lacks the day
 */
TvDate
tv_date_parse_typed (const char *text)
{
    g_autofree char *trimmed = NULL;
    const char *p;
    int day, month, year, n_digits;

    if (!text)
        return TV_DATE_NONE;
    trimmed = g_strstrip (g_strdup (text));
    p = trimmed;
    if (strlen (p) == 10 && p[4] == '-')
        return tv_date_parse_iso (p);
    if (!read_digits (&p, 2, &day) || !strchr ("/-. ", *p) || !*p++ || !read_digits (&p, 2, &month)
        || !strchr ("/-. ", *p) || !*p++)
        return TV_DATE_NONE;
    n_digits = read_digits (&p, 4, &year);
    if ((n_digits != 2 && n_digits != 4) || *p != '\0')
        return TV_DATE_NONE;
    return tv_date_from_ymd (n_digits == 2 ? 2000 + year : year, month, day);
}

/**
 * tv_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, for files and the record book
 */
char *
tv_date_to_iso (TvDate date)
{
    int year, month, day;

    if (date == TV_DATE_NONE)
        return NULL;
    tv_date_get_ymd (date, &year, &month, &day);
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * tv_date_to_text:
 * @date: a date
 *
 * Returns: (transfer full): dd/mm/yyyy, as people read it here in either language; "" for none
 */
char *
tv_date_to_text (TvDate date)
{
    int year, month, day;

    if (date == TV_DATE_NONE)
        return g_strdup ("");
    tv_date_get_ymd (date, &year, &month, &day);
    return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
}

/**
 * tv_date_add_months:
 * @date: a real date
 * @months: how many months later (negative: earlier)
 *
 * Returns: the same day of that month, or its last day where the month is shorter
 */
TvDate
tv_date_add_months (TvDate date, int months)
{
    int year, month, day, months_since;

    tv_date_get_ymd (date, &year, &month, &day);
    months_since = year * 12 + month - 1 + months;
    year = months_since / 12;
    month = months_since % 12 + 1;
    return make_date (year, month, MIN (day, count_days_in_month (year, month)));
}

/**
 * tv_date_completed_months:
 * @birth: a real date
 * @day: a real date, not before @birth
 *
 * The age a Vietnamese growth chart goes by: 0 until the day before one month is full. A child
 * born on the 31st completes a month that has no 31st on the first day of the next one.
 *
 * Returns: full months from @birth to @day
 */
int
tv_date_completed_months (TvDate birth, TvDate day)
{
    int birth_year, birth_month, birth_day, year, month, day_of_month;

    g_return_val_if_fail (birth != TV_DATE_NONE && day != TV_DATE_NONE, 0);
    tv_date_get_ymd (birth, &birth_year, &birth_month, &birth_day);
    tv_date_get_ymd (day, &year, &month, &day_of_month);
    return (year - birth_year) * 12 + month - birth_month - (day_of_month < birth_day);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Civil dates as day numbers: reading what people and machines write, and ages between two days. */

#include "base/tv-date.h"

#include <string.h>

static const int FIRST_YEAR = 1800;
static const int LAST_YEAR = 2199;

static GDate
as_gdate (TvDate date)
{
    GDate result;

    g_date_clear (&result, 1);
    /* GDate counts from 0001-01-01 = 1; 1970-01-01 is its day 719163. */
    g_date_set_julian (&result, (guint32) (date + 719163));
    return result;
}

static TvDate
from_gdate (const GDate *date)
{
    return (TvDate) g_date_get_julian (date) - 719163;
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
    GDate date;

    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31
        || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return TV_DATE_NONE;
    g_date_clear (&date, 1);
    g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    return from_gdate (&date);
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
    GDate gdate;

    g_return_if_fail (date != TV_DATE_NONE);
    gdate = as_gdate (date);
    if (year)
        *year = g_date_get_year (&gdate);
    if (month)
        *month = (int) g_date_get_month (&gdate);
    if (day)
        *day = g_date_get_day (&gdate);
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
    GDate gdate = as_gdate (date);

    if (months >= 0)
        g_date_add_months (&gdate, (guint) months);
    else
        g_date_subtract_months (&gdate, (guint) -months);
    return from_gdate (&gdate);
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

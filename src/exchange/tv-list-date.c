/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as lists have them: in words, as numbers of days, with years of two digits, and with the
 * month first where a machine was set up for America, which only the whole column tells. */

#include "exchange/tv-list-date.h"

#include "base/tv-text.h"
#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The numbers that a spreadsheet has for the days from 1954 to 2064, counted from 1900. */
#define FIRST_SERIAL 20000
#define LAST_SERIAL 60000

/* Three numbers, in the order in which they stand. */
typedef struct {
    int first;
    int second;
    int year;
    gboolean has_year_first;
    gboolean is_short_year;
} Parts;

static const char *const order_codes[] = { "unknown", "day-first", "month-first", NULL };

/**
 * tv_date_order_code:
 *
 * Returns: the order's name in settings
 */
const char *
tv_date_order_code (TvDateOrder order)
{
    return tv_vocabulary_code (order_codes, (int) order);
}

gboolean
tv_date_order_parse (const char *code, TvDateOrder *order)
{
    int found;

    if (!tv_vocabulary_parse (order_codes, code, &found))
        return FALSE;
    *order = (TvDateOrder) found;
    return TRUE;
}

/**
 * tv_date_order_label:
 *
 * Returns: the order for people
 */
const char *
tv_date_order_label (TvDateOrder order)
{
    return order == TV_DATE_ORDER_MONTH_FIRST ? _ ("Month before day") : _ ("Day before month");
}

/* The number at @p and what stands behind it and what parts it from the next; FALSE where there is
 * none, or one that is too long. */
static gboolean
take_number (const char **p, int *value, int *n_digits)
{
    char *end;

    if (!g_ascii_isdigit (**p))
        return FALSE;
    *value = (int) MIN (g_ascii_strtoull (*p, &end, 10), 100000);
    *n_digits = (int) (end - *p);
    *p = end + strspn (end, "/-. ,");
    return *n_digits <= 4;
}

/* Three numbers and nothing else, the year first or last. */
static gboolean
split (const char *text, Parts *parts)
{
    int numbers[3], n_digits[3];
    const char *p = text;

    for (guint i = 0; i < 3; i++) {
        if (!take_number (&p, &numbers[i], &n_digits[i]) || (i < 2 && !strchr ("/-. ,", p[-1])))
            return FALSE;
    }
    if (*p || (n_digits[2] != 4 && n_digits[2] != 2 && n_digits[0] != 4))
        return FALSE;
    parts->has_year_first = n_digits[0] == 4;
    parts->first = parts->has_year_first ? numbers[2] : numbers[0];
    parts->second = numbers[1];
    parts->year = parts->has_year_first ? numbers[0] : numbers[2];
    parts->is_short_year = !parts->has_year_first && n_digits[2] == 2;
    return n_digits[1] <= 2 && (parts->has_year_first ? n_digits[2] : n_digits[0]) <= 2;
}

/* Finds @pattern, a literal, in @text; NULL where it is not. */
static GMatchInfo *
match (GRegex **regex, const char *pattern, const char *text)
{
    g_autoptr (GMatchInfo) found = NULL;

    if (g_once_init_enter (regex)) {
        GRegex *made = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);

        g_assert (made);
        g_once_init_leave (regex, made);
    }
    return g_regex_match (*regex, text, 0, &found) ? g_steal_pointer (&found) : NULL;
}

/* "ngày 5 tháng 9 năm 2019", "5 thg 9, 2019", "05-Sep-19" as "5/9/2019". */
static char *
spell_in_numbers (const char *text)
{
    static const char months[] = "jan feb mar apr may jun jul aug sep oct nov dec ";
    static GRegex *vietnamese, *english;
    g_autofree char *folded = tv_text_fold (text);
    g_autoptr (GMatchInfo) found
        = match (&vietnamese,
                 "^(?:ngay )?(\\d{1,2})\\W{0,3}(?:thang|thg|th)\\W{0,2}(\\d{1,2})\\W{0,3}(?:nam "
                 ")?(\\d{2}|\\d{4})$",
                 folded);
    g_autofree char *day = NULL;
    g_autofree char *month = NULL;
    g_autofree char *year = NULL;
    const char *place;

    if (!found)
        found = match (&english, "^(\\d{1,2})[-/ ]([a-z]{3})[a-z]*[-/ ,]{1,2}(\\d{2}|\\d{4})$",
                       folded);
    if (!found)
        return NULL;
    day = g_match_info_fetch (found, 1);
    month = g_match_info_fetch (found, 2);
    year = g_match_info_fetch (found, 3);
    if (g_ascii_isdigit (*month))
        return g_strdup_printf ("%s/%s/%s", day, month, year);
    place = strstr (months, month);
    return place && (place - months) % 4 == 0
               ? g_strdup_printf ("%s/%d/%s", day, (int) (place - months) / 4 + 1, year)
               : NULL;
}

/* Without the time of day that some programs write behind a date. */
static char *
cut_time (const char *text)
{
    char *copy = g_strstrip (g_strdup (text));
    char *colon = strchr (copy, ':');
    char *space = colon ? g_strrstr_len (copy, colon - copy, " ") : NULL;
    char *letter = colon ? strchr (copy, 'T') : NULL;

    if (space)
        *space = '\0';
    else if (letter && letter < colon)
        *letter = '\0';
    return g_strchomp (copy);
}

/* A number of days from 1900 on, maybe with a time of day behind the point. */
static TvDate
read_serial (const char *text)
{
    char *end;
    gint64 days = g_ascii_strtoll (text, &end, 10);

    if (end - text != 5 || days < FIRST_SERIAL || days > LAST_SERIAL)
        return TV_DATE_NONE;
    if (*end == '.' || *end == ',')
        end += 1 + strspn (end + 1, "0123456789");
    return *end == '\0' ? (TvDate) days - 25569 : TV_DATE_NONE;
}

/* 05092019, and the same without its zero. */
static char *
part_digits (const char *text)
{
    gsize n = strlen (text);

    if ((n != 7 && n != 8) || strspn (text, "0123456789") != n)
        return NULL;
    return g_strdup_printf ("%.*s/%.2s/%s", (int) n - 6, text, text + n - 6, text + n - 4);
}

/* A year of two digits is the last one that has come: whoever is in a school was born in it. */
static int
full_year (const Parts *parts, TvDate latest)
{
    int last;

    if (!parts->is_short_year)
        return parts->year;
    tv_date_get_ymd (MIN (latest, tv_date_from_ymd (2089, 12, 31)), &last, NULL, NULL);
    return 2000 + parts->year <= last ? 2000 + parts->year : 1900 + parts->year;
}

/**
 * tv_list_date_parse:
 * @text: a date as it stands in a list, day before month
 * @latest: the last day that can be meant, which tells the century of a year of two digits
 * @is_like_date: (out): whether three numbers stand where those of a date do
 *
 * Returns: the date; TV_DATE_NONE where it is none, or one that the calendar has not
 */
TvDate
tv_list_date_parse (const char *text, TvDate latest, gboolean *is_like_date)
{
    g_autofree char *plain = cut_time (text);
    g_autofree char *numbers = spell_in_numbers (plain);
    g_autofree char *parted = numbers ? NULL : part_digits (plain);
    TvDate serial = read_serial (plain);
    Parts parts;

    *is_like_date = serial != TV_DATE_NONE
                    || split (numbers  ? numbers
                              : parted ? parted
                                       : plain,
                              &parts);
    if (serial != TV_DATE_NONE || !*is_like_date)
        return serial;
    return tv_date_from_ymd (full_year (&parts, latest), parts.second, parts.first);
}

/* How the dates of a column are written. */
typedef struct {
    guint n_day_first;
    guint n_month_first;
    guint n_either;
    guint n_known;      /* that the spreadsheet knows as dates */
    guint n_known_late; /* of these, after the twelfth of their month */
} Tally;

static void
count_date (const TvCell *cell, Tally *tally)
{
    g_autofree char *plain = NULL;
    int day = 0;
    Parts parts;

    if (cell->kind == TV_CELL_DATE) {
        tv_date_get_ymd (cell->date, NULL, NULL, &day);
        tally->n_known++;
        tally->n_known_late += day > 12;
    }
    if (cell->kind != TV_CELL_TEXT)
        return;
    plain = cut_time (cell->text);
    if (!split (plain, &parts) || parts.has_year_first)
        return;
    tally->n_day_first += parts.first > 12 && parts.second <= 12;
    tally->n_month_first += parts.first <= 12 && parts.second > 12;
    tally->n_either += parts.first <= 12 && parts.second <= 12 && parts.first != parts.second;
}

/* A spreadsheet that was set up for America takes 05/09 for the ninth of May, and leaves 25/09 a
 * text: then every text has a late day, and no date has. */
static gboolean
looks_turned (const Tally *tally)
{
    return tally->n_day_first >= 3 && tally->n_month_first == 0 && tally->n_either == 0
           && tally->n_known >= 5 && tally->n_known_late == 0;
}

/**
 * tv_list_date_weigh_column:
 * @sheet: a sheet
 * @column: one that has dates in it
 * @found: (out): what they tell
 *
 * A number beyond twelve is a day. Cells that a spreadsheet knows as dates have no order in them.
 */
void
tv_list_date_weigh_column (TvSheet *sheet, guint column, TvDateColumn *found)
{
    Tally tally = { 0 };

    for (guint row = 0; row < tv_sheet_get_n_rows (sheet); row++)
        count_date (tv_sheet_get_cell (sheet, row, column), &tally);
    *found = (TvDateColumn){ .order = TV_DATE_ORDER_UNKNOWN };
    if (tally.n_day_first > 0)
        found->order = TV_DATE_ORDER_DAY_FIRST;
    else if (tally.n_month_first > 0)
        found->order = TV_DATE_ORDER_MONTH_FIRST;
    found->is_mixed = tally.n_day_first > 0 && tally.n_month_first > 0;
    found->is_either = tally.n_either > 0 && found->order == TV_DATE_ORDER_UNKNOWN;
    found->n_turned = looks_turned (&tally) ? tally.n_known : 0;
}

/* The same numbers in the other order; every such date has a month in the place of the day. */
static char *
turn_back (TvDate date)
{
    int year, month, day;

    tv_date_get_ymd (date, &year, &month, &day);
    return g_strdup_printf ("%02d/%02d/%04d", month, day, year);
}

/**
 * tv_list_date_day_first:
 * @sheet: the cell's sheet
 * @cell: one of a column of dates
 * @column: how that column is read
 *
 * Returns: (transfer full): the cell's text, with the day before the month where the month stands
 *   first and as a date where it is a number of days from 1904 on
 */
char *
tv_list_date_day_first (TvSheet *sheet, const TvCell *cell, const TvDateColumn *column)
{
    g_autofree char *plain = cell->kind == TV_CELL_DATE ? NULL : cut_time (cell->text);
    TvDate serial = plain && tv_sheet_is_from_1904 (sheet) ? read_serial (plain) : TV_DATE_NONE;
    gboolean is_month_first = column->order == TV_DATE_ORDER_MONTH_FIRST;
    Parts parts;

    if (serial != TV_DATE_NONE)
        return tv_date_to_text (serial + TV_SHEET_DAYS_TO_1904);
    if (cell->kind == TV_CELL_DATE && column->n_turned > 0 && is_month_first)
        return turn_back (cell->date);
    if (!plain || !is_month_first || !split (plain, &parts) || parts.has_year_first
        || parts.second > 31 || parts.first > 12)
        return g_strdup (cell->text);
    return g_strdup_printf (parts.is_short_year ? "%02d/%02d/%02d" : "%02d/%02d/%04d", parts.second,
                            parts.first, parts.year);
}

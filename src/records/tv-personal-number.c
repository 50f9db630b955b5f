/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the twelve digits of a personal number say of a child: digit 4 the sex and century, digits
 * 5 and 6 the year of birth (Decree 137/2015/NĐ-CP, article 13). It only ever gives a warning:
 * corrected registers and foreigners are legitimate exceptions. */

#include "records/tv-personal-number.h"

#include <string.h>

/**
 * tv_personal_number_check:
 * @number: a personal number
 * @sex: the child's sex, or unknown
 * @birth_date: the child's birth date, or TV_DATE_NONE
 *
 * Returns: the first thing in which the number and the child differ
 */
TvPersonalNumberDoubt
tv_personal_number_check (const char *number, TvSex sex, TvDate birth_date)
{
    int century_sex, year;

    if (strlen (number) != 12 || strspn (number, "0123456789") != 12)
        return TV_PERSONAL_NUMBER_NOT_12_DIGITS;
    century_sex = g_ascii_digit_value (number[3]);
    if (sex != TV_SEX_UNKNOWN && century_sex % 2 != (sex == TV_SEX_FEMALE))
        return TV_PERSONAL_NUMBER_OTHER_SEX;
    if (birth_date == TV_DATE_NONE)
        return TV_PERSONAL_NUMBER_FITS;
    tv_date_get_ymd (birth_date, &year, NULL, NULL);
    if (year
        != 1900 + century_sex / 2 * 100 + g_ascii_digit_value (number[4]) * 10
               + g_ascii_digit_value (number[5]))
        return TV_PERSONAL_NUMBER_OTHER_YEAR;
    return TV_PERSONAL_NUMBER_FITS;
}

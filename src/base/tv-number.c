/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as people write them here: comma and point are both the decimal sign, and no sign parts
 * thousands, so 1.125 and 1,125 are one and one eighth. The locale has no say. */

#include "base/tv-number.h"

#include "base/tv-language.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Splits trimmed text into sign, whole digits and decimals; FALSE where it is anything else. */
static gboolean
split (char *text, gboolean *is_negative, const char **whole, const char **decimals)
{
    char *sign;

    *is_negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    sign = strpbrk (text, ",.");
    *whole = text;
    *decimals = "";
    if (sign) {
        *sign = '\0';
        *decimals = sign + 1;
    }
    return (**whole || **decimals) && strspn (*whole, "0123456789") == strlen (*whole)
           && strspn (*decimals, "0123456789") == strlen (*decimals);
}

/**
 * tv_number_parse:
 * @text: (nullable): a number such as 15,4 or 15.4; spaces around it are passed over
 * @value: (out): the number
 *
 * Returns: whether the whole text is one plain number
 */
gboolean
tv_number_parse (const char *text, double *value)
{
    g_autofree char *copy = g_strstrip (g_strdup (text ? text : ""));
    g_autofree char *plain = NULL;
    const char *whole, *decimals;
    gboolean is_negative;

    if (!split (copy, &is_negative, &whole, &decimals) || strlen (whole) > 15)
        return FALSE;
    plain = g_strconcat (is_negative ? "-" : "", *whole ? whole : "0", ".", decimals, NULL);
    *value = g_ascii_strtod (plain, NULL);
    return isfinite (*value);
}

/**
 * tv_number_parse_fixed:
 * @text: (nullable): a number such as 15,4
 * @n_decimals: 0 to 6: 1 reads centimetres as millimetres, 3 kilograms as grams
 * @value: (out): the number times ten to the @n_decimals; a digit beyond that rounds half up
 *
 * Exact, since no binary fraction stands between text and record.
 *
 * Returns: whether the whole text is one plain number
 */
gboolean
tv_number_parse_fixed (const char *text, int n_decimals, gint64 *value)
{
    g_autofree char *copy = g_strstrip (g_strdup (text ? text : ""));
    const char *whole, *decimals;
    gboolean is_negative;
    gint64 result = 0;

    g_return_val_if_fail (n_decimals >= 0 && n_decimals <= 6, FALSE);
    if (!split (copy, &is_negative, &whole, &decimals) || strlen (whole) > 10)
        return FALSE;
    for (; *whole; whole++)
        result = result * 10 + g_ascii_digit_value (*whole);
    for (int i = 0; i < n_decimals; i++)
        result = result * 10 + (*decimals ? g_ascii_digit_value (*decimals++) : 0);
    if (*decimals >= '5')
        result++;
    *value = is_negative ? -result : result;
    return TRUE;
}

/* To the nearer decimal, a half away from zero, as spreadsheets round: 6.25 is 6.3, and 1.005
 * is 1.01 although its binary form lies a hair below. */
static double
round_half_up (double value, int n_decimals)
{
    double scale = pow (10, n_decimals);
    double scaled = value * scale * (1 + DBL_EPSILON);

    return fabs (scaled) < 1e15 ? round (scaled) / scale : value;
}

/**
 * tv_number_append_whole:
 * @text: what it is appended to
 * @value: a whole number
 *
 * Writes it for machines. printf() takes ten times as long, which shows where a number goes into
 * each of thousands of texts.
 */
void
tv_number_append_whole (GString *text, gint64 value)
{
    char digits[20];
    char *first = digits + sizeof digits;
    guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

    do
        *--first = (char) ('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (value < 0)
        g_string_append_c (text, '-');
    g_string_append_len (text, first, digits + sizeof digits - first);
}

/**
 * tv_number_format:
 * @value: any number
 * @n_decimals: how many decimals to show, 0 to 6; a half rounds away from zero
 *
 * Returns: (transfer full): the number for people, with a decimal comma in Vietnamese; zero is
 *   never negative
 */
char *
tv_number_format (double value, int n_decimals)
{
    char format[8], text[64];
    char *point;

    g_snprintf (format, sizeof format, "%%.%df", n_decimals);
    g_ascii_formatd (text, sizeof text, format, round_half_up (value, n_decimals));
    if (text[0] == '-' && strspn (text + 1, "0.") == strlen (text + 1))
        memmove (text, text + 1, strlen (text));
    point = strchr (text, '.');
    if (point && tv_language_get () == TV_LANGUAGE_VIETNAMESE)
        *point = ',';
    return g_strdup (text);
}

/**
 * tv_number_format_fixed:
 * @value: a number times ten to the @n_decimals, such as millimetres or grams
 * @n_decimals: 0 to 6
 * @n_shown: how many decimals to show at least; further ones are shown only while not zero
 *
 * Returns: (transfer full): the number for people: 1125 mm with 1 and 1 is 112,5
 */
char *
tv_number_format_fixed (gint64 value, int n_decimals, int n_shown)
{
    gint64 rest = value;
    int n_needed = n_decimals;

    while (n_needed > n_shown && rest % 10 == 0) {
        rest /= 10;
        n_needed--;
    }
    return tv_number_format ((double) value / pow (10, n_decimals), MAX (n_needed, n_shown));
}

/**
 * tv_number_format_signed:
 * @value: any number
 * @n_decimals: 0 to 6
 *
 * Returns: (transfer full): as tv_number_format(), with + before and a true minus sign
 */
char *
tv_number_format_signed (double value, int n_decimals)
{
    g_autofree char *plain = tv_number_format (value, n_decimals);

    if (plain[0] == '-')
        return g_strconcat ("−", plain + 1, NULL);
    return strspn (plain, "0.,") == strlen (plain) ? g_steal_pointer (&plain)
                                                   : g_strconcat ("+", plain, NULL);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The order in which a school names its classes. */

#include "store/tv-class-order.h"

#include "base/tv-text.h"

/* Runs of digits as numbers, so that 1A2 stands before 1A10. */
static int
compare_names (const char *a, const char *b)
{
    while (*a && *b) {
        if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b)) {
            char *rest_of_a, *rest_of_b;
            guint64 x = g_ascii_strtoull (a, &rest_of_a, 10);
            guint64 y = g_ascii_strtoull (b, &rest_of_b, 10);

            if (x != y)
                return x < y ? -1 : 1;
            a = rest_of_a;
            b = rest_of_b;
        } else if (g_utf8_get_char (a) == g_utf8_get_char (b)) {
            a = g_utf8_next_char (a);
            b = g_utf8_next_char (b);
        } else {
            return tv_text_compare (a, b);
        }
    }
    return (*a != '\0') - (*b != '\0');
}

/**
 * tv_class_order_compare:
 * @a: a class
 * @b: a class of the same year
 *
 * Returns: less than, equal to or more than 0: by the position the school gave them, by grade (an
 *   unknown one last), by name
 */
int
tv_class_order_compare (const TvClass *a, const TvClass *b)
{
    int grade_a = a->grade < 0 ? G_MAXINT : a->grade, grade_b = b->grade < 0 ? G_MAXINT : b->grade;

    if (a->position != b->position)
        return a->position < b->position ? -1 : 1;
    if (grade_a != grade_b)
        return grade_a < grade_b ? -1 : 1;
    return compare_names (a->name, b->name);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of a class list. */

#include "store/tv-roster-order.h"

#include "base/tv-text.h"
#include "store/tv-class-order.h"

#include <string.h>

static int
compare_names (const char *a, const char *b)
{
    int by_given_name = tv_text_compare (tv_text_given_name (a), tv_text_given_name (b));

    return by_given_name != 0 ? by_given_name : tv_text_compare (a, b);
}

/**
 * tv_roster_order_compare_students:
 *
 * Returns: less than, equal to or more than 0: by given name, then by the whole name, in the order
 *   of the Vietnamese alphabet; two children of one name by their birth dates
 */
int
tv_roster_order_compare_students (const TvStudent *a, const TvStudent *b)
{
    int order = compare_names (tv_student_list_name (a), tv_student_list_name (b));

    return order != 0 ? order : a->birth_date < b->birth_date ? -1 : a->birth_date > b->birth_date;
}

/**
 * tv_roster_order_compare:
 *
 * Returns: less than, equal to or more than 0: by class, roll number (an unknown one last), name
 *   and at last by the key, so that the order is always the same
 */
int
tv_roster_order_compare (const TvClass *class_a, const TvEnrolment *enrolment_a,
                         const TvStudent *student_a, const TvClass *class_b,
                         const TvEnrolment *enrolment_b, const TvStudent *student_b)
{
    int roll_a = enrolment_a->roll_number ? enrolment_a->roll_number : G_MAXINT;
    int roll_b = enrolment_b->roll_number ? enrolment_b->roll_number : G_MAXINT;
    int order = class_a->id == class_b->id ? 0 : tv_class_order_compare (class_a, class_b);

    if (order != 0)
        return order;
    if (roll_a != roll_b)
        return roll_a < roll_b ? -1 : 1;
    order = tv_roster_order_compare_students (student_a, student_b);
    if (order != 0)
        return order;
    return enrolment_a->id < enrolment_b->id ? -1 : enrolment_a->id > enrolment_b->id;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each enumeration: every value has a code of its own that is read back, and a word for people. */

#include "base/tv-language.h"
#include "records/tv-measurement.h"
#include "records/tv-person.h"
#include "records/tv-round.h"
#include "records/tv-school.h"
#include "records/tv-student.h"
#include "records/tv-target.h"

#include <string.h>

/* The codes are what record books and files hold: to change one breaks them. */
#define DEFINE_CODES_TEST(Type, prefix, ...)                                                       \
    static void test_##prefix (void)                                                               \
    {                                                                                              \
        const char *codes[] = { __VA_ARGS__ };                                                     \
        Type value = 0;                                                                            \
                                                                                                   \
        for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {                                         \
            g_assert_cmpstr (tv_##prefix##_code ((Type) i), ==, codes[i]);                         \
            g_assert_true (tv_##prefix##_parse (codes[i], &value));                                \
            g_assert_cmpint ((int) value, ==, (int) i);                                            \
        }                                                                                          \
        g_assert_false (tv_##prefix##_parse ("other", &value));                                    \
        g_assert_false (tv_##prefix##_parse (NULL, &value));                                       \
    }

DEFINE_CODES_TEST (TvPosition, position, "", "L", "H")
DEFINE_CODES_TEST (TvMeasurementState, measurement_state, "measured", "absent", "refused",
                   "impossible")
DEFINE_CODES_TEST (TvRole, role, "nurse", "principal", "teacher", "auditor")
DEFINE_CODES_TEST (TvRoundKind, round_kind, "regular", "monthly", "clinic")
DEFINE_CODES_TEST (TvClothing, clothing, "", "light", "coat-off", "coat-on")
DEFINE_CODES_TEST (TvLevel, level, "kindergarten", "primary", "lower-secondary", "upper-secondary",
                   "ward")
DEFINE_CODES_TEST (TvSex, sex, "", "M", "F")
DEFINE_CODES_TEST (TvEnrolmentStatus, enrolment_status, "studying", "arrived", "moved-away",
                   "stopped")
DEFINE_CODES_TEST (TvDirection, direction, "", "below", "at-most", "at-least")

static void
add_label (GHashTable *seen, const char *label)
{
    g_assert_nonnull (label);
    g_assert_cmpuint (strlen (label), >, 0);
    g_assert_true (g_hash_table_add (seen, (gpointer) label));
}

static void
test_labels (void)
{
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

    tv_language_start (TV_LANGUAGE_ENGLISH);
    for (int i = 0; i < 4; i++) {
        add_label (seen, tv_measurement_state_label ((TvMeasurementState) i));
        add_label (seen, tv_role_label ((TvRole) i));
        add_label (seen, tv_clothing_label ((TvClothing) i));
        add_label (seen, tv_enrolment_status_label ((TvEnrolmentStatus) i));
    }
    for (int i = 0; i < 5; i++)
        add_label (seen, tv_level_label ((TvLevel) i));
    for (int i = 1; i < 3; i++) {
        add_label (seen, tv_sex_label ((TvSex) i));
        add_label (seen, tv_position_label ((TvPosition) i));
    }
    g_assert_cmpstr (tv_sex_label (TV_SEX_UNKNOWN), ==, "");
    g_assert_cmpstr (tv_position_label (TV_POSITION_UNKNOWN), ==, "");
}

static void
test_is_here (void)
{
    g_assert_true (tv_enrolment_status_is_here (TV_ENROLMENT_STUDYING));
    g_assert_true (tv_enrolment_status_is_here (TV_ENROLMENT_ARRIVED));
    g_assert_false (tv_enrolment_status_is_here (TV_ENROLMENT_MOVED_AWAY));
    g_assert_false (tv_enrolment_status_is_here (TV_ENROLMENT_STOPPED));
}

/* Lying ends where the table of lengths does: day 730. */
static void
test_position_by_age (void)
{
    g_assert_cmpint (tv_position_by_age (0), ==, TV_POSITION_RECUMBENT);
    g_assert_cmpint (tv_position_by_age (730), ==, TV_POSITION_RECUMBENT);
    g_assert_cmpint (tv_position_by_age (731), ==, TV_POSITION_STANDING);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/codes/position", test_position);
    g_test_add_func ("/codes/measurement-state", test_measurement_state);
    g_test_add_func ("/codes/role", test_role);
    g_test_add_func ("/codes/round-kind", test_round_kind);
    g_test_add_func ("/codes/clothing", test_clothing);
    g_test_add_func ("/codes/level", test_level);
    g_test_add_func ("/codes/sex", test_sex);
    g_test_add_func ("/codes/enrolment-status", test_enrolment_status);
    g_test_add_func ("/codes/direction", test_direction);
    g_test_add_func ("/codes/labels", test_labels);
    g_test_add_func ("/codes/is-here", test_is_here);
    g_test_add_func ("/codes/position-by-age", test_position_by_age);
    return g_test_run ();
}

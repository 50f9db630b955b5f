/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the values of a list as people write them, and says what is wrong with each. */

#include "exchange/tv-list-value.h"

#include "base/tv-number.h"
#include "base/tv-text.h"
#include "exchange/tv-list-date.h"

#include <math.h>
#include <string.h>

/**
 * tv_list_value_date:
 * @text: a date as it stands in a list, day before month
 * @earliest: the first day allowed
 * @latest: the last day allowed
 * @date: (out): the date, TV_DATE_NONE where there is a fault
 *
 * Returns: what is wrong with it
 */
TvListFaultCode
tv_list_value_date (const char *text, TvDate earliest, TvDate latest, TvDate *date)
{
    gboolean is_like_date;
    TvDate found = tv_list_date_parse (text, latest, &is_like_date);

    *date = TV_DATE_NONE;
    if (found == TV_DATE_NONE)
        return is_like_date ? TV_LIST_FAULT_NO_SUCH_DAY : TV_LIST_FAULT_NOT_A_DATE;
    if (found < earliest)
        return TV_LIST_FAULT_TOO_EARLY;
    if (found > latest)
        return TV_LIST_FAULT_TOO_LATE;
    *date = found;
    return TV_LIST_FAULT_NONE;
}

/* Finds a folded word in a table of words, each with the number that stands before it. */
typedef struct {
    const char *word;
    int value;
} Word;

static gboolean
look_up (const Word *words, guint n_words, const char *text, int *value)
{
    g_autofree char *key = tv_list_field_header_key (text);

    for (guint i = 0; i < n_words; i++) {
        if (strcmp (key, words[i].word) == 0) {
            *value = words[i].value;
            return TRUE;
        }
    }
    return FALSE;
}

/**
 * tv_list_value_sex:
 * @text: Nam, Nữ, M, F, or the ministry's 1 and 2
 * @sex: (out): the sex
 *
 * Returns: what is wrong with it
 */
TvListFaultCode
tv_list_value_sex (const char *text, TvSex *sex)
{
    static const Word words[] = {
        { "nam", TV_SEX_MALE },      { "trai", TV_SEX_MALE },     { "be trai", TV_SEX_MALE },
        { "m", TV_SEX_MALE },        { "male", TV_SEX_MALE },     { "boy", TV_SEX_MALE },
        { "1", TV_SEX_MALE },        { "01", TV_SEX_MALE },       { "nu", TV_SEX_FEMALE },
        { "gai", TV_SEX_FEMALE },    { "be gai", TV_SEX_FEMALE }, { "f", TV_SEX_FEMALE },
        { "female", TV_SEX_FEMALE }, { "girl", TV_SEX_FEMALE },   { "2", TV_SEX_FEMALE },
        { "02", TV_SEX_FEMALE },
    };
    int value = TV_SEX_UNKNOWN;
    gboolean is_known = look_up (words, G_N_ELEMENTS (words), text, &value);

    *sex = (TvSex) value;
    return is_known ? TV_LIST_FAULT_NONE : TV_LIST_FAULT_UNKNOWN_WORD;
}

/**
 * tv_list_value_is_mark:
 * @text: (nullable): what stands in a column that is ticked
 *
 * Returns: whether it is ticked: anything but nothing, 0 and FALSE
 */
gboolean
tv_list_value_is_mark (const char *text)
{
    return text && *text && strcmp (text, "0") != 0 && strcmp (text, "FALSE") != 0;
}

/**
 * tv_list_value_status:
 * @text: a status of the ministry's list: it has twelve, which mean these four
 * @status: (out): the status
 *
 * Returns: what is wrong with it
 */
TvListFaultCode
tv_list_value_status (const char *text, TvEnrolmentStatus *status)
{
    static const struct {
        const char *words;
        TvEnrolmentStatus status;
    } known[] = {
        { "xin hoc lai", TV_ENROLMENT_STUDYING }, { "hoc lai", TV_ENROLMENT_STUDYING },
        { "dang hoc", TV_ENROLMENT_STUDYING },    { "luu ban", TV_ENROLMENT_STUDYING },
        { "chuyen den", TV_ENROLMENT_ARRIVED },   { "tiep nhan", TV_ENROLMENT_ARRIVED },
        { "chuyen di", TV_ENROLMENT_MOVED_AWAY }, { "chuyen truong", TV_ENROLMENT_MOVED_AWAY },
        { "thoi hoc", TV_ENROLMENT_STOPPED },     { "bo hoc", TV_ENROLMENT_STOPPED },
        { "nghi hoc", TV_ENROLMENT_STOPPED },
    };
    g_autofree char *key = tv_list_field_header_key (text);

    for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
        if (strstr (key, known[i].words)) {
            *status = known[i].status;
            return TV_LIST_FAULT_NONE;
        }
    }
    return tv_enrolment_status_parse (key, status) ? TV_LIST_FAULT_NONE
                                                   : TV_LIST_FAULT_UNKNOWN_WORD;
}

/* The number without the unit that some write behind it. */
static char *
without_unit (const char *text, const char *unit)
{
    g_autofree char *small = g_ascii_strdown (text, -1);

    if (g_str_has_suffix (small, unit))
        small[strlen (small) - strlen (unit)] = '\0';
    return g_strdup (g_strstrip (small));
}

/**
 * tv_list_value_quantity:
 * @text: kilograms or centimetres, with comma or point
 * @quantity: which of them
 * @value: (out): grams or millimetres, 0 where there is a fault
 * @typed: (out): the number as typed, even where it is out of range; NAN where it is no number
 *
 * Returns: what is wrong with it
 */
TvListFaultCode
tv_list_value_quantity (const char *text, TvQuantity quantity, int *value, double *typed)
{
    gboolean is_weight = quantity == TV_QUANTITY_WEIGHT;
    g_autofree char *plain = without_unit (text, is_weight ? "kg" : "cm");
    int least = is_weight ? TV_WEIGHT_MIN_G : TV_HEIGHT_MIN_MM;
    int most = is_weight ? TV_WEIGHT_MAX_G : TV_HEIGHT_MAX_MM;
    gint64 found;

    *value = 0;
    *typed = NAN;
    if (!tv_number_parse_fixed (plain, is_weight ? 3 : 1, &found)
        || !tv_number_parse (plain, typed))
        return TV_LIST_FAULT_NOT_A_NUMBER;
    if (found < least || found > most)
        return TV_LIST_FAULT_OUT_OF_RANGE;
    *value = (int) found;
    return TV_LIST_FAULT_NONE;
}

/**
 * tv_list_value_not_measured:
 * @text: (nullable): a note, or what stands where a value should
 * @state: (out): why there is no value
 *
 * Returns: whether the text says that the child was not measured
 */
gboolean
tv_list_value_not_measured (const char *text, TvMeasurementState *state)
{
    static const Word words[] = {
        { "vang", TV_MEASUREMENT_ABSENT },
        { "vang mat", TV_MEASUREMENT_ABSENT },
        { "v", TV_MEASUREMENT_ABSENT },
        { "nghi", TV_MEASUREMENT_ABSENT },
        { "nghi hoc", TV_MEASUREMENT_ABSENT },
        { "nghi om", TV_MEASUREMENT_ABSENT },
        { "absent", TV_MEASUREMENT_ABSENT },
        { "khong hop tac", TV_MEASUREMENT_REFUSED },
        { "refused", TV_MEASUREMENT_REFUSED },
        { "khong do duoc", TV_MEASUREMENT_IMPOSSIBLE },
        { "khong can duoc", TV_MEASUREMENT_IMPOSSIBLE },
        { "khong can do duoc", TV_MEASUREMENT_IMPOSSIBLE },
    };
    int value;

    if (!text || !look_up (words, G_N_ELEMENTS (words), text, &value))
        return FALSE;
    *state = (TvMeasurementState) value;
    return TRUE;
}

/**
 * tv_list_value_position:
 * @text: Nằm, Đứng, L or H
 * @position: (out): how the child was measured
 *
 * Returns: what is wrong with it
 */
TvListFaultCode
tv_list_value_position (const char *text, TvPosition *position)
{
    static const Word words[] = {
        { "nam", TV_POSITION_RECUMBENT },    { "do nam", TV_POSITION_RECUMBENT },
        { "l", TV_POSITION_RECUMBENT },      { "dung", TV_POSITION_STANDING },
        { "do dung", TV_POSITION_STANDING }, { "h", TV_POSITION_STANDING },
    };
    int value = TV_POSITION_UNKNOWN;
    gboolean is_known = look_up (words, G_N_ELEMENTS (words), text, &value);

    *position = (TvPosition) value;
    return is_known ? TV_LIST_FAULT_NONE : TV_LIST_FAULT_UNKNOWN_WORD;
}

/**
 * tv_list_value_digits:
 * @text: a number that names somebody, or a telephone
 *
 * Returns: (transfer full): the number without the spaces, points, dashes and the apostrophe that
 *   keeps its zeros in a spreadsheet
 */
char *
tv_list_value_digits (const char *text)
{
    g_autoptr (GString) result = g_string_new (NULL);

    for (const char *p = text; *p; p++) {
        if (!strchr (" .-'", *p))
            g_string_append_c (result, *p);
    }
    return g_string_free (g_steal_pointer (&result), FALSE);
}

/* "VĂN" to "Văn"; what follows an apostrophe stays as it is. */
static char *
capitalize (const char *word)
{
    g_autofree char *first = g_utf8_substring (word, 0, 1);
    g_autofree char *rest = g_utf8_strdown (g_utf8_next_char (word), -1);

    return g_strconcat (first, rest, NULL);
}

/**
 * tv_list_value_name:
 * @text: a child's name
 *
 * Returns: (transfer full): the name, cleaned; one that is all in capitals as one would write it
 */
char *
tv_list_value_name (const char *text)
{
    g_autofree char *clean = tv_text_clean (text);
    g_autofree char *upper = g_utf8_strup (clean, -1);
    g_auto (GStrv) words = NULL;

    if (strcmp (clean, upper) != 0 || !strchr (clean, ' '))
        return g_steal_pointer (&clean);
    words = g_strsplit (clean, " ", -1);
    for (char **word = words; *word; word++) {
        char *tidy = capitalize (*word);

        g_free (*word);
        *word = tidy;
    }
    return g_strjoinv (" ", words);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a pasted column look like: names of the class, days, numbers that count the
 * lines, weights, heights. Told by the values alone, since people mostly copy without the header.
 */

#include "workflows/tv-paste-profile.h"

#include "base/tv-number.h"
#include "base/tv-text.h"
#include "exchange/tv-list-value.h"

#include <math.h>
#include <string.h>

/* A column of these is the year of birth, and no value of a child. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2100

/* A day in a cell that lost its format: 1982 to 2064. */
#define FIRST_SERIAL 30000
#define LAST_SERIAL 60000

/**
 * tv_paste_text_is_number:
 * @text: a cell
 * @number: (out): the number
 *
 * Returns: whether it is a plain number, with comma or point, perhaps with its unit behind it; of
 *   "68,4-53,1" it is the difference
 */
gboolean
tv_paste_text_is_number (const char *text, double *number)
{
    static const char *const units[] = { "kg", "cm", "m" };
    g_autofree char *plain = g_ascii_strdown (text, -1);
    char *minus;
    double alone;

    for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
        if (g_str_has_suffix (plain, units[i])) {
            plain[strlen (plain) - strlen (units[i])] = '\0';
            break;
        }
    }
    minus = strchr (plain, '-');
    if (!minus)
        return tv_number_parse (plain, number);
    *minus = '\0';
    if (!tv_number_parse (plain, number) || !tv_number_parse (minus + 1, &alone))
        return FALSE;
    *number -= alone;
    return TRUE;
}

static gboolean
is_date (const char *text)
{
    TvDate date;
    double number;

    if (tv_paste_text_is_number (text, &number))
        return number >= FIRST_SERIAL && number <= LAST_SERIAL && floor (number) == number;
    return tv_list_value_date (text, G_MININT / 2, G_MAXINT / 2, &date) == TV_LIST_FAULT_NONE;
}

static gboolean
is_words (const char *text)
{
    gboolean has_letter = FALSE;

    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (g_unichar_isdigit (c))
            return FALSE;
        has_letter = has_letter || g_unichar_isalpha (c);
    }
    return has_letter;
}

/* Two words or more, each with a capital letter: "Vũ Thị Xuân", not "bình thường". */
static gboolean
looks_like_name (const char *text)
{
    gunichar before = ' ';
    guint n_words = 0;

    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (before == ' ' && !g_unichar_isupper (c))
            return FALSE;
        n_words += before == ' ';
        before = c;
    }
    return n_words >= 2;
}

/**
 * tv_paste_profile_list_names:
 * @sheet: a class
 *
 * Returns: (transfer full): the names of its children, folded, and the ends of them, which is what
 *   they are called
 */
GHashTable *
tv_paste_profile_list_names (const TvMeasuringSheet *sheet)
{
    GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);
        g_autofree char *folded = tv_text_fold (row->student->name);

        for (const char *word = folded; word; word = strchr (word, ' ')) {
            word += *word == ' ';
            g_hash_table_add (names, g_strdup (word));
        }
    }
    return names;
}

static gboolean
is_of_class (const char *name, GHashTable *names)
{
    g_autofree char *folded = tv_text_fold (name);

    return g_hash_table_contains (names, folded);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
    double left = *(const double *) a, right = *(const double *) b;

    return left < right ? -1 : left > right;
}

static double
median_of (GArray *numbers)
{
    g_array_sort (numbers, compare_numbers);
    return numbers->len > 0 ? g_array_index (numbers, double, numbers->len / 2) : NAN;
}

/* A column of one number counts nothing that could be told from a value. */
static void
take_numbers (TvPasteProfile *self, GArray *numbers)
{
    self->is_counting = numbers->len >= 2;
    self->is_all_years = numbers->len > 0;
    for (guint i = 0; i < numbers->len; i++) {
        double number = g_array_index (numbers, double, i);

        self->is_counting = self->is_counting && floor (number) == number && number >= 1
                            && (i == 0 || number == g_array_index (numbers, double, i - 1) + 1);
        self->is_all_years = self->is_all_years && floor (number) == number && number >= FIRST_YEAR
                             && number <= LAST_YEAR;
    }
    self->median = median_of (numbers);
}

static void
take_cell (TvPasteProfile *self, const char *text, GHashTable *names, GArray *numbers)
{
    TvMeasurementState state;
    TvSex sex;
    double number;

    self->n_filled++;
    if (is_date (text)) {
        self->n_dates++;
    } else if (tv_paste_text_is_number (text, &number)) {
        g_array_append_val (numbers, number);
        self->n_numbers++;
    } else if (tv_list_value_not_measured (text, &state)) {
        self->n_states++;
    } else if (is_words (text)) {
        self->n_words++;
        self->n_sexes += tv_list_value_sex (text, &sex) == TV_LIST_FAULT_NONE;
        self->n_names += is_of_class (text, names);
        self->n_like_names += looks_like_name (text);
    }
}

/**
 * tv_paste_profile_take:
 * @self: (out caller-allocates): what stands in the column
 * @first_line: below the header
 * @names: that are looked for
 */
void
tv_paste_profile_take (TvPasteProfile *self, const TvPasteTable *table, guint first_line,
                       guint column, GHashTable *names)
{
    g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

    *self = (TvPasteProfile){ 0 };
    for (guint i = first_line; i < table->lines->len; i++) {
        const char *text = tv_paste_table_cell (table, i, column);

        if (*text)
            take_cell (self, text, names, numbers);
    }
    take_numbers (self, numbers);
}

/**
 * tv_paste_profile_count_joined_names:
 * @column: the first of two columns
 *
 * Returns: how many lines have a name of the class when both columns are read as one
 */
guint
tv_paste_profile_count_joined_names (const TvPasteTable *table, guint first_line, guint column,
                                     GHashTable *names)
{
    guint n = 0;

    for (guint i = first_line; i < table->lines->len; i++) {
        const char *family = tv_paste_table_cell (table, i, column);
        const char *given = tv_paste_table_cell (table, i, column + 1);
        g_autofree char *joined = g_strjoin (" ", family, given, NULL);

        n += *family && *given && is_words (joined) && is_of_class (joined, names);
    }
    return n;
}

/* A rough middle for an age, where nobody of the class has been measured before. */
static void
expect_by_age (const TvMeasuringSheet *sheet, TvDate today, double *weight_kg, double *height_cm)
{
    g_autoptr (GArray) ages = g_array_new (FALSE, FALSE, sizeof (double));
    double age;

    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);

        age = (today - row->student->birth_date) / 365.25;
        if (row->student->birth_date != TV_DATE_NONE)
            g_array_append_val (ages, age);
    }
    age = ages->len > 0 ? CLAMP (median_of (ages), 0.5, 17) : 5;
    *height_cm = 77 + 6 * MIN (age, 14);
    *weight_kg = age <= 10 ? 8 + 2 * age : 28 + 4.5 * (age - 10);
}

static void
expect (const TvMeasuringSheet *sheet, TvDate today, double *weight_kg, double *height_cm)
{
    g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (double));
    g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

    for (guint i = 0; i < sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (sheet->rows, i);
        double weight = row->previous ? row->previous->weight_g / 1000.0 : 0;
        double height = row->previous ? row->previous->height_mm / 10.0 : 0;

        if (weight > 0)
            g_array_append_val (weights, weight);
        if (height > 0)
            g_array_append_val (heights, height);
    }
    expect_by_age (sheet, today, weight_kg, height_cm);
    if (weights->len > 0 && heights->len > 0) {
        *weight_kg = median_of (weights);
        *height_cm = median_of (heights);
    }
}

/* How far a number is from the expected one, read as it stands or with one of the slips people
 * make; the plain reading is the likelier one. */
static double
distance (double found, double expected, const double *slips, guint n_slips)
{
    double least = fabs (log (found / expected));

    for (guint i = 0; i < n_slips; i++)
        least = MIN (least, fabs (log (found * slips[i] / expected)) + 0.4);
    return least;
}

/**
 * tv_paste_profile_compare:
 * @self: of a column with numbers
 * @sheet: the class, whose last values are compared with
 * @today: for ages, where there are none
 * @likeness: (out caller-allocates): how far the column is from weights and from heights
 */
void
tv_paste_profile_compare (const TvPasteProfile *self, const TvMeasuringSheet *sheet, TvDate today,
                          TvPasteLikeness *likeness)
{
    static const double weight_slips[] = { 0.1, 0.001 }; /* a lost point, grams */
    static const double height_slips[] = { 0.1, 100 };   /* a lost point, metres */
    double weight_kg, height_cm, found = self->median > 0 ? self->median : 0.001;

    expect (sheet, today, &weight_kg, &height_cm);
    likeness->from_weight = distance (found, weight_kg, weight_slips, G_N_ELEMENTS (weight_slips));
    likeness->from_height = distance (found, height_cm, height_slips, G_N_ELEMENTS (height_slips));
}

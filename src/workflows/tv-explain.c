/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How each z-score and class of one child on one day came about, as text. */

#include "workflows/tv-explain.h"

#include "base/tv-number.h"
#include "growth/tv-completed-months.h"
#include "growth/tv-growth-class.h"
#include "growth/tv-growth-explain.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "workflows/tv-child.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct {
    const char *student_uid;
    TvDate date; /* TV_DATE_NONE: the latest that counts */
} Question;

static const TvMeasurement *
pick_measurement (const GPtrArray *measurements, TvDate date)
{
    for (guint i = measurements->len; i-- > 0;) {
        const TvMeasurement *measurement = measurements->pdata[i];
        gboolean has_value = measurement->weight_g > 0 || measurement->height_mm > 0;

        if (date == TV_DATE_NONE ? has_value && tv_measurement_counts (measurement)
                                 : has_value && measurement->date == date)
            return measurement;
    }
    return NULL;
}

static void
add_line (GString *text, char *sentence)
{
    g_string_append_printf (text, "  %s\n", sentence);
    g_free (sentence);
}

static void
add_heading (GString *text, char *heading)
{
    g_string_append_printf (text, "%s\n", heading);
    g_free (heading);
}

static char *
say_who (const TvStudent *student)
{
    g_autofree char *born = tv_date_to_text (student->birth_date);

    if (student->birth_date == TV_DATE_NONE)
        /* Translators: name and sex of a child */
        return g_strdup_printf (_ ("%1$s, %2$s, birth date not known"), student->name,
                                tv_sex_label (student->sex));
    /* Translators: name, sex and birth date of a child */
    return g_strdup_printf (_ ("%1$s, %2$s, born %3$s"), student->name, tv_sex_label (student->sex),
                            born);
}

static char *
say_when (const TvStudent *student, const TvMeasurement *measurement)
{
    g_autofree char *date = tv_date_to_text (measurement->date);
    g_autofree char *age = tv_age_text (student->birth_date, measurement->date);

    if (!*age)
        /* Translators: date of a measurement */
        return g_strdup_printf (_ ("Measured on %s"), date);
    /* Translators: date of a measurement, and age on that day */
    return g_strdup_printf (_ ("Measured on %1$s, %2$s old"), date, age);
}

static void
add_head (GString *text, const TvStudent *student, const TvMeasurement *measurement,
          const TvGrowth *growth)
{
    g_autofree char *words = tv_growth_words (growth);

    add_heading (text, say_who (student));
    add_heading (text, say_when (student, measurement));
    if (measurement->excluded_reason)
        /* Translators: %s is a reason that somebody typed */
        add_heading (text,
                     g_strdup_printf (_ ("Does not count: %s"), measurement->excluded_reason));
    /* Translators: %s is a class, such as "stunted" */
    add_heading (text, g_strdup_printf (_ ("In words: %s"), words));
}

/* Both ages as they are worked out, so that nobody need trust the program's calendar. */
static void
add_age (GString *text, const TvStudent *student, const TvMeasurement *measurement)
{
    g_autofree char *born = tv_date_to_text (student->birth_date);
    g_autofree char *date = tv_date_to_text (measurement->date);
    g_autofree char *month = tv_number_format (TV_DAYS_PER_MONTH, 4);
    g_autofree char *months = NULL;
    int days;

    if (student->birth_date == TV_DATE_NONE)
        return;
    days = measurement->date - student->birth_date;
    if (days < 0) {
        add_line (text, g_strdup (_ ("The measuring date lies before the birth date: one of them "
                                     "is wrong.")));
        return;
    }
    months = tv_number_format (days / TV_DAYS_PER_MONTH, 6);
    add_line (text, g_strdup_printf (
                        /* Translators: two dates and the days from the second to the first; days
                         * of a month, and the age in months */
                        ngettext ("Age: from %2$s to %1$s it is %3$d day; %3$d / %4$s = %5$s "
                                  "months.",
                                  "Age: from %2$s to %1$s it is %3$d days; %3$d / %4$s = %5$s "
                                  "months.",
                                  (gulong) days),
                        date, born, days, month, months));
}

static void
add_values (GString *text, const TvMeasurement *measurement)
{
    g_autofree char *weight = tv_number_format_fixed (measurement->weight_g, 3, 0);
    g_autofree char *height = tv_number_format_fixed (measurement->height_mm, 1, 0);

    if (measurement->weight_g > 0)
        /* Translators: %s is a weight */
        add_line (text, g_strdup_printf (_ ("Weight: %s kg."), weight));
    else
        add_line (text, g_strdup (_ ("Weight: not measured.")));
    if (measurement->height_mm <= 0)
        add_line (text, g_strdup (_ ("Height: not measured.")));
    else if (measurement->position == TV_POSITION_RECUMBENT)
        /* Translators: %s is a length */
        add_line (text, g_strdup_printf (_ ("Height: %s cm, measured lying down."), height));
    else if (measurement->position == TV_POSITION_STANDING)
        /* Translators: %s is a height */
        add_line (text, g_strdup_printf (_ ("Height: %s cm, measured standing."), height));
    else
        /* Translators: %s is a height */
        add_line (text, g_strdup_printf (_ ("Height: %s cm; whether lying or standing is not "
                                            "written down, so nothing is added or taken off."),
                                         height));
    if (measurement->has_oedema)
        add_line (text, g_strdup (_ ("Oedema: yes. The weight is partly water, so it gives no "
                                     "z-score, and the child counts as severely malnourished.")));
    else
        add_line (text, g_strdup (_ ("Oedema: none written down.")));
}

/* Which tables answer, and which of their figures has the last word. */
static void
add_standard (GString *text, const TvGrowthInput *input)
{
    if (isnan (input->age_days))
        add_line (text, g_strdup (_ ("Without a birth date there is only weight for height, of the "
                                     "WHO Child Growth Standards 2006.")));
    else if (tv_growth_standard_asked (input, TV_STANDARD_BY_AGE) == TV_STANDARD_2007)
        add_line (text, g_strdup (_ ("From day 1827 (60 months) on the WHO Growth Reference 2007 "
                                     "answers; thinness and overweight go by BMI for age.")));
    else
        add_line (text, g_strdup (_ ("To day 1826 the WHO Child Growth Standards 2006 answer; "
                                     "wasting and overweight go by weight for height, and by BMI "
                                     "for age only where that is missing.")));
}

static void
add_inputs (GString *text, const TvStudent *student, const TvMeasurement *measurement,
            const TvGrowthInput *input)
{
    g_string_append_printf (text, "\n%s\n", _ ("What it is worked out from"));
    add_age (text, student, measurement);
    add_values (text, measurement);
    add_standard (text, input);
}

/* What the charts on paper say, where that is another class. */
static void
add_completed_months (GString *text, const TvGrowthInput *input, int months, const TvGrowth *growth,
                      TvZKind kind)
{
    TvGrowthClass exact = tv_growth_class (growth->standard, kind, growth->z[kind].hundredths);
    TvGrowthClass whole;
    TvGrowth reading;
    g_autofree char *z = NULL;

    if (months < 0)
        return;
    tv_growth_score_completed_months (input, months, &reading);
    whole = tv_growth_class (reading.standard, kind, reading.z[kind].hundredths);
    if (whole == exact || whole == TV_CLASS_NONE)
        return;
    z = tv_number_format_signed (reading.z[kind].hundredths / 100.0, 2);
    add_line (text, g_strdup_printf (
                        /* Translators: months, a z-score, and a class such as "normal" */
                        ngettext ("Read at %1$d completed month, as charts on paper are, z would "
                                  "be %2$s: %3$s. The exact day is what counts here.",
                                  "Read at %1$d completed months, as charts on paper are, z would "
                                  "be %2$s: %3$s. The exact day is what counts here.",
                                  (gulong) months),
                        months, z, tv_growth_class_label (whole)));
}

static void
add_kind (GString *text, const TvGrowthInput *input, int months, const TvGrowth *growth,
          TvZKind kind)
{
    gint32 hundredths = growth->z[kind].hundredths;
    gboolean is_beside
        = kind == TV_Z_BMI_FOR_AGE && growth->z[TV_Z_WEIGHT_FOR_HEIGHT].hundredths != TV_Z_NONE;
    g_auto (GStrv) sentences = tv_growth_explain (input, kind);
    g_autofree char *z = tv_number_format_signed (hundredths / 100.0, 2);

    g_string_append_c (text, '\n');
    if (hundredths == TV_Z_NONE)
        /* Translators: heads an explanation: weight for age, height for age … */
        g_string_append_printf (text, _ ("%s: no z-score"), tv_z_kind_label (kind));
    else
        /* Translators: heads an explanation: weight for age, height for age …; the z-score */
        g_string_append_printf (text, _ ("%1$s: z = %2$s"), tv_z_kind_label (kind), z);
    g_string_append_c (text, '\n');
    for (guint i = 0; sentences[i]; i++)
        g_string_append_printf (text, "  %s\n", sentences[i]);
    if (!is_beside)
        add_completed_months (text, input, months, growth, kind);
}

static void
add_sources (GString *text, const TvGrowthInput *input)
{
    g_string_append_printf (text, "\n%s\n", _ ("Sources"));
    if (tv_growth_standard_asked (input, TV_STANDARD_BY_AGE) == TV_STANDARD_2007)
        add_line (text, g_strdup (_ ("WHO Growth Reference 2007: M. de Onis and others, Bulletin "
                                     "of the World Health Organization 85 (2007) 660–667.")));
    else
        add_line (text, g_strdup (_ ("WHO Child Growth Standards: Methods and development. World "
                                     "Health Organization, Geneva 2006.")));
    add_line (text, g_strdup (_ ("LMS method: T. J. Cole, P. J. Green, Statistics in Medicine 11 "
                                 "(1992) 1305–1319.")));
}

/**
 * tv_explain_measurement:
 * @student: a child
 * @measurement: one of its measurements, with a weight or a height
 *
 * Returns: (transfer full): lines of text: the class, what went in, each z-score from conclusion to
 *   formula, the sources
 */
char *
tv_explain_measurement (const TvStudent *student, const TvMeasurement *measurement)
{
    static const TvZKind kinds[]
        = { TV_Z_WEIGHT_FOR_AGE, TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE };
    TvGrowthInput input
        = tv_growth_input_of_measurement (student->sex, student->birth_date, measurement);
    GString *text = g_string_new (NULL);
    int months = input.age_days >= 0
                     ? tv_date_completed_months (student->birth_date, measurement->date)
                     : -1;
    TvGrowth growth;

    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    add_head (text, student, measurement, &growth);
    add_inputs (text, student, measurement, &input);
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        add_kind (text, &input, months, &growth, kinds[i]);
    add_sources (text, &input);
    return g_string_free (text, FALSE);
}

static gpointer
explain (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (GPtrArray) measurements = NULL;
    g_autoptr (TvStudent) student = NULL;
    const TvMeasurement *measurement;

    if (!tv_store_find_student_by_uid (connection, question->student_uid, &student, error))
        return NULL;
    if (!student) {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     /* Translators: %s is the child's key in the book */
                     _ ("No child in this record book has the key “%s”."), question->student_uid);
        return NULL;
    }
    measurements = tv_store_list_measurements_of_student (connection, student->id, error);
    if (!measurements)
        return NULL;
    measurement = pick_measurement (measurements, question->date);
    if (!measurement) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("The child was not measured then."));
        return NULL;
    }
    return tv_explain_measurement (student, measurement);
}

/**
 * tv_explain_child:
 * @store: an open book
 * @student_uid: the child
 * @date: a measuring day of the child, or TV_DATE_NONE for the latest that counts
 *
 * Returns: (transfer full) (nullable): lines of text; NULL with @error where there is no such
 *   child or measurement
 */
char *
tv_explain_child (TvStore *store, const char *student_uid, TvDate date, GError **error)
{
    Question question = { student_uid, date };

    g_return_val_if_fail (TV_IS_STORE (store) && student_uid, NULL);
    return tv_store_read (store, explain, &question, error);
}

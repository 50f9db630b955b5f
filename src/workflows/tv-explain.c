/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How each z-score and class of one child on one day came about, as text. */

#include "workflows/tv-explain.h"

#include "base/tv-number.h"
#include "growth/tv-growth-class.h"
#include "growth/tv-growth-explain.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "workflows/tv-child.h"

#include <glib/gi18n.h>

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
add_head (GString *text, const TvStudent *student, const TvMeasurement *measurement)
{
    g_autofree char *born = tv_date_to_text (student->birth_date);
    g_autofree char *date = tv_date_to_text (measurement->date);
    g_autofree char *age = tv_age_text (student->birth_date, measurement->date);

    /* Translators: name, sex and birth date of a child */
    g_string_append_printf (text, _ ("%1$s, %2$s, born %3$s"), student->name,
                            tv_sex_label (student->sex), born);
    g_string_append_c (text, '\n');
    /* Translators: date of a measurement, age on that day, and how the child was measured */
    g_string_append_printf (text, _ ("Measured on %1$s, %2$s old, %3$s"), date, age,
                            tv_position_label (measurement->position));
    g_string_append_c (text, '\n');
    if (measurement->excluded_reason) {
        /* Translators: %s is a reason that somebody typed */
        g_string_append_printf (text, _ ("Does not count: %s"), measurement->excluded_reason);
        g_string_append_c (text, '\n');
    }
}

static void
add_kind (GString *text, const TvGrowthInput *input, const TvGrowth *growth, TvZKind kind)
{
    gint32 hundredths = growth->z[kind].hundredths;
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
}

/**
 * tv_explain_measurement:
 * @student: a child
 * @measurement: one of its measurements, with a weight or a height
 *
 * Returns: (transfer full): lines of text
 */
char *
tv_explain_measurement (const TvStudent *student, const TvMeasurement *measurement)
{
    static const TvZKind kinds[]
        = { TV_Z_WEIGHT_FOR_AGE, TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE };
    TvGrowthInput input
        = tv_growth_input_of_measurement (student->sex, student->birth_date, measurement);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *words = NULL;
    TvGrowth growth;

    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    words = tv_growth_words (&growth);
    add_head (text, student, measurement);
    /* Translators: %s is a class, such as "stunted" */
    g_string_append_printf (text, _ ("In words: %s"), words);
    g_string_append_c (text, '\n');
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        add_kind (text, &input, &growth, kinds[i]);
    return g_strdup (text->str);
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

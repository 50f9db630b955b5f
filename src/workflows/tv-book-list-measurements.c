/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every measurement of a book as CSV, with what the program makes of it. */

#include "workflows/tv-book-list-measurements.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-students.h"
#include "workflows/tv-measuring.h"

/* Names of classes and codes of rounds by their keys, read once. */
typedef struct {
    TvConnection *connection;
    TvCsvLine *line;
    GHashTable *class_names;
    GHashTable *round_codes;
} Lister;

static void
clear_lister (Lister *self)
{
    g_hash_table_unref (self->class_names);
    g_hash_table_unref (self->round_codes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lister, clear_lister)

static gboolean
fill_round_codes (Lister *self, GError **error)
{
    g_autoptr (GPtrArray) rounds = tv_store_list_rounds (self->connection, 0, error);

    for (guint i = 0; rounds && i < rounds->len; i++) {
        const TvRound *round = rounds->pdata[i];

        g_hash_table_insert (self->round_codes, g_memdup2 (&round->id, sizeof round->id),
                             g_strdup (round->code));
    }
    return rounds != NULL;
}

static const char *
find_class_name (Lister *self, gint64 class_id, GError **error)
{
    const char *name = g_hash_table_lookup (self->class_names, &class_id);
    g_autoptr (TvClass) class_ = NULL;

    if (name)
        return name;
    class_ = tv_store_get_class (self->connection, class_id, error);
    if (!class_)
        return NULL;
    g_hash_table_insert (self->class_names, g_memdup2 (&class_id, sizeof class_id),
                         g_strdup (class_->name));
    return g_hash_table_lookup (self->class_names, &class_id);
}

/* Where the child sat on that day, else where it sat last; 0 if it never sat anywhere. */
static gboolean
find_class (Lister *self, const GPtrArray *enrolments, const TvMeasurement *measurement,
            gint64 *class_id, GError **error)
{
    const TvEnrolment *last = enrolments->len > 0 ? enrolments->pdata[0] : NULL;
    g_autoptr (TvEnrolment) then = NULL;

    if (!tv_store_find_enrolment_on (self->connection, measurement->student_id, measurement->date,
                                     &then, error))
        return FALSE;
    *class_id = then ? then->class_id : last ? last->class_id : 0;
    return TRUE;
}

/* 14000 g is 14.0, 15450 g is 15.45; what was not measured is empty. */
static void
add_thousandths (TvCsvLine *line, int value, int n_decimals)
{
    g_autofree char *text = NULL;
    int unit = n_decimals == 3 ? 1000 : 10;
    gsize size;

    if (value == 0) {
        tv_csv_line_add (line, NULL);
        return;
    }
    text = g_strdup_printf ("%d.%0*d", value / unit, n_decimals, value % unit);
    size = strlen (text);
    while (text[size - 1] == '0' && text[size - 2] != '.')
        text[--size] = '\0';
    tv_csv_line_add (line, text);
}

static void
add_z (TvCsvLine *line, const TvZScore *z)
{
    g_autofree char *text = NULL;

    if (z->reason == TV_Z_PRESENT)
        text = g_strdup_printf ("%s%d.%02d", z->hundredths < 0 ? "-" : "",
                                ABS (z->hundredths) / 100, ABS (z->hundredths) % 100);
    tv_csv_line_add (line, text);
}

static void
add_doubts (TvCsvLine *line, const TvMeasuringFinding *finding)
{
    g_autoptr (GString) codes = g_string_new (NULL);

    for (guint i = 0; i < finding->n_questions; i++)
        g_string_append_printf (codes, "%s%s", i ? " " : "",
                                tv_doubt_code (finding->questions[i].doubt.kind));
    tv_csv_line_add (line, codes->str);
}

static void
add_finding (TvCsvLine *line, const TvStudent *student, const TvMeasurement *measurement,
             const TvMeasurement *previous)
{
    static const TvZKind kinds[]
        = { TV_Z_WEIGHT_FOR_AGE, TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE };
    g_auto (TvMeasuringFinding) finding = { 0 };
    TvGrowth growth;

    if (measurement->state != TV_MEASUREMENT_MEASURED) {
        for (guint i = 0; i < 1 + G_N_ELEMENTS (kinds); i++)
            tv_csv_line_add (line, NULL);
        return;
    }
    tv_measuring_assess (student, measurement, previous, &finding);
    tv_growth_score_measurement (student->sex, student->birth_date, measurement, &growth);
    add_doubts (line, &finding);
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        add_z (line, &growth.z[kinds[i]]);
}

static gboolean
write_measurement (Lister *self, const TvStudent *student, const GPtrArray *enrolments,
                   const TvMeasurement *measurement, const TvMeasurement *previous, GError **error)
{
    const char *class_name;
    gint64 class_id;

    if (!find_class (self, enrolments, measurement, &class_id, error))
        return FALSE;
    class_name = class_id ? find_class_name (self, class_id, error) : "";
    if (!class_name)
        return FALSE;
    tv_csv_line_add (self->line, student->uid);
    tv_csv_line_add (self->line, student->name);
    tv_csv_line_add (self->line, class_name);
    tv_csv_line_add (self->line, g_hash_table_lookup (self->round_codes, &measurement->round_id));
    tv_csv_line_add_date (self->line, measurement->date);
    add_thousandths (self->line, measurement->weight_g, 3);
    add_thousandths (self->line, measurement->height_mm, 1);
    tv_csv_line_add (self->line, tv_position_code (measurement->position));
    tv_csv_line_add (self->line, measurement->excluded_reason
                                     ? "excluded"
                                     : tv_measurement_state_code (measurement->state));
    add_finding (self->line, student, measurement, previous);
    tv_csv_line_end (self->line);
    return TRUE;
}

static gboolean
write_student (Lister *self, const TvStudent *student, GError **error)
{
    g_autoptr (GPtrArray) measurements
        = tv_store_list_measurements_of_student (self->connection, student->id, error);
    g_autoptr (GPtrArray) enrolments = NULL;
    const TvMeasurement *previous = NULL;

    if (!measurements)
        return FALSE;
    enrolments = tv_store_list_enrolments_of_student (self->connection, student->id, error);
    if (!enrolments)
        return FALSE;
    for (guint i = 0; i < measurements->len; i++) {
        const TvMeasurement *measurement = measurements->pdata[i];

        if (!write_measurement (self, student, enrolments, measurement, previous, error))
            return FALSE;
        if (tv_measurement_counts (measurement))
            previous = measurement;
    }
    return TRUE;
}

/**
 * tv_book_list_measurements:
 * @connection: a connection
 * @line: where to
 * @error: (nullable): a #TvStoreError
 *
 * Writes header and lines, child after child, the earliest measurement first.
 *
 * Returns: whether all was read
 */
gboolean
tv_book_list_measurements (TvConnection *connection, TvCsvLine *line, GError **error)
{
    static const char *const header[]
        = { "student_uid", "name",  "class",  "round", "date", "weight_kg", "height_cm",
            "measured",    "state", "doubts", "waz",   "haz",  "whz",       "baz" };
    g_autoptr (GPtrArray) students = tv_store_list_students (connection, error);
    g_auto (Lister) lister
        = { connection, line, g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
            g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };

    if (!students || !fill_round_codes (&lister, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (header); i++)
        tv_csv_line_add (line, header[i]);
    tv_csv_line_end (line);
    for (guint i = 0; i < students->len; i++) {
        if (!write_student (&lister, students->pdata[i], error))
            return FALSE;
    }
    return TRUE;
}

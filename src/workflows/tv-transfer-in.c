/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child comes from another school with its record: what this book does not have of it is added,
 * in one change. What was measured there belongs to no round of this school, so that it never
 * enters a rate; its note says where it comes from. */

#include "workflows/tv-transfer-in.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"
#include "workflows/tv-class-move.h"
#include "workflows/tv-transfer-match.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    TvTransfer *transfer;
    TvTransferIn request;
    guint n_added;
} Work;

static void
free_work (gpointer data)
{
    Work *self = data;

    tv_transfer_unref (self->transfer);
    g_free (self);
}

static void
fill (char **here, char *there)
{
    if (!*here || !**here)
        *here = there;
}

/* Notes of both schools are kept, one under the other. */
static char *
join_notes (const char *here, const char *there)
{
    if (!there || !*there || (here && strstr (here, there)))
        return g_strdup (here);
    return here && *here ? g_strdup_printf ("%s\n%s", here, there) : g_strdup (there);
}

static void
take_theirs (TvStudent *values, const TvStudent *there, guint theirs)
{
    if (theirs & 1u << TV_TRANSFER_NAME)
        values->name = there->name;
    if ((theirs & 1u << TV_TRANSFER_BIRTH_DATE || values->birth_date == TV_DATE_NONE)
        && there->birth_date != TV_DATE_NONE)
        values->birth_date = there->birth_date;
    if ((theirs & 1u << TV_TRANSFER_SEX || values->sex == TV_SEX_UNKNOWN)
        && there->sex != TV_SEX_UNKNOWN)
        values->sex = there->sex;
}

/* This book's own word stands; what it does not know is filled in. */
static gint64
put_known (TvChange *change, const Work *work, const TvStudent *known, GError **error)
{
    const TvStudent *there = work->transfer->student;
    g_autofree char *notes = join_notes (known->notes, there->notes);
    g_autoptr (TvStudent) merged = NULL;
    TvStudent values = *known;

    take_theirs (&values, there, work->request.theirs);
    fill (&values.personal_number, there->personal_number);
    fill (&values.ministry_code, there->ministry_code);
    fill (&values.ethnic_group, there->ethnic_group);
    fill (&values.guardian_name, there->guardian_name);
    fill (&values.guardian_phone, there->guardian_phone);
    fill (&values.sort_name, there->sort_name);
    values.notes = notes;
    merged = tv_student_new (&values);
    return tv_store_put_student (change, merged, error);
}

static gint64
put_student (TvChange *change, const Work *work, const TvStudent *known, GError **error)
{
    g_autoptr (TvStudent) added = NULL;
    TvStudent values = *work->transfer->student;

    if (known)
        return put_known (change, work, known, error);
    values.id = 0;
    added = tv_student_new (&values);
    return tv_store_put_student (change, added, error);
}

/* Where the value was taken, and what the round's sheet said of it. */
static char *
write_note (const Work *work, const TvTransferVisit *visit)
{
    g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
    g_auto (GStrv) strings = NULL;
    g_autofree char *place = NULL;
    g_autofree char *sentence = NULL;

    g_strv_builder_add (parts, work->transfer->school);
    if (visit->class_name)
        g_strv_builder_add (parts, visit->class_name);
    if (visit->round_name)
        g_strv_builder_add (parts, visit->round_name);
    if (visit->clothing != TV_CLOTHING_UNKNOWN)
        g_strv_builder_add (parts, tv_clothing_label (visit->clothing));
    strings = g_strv_builder_end (parts);
    place = g_strjoinv (" · ", strings);
    /* Translators: %s is the name of another school, with class, round and clothing. */
    sentence = g_strdup_printf (_ ("Measured at another school: %s"), place);
    return visit->measurement->note ? g_strdup_printf ("%s\n%s", sentence, visit->measurement->note)
                                    : g_steal_pointer (&sentence);
}

static gboolean
put_visit (TvChange *change, Work *work, const TvTransferVisit *visit, gint64 student_id,
           GError **error)
{
    g_autofree char *note = write_note (work, visit);
    g_autoptr (TvMeasurement) added = NULL;
    TvMeasurement values = *visit->measurement;

    values.id = 0;
    values.student_id = student_id;
    values.round_id = 0;
    values.session_id = 0;
    values.note = note;
    added = tv_measurement_new (&values);
    work->n_added++;
    return tv_store_put_measurement (change, added, error) != 0;
}

static gboolean
put_visits (TvChange *change, Work *work, const TvTransferMatch *match, gint64 student_id,
            GCancellable *cancellable, GError **error)
{
    const GPtrArray *visits = work->transfer->visits;

    for (guint i = 0; i < visits->len; i++) {
        const TvTransferVisit *visit = visits->pdata[i];

        if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        if ((visit->measurement->weight_g == 0 && visit->measurement->height_mm == 0)
            || tv_transfer_match_has (match, visit->measurement))
            continue;
        if (!put_visit (change, work, visit, student_id, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
sits_in_year (TvConnection *connection, gint64 student_id, gint64 year_id, gboolean *sits,
              GError **error)
{
    g_autoptr (GPtrArray) enrolments
        = tv_store_list_enrolments_of_student (connection, student_id, error);

    *sits = FALSE;
    for (guint i = 0; enrolments && i < enrolments->len; i++) {
        const TvEnrolment *enrolment = enrolments->pdata[i];

        *sits = *sits || (enrolment->year_id == year_id && tv_enrolment_is_current (enrolment));
    }
    return enrolments != NULL;
}

/* Of a class whose year is over, or has not begun, the day says nothing. */
static gboolean
put_enrolment (TvChange *change, const Work *work, gint64 student_id, const TvClass *class_,
               GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvSchoolYear) year = tv_store_get_year (connection, class_->year_id, error);
    g_autoptr (TvEnrolment) enrolment = NULL;
    TvDate from = work->request.from;
    int roll_number;

    if (!year || !tv_class_find_next_roll_number (connection, class_->id, &roll_number, error))
        return FALSE;
    if (from != TV_DATE_NONE && tv_school_year_of_date (from) != year->first_year)
        from = TV_DATE_NONE;
    enrolment = tv_enrolment_new (&(TvEnrolment){ .student_id = student_id,
                                                  .class_id = class_->id,
                                                  .year_id = class_->year_id,
                                                  .roll_number = roll_number,
                                                  .status = TV_ENROLMENT_ARRIVED,
                                                  .from = from,
                                                  .until = TV_DATE_NONE,
                                                  .other_school = work->transfer->school });
    return tv_store_put_enrolment (change, enrolment, error) != 0;
}

static gboolean
join_class (TvChange *change, const Work *work, gint64 student_id, GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvClass) class_ = tv_store_get_class (connection, work->request.class_id, error);
    gboolean sits;

    return class_ && sits_in_year (connection, student_id, class_->year_id, &sits, error)
           && (sits || put_enrolment (change, work, student_id, class_, error));
}

/* It is looked for anew: the book may have changed since the preview. */
static gboolean
find_child (TvTransferMatch *match, TvConnection *connection, const Work *work, GError **error)
{
    if (!tv_transfer_match_find (match, connection, work->transfer, error))
        return FALSE;
    if (work->request.known_id == (match->known ? match->known->id : 0))
        return TRUE;
    if (work->request.known_id == 0 && !match->is_sure) {
        /* Somebody has said that it is another child, of the same name and birth date. */
        tv_transfer_match_clear (match);
        return tv_transfer_match_take (match, connection, 0, error);
    }
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _ ("The book was changed since the file was read. Nothing was taken in. "
                            "Open the file again."));
    return FALSE;
}

static gboolean
arrive_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    Work *work = input;
    g_auto (TvTransferMatch) match = { 0 };
    TvTransferArrival *arrival;
    gint64 student_id;

    if (!find_child (&match, tv_change_connection (change), work, error))
        return FALSE;
    student_id = put_student (change, work, match.known, error);
    if (student_id == 0 || !put_visits (change, work, &match, student_id, cancellable, error)
        || (work->request.class_id != 0 && !join_class (change, work, student_id, error)))
        return FALSE;
    arrival = g_new0 (TvTransferArrival, 1);
    arrival->student_id = student_id;
    arrival->n_added = work->n_added;
    arrival->is_known = match.known != NULL;
    *result = arrival;
    return TRUE;
}

/**
 * tv_transfer_in_async:
 * @store: an open book
 * @transfer: (transfer none): as the preview has it
 * @request: what was chosen
 * @cancellable: (nullable): gives it up, and nothing is written
 *
 * Adds the child, or what the book does not know of it, as one change that can be taken back. A
 * second time nothing is left to add. End it with tv_transfer_in_finish().
 */
void
tv_transfer_in_async (TvStore *store, TvTransfer *transfer, const TvTransferIn *request,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    Work *work = g_new0 (Work, 1);

    g_return_if_fail (TV_IS_STORE (store));
    work->transfer = tv_transfer_ref (transfer);
    work->request = *request;
    tv_store_write_async (store, "transfer-in", arrive_cb, work, free_work, g_free, cancellable,
                          callback, user_data);
}

/**
 * tv_transfer_in_finish:
 *
 * Returns: (transfer full) (nullable): what was done; g_free() it
 */
TvTransferArrival *
tv_transfer_in_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_write_finish (store, result, error);
}

/**
 * tv_transfer_arrival_sentence:
 * @name: the child's
 *
 * Returns: (transfer full): what was done
 */
char *
tv_transfer_arrival_sentence (const TvTransferArrival *self, const char *name)
{
    if (self->is_known && self->n_added == 0)
        /* Translators: %s is the name of a child. */
        return g_strdup_printf (_ ("Everything measured that the file says of %s was in the book."),
                                name);
    /* Translators: %1$s is the name of a child, %2$u how many measurements were added. */
    return g_strdup_printf (ngettext ("%1$s was taken in, with %2$u measurement.",
                                      "%1$s was taken in, with %2$u measurements.", self->n_added),
                            name, self->n_added);
}

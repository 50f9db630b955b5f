/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child that comes from another school may have been here before, or a list may have brought it
 * already: it is known by its uid, by a measurement's, by a number, else by name and birth date. */

#include "workflows/tv-transfer-match.h"

#include "base/tv-text.h"
#include "store/tv-portable-row.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *sentence)
{
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);
    return FALSE;
}

static gboolean
is_same_name (const char *a, const char *b)
{
    g_autofree char *first = tv_text_name_key (a);
    g_autofree char *second = tv_text_name_key (b);

    return strcmp (first, second) == 0;
}

static gboolean
differ (const char *a, const char *b)
{
    return a && b && strcmp (a, b) != 0;
}

/* What was merged with another record here has lost its uid, but its measurements have not. */
static gboolean
find_by_uids (TvTransferMatch *self, TvConnection *connection, const TvTransfer *transfer,
              GError **error)
{
    gint64 id = 0;

    if (!tv_store_find_student_by_uid (connection, transfer->student->uid, &self->known, error))
        return FALSE;
    for (guint i = 0; i < transfer->visits->len && !self->known && id == 0; i++) {
        const TvTransferVisit *visit = transfer->visits->pdata[i];
        g_autoptr (TvMeasurement) measurement = NULL;

        if (!tv_record_find_id (connection, "measurement", visit->measurement->uid, &id, error))
            return FALSE;
        if (id == 0)
            continue;
        measurement = tv_store_get_measurement (connection, id, error);
        self->known = measurement
                          ? tv_store_get_student (connection, measurement->student_id, error)
                          : NULL;
        if (!self->known)
            return FALSE;
    }
    return TRUE;
}

static gboolean
is_born_with (const TvStudent *a, const TvStudent *b)
{
    return a->birth_date != TV_DATE_NONE && a->birth_date == b->birth_date;
}

static gboolean
refuse_owner (const TvStudent *owner, GError **error)
{
    g_autofree char *sentence = NULL;
    g_autofree char *day = NULL;

    if (owner->birth_date == TV_DATE_NONE) {
        /* Translators: %s is the name of a child. */
        sentence = g_strdup_printf (_ ("In this book the number of the child in the file belongs "
                                       "to %s, whose date of birth is not known. Nothing was taken "
                                       "in. Check the number first."),
                                    owner->name);
        return refuse (error, sentence);
    }
    day = tv_date_to_text (owner->birth_date);
    /* Translators: the name and the date of birth of a child. */
    sentence = g_strdup_printf (_ ("In this book the number of the child in the file belongs to "
                                   "%1$s, born %2$s. Nothing was taken in. Check the number "
                                   "first."),
                                owner->name, day);
    return refuse (error, sentence);
}

/* Whoever has the number must be that child in name or in birth date; that neither knows its birth
 * date makes no two children one. */
static gboolean
take_by_number (TvTransferMatch *self, const TvTransfer *transfer, TvStudent *found, GError **error)
{
    g_autoptr (TvStudent) owner = found;

    if (!owner || (self->known && self->known->id == owner->id))
        return TRUE;
    if (self->known)
        return refuse (error, _ ("In this book the number of the child in the file belongs to "
                                 "another child. Nothing was taken in. Check the numbers first."));
    if (!is_same_name (owner->name, transfer->student->name)
        && !is_born_with (owner, transfer->student))
        return refuse_owner (owner, error);
    self->known = g_steal_pointer (&owner);
    return TRUE;
}

static gboolean
find_by_numbers (TvTransferMatch *self, TvConnection *connection, const TvTransfer *transfer,
                 GError **error)
{
    const TvStudent *student = transfer->student;
    TvStudent *found = NULL;

    if (student->personal_number
        && (!tv_store_find_student_by_personal_number (connection, student->personal_number, &found,
                                                       error)
            || !take_by_number (self, transfer, found, error)))
        return FALSE;
    found = NULL;
    return !student->ministry_code
           || (tv_store_find_student_by_ministry_code (connection, student->ministry_code, &found,
                                                       error)
               && take_by_number (self, transfer, found, error));
}

static gboolean
could_be (const TvStudent *here, const TvStudent *there)
{
    return there->birth_date != TV_DATE_NONE && here->birth_date == there->birth_date
           && !differ (here->personal_number, there->personal_number)
           && !differ (here->ministry_code, there->ministry_code)
           && is_same_name (here->name, there->name);
}

static gboolean
find_by_name (TvTransferMatch *self, TvConnection *connection, const TvTransfer *transfer,
              GError **error)
{
    g_autoptr (GPtrArray) students = tv_store_list_students (connection, error);

    for (guint i = 0; students && i < students->len; i++) {
        TvStudent *student = students->pdata[i];

        if (!could_be (student, transfer->student))
            continue;
        if (self->known)
            return refuse (error, _ ("This book has several children of this name and date of "
                                     "birth. Nothing was taken in. If they are one child, put "
                                     "its records together first, under “Records of one child”."));
        self->known = tv_student_ref (student);
    }
    return students != NULL;
}

/**
 * tv_transfer_match_take:
 * @self: an empty match
 * @student_id: of a child; 0 for a new one
 *
 * Returns: whether that child is in the book
 */
gboolean
tv_transfer_match_take (TvTransferMatch *self, TvConnection *connection, gint64 student_id,
                        GError **error)
{
    if (student_id != 0 && !self->known)
        self->known = tv_store_get_student (connection, student_id, error);
    if (student_id != 0 && !self->known)
        return FALSE;
    self->measurements
        = self->known ? tv_store_list_measurements_of_student (connection, self->known->id, error)
                      : g_ptr_array_new_with_free_func ((GDestroyNotify) tv_measurement_unref);
    return self->measurements != NULL;
}

/**
 * tv_transfer_match_find:
 * @self: (out caller-allocates): zeroed; clear it also after an error
 * @connection: to this book
 * @transfer: from another school
 * @error: (nullable): a #TvStoreError, or G_IO_ERROR_INVALID_ARGUMENT with a sentence for people
 *   where it cannot be told which child it is
 *
 * Returns: whether it could be told
 */
gboolean
tv_transfer_match_find (TvTransferMatch *self, TvConnection *connection, const TvTransfer *transfer,
                        GError **error)
{
    if (!find_by_uids (self, connection, transfer, error)
        || !find_by_numbers (self, connection, transfer, error))
        return FALSE;
    self->is_sure = self->known != NULL;
    if (!self->known && !find_by_name (self, connection, transfer, error))
        return FALSE;
    return tv_transfer_match_take (self, connection, self->known ? self->known->id : 0, error);
}

/**
 * tv_transfer_match_has:
 * @measurement: of the record from another school
 *
 * Returns: whether the book has it, under its uid or as the same values of the same day
 */
gboolean
tv_transfer_match_has (const TvTransferMatch *self, const TvMeasurement *measurement)
{
    for (guint i = 0; i < self->measurements->len; i++) {
        const TvMeasurement *ours = self->measurements->pdata[i];

        if (g_strcmp0 (ours->uid, measurement->uid) == 0
            || (ours->date == measurement->date && ours->weight_g == measurement->weight_g
                && ours->height_mm == measurement->height_mm))
            return TRUE;
    }
    return FALSE;
}

void
tv_transfer_match_clear (TvTransferMatch *self)
{
    g_clear_pointer (&self->known, tv_student_unref);
    g_clear_pointer (&self->measurements, g_ptr_array_unref);
}

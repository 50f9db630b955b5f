/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file from another school says, held against this book. Nothing is written. */

#include "workflows/tv-transfer-in.h"

#include "base/tv-text.h"
#include "exchange/tv-transfer-file.h"
#include "store/tv-recovery-code.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-sign-in.h"
#include "workflows/tv-child.h"
#include "workflows/tv-transfer-match.h"

#include <glib/gi18n.h>

typedef struct {
    char *path;
    char *typed_code;
    TvTransfer *transfer;
    TvDate today;
} Work;

static void
free_work (gpointer data)
{
    Work *self = data;

    g_free (self->path);
    tv_secret_free_text (self->typed_code);
    g_clear_pointer (&self->transfer, tv_transfer_unref);
    g_free (self);
}

static void
free_question (gpointer data)
{
    TvTransferQuestion *self = data;

    g_free (self->name);
    g_free (self->here);
    g_free (self->there);
    g_free (self);
}

/**
 * tv_transfer_preview_free:
 * @self: (transfer full): a preview
 */
void
tv_transfer_preview_free (TvTransferPreview *self)
{
    g_clear_pointer (&self->transfer, tv_transfer_unref);
    g_clear_pointer (&self->known, tv_student_unref);
    g_clear_pointer (&self->questions, g_ptr_array_unref);
    g_free (self->class_name);
    g_free (self->growth);
    g_free (self);
}

static void
ask (TvTransferPreview *self, TvTransferField field, const char *name, char *here, char *there)
{
    TvTransferQuestion *question = g_new0 (TvTransferQuestion, 1);

    *question = (TvTransferQuestion){ field, g_strdup (name), here, there };
    g_ptr_array_add (self->questions, question);
}

/* What only one of the two knows is no contradiction. */
static void
ask_what_differs (TvTransferPreview *self)
{
    const TvStudent *here = self->known, *there = self->transfer->student;
    g_autofree char *name_here = tv_text_name_key (here->name);
    g_autofree char *name_there = tv_text_name_key (there->name);

    if (!g_str_equal (name_here, name_there))
        ask (self, TV_TRANSFER_NAME, _ ("Name"), g_strdup (here->name), g_strdup (there->name));
    if (here->birth_date != TV_DATE_NONE && there->birth_date != TV_DATE_NONE
        && here->birth_date != there->birth_date)
        ask (self, TV_TRANSFER_BIRTH_DATE, _ ("Date of birth"), tv_date_to_text (here->birth_date),
             tv_date_to_text (there->birth_date));
    if (here->sex != TV_SEX_UNKNOWN && there->sex != TV_SEX_UNKNOWN && here->sex != there->sex)
        ask (self, TV_TRANSFER_SEX, _ ("Sex"), g_strdup (tv_sex_label (here->sex)),
             g_strdup (tv_sex_label (there->sex)));
}

static gboolean
find_class (TvTransferPreview *self, TvConnection *connection, TvDate today, GError **error)
{
    g_autoptr (TvEnrolment) enrolment = NULL;
    g_autoptr (TvClass) class_ = NULL;

    if (!tv_store_find_enrolment_on (connection, self->known->id, today, &enrolment, error))
        return FALSE;
    class_ = enrolment ? tv_store_get_class (connection, enrolment->class_id, error) : NULL;
    self->class_name = class_ ? g_strdup (class_->name) : NULL;
    return !enrolment || class_;
}

static void
count_visits (TvTransferPreview *self, const TvTransferMatch *match)
{
    g_autoptr (TvChildVisit) last = NULL;

    for (guint i = 0; i < self->transfer->visits->len; i++) {
        const TvTransferVisit *visit = self->transfer->visits->pdata[i];
        TvMeasurement *measurement = visit->measurement;

        if (measurement->weight_g == 0 && measurement->height_mm == 0)
            self->n_marks++;
        else if (tv_transfer_match_has (match, measurement))
            self->n_there++;
        else
            self->n_new++;
        if (tv_measurement_counts (measurement)
            && (!last || measurement->date >= last->measurement->date)) {
            g_clear_pointer (&last, tv_child_visit_free);
            last = tv_child_visit_new (self->transfer->student, measurement);
        }
    }
    self->growth = tv_child_visit_sentence (last);
}

static gpointer
compare_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Work *work = input;
    g_autoptr (TvTransferPreview) self = g_new0 (TvTransferPreview, 1);
    g_auto (TvTransferMatch) match = { 0 };

    self->transfer = tv_transfer_ref (work->transfer);
    self->questions = g_ptr_array_new_with_free_func (free_question);
    if (!tv_transfer_match_find (&match, connection, work->transfer, error))
        return NULL;
    self->is_sure = match.is_sure;
    count_visits (self, &match);
    if (match.known) {
        self->known = tv_student_ref (match.known);
        ask_what_differs (self);
        if (!find_class (self, connection, work->today, error))
            return NULL;
    }
    return g_steal_pointer (&self);
}

static TvTransfer *
read_transfer (const Work *work, GCancellable *cancellable, GError **error)
{
    const char *typed = work->typed_code;
    g_autoptr (TvSecret) code = typed && *typed ? tv_transfer_code_parse (typed) : NULL;
    g_autoptr (GBytes) file = NULL;

    if (typed && *typed && !code) {
        g_set_error_literal (error, TV_TRANSFER_ERROR, TV_TRANSFER_ERROR_NOT_A_CODE, "no code");
        return NULL;
    }
    file = tv_transfer_file_read (work->path, cancellable, error);
    return file ? tv_transfer_file_unpack (file, code, error) : NULL;
}

static void
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Work *work = data;
    GError *error = NULL;
    TvTransferPreview *preview = NULL;

    if (tv_store_check_right (source, TV_RIGHT_EDIT_BOOK, &error))
        work->transfer = read_transfer (work, cancellable, &error);
    if (work->transfer)
        preview = tv_store_read (source, compare_cb, work, &error);
    if (preview)
        g_task_return_pointer (task, preview, (GDestroyNotify) tv_transfer_preview_free);
    else
        g_task_return_error (task, error);
}

/**
 * tv_transfer_in_takes:
 * @path: of a file
 *
 * Returns: whether its name is that of a child's record from another school
 */
gboolean
tv_transfer_in_takes (const char *path)
{
    return tv_transfer_file_is_named_so (path);
}

/**
 * tv_transfer_in_asks_code:
 * @error: from tv_transfer_preview_finish()
 *
 * Returns: whether the file might open with another code
 */
gboolean
tv_transfer_in_asks_code (const GError *error)
{
    return g_error_matches (error, TV_TRANSFER_ERROR, TV_TRANSFER_ERROR_CODE_NEEDED)
           || g_error_matches (error, TV_TRANSFER_ERROR, TV_TRANSFER_ERROR_WRONG_CODE)
           || g_error_matches (error, TV_TRANSFER_ERROR, TV_TRANSFER_ERROR_NOT_A_CODE);
}

/**
 * tv_transfer_preview_async:
 * @store: an open book
 * @path: of any file
 * @typed_code: (nullable): what somebody typed as its code
 * @cancellable: (nullable): gives it up
 *
 * Reads a child's record from another school and holds it against the book. Ends with a
 * #TvTransferError where the file is none or cannot be opened. End it with
 * tv_transfer_preview_finish().
 */
void
tv_transfer_preview_async (TvStore *store, const char *path, const char *typed_code,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
    Work *work = g_new0 (Work, 1);

    g_return_if_fail (TV_IS_STORE (store) && path);
    work->path = g_strdup (path);
    work->typed_code = g_strdup (typed_code);
    work->today = tv_clock_today (tv_store_clock (store));
    g_task_set_source_tag (task, tv_transfer_preview_async);
    g_task_set_task_data (task, work, free_work);
    g_task_run_in_thread (task, preview_thread);
}

/**
 * tv_transfer_preview_finish:
 *
 * Returns: (transfer full) (nullable): what taking it in would do
 */
TvTransferPreview *
tv_transfer_preview_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

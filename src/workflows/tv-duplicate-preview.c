/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two records that may be of one child, side by side. */

#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "workflows/tv-duplicate-merge.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    gint64 kept_id;
    gint64 gone_id;
} Question;

/**
 * tv_duplicate_preview_free:
 * @self: (transfer full): a preview
 */
void
tv_duplicate_preview_free (TvDuplicatePreview *self)
{
    g_clear_pointer (&self->kept, tv_child_unref);
    g_clear_pointer (&self->gone, tv_child_unref);
    g_clear_pointer (&self->visits, g_ptr_array_unref);
    for (guint i = 0; i < TV_DUPLICATE_N_FIELDS; i++) {
        g_free (self->kept_texts[i]);
        g_free (self->gone_texts[i]);
    }
    g_free (self);
}

/**
 * tv_duplicate_field_label:
 *
 * Returns: (transfer none): what is chosen, in the chosen language
 */
const char *
tv_duplicate_field_label (TvDuplicateField field)
{
    switch (field) {
    case TV_DUPLICATE_NAME:
        return _ ("Name");
    case TV_DUPLICATE_SEX:
        return _ ("Sex");
    case TV_DUPLICATE_BIRTH_DATE:
        return _ ("Date of birth");
    case TV_DUPLICATE_PERSONAL_NUMBER:
        return _ ("Personal number (12 digits)");
    case TV_DUPLICATE_MINISTRY_CODE:
        return _ ("Ministry code");
    case TV_DUPLICATE_ETHNIC_GROUP:
        return _ ("Ethnic group");
    case TV_DUPLICATE_GUARDIAN_NAME:
        return _ ("Guardian’s name");
    case TV_DUPLICATE_GUARDIAN_PHONE:
        return _ ("Guardian’s phone");
    default:
        return _ ("Notes");
    }
}

static char *
copy_known (const char *text)
{
    return text && *text ? g_strdup (text) : NULL;
}

static void
write_texts (const TvStudent *student, char **texts)
{
    texts[TV_DUPLICATE_NAME] = copy_known (student->name);
    texts[TV_DUPLICATE_SEX] = copy_known (tv_sex_label (student->sex));
    if (student->sex == TV_SEX_UNKNOWN)
        g_clear_pointer (&texts[TV_DUPLICATE_SEX], g_free);
    if (student->birth_date != TV_DATE_NONE)
        texts[TV_DUPLICATE_BIRTH_DATE] = tv_date_to_text (student->birth_date);
    texts[TV_DUPLICATE_PERSONAL_NUMBER] = copy_known (student->personal_number);
    texts[TV_DUPLICATE_MINISTRY_CODE] = copy_known (student->ministry_code);
    texts[TV_DUPLICATE_ETHNIC_GROUP] = copy_known (student->ethnic_group);
    texts[TV_DUPLICATE_GUARDIAN_NAME] = copy_known (student->guardian_name);
    texts[TV_DUPLICATE_GUARDIAN_PHONE] = copy_known (student->guardian_phone);
    texts[TV_DUPLICATE_NOTES] = copy_known (student->notes);
}

/**
 * tv_duplicate_preview_asks:
 *
 * Returns: whether the two records say something different in that field
 */
gboolean
tv_duplicate_preview_asks (const TvDuplicatePreview *self, TvDuplicateField field)
{
    return self->kept_texts[field] && self->gone_texts[field]
           && strcmp (self->kept_texts[field], self->gone_texts[field]) != 0;
}

/* What was signed off cannot be moved, so that it must be in the record that stays. */
static gboolean
count_signed_off (TvConnection *connection, const TvChild *child, guint *n, GError **error)
{
    *n = 0;
    for (guint i = 0; i < child->visits->len; i++) {
        const TvChildVisit *visit = child->visits->pdata[i];
        g_autoptr (TvRound) round = NULL;

        if (visit->measurement->round_id == 0)
            continue;
        round = tv_store_get_round (connection, visit->measurement->round_id, error);
        if (!round)
            return FALSE;
        *n += round->is_closed;
    }
    return TRUE;
}

static guint
rank (const TvChild *child, guint n_signed_off)
{
    const TvStudent *student = child->student;

    return (n_signed_off > 0) * 1000000u + (student->personal_number != NULL) * 200000u
           + (student->ministry_code != NULL) * 100000u + MIN (child->visits->len, 99999u);
}

/* The record that has more to lose stays. */
static gboolean
choose_kept (TvDuplicatePreview *self, TvConnection *connection, GError **error)
{
    guint n_kept, n_gone;

    if (!count_signed_off (connection, self->kept, &n_kept, error)
        || !count_signed_off (connection, self->gone, &n_gone, error))
        return FALSE;
    if (rank (self->gone, n_gone) > rank (self->kept, n_kept)) {
        TvChild *kept = self->kept;

        self->kept = self->gone;
        self->gone = kept;
    }
    return TRUE;
}

static GPtrArray *
list_measurements (const TvChild *child)
{
    GPtrArray *list = g_ptr_array_new ();

    for (guint i = 0; i < child->visits->len; i++)
        g_ptr_array_add (list, ((TvChildVisit *) child->visits->pdata[i])->measurement);
    return list;
}

static gpointer
preview_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Question *question = input;
    g_autoptr (TvDuplicatePreview) self = g_new0 (TvDuplicatePreview, 1);
    g_autoptr (GPtrArray) kept = NULL;
    g_autoptr (GPtrArray) gone = NULL;

    self->kept = tv_child_read (connection, question->kept_id, 0, error);
    self->gone = self->kept ? tv_child_read (connection, question->gone_id, 0, error) : NULL;
    if (!self->gone || !choose_kept (self, connection, error))
        return NULL;
    write_texts (self->kept->student, self->kept_texts);
    write_texts (self->gone->student, self->gone_texts);
    kept = list_measurements (self->kept);
    gone = list_measurements (self->gone);
    self->visits = tv_duplicate_plan_visits (self->kept->student->id, kept, gone, "");
    return g_steal_pointer (&self);
}

/**
 * tv_duplicate_preview_async:
 * @store: an open book
 * @student_id: a child
 * @other_id: another record that may be of the same
 *
 * End it with tv_duplicate_preview_finish().
 */
void
tv_duplicate_preview_async (TvStore *store, gint64 student_id, gint64 other_id,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
    Question question = { student_id, other_id };

    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, preview_cb, g_memdup2 (&question, sizeof question), g_free,
                         (GDestroyNotify) tv_duplicate_preview_free, cancellable, callback,
                         user_data);
}

/**
 * tv_duplicate_preview_finish:
 *
 * Returns: (transfer full) (nullable): the two; which of them stays was chosen by what they hold
 */
TvDuplicatePreview *
tv_duplicate_preview_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

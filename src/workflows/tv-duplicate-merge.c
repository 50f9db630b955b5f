/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two records of one child become one, in one change that can be taken back whole. */

#include "workflows/tv-duplicate-merge.h"

#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-students.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    gint64 kept_id;
    gint64 gone_id;
    guint theirs;
} Request;

/* Everything of the two, as it stands. */
typedef struct {
    TvStudent *kept;
    TvStudent *gone;
    GPtrArray *visits;
    GPtrArray *places;
} Plan;

static void
clear_plan (Plan *self)
{
    g_clear_pointer (&self->kept, tv_student_unref);
    g_clear_pointer (&self->gone, tv_student_unref);
    g_clear_pointer (&self->visits, g_ptr_array_unref);
    g_clear_pointer (&self->places, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

static GPtrArray *
plan_visits (TvConnection *connection, const Request *request, GError **error)
{
    g_autoptr (GPtrArray) kept
        = tv_store_list_measurements_of_student (connection, request->kept_id, error);
    g_autoptr (GPtrArray) gone
        = kept ? tv_store_list_measurements_of_student (connection, request->gone_id, error) : NULL;

    return gone ? tv_duplicate_plan_visits (
               request->kept_id, kept, gone,
               _ ("The round has another measurement, from a second record of the child."))
                : NULL;
}

static GPtrArray *
plan_places (TvConnection *connection, const Request *request, GError **error)
{
    g_autoptr (GPtrArray) kept
        = tv_store_list_enrolments_of_student (connection, request->kept_id, error);
    g_autoptr (GPtrArray) gone
        = kept ? tv_store_list_enrolments_of_student (connection, request->gone_id, error) : NULL;

    return gone ? tv_duplicate_plan_places (request->kept_id, kept, gone) : NULL;
}

static gboolean
make_plan (Plan *self, TvConnection *connection, const Request *request, GError **error)
{
    self->kept = tv_store_get_student (connection, request->kept_id, error);
    self->gone = self->kept ? tv_store_get_student (connection, request->gone_id, error) : NULL;
    self->visits = self->gone ? plan_visits (connection, request, error) : NULL;
    self->places = self->visits ? plan_places (connection, request, error) : NULL;
    return self->places != NULL;
}

static gboolean
put_visits (TvChange *change, GPtrArray *visits, GError **error)
{
    for (guint i = 0; i < visits->len; i++) {
        const TvDuplicateVisit *visit = visits->pdata[i];

        if (visit->fate == TV_DUPLICATE_STAYS && !visit->is_left_out)
            continue;
        if (visit->gone_id != 0 && !tv_store_delete_measurement (change, visit->gone_id, error))
            return FALSE;
        if (tv_store_put_measurement (change, visit->planned, error) == 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_places (TvChange *change, GPtrArray *places, GError **error)
{
    gboolean is_good = TRUE;

    for (guint i = 0; i < places->len && is_good; i++) {
        const TvDuplicatePlace *place = places->pdata[i];

        if (place->planned)
            is_good = tv_store_put_enrolment (change, place->planned, error) != 0;
        else if (place->id != 0)
            is_good = tv_store_delete_enrolment (change, place->id, error);
    }
    return is_good;
}

static void
choose_text (char **kept, char *gone, gboolean takes_gone)
{
    if (gone && *gone && (takes_gone || !*kept || !**kept))
        *kept = gone;
}

static char *
choose_notes (const Plan *plan, guint theirs)
{
    const char *kept = plan->kept->notes, *gone = plan->gone->notes;

    if (!gone || !*gone || (kept && strstr (kept, gone)))
        return g_strdup (kept);
    return theirs & 1u << TV_DUPLICATE_NOTES || !kept || !*kept ? g_strdup (gone) : g_strdup (kept);
}

/* Numbers are one child's alone, so that the other record must be gone before this. */
static gboolean
put_student (TvChange *change, const Plan *plan, guint theirs, GError **error)
{
    const TvStudent *gone = plan->gone;
    g_autofree char *notes = choose_notes (plan, theirs);
    g_autoptr (TvStudent) student = NULL;
    TvStudent values = *plan->kept;

    choose_text (&values.name, gone->name, theirs & 1u << TV_DUPLICATE_NAME);
    choose_text (&values.personal_number, gone->personal_number,
                 theirs & 1u << TV_DUPLICATE_PERSONAL_NUMBER);
    choose_text (&values.ministry_code, gone->ministry_code,
                 theirs & 1u << TV_DUPLICATE_MINISTRY_CODE);
    choose_text (&values.ethnic_group, gone->ethnic_group,
                 theirs & 1u << TV_DUPLICATE_ETHNIC_GROUP);
    choose_text (&values.guardian_name, gone->guardian_name,
                 theirs & 1u << TV_DUPLICATE_GUARDIAN_NAME);
    choose_text (&values.guardian_phone, gone->guardian_phone,
                 theirs & 1u << TV_DUPLICATE_GUARDIAN_PHONE);
    choose_text (&values.sort_name, gone->sort_name, theirs & 1u << TV_DUPLICATE_NAME);
    if (gone->birth_date != TV_DATE_NONE
        && (theirs & 1u << TV_DUPLICATE_BIRTH_DATE || values.birth_date == TV_DATE_NONE))
        values.birth_date = gone->birth_date;
    if (gone->sex != TV_SEX_UNKNOWN
        && (theirs & 1u << TV_DUPLICATE_SEX || values.sex == TV_SEX_UNKNOWN))
        values.sex = gone->sex;
    values.notes = notes;
    student = tv_student_new (&values);
    return tv_store_put_student (change, student, error) != 0;
}

static gboolean
merge_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    const Request *request = input;
    g_auto (Plan) plan = { 0 };

    *result = g_strdup ("");
    return make_plan (&plan, tv_change_connection (change), request, error)
           && put_visits (change, plan.visits, error) && put_places (change, plan.places, error)
           && tv_store_delete_student (change, request->gone_id, error)
           && put_student (change, &plan, request->theirs, error);
}

/**
 * tv_duplicate_merge_async:
 * @store: an open book
 * @kept_id: the record that stays
 * @gone_id: the one that goes into it
 * @theirs: bits of #TvDuplicateField: what the record that goes says stands from now on
 *
 * What only one of the two knows stands in any case. Measurements of a round that was signed off
 * can stay, but not be moved: TV_STORE_ERROR_SIGNED_OFF. End it with tv_duplicate_merge_finish().
 */
void
tv_duplicate_merge_async (TvStore *store, gint64 kept_id, gint64 gone_id, guint theirs,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
    Request request = { kept_id, gone_id, theirs };

    g_return_if_fail (TV_IS_STORE (store) && kept_id != gone_id);
    tv_store_write_async (store, "merge-children", merge_cb, g_memdup2 (&request, sizeof request),
                          g_free, g_free, cancellable, callback, user_data);
}

gboolean
tv_duplicate_merge_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autofree char *done = tv_store_write_finish (store, result, error);

    return done != NULL;
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the turn of a school year: all of it in one transaction, which is one step of the history.
 * Whoever goes on keeps the old place without a last day, as whoever sat in a class to the end of
 * its year; rounds of that year count the child there for ever. Only who leaves gets a last day. */

#include "workflows/tv-year-write.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-people.h"
#include "store/tv-store-years.h"
#include "workflows/tv-class-move.h"
#include "workflows/tv-year-unplaced.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    TvChange *change;
    const TvYearWriting *writing;
    GHashTable *classes; /* key of a class name to the key of the class in the new year */
    TvYearTurned *turned;
    GCancellable *cancellable;
} Writer;

void
tv_year_writing_free (gpointer data)
{
    TvYearWriting *self = data;

    g_ptr_array_unref (self->groups);
    g_ptr_array_unref (self->promotions);
    g_hash_table_unref (self->stayers);
    tv_year_proposal_unref (self->proposal);
    g_free (self);
}

/* Whether the children still sit where they sat when the plan was made. */
static gboolean
check_unchanged (Writer *self, GError **error)
{
    const TvYearProposal *proposal = self->writing->proposal;
    guint n_placed;
    g_autoptr (GHashTable) unplaced
        = tv_year_find_unplaced (tv_change_connection (self->change), proposal->year_id,
                                 proposal->first_year, &n_placed, error);
    gboolean is_same;

    if (!unplaced)
        return FALSE;
    is_same = g_hash_table_size (unplaced) == proposal->children->len;
    for (guint i = 0; is_same && i < proposal->children->len; i++) {
        const TvYearChild *child = g_ptr_array_index (proposal->children, i);
        const gint64 *enrolment_id = g_hash_table_lookup (unplaced, &child->student->id);

        is_same = enrolment_id && *enrolment_id == child->enrolment->id;
    }
    if (!is_same)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _ ("Children of this school year have come, gone or changed class "
                                "since this plan was made. Nothing was written. Open the new "
                                "school year again to see a new plan."));
    return is_same;
}

/* The new class stands where the class of that name stood, else with its grade. */
static int
find_position (const Writer *self, const TvYearGroup *group)
{
    const GPtrArray *classes = self->writing->proposal->classes;
    g_autofree char *key = tv_class_name_key (group->name);
    int position = 0;

    for (guint i = 0; i < classes->len; i++) {
        const TvClass *old = ((const TvYearClass *) g_ptr_array_index (classes, i))->class_;
        g_autofree char *old_key = tv_class_name_key (old->name);

        if (strcmp (old_key, key) == 0)
            return old->position;
        if (old->grade == group->grade)
            position = MAX (position, old->position);
    }
    return position;
}

static gint64
ensure_class (Writer *self, const TvYearGroup *group, GError **error)
{
    TvClass values = { .year_id = self->turned->year_id,
                       .name = group->name,
                       .grade = group->grade,
                       .position = find_position (self, group) };
    g_autoptr (TvClass) found = NULL;
    gint64 id;

    if (!tv_store_find_class (tv_change_connection (self->change), self->turned->year_id,
                              group->name, &found, error))
        return 0;
    id = found ? found->id : tv_store_put_class (self->change, &values, error);
    if (id != 0) {
        self->turned->n_classes_new += found == NULL;
        g_hash_table_insert (self->classes, tv_class_name_key (group->name),
                             g_memdup2 (&id, sizeof id));
    }
    return id;
}

static gboolean
seat (Writer *self, const TvYearGroup *group, GError **error)
{
    gint64 class_id = ensure_class (self, group, error);
    int roll_number;

    if (class_id == 0
        || !tv_class_find_next_roll_number (tv_change_connection (self->change), class_id,
                                            &roll_number, error))
        return FALSE;
    for (guint i = 0; i < group->children->len; i++) {
        const TvYearChild *child = g_ptr_array_index (group->children, i);
        TvEnrolment values = { .student_id = child->student->id,
                               .class_id = class_id,
                               .year_id = self->turned->year_id,
                               .roll_number = roll_number++,
                               .status = TV_ENROLMENT_STUDYING,
                               .from = TV_DATE_NONE,
                               .until = TV_DATE_NONE };

        if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
            || tv_store_put_enrolment (self->change, &values, error) == 0)
            return FALSE;
        self->turned->n_gone_on++;
        self->turned->n_stayed_down += g_hash_table_contains (self->writing->stayers, child);
    }
    return TRUE;
}

/* Who finishes school has studied to the last day; the others' status says how they left. Their
 * place is read anew, since its number may be another one by now. */
static gboolean
end_place (Writer *self, TvYearFate fate, gint64 enrolment_id, GError **error)
{
    g_autoptr (TvEnrolment) standing
        = tv_store_get_enrolment (tv_change_connection (self->change), enrolment_id, error);
    TvEnrolment values;

    if (!standing)
        return FALSE;
    values = *standing;
    values.until = self->writing->last_day;
    if (fate == TV_YEAR_MOVES_AWAY)
        values.status = TV_ENROLMENT_MOVED_AWAY;
    else if (fate == TV_YEAR_STOPS)
        values.status = TV_ENROLMENT_STOPPED;
    return tv_store_put_enrolment (self->change, &values, error) != 0;
}

static gboolean
let_leave (Writer *self, const TvYearGroup *group, GError **error)
{
    for (guint i = 0; i < group->children->len; i++) {
        const TvYearChild *child = g_ptr_array_index (group->children, i);

        if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
            || !end_place (self, group->fate, child->enrolment->id, error))
            return FALSE;
        self->turned->n_left++;
    }
    return TRUE;
}

static gboolean
write_groups (Writer *self, GError **error)
{
    for (guint i = 0; i < self->writing->groups->len; i++) {
        const TvYearGroup *group = g_ptr_array_index (self->writing->groups, i);
        gboolean is_written = group->fate == TV_YEAR_WAITS
                              || (group->fate == TV_YEAR_GOES_ON ? seat (self, group, error)
                                                                 : let_leave (self, group, error));

        if (!is_written)
            return FALSE;
    }
    return TRUE;
}

/* Where the class went, if it went anywhere. */
static gint64
find_target (const Writer *self, gint64 class_id)
{
    const TvYearWriting *writing = self->writing;

    for (guint i = 0; i < writing->promotions->len; i++) {
        const TvYearClass *class_ = g_ptr_array_index (writing->proposal->classes, i);
        const TvYearPromotion *promotion = g_ptr_array_index (writing->promotions, i);

        if (class_->class_->id == class_id && promotion->fate == TV_YEAR_GOES_ON) {
            g_autofree char *key = tv_class_name_key (promotion->name);
            const gint64 *id = g_hash_table_lookup (self->classes, key);

            return id ? *id : 0;
        }
    }
    return 0;
}

/* The person is read anew: name, role and term may have been changed while the plan was made. Who
 * has another class by now keeps it. */
static gboolean
move_teacher (Writer *self, const TvPerson *planned, GError **error)
{
    g_autoptr (TvPerson) standing
        = tv_store_get_person (tv_change_connection (self->change), planned->id, error);
    TvPerson values;

    if (!standing)
        return FALSE;
    values = *standing;
    values.class_id = find_target (self, standing->class_id);
    if (values.class_id == 0 || standing->class_id != planned->class_id || !standing->is_active)
        return TRUE;
    self->turned->n_teachers++;
    return tv_store_put_person (self->change, &values, error) != 0;
}

static gboolean
write_teachers (Writer *self, GError **error)
{
    const GPtrArray *teachers = self->writing->proposal->teachers;

    for (guint i = 0; i < teachers->len; i++) {
        if (!move_teacher (self, g_ptr_array_index (teachers, i), error))
            return FALSE;
    }
    return TRUE;
}

/**
 * tv_year_write:
 * @change: a change under way
 * @input: a #TvYearWriting
 * @result: (out): a #TvYearTurned, to be freed with g_free()
 * @cancellable: (nullable): to stop it, and undo what was written
 * @error: (nullable): a #TvStoreError, or a sentence where the book has changed since
 *
 * Returns: whether all of it was written
 */
gboolean
tv_year_write (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
               GError **error)
{
    const TvYearWriting *writing = input;
    TvYearTurned turned = { 0 };
    g_autoptr (GHashTable) classes
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    Writer self = { change, writing, classes, &turned, cancellable };

    if (!check_unchanged (&self, error))
        return FALSE;
    turned.year_id = tv_store_ensure_year (change, writing->proposal->first_year + 1, error);
    if (turned.year_id == 0 || !write_groups (&self, error)
        || (writing->do_teachers_follow && !write_teachers (&self, error)))
        return FALSE;
    *result = g_memdup2 (&turned, sizeof turned);
    return TRUE;
}

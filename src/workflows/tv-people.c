/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Those who act in a book: the nurse, the principal, class teachers, a substitute until her last
 * day. Nobody is deleted, since the history names them. */

#include "workflows/tv-people.h"

#include "store/tv-key-ring.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-people.h"
#include "store/tv-store-sign-in.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    char *folder;
    gint64 year_id;
    TvPerson *actor; /* NULL: nobody signs in, and everybody is the nurse */
    gboolean is_protected;
    gboolean may_manage;
    gboolean may_unprotect;
    TvDate today;
} Request;

static void
free_request (gpointer data)
{
    Request *self = data;

    g_free (self->folder);
    g_clear_pointer (&self->actor, tv_person_unref);
    g_free (self);
}

static void
free_people (gpointer data)
{
    TvPeople *self = data;

    g_clear_pointer (&self->people, g_ptr_array_unref);
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    g_clear_pointer (&self->with_secret, g_hash_table_unref);
    g_clear_pointer (&self->actor, tv_person_unref);
}

static gboolean
read_holders (TvPeople *self, const char *folder, GError **error)
{
    g_autoptr (TvKeyRing) ring = NULL;
    const TvKeyHolder *holders;
    guint n_holders;

    self->with_secret = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    if (!self->is_protected)
        return TRUE;
    ring = tv_key_ring_read (folder, error);
    if (!ring)
        return FALSE;
    holders = tv_key_ring_holders (ring, &n_holders);
    for (guint i = 0; i < n_holders; i++)
        g_hash_table_add (self->with_secret, g_strdup (holders[i].person_uid));
    return TRUE;
}

static gboolean
read_classes (TvPeople *self, TvConnection *connection, gint64 year_id, GError **error)
{
    g_autoptr (GPtrArray) counts = tv_store_list_classes (connection, year_id, error);

    if (!counts)
        return FALSE;
    self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_class_unref);
    for (guint i = 0; i < counts->len; i++) {
        const TvClassCount *count = g_ptr_array_index (counts, i);

        g_ptr_array_add (self->classes, tv_class_ref (count->class_));
    }
    return TRUE;
}

/* In a plain book everybody is its nurse. */
static TvPerson *
find_nurse (GPtrArray *people)
{
    for (guint i = 0; i < people->len; i++) {
        TvPerson *person = g_ptr_array_index (people, i);

        if (person->role == TV_ROLE_NURSE && person->is_active)
            return tv_person_ref (person);
    }
    return NULL;
}

static gpointer
load (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const Request *request = input;
    g_autoptr (TvPeople) self = g_atomic_rc_box_new0 (TvPeople);

    self->is_protected = request->is_protected;
    self->today = request->today;
    self->people = tv_store_list_people (connection, error);
    if (!self->people || !read_classes (self, connection, request->year_id, error)
        || !read_holders (self, request->folder, error))
        return NULL;
    self->actor = request->actor ? tv_person_ref (request->actor) : find_nurse (self->people);
    self->may_manage = request->may_manage;
    self->may_unprotect = request->may_unprotect;
    return g_steal_pointer (&self);
}

/**
 * tv_people_load_async:
 * @store: a book
 * @year_id: whose classes a class teacher may have
 *
 * Ends with tv_people_load_finish().
 */
void
tv_people_load_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    Request *request = g_new0 (Request, 1);

    request->folder = g_strdup (tv_store_folder (store));
    request->year_id = year_id;
    request->actor = tv_store_get_person_signed_in (store);
    request->may_manage = tv_store_may (store, TV_RIGHT_MANAGE_PEOPLE);
    request->may_unprotect = tv_store_may (store, TV_RIGHT_UNPROTECT);
    request->is_protected = tv_store_is_protected (store);
    request->today = tv_clock_today (tv_store_clock (store));
    tv_store_read_async (store, load, request, free_request, (GDestroyNotify) tv_people_unref,
                         cancellable, callback, user_data);
}

/**
 * tv_people_load_finish:
 *
 * Returns: (transfer full) (nullable): who acts in the book
 */
TvPeople *
tv_people_load_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

TvPeople *
tv_people_ref (TvPeople *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_people_unref (TvPeople *self)
{
    g_atomic_rc_box_release_full (self, free_people);
}

gboolean
tv_people_has_password (TvPeople *self, const TvPerson *person)
{
    return g_hash_table_contains (self->with_secret, person->uid);
}

static const char *
find_class_name (TvPeople *self, gint64 class_id)
{
    for (guint i = 0; i < self->classes->len; i++) {
        const TvClass *class_ = g_ptr_array_index (self->classes, i);

        if (class_->id == class_id)
            return class_->name;
    }
    return NULL;
}

static char *
describe_time (TvPeople *self, const TvPerson *person)
{
    g_autofree char *until = NULL;

    if (!person->is_active)
        return g_strdup (_ ("no longer acts in the book"));
    if (person->until == TV_DATE_NONE)
        return NULL;
    until = tv_date_to_text (person->until);
    if (!tv_person_acts_on (person, self->today))
        /* Translators: %s is a date */
        return g_strdup_printf (_ ("ended on %s"), until);
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("until %s"), until);
}

/**
 * tv_people_describe:
 * @self: who acts in the book
 * @person: one of them
 *
 * Returns: (transfer full): role, class, last day and password in one line
 */
char *
tv_people_describe (TvPeople *self, const TvPerson *person)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    const char *class_name = find_class_name (self, person->class_id);
    char *time = describe_time (self, person);

    g_ptr_array_add (parts, g_strdup (tv_role_label (person->role)));
    if (person->role == TV_ROLE_TEACHER && class_name)
        /* Translators: %s is the name of a class */
        g_ptr_array_add (parts, g_strdup_printf (_ ("class %s"), class_name));
    if (time)
        g_ptr_array_add (parts, time);
    if (self->is_protected && person->is_active)
        g_ptr_array_add (parts, g_strdup (tv_people_has_password (self, person)
                                              ? _ ("has a password")
                                              : _ ("cannot sign in yet")));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * tv_people_find_fault:
 * @person: as it was filled in
 *
 * Returns: (transfer none) (nullable): a sentence that says what is missing
 */
const char *
tv_people_find_fault (const TvPerson *person)
{
    if (!person->name || !*person->name)
        return _ ("The history names whoever acts in the book: a name is needed.");
    if (person->role == TV_ROLE_TEACHER && person->class_id == 0)
        return _ ("A class teacher enters the values of one class: choose which.");
    return NULL;
}

static gboolean
save (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable, GError **error)
{
    return tv_store_put_person (change, input, error) != 0;
}

static void
write_person (TvStore *store, const char *kind, const TvPerson *values,
              GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_write_async (store, kind, save, tv_person_new (values),
                          (GDestroyNotify) tv_person_unref, NULL, NULL, callback, user_data);
}

/**
 * tv_people_save_async:
 * @store: a book
 * @person: somebody without a fault; id 0 for a new one
 *
 * Ends with tv_people_save_finish().
 */
void
tv_people_save_async (TvStore *store, const TvPerson *person, GAsyncReadyCallback callback,
                      gpointer user_data)
{
    g_return_if_fail (!tv_people_find_fault (person));
    write_person (store, person->id ? "edit-person" : "add-person", person, callback, user_data);
}

/**
 * tv_people_end_async:
 * @store: a book
 * @person: who is to act in it no more; the history goes on naming them
 *
 * Ends with tv_people_save_finish().
 */
void
tv_people_end_async (TvStore *store, const TvPerson *person, GAsyncReadyCallback callback,
                     gpointer user_data)
{
    TvPerson values = *person;

    values.is_active = FALSE;
    write_person (store, "end-person", &values, callback, user_data);
}

/**
 * tv_people_bring_back_async:
 * @store: a book
 * @person: who acts in it no more, and is to act in it again, without end where the last day is
 * over
 *
 * Ends with tv_people_save_finish().
 */
void
tv_people_bring_back_async (TvStore *store, const TvPerson *person, GAsyncReadyCallback callback,
                            gpointer user_data)
{
    TvPerson values = *person;

    values.is_active = TRUE;
    if (!tv_person_acts_on (&values, tv_clock_today (tv_store_clock (store))))
        values.until = TV_DATE_NONE;
    write_person (store, "edit-person", &values, callback, user_data);
}

gboolean
tv_people_save_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autoptr (GError) own_error = NULL;

    tv_store_write_finish (store, result, &own_error);
    if (!own_error)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&own_error));
    return FALSE;
}

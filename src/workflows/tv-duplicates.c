/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the children that stand in the book twice. Each name is gone through by itself, and in it
 * the birth dates are looked up by what a slip would have left of them, so that the work grows with
 * the children and not with their pairs. */

#include "workflows/tv-duplicates.h"

#include "base/tv-text.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-students.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* More records of one name and one date than that are no slips any more. */
#define MAX_IN_BUCKET 20

typedef struct {
    TvConnection *connection;
    GHashTable *parted; /* set of "uid uid" */
    GHashTable *places; /* id of a child -> GPtrArray of TvEnrolment */
    GHashTable *seen;   /* set of pairs of one name, as two indexes in a gint64 */
    GPtrArray *pairs;
    GError **error;
} Search;

static void
free_pair (gpointer data)
{
    TvDuplicatePair *self = data;

    tv_student_unref (self->one);
    tv_student_unref (self->other);
    g_free (self);
}

static char *
name_pair (const char *uid, const char *other_uid)
{
    gboolean is_first = strcmp (uid, other_uid) < 0;

    return g_strdup_printf ("%s %s", is_first ? uid : other_uid, is_first ? other_uid : uid);
}

static JsonArray *
read_parted (TvConnection *connection, GError **error)
{
    g_autofree char *value = NULL;
    g_autoptr (JsonNode) root = NULL;

    if (!tv_store_find_setting (connection, TV_DIFFERENT_CHILDREN_SETTING, &value, error))
        return NULL;
    root = value ? json_from_string (value, NULL) : NULL;
    return root && JSON_NODE_HOLDS_ARRAY (root) ? json_node_dup_array (root) : json_array_new ();
}

static GHashTable *
list_parted (TvConnection *connection, GError **error)
{
    g_autoptr (JsonArray) array = read_parted (connection, error);
    GHashTable *parted
        = array ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

    for (guint i = 0; array && i < json_array_get_length (array); i++) {
        JsonNode *node = json_array_get_element (array, i);
        const char *pair = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

        if (pair)
            g_hash_table_add (parted, g_strdup (pair));
    }
    return parted;
}

static GPtrArray *
find_places (Search *search, const TvStudent *student)
{
    GPtrArray *places = g_hash_table_lookup (search->places, &student->id);

    if (places)
        return places;
    places = tv_store_list_enrolments_of_student (search->connection, student->id, search->error);
    if (places)
        g_hash_table_insert (search->places, g_memdup2 (&student->id, sizeof student->id), places);
    return places;
}

static gboolean
look_at_pair (Search *search, TvStudent *one, TvStudent *other)
{
    g_autofree char *name = name_pair (one->uid, other->uid);
    GPtrArray *places = find_places (search, one);
    GPtrArray *other_places = places ? find_places (search, other) : NULL;
    TvDuplicateReason reason;
    TvDuplicatePair *pair;

    if (!other_places)
        return FALSE;
    reason = tv_duplicate_judge (one, places, other, other_places);
    if (reason == TV_DUPLICATE_NOT || g_hash_table_contains (search->parted, name))
        return TRUE;
    pair = g_new (TvDuplicatePair, 1);
    *pair = (TvDuplicatePair){ tv_student_ref (one), tv_student_ref (other), reason };
    g_ptr_array_add (search->pairs, pair);
    return TRUE;
}

/* What a slip leaves of a date: all, without its order, without its century, without one digit. */
static void
add_traces (TvDate date, GArray *traces)
{
    int year, month, day;
    gint64 digits, trace;
    gint64 place = 1;

    if (date == TV_DATE_NONE)
        return;
    tv_date_get_ymd (date, &year, &month, &day);
    digits = (gint64) year * 10000 + month * 100 + day;
    trace = digits;
    g_array_append_val (traces, trace);
    trace = G_GINT64_CONSTANT (1) << 40
            | ((gint64) year * 10000 + MIN (month, day) * 100 + MAX (month, day));
    g_array_append_val (traces, trace);
    trace = G_GINT64_CONSTANT (2) << 40 | (digits % 1000000);
    g_array_append_val (traces, trace);
    for (gint64 i = 0; i < 8; i++, place *= 10) {
        trace = (3 + i) << 40 | (digits - digits / place % 10 * place);
        g_array_append_val (traces, trace);
        /* Two neighbours exchanged leave the sum of them. */
        if (i < 7) {
            gint64 low = digits / place % 10, high = digits / (place * 10) % 10;

            trace = (11 + i) << 40
                    | ((digits - low * place - high * place * 10) + (low + high) * place);
            g_array_append_val (traces, trace);
        }
    }
}

/* Holds a child against those before it that have left the same trace. */
static gboolean
meet (Search *search, GHashTable *buckets, GPtrArray *group, guint index, gint64 trace)
{
    GArray *bucket = g_hash_table_lookup (buckets, &trace);

    if (!bucket) {
        bucket = g_array_new (FALSE, FALSE, sizeof (guint));
        g_hash_table_insert (buckets, g_memdup2 (&trace, sizeof trace), bucket);
    }
    for (guint i = 0; i < bucket->len; i++) {
        guint before = g_array_index (bucket, guint, i);
        gint64 pair = (gint64) before << 32 | index;

        if (g_hash_table_add (search->seen, g_memdup2 (&pair, sizeof pair))
            && !look_at_pair (search, group->pdata[before], group->pdata[index]))
            return FALSE;
    }
    if (bucket->len < MAX_IN_BUCKET)
        g_array_append_val (bucket, index);
    return TRUE;
}

/* Of a name that few have, a child without a date is held against all. */
static gboolean
meet_dateless (Search *search, GPtrArray *group)
{
    if (group->len > MAX_IN_BUCKET)
        return TRUE;
    for (guint i = 0; i < group->len; i++) {
        for (guint j = i + 1; j < group->len; j++) {
            TvStudent *one = group->pdata[i], *other = group->pdata[j];

            if ((one->birth_date == TV_DATE_NONE || other->birth_date == TV_DATE_NONE)
                && !look_at_pair (search, one, other))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean
look_at_name (Search *search, GPtrArray *group)
{
    g_autoptr (GHashTable) buckets = NULL;
    g_autoptr (GArray) traces = NULL;

    if (group->len < 2)
        return TRUE;
    buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                     (GDestroyNotify) g_array_unref);
    traces = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_hash_table_remove_all (search->seen);
    for (guint i = 0; i < group->len; i++) {
        g_array_set_size (traces, 0);
        add_traces (((TvStudent *) group->pdata[i])->birth_date, traces);
        for (guint j = 0; j < traces->len; j++) {
            if (!meet (search, buckets, group, i, g_array_index (traces, gint64, j)))
                return FALSE;
        }
    }
    return meet_dateless (search, group);
}

/* In the order of the book, so that the list stays as it was. */
static GPtrArray *
group_by_name (GPtrArray *students)
{
    g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

    for (guint i = 0; i < students->len; i++) {
        TvStudent *student = students->pdata[i];
        char *name = tv_text_fold (student->name);
        GPtrArray *group = g_hash_table_lookup (by_name, name);

        if (!group) {
            group = g_ptr_array_new ();
            g_ptr_array_add (groups, group);
            g_hash_table_insert (by_name, g_strdup (name), group);
        }
        g_ptr_array_add (group, student);
        g_free (name);
    }
    return groups;
}

static gpointer
find_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) students = tv_store_list_students (connection, error);
    g_autoptr (GHashTable) parted = students ? list_parted (connection, error) : NULL;
    g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                           (GDestroyNotify) g_ptr_array_unref);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (free_pair);
    g_autoptr (GPtrArray) groups = NULL;
    Search search = { connection, parted, places, seen, pairs, error };

    if (!parted)
        return NULL;
    groups = group_by_name (students);
    for (guint i = 0; i < groups->len; i++) {
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !look_at_name (&search, groups->pdata[i]))
            return NULL;
    }
    return g_steal_pointer (&pairs);
}

/**
 * tv_duplicates_find:
 * @store: an open book
 * @error: (nullable): a #TvStoreError
 *
 * Waits; a window uses tv_duplicates_find_async().
 *
 * Returns: (transfer full) (nullable) (element-type TvDuplicatePair): records that may be of one
 *   child, without those that were said to be of two
 */
GPtrArray *
tv_duplicates_find (TvStore *store, GError **error)
{
    return tv_store_read (store, find_cb, NULL, error);
}

/**
 * tv_duplicates_find_async:
 *
 * As tv_duplicates_find(). End it with tv_duplicates_find_finish().
 */
void
tv_duplicates_find_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_read_async (store, find_cb, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

GPtrArray *
tv_duplicates_find_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

/**
 * tv_duplicate_reason_sentence:
 *
 * Returns: (transfer none): why the two may be one, in the chosen language
 */
const char *
tv_duplicate_reason_sentence (TvDuplicateReason reason)
{
    switch (reason) {
    case TV_DUPLICATE_SAME_DATE:
        return _ ("The name and the date of birth are the same.");
    case TV_DUPLICATE_NEAR_DATE:
        return _ ("The name is the same, and one slip makes the one date of birth of the other.");
    case TV_DUPLICATE_NEWCOMER:
        return _ ("The name and the class are the same, and a date of birth is missing.");
    default:
        return "";
    }
}

static gboolean
part_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (GHashTable) known = list_parted (connection, error);
    g_autoptr (JsonArray) array = known ? read_parted (connection, error) : NULL;
    g_autoptr (JsonNode) root = NULL;
    g_autofree char *value = NULL;

    if (!array)
        return FALSE;
    if (!g_hash_table_contains (known, input))
        json_array_add_string_element (array, input);
    root = json_node_init_array (json_node_alloc (), array);
    value = json_to_string (root, FALSE);
    *result = g_strdup ("");
    return tv_store_put_setting (change, TV_DIFFERENT_CHILDREN_SETTING, value, error);
}

/**
 * tv_duplicates_part_async:
 * @uid: of a child
 * @other_uid: of another
 *
 * Keeps that the two are two children, who are not asked about again. End it with
 * tv_duplicates_part_finish().
 */
void
tv_duplicates_part_async (TvStore *store, const char *uid, const char *other_uid,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
    g_return_if_fail (TV_IS_STORE (store));
    tv_store_write_async (store, "different-children", part_cb, name_pair (uid, other_uid), g_free,
                          g_free, cancellable, callback, user_data);
}

gboolean
tv_duplicates_part_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_autofree char *done = tv_store_write_finish (store, result, error);

    return done != NULL;
}

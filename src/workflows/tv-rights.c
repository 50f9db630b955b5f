/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is at a book and what they may do, for whoever shows it: what is not allowed is not offered.
 * The book itself refuses it all the same. */

#include "workflows/tv-rights.h"

#include "store/tv-access.h"
#include "store/tv-store-access.h"
#include "store/tv-store-sign-in.h"

/**
 * tv_rights_has:
 * @store: a book
 * @right: what is to be done
 *
 * Returns: whether whoever is at the book may do it
 */
gboolean
tv_rights_has (TvStore *store, TvRight right)
{
    return tv_store_may (store, right);
}

/**
 * tv_rights_has_any:
 * @store: a book
 * @rights: bits of #TvRight, see TV_RIGHT_BIT(); 0 for what everybody may
 *
 * Returns: whether whoever is at the book has one of them
 */
gboolean
tv_rights_has_any (TvStore *store, guint rights)
{
    if (rights == 0)
        return TRUE;
    for (guint right = 0; rights >> right; right++) {
        if (rights & TV_RIGHT_BIT (right) && tv_store_may (store, (TvRight) right))
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_rights_get_person:
 * @store: a book
 *
 * Returns: (transfer full) (nullable): who signed in; %NULL in a plain book
 */
TvPerson *
tv_rights_get_person (TvStore *store)
{
    return tv_store_get_person_signed_in (store);
}

/**
 * tv_rights_own_class:
 * @store: a book
 *
 * Returns: the one class a class teacher is kept to, 0 for whoever is kept to none
 */
gint64
tv_rights_own_class (TvStore *store)
{
    g_autoptr (TvPerson) person = tv_store_get_person_signed_in (store);

    return person && person->role == TV_ROLE_TEACHER ? person->class_id : 0;
}

/**
 * tv_rights_hide_names:
 * @store: a book
 *
 * Returns: whether children stand there without names until their records are asked for
 */
gboolean
tv_rights_hide_names (TvStore *store)
{
    return !tv_store_may (store, TV_RIGHT_READ_CHILDREN)
           && tv_store_may (store, TV_RIGHT_REQUEST_RECORDS);
}

/**
 * tv_rights_shown_seconds:
 *
 * Returns: for how long records are seen after they were asked for
 */
guint
tv_rights_shown_seconds (void)
{
    return TV_ACCESS_REQUEST_US / G_USEC_PER_SEC;
}

/**
 * tv_rights_request_records_async:
 * @store: a book whose children stand without names
 * @reason: why their records are needed, for the history
 *
 * Ends with tv_rights_request_records_finish().
 */
void
tv_rights_request_records_async (TvStore *store, const char *reason, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
    tv_store_request_records_async (store, reason, NULL, callback, user_data);
}

/**
 * tv_rights_request_records_finish:
 * @error: (nullable): TV_STORE_ERROR_NO_REASON, TV_STORE_ERROR_NOT_ALLOWED …
 *
 * Returns: whether names and records are seen for a while
 */
gboolean
tv_rights_request_records_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_request_records_finish (store, result, error);
}

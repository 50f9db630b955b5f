/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People of each role for tests. */

#include "tv-test-people.h"

#include "store/tv-store-people.h"
#include "store/tv-store-sign-in.h"

typedef struct {
    TvTestBook *book;
    TvTestPeople *people;
} Filling;

static gboolean
put_people_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
               GError **error)
{
    Filling *filling = input;

    for (TvRole role = TV_ROLE_NURSE; role <= TV_ROLE_AUDITOR; role++) {
        TvPerson values = { .name = (char *) "Cô Thử Nghiệm",
                            .role = role,
                            .class_id = role == TV_ROLE_TEACHER ? filling->book->class_id : 0,
                            .until = tv_date_from_ymd (2026, 9, 21),
                            .is_active = TRUE };
        gint64 id = tv_store_put_person (change, &values, error);
        g_autoptr (TvPerson) person
            = tv_store_get_person (tv_change_connection (change), id, error);

        g_assert_no_error (*error);
        filling->people->ids[role] = id;
        filling->people->uids[role] = g_strdup (person->uid);
    }
    return TRUE;
}

/* Today is everybody's last day: one on which everything still is as it was. */
TvTestPeople *
tv_test_people_new (TvTestBook *book)
{
    TvTestPeople *self = g_new0 (TvTestPeople, 1);
    Filling filling = { book, self };

    tv_test_book_write (book, "people", put_people_cb, &filling);
    return self;
}

void
tv_test_people_free (TvTestPeople *self)
{
    for (guint i = 0; i < G_N_ELEMENTS (self->uids); i++)
        g_free (self->uids[i]);
    g_free (self);
}

void
tv_test_people_sign_in (TvTestPeople *self, TvTestBook *book, TvRole role)
{
    g_autoptr (GError) error = NULL;
    gboolean is_good = tv_store_sign_in (book->store, self->uids[role], &error);

    g_assert_no_error (error);
    g_assert_true (is_good);
}

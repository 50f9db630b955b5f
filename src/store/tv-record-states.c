/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history last said of each record: a table with open addresses, so that a book of ten
 * million records is compared in one pass over its history and one over its records, within some
 * hundreds of megabytes and without a question to the engine for each. */

#include "store/tv-record-states.h"

#include <string.h>

/* what: 56 bits of a digest, two marks, and six bits for the table. */
typedef struct {
    gint64 id;
    guint64 what; /* 0: the place is free */
} Place;

struct _TvRecordStates {
    Place *places;
    gsize n_places; /* a power of two */
    gsize n_taken;
    GString *scratch;
    GChecksum *checksum;
};

#define FIRST_N_PLACES 1024
#define TABLE_MASK ((guint64) 0x3f)
#define MET ((guint64) 0x40)
#define STANDING ((guint64) 0x80)
#define DIGEST_MASK (~(guint64) 0xff)

/* In the place of a digest: the values were erased, and any will do. */
#define ERASED DIGEST_MASK

TvRecordStates *
tv_record_states_new (void)
{
    TvRecordStates *self = g_new0 (TvRecordStates, 1);

    self->n_places = FIRST_N_PLACES;
    self->places = g_new0 (Place, self->n_places);
    self->scratch = g_string_sized_new (1024);
    self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
    return self;
}

void
tv_record_states_free (TvRecordStates *self)
{
    g_free (self->places);
    g_string_free (self->scratch, TRUE);
    g_checksum_free (self->checksum);
    g_free (self);
}

/* Numbers that follow each other are to lie apart (the finaliser of MurmurHash3, public domain). */
static gsize
choose_place (const TvRecordStates *self, guint table, gint64 id)
{
    guint64 mixed = (guint64) id ^ ((guint64) table << 56);

    mixed ^= mixed >> 33;
    mixed *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
    mixed ^= mixed >> 33;
    mixed *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
    mixed ^= mixed >> 33;
    return (gsize) mixed & (self->n_places - 1);
}

static Place *
find_place (TvRecordStates *self, guint table, gint64 id)
{
    gsize index = choose_place (self, table, id);
    Place *place = &self->places[index];

    while (place->what != 0 && (place->id != id || (place->what & TABLE_MASK) != table + 1)) {
        index = (index + 1) & (self->n_places - 1);
        place = &self->places[index];
    }
    return place;
}

static void
grow (TvRecordStates *self)
{
    g_autofree Place *old = self->places;
    gsize n_old = self->n_places;

    self->n_places *= 2;
    self->places = g_new0 (Place, self->n_places);
    for (gsize i = 0; i < n_old; i++) {
        if (old[i].what != 0)
            *find_place (self, (guint) (old[i].what & TABLE_MASK) - 1, old[i].id) = old[i];
    }
}

static void
put (TvRecordStates *self, guint table, gint64 id, guint64 state)
{
    Place *place = find_place (self, table, id);

    g_assert (table + 1 <= TABLE_MASK);
    if (place->what == 0 && ++self->n_taken > self->n_places / 4 * 3) {
        grow (self);
        place = find_place (self, table, id);
    }
    place->id = id;
    place->what = state | (table + 1);
}

/* Where the member of a flat object that starts at @at ends: at its comma or at the brace. */
static const char *
find_end_of_member (const char *at)
{
    gboolean is_quoted = FALSE;

    for (; *at; at++) {
        if (is_quoted && *at == '\\' && at[1])
            at++;
        else if (*at == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && (*at == ',' || *at == '}'))
            break;
    }
    return at;
}

static gboolean
is_null (const char *member, const char *end)
{
    static const char ending[] = "\":null";
    gsize length = sizeof ending - 1;

    return (gsize) (end - member) > length && memcmp (end - length, ending, length) == 0;
}

/* A column that came with a later version of the book is null in every record that was there, and
 * the history never spoke of it: so a null counts as nothing said. */
static guint64
digest (TvRecordStates *self, const char *json)
{
    guint8 bytes[32];
    gsize size = sizeof bytes;
    guint64 value;
    const char *at = json;

    g_string_truncate (self->scratch, 0);
    while (*at) {
        const char *end = find_end_of_member (at + 1);

        if (end > at + 1 && !is_null (at, end)) {
            g_string_append_len (self->scratch, at + 1, end - at - 1);
            g_string_append_c (self->scratch, ',');
        }
        at = end;
    }
    g_checksum_reset (self->checksum);
    g_checksum_update (self->checksum, (const guchar *) self->scratch->str,
                       (gssize) self->scratch->len);
    g_checksum_get_digest (self->checksum, bytes, &size);
    memcpy (&value, bytes, sizeof value);
    value &= DIGEST_MASK;
    return value == ERASED ? 0 : value;
}

/**
 * tv_record_states_set:
 * @self: what is known so far
 * @table: its place in the list of recorded tables
 * @id: key of a record
 * @json: the record as the history says it was left
 */
void
tv_record_states_set (TvRecordStates *self, guint table, gint64 id, const char *json)
{
    put (self, table, id, digest (self, json) | STANDING);
}

/**
 * tv_record_states_set_gone:
 *
 * The history says that the record was deleted.
 */
void
tv_record_states_set_gone (TvRecordStates *self, guint table, gint64 id)
{
    put (self, table, id, 0);
}

/**
 * tv_record_states_set_erased:
 *
 * What the history said of the record was erased.
 */
void
tv_record_states_set_erased (TvRecordStates *self, guint table, gint64 id)
{
    put (self, table, id, ERASED | STANDING);
}

/**
 * tv_record_states_meet:
 * @self: all that the history says
 * @table: its place in the list of recorded tables
 * @id: key of a record that stands in the book
 * @json: the record as it stands
 *
 * Returns: how it fits what the history says
 */
TvRecordState
tv_record_states_meet (TvRecordStates *self, guint table, gint64 id, const char *json)
{
    Place *place = find_place (self, table, id);

    if (place->what == 0)
        return TV_RECORD_UNHEARD_OF;
    place->what |= MET;
    if (!(place->what & STANDING))
        return TV_RECORD_DIFFERS;
    if ((place->what & DIGEST_MASK) == ERASED)
        return TV_RECORD_AS_TOLD;
    return (place->what & DIGEST_MASK) == digest (self, json) ? TV_RECORD_AS_TOLD
                                                              : TV_RECORD_DIFFERS;
}

/**
 * tv_record_states_list_missing:
 * @self: all that the history says, after every record of the book was met
 * @missing: called for each that was not; in no order
 * @user_data: for @missing
 *
 * A record whose values were erased may be gone or not.
 */
void
tv_record_states_list_missing (TvRecordStates *self, TvRecordMissing missing, gpointer user_data)
{
    for (gsize i = 0; i < self->n_places; i++) {
        guint64 what = self->places[i].what;

        if ((what & STANDING) && !(what & MET) && (what & DIGEST_MASK) != ERASED)
            missing ((guint) (what & TABLE_MASK) - 1, self->places[i].id, user_data);
    }
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What makes tampering with the history show. An entry's digest covers the values behind a salt of
 * its own, so that values can be erased without a guess being checked against what is left; a
 * change set's link covers the link before it and every digest, never the values. */

#include "store/tv-history-chain.h"

#include "base/tv-number.h"

#include <string.h>

/* Each part goes in with its length before it, so that no two lists of parts give one text. */
static void
add_part (GString *parts, const char *part)
{
    gsize length;

    if (!part) {
        g_string_append_c (parts, '-');
        return;
    }
    length = strlen (part);
    tv_number_append_whole (parts, (gint64) length);
    g_string_append_c (parts, ':');
    g_string_append_len (parts, part, (gssize) length);
}

static void
add_number (GString *parts, gint64 number)
{
    g_autoptr (GString) text = g_string_sized_new (32);

    tv_number_append_whole (text, number);
    add_part (parts, text->str);
}

/**
 * tv_history_digest_values:
 * @salt: random text of this entry
 * @old_json: (nullable): the record as it was
 * @new_json: (nullable): the record as it is
 *
 * Returns: (transfer full): SHA-256 in hexadecimal
 */
char *
tv_history_digest_values (const char *salt, const char *old_json, const char *new_json)
{
    g_autoptr (TvSha256) digest = tv_sha256_new ();
    g_autoptr (GString) parts = g_string_sized_new (1024);

    add_part (parts, salt);
    add_part (parts, old_json);
    add_part (parts, new_json);
    tv_sha256_add (digest, parts->str, parts->len);
    return tv_sha256_end (digest);
}

/**
 * tv_history_link_new:
 * @previous: link of the device's change set before this one, "" for the first
 * @uid: of the change set
 * @person_id: who acted
 * @time_utc: when
 * @kind: what it was
 * @undo_of: the change set it undoes, 0 for none
 *
 * Returns: (transfer full): the link, to which each entry is added
 */
TvSha256 *
tv_history_link_new (const char *previous, const char *uid, gint64 person_id, const char *time_utc,
                     const char *kind, gint64 undo_of)
{
    TvSha256 *link = tv_sha256_new ();
    g_autoptr (GString) parts = g_string_sized_new (256);

    add_part (parts, previous);
    add_part (parts, uid);
    add_number (parts, person_id);
    add_part (parts, time_utc);
    add_part (parts, kind);
    add_number (parts, undo_of);
    tv_sha256_add (link, parts->str, parts->len);
    return link;
}

void
tv_history_link_add (TvSha256 *link, const char *table, gint64 record_id, const char *record_uid,
                     const char *action, const char *digest)
{
    g_autoptr (GString) parts = g_string_sized_new (256);

    add_part (parts, table);
    add_number (parts, record_id);
    add_part (parts, record_uid);
    add_part (parts, action);
    add_part (parts, digest);
    tv_sha256_add (link, parts->str, parts->len);
}

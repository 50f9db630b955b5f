/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What makes tampering with the history show. An entry's digest covers the values behind a salt of
 * its own, so that values can be erased without a guess being checked against what is left; a
 * change set's link covers the link before it and every digest, never the values. */

#include "store/tv-history-chain.h"

#include <string.h>

/* Each part goes in with its length before it, so that no two lists of parts give one text. */
static void
add_part (GChecksum *checksum, const char *part)
{
    char head[32];

    if (!part) {
        g_checksum_update (checksum, (const guchar *) "-", 1);
        return;
    }
    g_snprintf (head, sizeof head, "%" G_GSIZE_FORMAT ":", strlen (part));
    g_checksum_update (checksum, (const guchar *) head, (gssize) strlen (head));
    g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part));
}

static void
add_number (GChecksum *checksum, gint64 number)
{
    char text[32];

    g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
    add_part (checksum, text);
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
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

    add_part (checksum, salt);
    add_part (checksum, old_json);
    add_part (checksum, new_json);
    return g_strdup (g_checksum_get_string (checksum));
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
GChecksum *
tv_history_link_new (const char *previous, const char *uid, gint64 person_id, const char *time_utc,
                     const char *kind, gint64 undo_of)
{
    GChecksum *link = g_checksum_new (G_CHECKSUM_SHA256);

    add_part (link, previous);
    add_part (link, uid);
    add_number (link, person_id);
    add_part (link, time_utc);
    add_part (link, kind);
    add_number (link, undo_of);
    return link;
}

void
tv_history_link_add (GChecksum *link, const char *table, gint64 record_id, const char *record_uid,
                     const char *action, const char *digest)
{
    add_part (link, table);
    add_number (link, record_id);
    add_part (link, record_uid);
    add_part (link, action);
    add_part (link, digest);
}

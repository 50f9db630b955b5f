/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A measuring round, and the mornings it is made of. */

#include "records/tv-round.h"

#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const kind_codes[] = { "regular", "monthly", "clinic", NULL };
static const char *const clothing_codes[] = { "", "light", "coat-off", "coat-on", NULL };

const char *
tv_round_kind_code (TvRoundKind value)
{
    return tv_vocabulary_code (kind_codes, value);
}

gboolean
tv_round_kind_parse (const char *code, TvRoundKind *value)
{
    int found;

    if (!tv_vocabulary_parse (kind_codes, code, &found))
        return FALSE;
    *value = (TvRoundKind) found;
    return TRUE;
}

/**
 * tv_round_kind_label:
 *
 * Returns: (transfer none): what such a round is, for people
 */
const char *
tv_round_kind_label (TvRoundKind value)
{
    switch (value) {
    case TV_ROUND_MONTHLY:
        return C_ ("round", "Monthly weighing");
    case TV_ROUND_CLINIC:
        return C_ ("round", "Figures of a clinic");
    default:
        return C_ ("round", "Regular round");
    }
}

static void
clear_round (gpointer data)
{
    TvRound *self = data;

    g_free (self->uid);
    g_free (self->code);
    g_free (self->name);
}

/**
 * tv_round_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvRound *
tv_round_new (const TvRound *values)
{
    TvRound *self = g_atomic_rc_box_new (TvRound);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->code = g_strdup (values->code);
    self->name = g_strdup (values->name);
    return self;
}

TvRound *
tv_round_ref (TvRound *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_round_unref (TvRound *self)
{
    g_atomic_rc_box_release_full (self, clear_round);
}

/**
 * tv_round_number:
 *
 * Returns: which of its school year's rounds it is, as its code tells: 2 of "2026-2"; 0 where the
 *   code tells nothing
 */
int
tv_round_number (const TvRound *self)
{
    const char *dash = strrchr (self->code, '-');

    return dash ? (int) CLAMP (g_ascii_strtoll (dash + 1, NULL, 10), 0, G_MAXINT) : 0;
}

/**
 * tv_round_default_name:
 * @number: 1 for the first of the school year
 * @first_year: the year the school year begins in
 *
 * Returns: (transfer full): "Đợt 1 năm học 2026-2027"
 */
char *
tv_round_default_name (int number, int first_year)
{
    return g_strdup_printf (_ ("Round %d of school year %d-%d"), number, first_year,
                            first_year + 1);
}

/**
 * tv_round_dated_name:
 * @kind: of a round that has no number among those of its year
 * @day: its first
 *
 * Returns: (transfer full): "Cân hằng tháng 11/2026"
 */
char *
tv_round_dated_name (TvRoundKind kind, TvDate day)
{
    int year, month;

    tv_date_get_ymd (day, &year, &month, NULL);
    if (kind == TV_ROUND_CLINIC)
        /* Translators: the name of a round: what a clinic found in a month of a year. */
        return g_strdup_printf (_ ("Check-up at a clinic %1$d/%2$d"), month, year);
    /* Translators: the name of a round: the weighing of a month of a year. */
    return g_strdup_printf (_ ("Monthly weighing %1$d/%2$d"), month, year);
}

const char *
tv_clothing_code (TvClothing value)
{
    return tv_vocabulary_code (clothing_codes, value);
}

gboolean
tv_clothing_parse (const char *code, TvClothing *value)
{
    int found;

    if (!tv_vocabulary_parse (clothing_codes, code, &found))
        return FALSE;
    *value = (TvClothing) found;
    return TRUE;
}

const char *
tv_clothing_label (TvClothing value)
{
    switch (value) {
    case TV_CLOTHING_UNKNOWN:
        return _ ("Not noted");
    case TV_CLOTHING_LIGHT:
        return _ ("Light clothes");
    case TV_CLOTHING_COAT_OFF:
        return _ ("Coat taken off");
    case TV_CLOTHING_COAT_ON:
        return _ ("Coat still on");
    default:
        return "";
    }
}

static void
clear_session (gpointer data)
{
    TvSession *self = data;

    g_free (self->uid);
    g_free (self->measurer);
}

/**
 * tv_session_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvSession *
tv_session_new (const TvSession *values)
{
    TvSession *self = g_atomic_rc_box_new (TvSession);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->measurer = g_strdup (values->measurer);
    return self;
}

TvSession *
tv_session_ref (TvSession *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_session_unref (TvSession *self)
{
    g_atomic_rc_box_release_full (self, clear_session);
}

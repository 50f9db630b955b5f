/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed and is no value yet. */

#include "records/tv-draft.h"

/**
 * tv_draft_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvDraft *
tv_draft_new (const TvDraft *values)
{
    TvDraft *self = g_atomic_rc_box_new (TvDraft);

    *self = *values;
    self->text = g_strdup (values->text);
    return self;
}

TvDraft *
tv_draft_ref (TvDraft *self)
{
    return g_atomic_rc_box_acquire (self);
}

static void
clear_draft (gpointer data)
{
    TvDraft *self = data;

    g_free (self->text);
}

void
tv_draft_unref (TvDraft *self)
{
    g_atomic_rc_box_release_full (self, clear_draft);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a report, before anything is known of pages. */

#include "reports/tv-report-block.h"

/**
 * tv_report_block_free:
 * @self: (transfer full): a block
 */
void
tv_report_block_free (TvReportBlock *self)
{
    g_free (self->text);
    g_free (self->value);
    g_free (self->letterhead.authority);
    g_free (self->letterhead.school);
    g_free (self->letterhead.place);
    g_clear_pointer (&self->table, tv_report_table_free);
    if (self->free_data)
        self->free_data (self->data);
    g_free (self->recipients_title);
    g_strfreev (self->recipients);
    for (guint i = 0; i < self->n_signers; i++) {
        g_free (self->signers[i].office);
        g_free (self->signers[i].note);
        g_free (self->signers[i].name);
    }
    g_free (self->signers);
    g_free (self);
}

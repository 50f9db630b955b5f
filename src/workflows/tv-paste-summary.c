/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan to paste in a few sentences: how many children get values, and what is not taken. */

#include "workflows/tv-paste-summary.h"

#include "workflows/tv-paste-row.h"

#include <glib/gi18n.h>

/**
 * tv_paste_verdict_label:
 *
 * Returns: (transfer none): what becomes of a line, in a word or two
 */
const char *
tv_paste_verdict_label (TvPasteVerdict verdict)
{
    static const char *const labels[TV_PASTE_ROW_N_VERDICTS]
        = { N_ ("No value"), N_ ("As it stands"),      N_ ("Is entered"),
            N_ ("Replaces"), N_ ("Old value stays"),   N_ ("Not ticked"),
            N_ ("Question"), N_ ("Cannot be entered"), N_ ("No such child"),
            N_ ("Left over") };

    g_return_val_if_fail (verdict < TV_PASTE_ROW_N_VERDICTS, "");
    return _ (labels[verdict]);
}

/**
 * tv_paste_verdict_mark:
 *
 * Returns: (transfer none): its shape, so that it does not hang on words or colour
 */
const char *
tv_paste_verdict_mark (TvPasteVerdict verdict)
{
    static const char *const marks[TV_PASTE_ROW_N_VERDICTS]
        = { "–", "=", "✓", "✎", "○", "○", "?", "✕", "✕", "✕" };

    g_return_val_if_fail (verdict < TV_PASTE_ROW_N_VERDICTS, "");
    return marks[verdict];
}

/**
 * tv_paste_verdict_needs_look:
 *
 * Returns: whether a person should look at such a line before it is taken
 */
gboolean
tv_paste_verdict_needs_look (TvPasteVerdict verdict)
{
    return verdict != TV_PASTE_ROW_EMPTY && verdict != TV_PASTE_ROW_SAME
           && verdict != TV_PASTE_ROW_ENTERED;
}

/**
 * tv_paste_plan_count:
 * @counts: (out caller-allocates): of the plan as it is ticked now
 */
void
tv_paste_plan_count (const TvPastePlan *self, TvPasteCounts *counts)
{
    *counts = (TvPasteCounts){ .n_children = 0 };
    for (guint i = 0; i < self->rows->len; i++) {
        const TvPasteRow *row = tv_paste_plan_row (self, i);

        counts->n_by_verdict[row->verdict]++;
        counts->n_children += tv_paste_row_is_taken (row);
        for (int part = 0; part < TV_PASTE_N_PARTS; part++) {
            gboolean is_other
                = row->parts[part].news == TV_PASTE_OTHER && row->match.child != TV_PASTE_NOBODY;

            counts->n_other += is_other;
            counts->n_replaced += is_other && row->parts[part].is_taken;
        }
    }
}

static void
append (GString *text, char *sentence)
{
    g_autofree char *owned = sentence;

    if (text->len > 0)
        g_string_append_c (text, ' ');
    g_string_append (text, owned);
}

static void
append_left_out (GString *text, const TvPasteCounts *counts)
{
    guint n_refused = counts->n_by_verdict[TV_PASTE_ROW_REFUSED];
    guint n_nobody = counts->n_by_verdict[TV_PASTE_ROW_NOBODY];
    guint n_beyond = counts->n_by_verdict[TV_PASTE_ROW_BEYOND];

    if (n_refused > 0)
        append (text, g_strdup_printf (ngettext ("%u line has a value that cannot be entered.",
                                                 "%u lines have a value that cannot be entered.",
                                                 n_refused),
                                       n_refused));
    if (n_nobody > 0)
        append (text, g_strdup_printf (
                          ngettext ("%u line is about nobody on this sheet and is not entered.",
                                    "%u lines are about nobody on this sheet and are not entered.",
                                    n_nobody),
                          n_nobody));
    if (n_beyond > 0)
        append (text,
                g_strdup_printf (
                    ngettext ("%u line is left over: the sheet has no more children. It is not "
                              "entered.",
                              "%u lines are left over: the sheet has no more children. They are "
                              "not entered.",
                              n_beyond),
                    n_beyond));
}

/**
 * tv_paste_plan_summary:
 *
 * Returns: (transfer full): what would happen, in sentences
 */
char *
tv_paste_plan_summary (const TvPastePlan *self)
{
    g_autoptr (GString) text = g_string_new (NULL);
    TvPasteCounts counts;
    guint n_questions;

    tv_paste_plan_count (self, &counts);
    n_questions = counts.n_by_verdict[TV_PASTE_ROW_QUESTION];
    append (text, g_strdup_printf (ngettext ("%u child gets values.", "%u children get values.",
                                             counts.n_children),
                                   counts.n_children));
    if (counts.n_replaced > 0)
        append (text, g_strdup_printf (ngettext ("%u value that stands now is replaced.",
                                                 "%u values that stand now are replaced.",
                                                 counts.n_replaced),
                                       counts.n_replaced));
    if (counts.n_other > counts.n_replaced)
        append (text, g_strdup_printf (ngettext ("%u value stays as it is.",
                                                 "%u values stay as they are.",
                                                 counts.n_other - counts.n_replaced),
                                       counts.n_other - counts.n_replaced));
    if (n_questions > 0)
        append (text,
                g_strdup_printf (ngettext ("There is a question about %u child.",
                                           "There are questions about %u children.", n_questions),
                                 n_questions));
    append_left_out (text, &counts);
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A finished report: what is true of it, and its pages in words. */

#include "reports/tv-report.h"

#include "reports/tv-report-private.h"

static void
clear_report (gpointer data)
{
    TvReport *self = data;

    g_free (self->title);
    g_free (self->owner);
    g_clear_pointer (&self->pages, g_ptr_array_unref);
    g_ptr_array_unref (self->blocks);
    g_string_chunk_free (self->strings);
}

TvReport *
tv_report_ref (TvReport *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_report_unref (TvReport *self)
{
    g_atomic_rc_box_release_full (self, clear_report);
}

/**
 * tv_report_title:
 *
 * Returns: (transfer none): what the report is called
 */
const char *
tv_report_title (const TvReport *self)
{
    return self->title;
}

/**
 * tv_report_date:
 *
 * Returns: the day it bears
 */
TvDate
tv_report_date (const TvReport *self)
{
    return self->date;
}

/**
 * tv_report_is_practice:
 *
 * Returns: whether its children are made up, as every page says
 */
gboolean
tv_report_is_practice (const TvReport *self)
{
    return self->is_practice;
}

/**
 * tv_report_holds_personal_data:
 *
 * Returns: whether children are named in it
 */
gboolean
tv_report_holds_personal_data (const TvReport *self)
{
    return self->holds_personal_data;
}

/**
 * tv_report_n_pages:
 *
 * Returns: how many pages, at least 1
 */
guint
tv_report_n_pages (const TvReport *self)
{
    return self->pages->len;
}

/**
 * tv_report_get_page_size:
 * @width_pt: (out): of every page
 * @height_pt: (out): of every page
 */
void
tv_report_get_page_size (const TvReport *self, double *width_pt, double *height_pt)
{
    *width_pt = self->sheet.width_pt;
    *height_pt = self->sheet.height_pt;
}

/* The lines that stand on this page; the text may begin or end on another. */
static void
append_lines (GString *words, const TvReportItem *item)
{
    g_autoptr (PangoLayout) layout = NULL;
    PangoLayoutLine *first, *last;

    if (item->n_lines == 0) {
        g_string_append (words, item->text);
        return;
    }
    layout = tv_report_item_layout (item);
    first = pango_layout_get_line_readonly (layout, (int) item->first_line);
    last = pango_layout_get_line_readonly (layout, (int) (item->first_line + item->n_lines) - 1);
    g_string_append_len (words, item->text + pango_layout_line_get_start_index (first),
                         pango_layout_line_get_start_index (last)
                             + pango_layout_line_get_length (last)
                             - pango_layout_line_get_start_index (first));
}

/**
 * tv_report_describe:
 * @page: from 0
 *
 * Returns: (transfer full): the words of the page, one line for each line of text or row of a table
 */
char *
tv_report_describe (const TvReport *self, guint page)
{
    GString *words = g_string_new (NULL);
    const GArray *items;
    guint slice = G_MAXUINT;

    g_return_val_if_fail (page < self->pages->len, g_string_free (words, FALSE));
    items = g_ptr_array_index (self->pages, page);
    for (guint i = 0; i < items->len; i++) {
        const TvReportItem *item = &g_array_index (items, TvReportItem, i);

        if (item->kind != TV_REPORT_ITEM_TEXT && item->kind != TV_REPORT_ITEM_DRAWING)
            continue;
        if (words->len > 0)
            g_string_append (words, item->slice == slice && slice != G_MAXUINT ? ", " : "\n");
        slice = item->slice;
        if (item->kind == TV_REPORT_ITEM_DRAWING)
            g_string_append (words, item->block->text);
        else
            append_lines (words, item);
    }
    return g_string_free (words, FALSE);
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Slices onto pages, from the first to the last: what keeps the next goes over with it, and a row
 * that begins a page gets the head of its table above it. Numbers only. */

#include "reports/tv-report-layout.h"

#include <math.h>

/* How many items back the rule of the row above is looked for. */
#define FARTHEST_RULE 400

typedef struct {
    GPtrArray *slices; /* of TvReportSlice */
    const TvReportSheet *sheet;
    GPtrArray *pages; /* of GArray of TvReportItem */
    double room_pt;
    double y_pt; /* below the top margin; 0 at the top of a page */
} Pagination;

static const TvReportSlice *
get_slice (const Pagination *self, guint index)
{
    return g_ptr_array_index (self->slices, index);
}

static void
start_page (Pagination *self)
{
    g_ptr_array_add (self->pages, g_array_new (FALSE, FALSE, sizeof (TvReportItem)));
    self->y_pt = 0;
}

static gboolean
is_near (double a_pt, double b_pt)
{
    return fabs (a_pt - b_pt) < 0.01;
}

/* Lines of one text that follow each other on a page are painted at once. */
static gboolean
joins_last (GArray *page, const TvReportItem *item)
{
    TvReportItem *last;

    if (page->len == 0 || item->n_lines == 0)
        return FALSE;
    last = &g_array_index (page, TvReportItem, page->len - 1);
    if (last->text != item->text || last->n_lines == 0
        || last->first_line + last->n_lines != item->first_line)
        return FALSE;
    last->n_lines += item->n_lines;
    last->box.height_pt += item->box.height_pt;
    return TRUE;
}

/* An upright rule that goes on where one of the row above ends becomes longer instead of another
 * one, so that a column has one line down the page. */
static gboolean
prolongs_rule (GArray *page, const TvReportItem *item)
{
    guint first = page->len > FARTHEST_RULE ? page->len - FARTHEST_RULE : 0;

    if (item->kind != TV_REPORT_ITEM_RULE || item->box.width_pt > 0)
        return FALSE;
    for (guint i = page->len; i-- > first;) {
        TvReportItem *above = &g_array_index (page, TvReportItem, i);

        if (above->kind == TV_REPORT_ITEM_RULE && above->box.width_pt == 0
            && above->rule_pt == item->rule_pt && is_near (above->box.x_pt, item->box.x_pt)
            && is_near (above->box.y_pt + above->box.height_pt, item->box.y_pt)) {
            above->box.height_pt += item->box.height_pt;
            return TRUE;
        }
    }
    return FALSE;
}

static void
put (Pagination *self, guint index)
{
    const TvReportSlice *slice = get_slice (self, index);
    GArray *page = g_ptr_array_index (self->pages, self->pages->len - 1);

    for (guint i = 0; i < slice->items->len; i++) {
        TvReportItem item = g_array_index (slice->items, TvReportItem, i);

        item.box.x_pt += self->sheet->left_pt;
        item.box.y_pt += self->sheet->top_pt + self->y_pt;
        item.slice = index;
        if (!joins_last (page, &item) && !prolongs_rule (page, &item))
            g_array_append_val (page, item);
    }
    self->y_pt += slice->height_pt;
}

static double
get_height (const Pagination *self, guint index, gboolean is_at_top)
{
    const TvReportSlice *slice = get_slice (self, index);

    if (!is_at_top)
        return slice->space_before_pt + slice->height_pt;
    return slice->height_pt
           + (slice->head < 0 ? 0 : get_slice (self, (guint) slice->head)->height_pt);
}

static void
place (Pagination *self, guint index)
{
    const TvReportSlice *slice = get_slice (self, index);

    if (self->y_pt > 0 && self->y_pt + get_height (self, index, FALSE) > self->room_pt)
        start_page (self);
    if (self->y_pt > 0)
        self->y_pt += slice->space_before_pt;
    else if (slice->head >= 0)
        put (self, (guint) slice->head);
    put (self, index);
}

static guint
find_end_of_chain (const Pagination *self, guint first, gboolean takes_likes)
{
    guint last = first;

    while (last + 1 < self->slices->len
           && (get_slice (self, last)->keeps_next
               || (takes_likes && get_slice (self, last)->likes_next))
           && !get_slice (self, last + 1)->starts_page)
        last++;
    return last;
}

static double
measure_chain (const Pagination *self, guint first, guint last, gboolean is_at_top)
{
    double height_pt = get_height (self, first, is_at_top);

    for (guint i = first + 1; i <= last; i++)
        height_pt += get_height (self, i, FALSE);
    return height_pt;
}

static gboolean
fits_here (const Pagination *self, guint first, guint last)
{
    return self->y_pt + measure_chain (self, first, last, self->y_pt == 0) <= self->room_pt;
}

/* The last slice of what is to stand on one page; @moves_on says whether that is the next one. */
static guint
choose_chain (const Pagination *self, guint first, gboolean *moves_on)
{
    /* A row that begins a chain is of a table that has been parted already. */
    guint last = find_end_of_chain (self, first, get_slice (self, first)->head < 0);

    if (!fits_here (self, first, last) && self->y_pt < self->room_pt / 2)
        last = find_end_of_chain (self, first, FALSE);
    *moves_on = self->y_pt > 0
                && (get_slice (self, first)->starts_page
                    || (!fits_here (self, first, last)
                        && measure_chain (self, first, last, TRUE) <= self->room_pt));
    return last;
}

/**
 * tv_report_paginate:
 * @slices: (element-type TvReportSlice): in their order
 * @sheet: the pages' size and margins
 *
 * A chain of slices that is higher than a page is parted where it must be.
 *
 * Returns: (transfer full) (element-type GArray): the pages, at least one, each an array of
 *   #TvReportItem in the order of painting, in points from the sheet's corner
 */
GPtrArray *
tv_report_paginate (GPtrArray *slices, const TvReportSheet *sheet)
{
    Pagination self = {
        .slices = slices,
        .sheet = sheet,
        .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
        .room_pt = sheet->height_pt - sheet->top_pt - sheet->bottom_pt,
    };
    guint next;

    start_page (&self);
    for (guint first = 0; first < slices->len; first = next) {
        gboolean moves_on;
        guint last = choose_chain (&self, first, &moves_on);

        next = last + 1;
        if (moves_on)
            start_page (&self);
        for (guint i = first; i <= last; i++)
            place (&self, i);
    }
    return self.pages;
}

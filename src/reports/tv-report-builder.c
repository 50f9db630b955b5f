/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks in, pages out. */

#include "reports/tv-report-builder.h"

#include "reports/tv-report-layout.h"
#include "reports/tv-report-private.h"

#define DRAWING_BEFORE_PT 8

struct _TvReportBuilder {
    TvReport *report;
};

static TvReportBlock *
add_block (TvReportBuilder *self, TvReportBlockKind kind)
{
    TvReportBlock *block = g_new0 (TvReportBlock, 1);

    block->kind = kind;
    g_ptr_array_add (self->report->blocks, block);
    return block;
}

/**
 * tv_report_builder_new:
 * @properties: what is true of the whole report
 *
 * Returns: (transfer full): a builder without blocks
 */
TvReportBuilder *
tv_report_builder_new (const TvReportProperties *properties)
{
    TvReportBuilder *self = g_new0 (TvReportBuilder, 1);
    TvReport *report = g_atomic_rc_box_new0 (TvReport);

    report->title = g_strdup (properties->title);
    report->owner = g_strdup (properties->owner);
    report->date = properties->date;
    report->is_practice = properties->is_practice;
    report->holds_personal_data = properties->holds_personal_data;
    report->is_landscape = properties->is_landscape;
    tv_report_sheet_init (&report->sheet, properties->is_landscape);
    report->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_report_block_free);
    report->strings = g_string_chunk_new (1024);
    self->report = report;
    return self;
}

void
tv_report_builder_free (TvReportBuilder *self)
{
    g_clear_pointer (&self->report, tv_report_unref);
    g_free (self);
}

/**
 * tv_report_builder_add_letterhead:
 * @letterhead: who issues the report; copied
 */
void
tv_report_builder_add_letterhead (TvReportBuilder *self, const TvReportLetterhead *letterhead)
{
    add_block (self, TV_REPORT_BLOCK_LETTERHEAD)->letterhead = (TvReportLetterhead){
        .authority = g_strdup (letterhead->authority),
        .school = g_strdup (letterhead->school),
        .place = g_strdup (letterhead->place),
        .date = letterhead->date,
    };
}

/**
 * tv_report_builder_add_text:
 * @role: what it is for
 * @text: UTF-8, one paragraph
 */
void
tv_report_builder_add_text (TvReportBuilder *self, TvReportTextRole role, const char *text)
{
    TvReportBlock *block = add_block (self, TV_REPORT_BLOCK_TEXT);

    block->role = role;
    block->text = g_strdup (text);
}

/**
 * tv_report_builder_add_pair:
 * @key: what is told
 * @value: how it is here
 */
void
tv_report_builder_add_pair (TvReportBuilder *self, const char *key, const char *value)
{
    TvReportBlock *block = add_block (self, TV_REPORT_BLOCK_PAIR);

    block->text = g_strdup (key);
    block->value = g_strdup (value);
}

/**
 * tv_report_builder_add_table:
 * @table: (transfer full): its rows
 */
void
tv_report_builder_add_table (TvReportBuilder *self, TvReportTable *table)
{
    add_block (self, TV_REPORT_BLOCK_TABLE)->table = table;
}

/**
 * tv_report_builder_add_drawing:
 * @height_pt: how much room it gets, as wide as the text
 * @description: the same in words
 * @draw: draws it, in any thread
 * @data: (transfer full): for @draw
 * @free_data: frees @data
 */
void
tv_report_builder_add_drawing (TvReportBuilder *self, double height_pt, const char *description,
                               TvReportDraw draw, gpointer data, GDestroyNotify free_data)
{
    TvReportBlock *block = add_block (self, TV_REPORT_BLOCK_DRAWING);

    block->height_pt = height_pt;
    block->text = g_strdup (description);
    block->draw = draw;
    block->data = data;
    block->free_data = free_data;
}

/**
 * tv_report_builder_add_signatures:
 * @signers: (array length=n_signers): from left to right
 * @n_signers: how many
 * @recipients_title: (nullable): what stands above @recipients
 * @recipients: (nullable) (array zero-terminated=1): who gets the report
 */
void
tv_report_builder_add_signatures (TvReportBuilder *self, const TvReportSigner *signers,
                                  guint n_signers, const char *recipients_title,
                                  const char *const *recipients)
{
    TvReportBlock *block = add_block (self, TV_REPORT_BLOCK_SIGNATURES);

    block->recipients_title = g_strdup (recipients_title);
    block->recipients = g_strdupv ((char **) recipients);
    block->signers = g_new0 (TvReportSigner, n_signers);
    block->n_signers = n_signers;
    for (guint i = 0; i < n_signers; i++) {
        block->signers[i].office = g_strdup (signers[i].office);
        block->signers[i].note = g_strdup (signers[i].note);
        block->signers[i].name = g_strdup (signers[i].name);
    }
}

/**
 * tv_report_builder_add_space:
 * @height_pt: how much stays empty, unless a page ends there
 */
void
tv_report_builder_add_space (TvReportBuilder *self, double height_pt)
{
    add_block (self, TV_REPORT_BLOCK_SPACE)->height_pt = height_pt;
}

/**
 * tv_report_builder_add_page_break:
 * @name: (nullable): what the part that begins is called, for the sheets of a spreadsheet
 *
 * At the very beginning it only names the first part.
 */
void
tv_report_builder_add_page_break (TvReportBuilder *self, const char *name)
{
    add_block (self, TV_REPORT_BLOCK_PAGE_BREAK)->text = g_strdup (name);
}

static void
add_drawing (TvReportFlow *flow, const TvReportBlock *block, double room_pt)
{
    TvReportSlice *slice = tv_report_slice_new (DRAWING_BEFORE_PT);

    slice->height_pt = MIN (block->height_pt, room_pt);
    tv_report_slice_add_item (slice, &(TvReportItem){
                                         .kind = TV_REPORT_ITEM_DRAWING,
                                         .box = { 0, 0, flow->width_pt, slice->height_pt },
                                         .block = block,
                                     });
    g_ptr_array_add (flow->slices, slice);
}

static void
add_slices (TvReportFlow *flow, const TvReportBlock *block, double room_pt)
{
    switch (block->kind) {
    case TV_REPORT_BLOCK_LETTERHEAD:
        tv_report_flow_add_letterhead (flow, &block->letterhead);
        break;
    case TV_REPORT_BLOCK_TEXT:
        tv_report_flow_add_text (flow, block->role, block->text);
        break;
    case TV_REPORT_BLOCK_PAIR:
        tv_report_flow_add_pair (flow, block->text, block->value);
        break;
    case TV_REPORT_BLOCK_TABLE:
        tv_report_flow_add_table (flow, block->table);
        break;
    case TV_REPORT_BLOCK_DRAWING:
        add_drawing (flow, block, room_pt);
        break;
    case TV_REPORT_BLOCK_SIGNATURES:
        tv_report_flow_add_signatures (flow, block);
        break;
    case TV_REPORT_BLOCK_SPACE:
        g_ptr_array_add (flow->slices, tv_report_slice_new (block->height_pt));
        break;
    case TV_REPORT_BLOCK_PAGE_BREAK:
        break;
    }
}

static void
lay_out (TvReport *report)
{
    const TvReportSheet *sheet = &report->sheet;
    g_autoptr (GPtrArray) slices
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_report_slice_free);
    TvReportFlow flow
        = { sheet->width_pt - sheet->left_pt - sheet->right_pt, report->strings, slices };
    gboolean is_after_break = FALSE;

    for (guint i = 0; i < report->blocks->len; i++) {
        const TvReportBlock *block = g_ptr_array_index (report->blocks, i);
        guint first = slices->len;

        add_slices (&flow, block, sheet->height_pt - sheet->top_pt - sheet->bottom_pt);
        if (slices->len > first) {
            ((TvReportSlice *) g_ptr_array_index (slices, first))->starts_page = is_after_break;
            is_after_break = FALSE;
        }
        is_after_break = is_after_break || block->kind == TV_REPORT_BLOCK_PAGE_BREAK;
    }
    report->pages = tv_report_paginate (slices, sheet);
    tv_report_add_margins (report);
}

/**
 * tv_report_builder_finish:
 *
 * The builder is empty afterwards and can only be freed.
 *
 * Returns: (transfer full): the blocks on pages
 */
TvReport *
tv_report_builder_finish (TvReportBuilder *self)
{
    g_return_val_if_fail (self->report, NULL);
    lay_out (self->report);
    return g_steal_pointer (&self->report);
}

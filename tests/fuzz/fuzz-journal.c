/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine's journal: a head of 32 bytes, then pages each behind a head of 24. Both carry sums
 * over all that stands before, as sqlite.org/fileformat2.html, section 4.2, has them. */

#include "fuzz-journal.h"

#include <string.h>

#define HEAD_SIZE 32
#define PAGE_HEAD_SIZE 24
#define SALT_AT 16
#define VERSION 3007000

static uint32_t
get_number (const uint8_t *p)
{
    return (uint32_t) p[0] << 24 | (uint32_t) p[1] << 16 | (uint32_t) p[2] << 8 | p[3];
}

static void
set_number (uint8_t *p, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        p[i] = (uint8_t) (number >> (24 - 8 * i));
}

static void
add_up (const uint8_t *data, size_t size, uint32_t sums[2])
{
    for (size_t at = 0; at + 8 <= size; at += 8) {
        sums[0] += get_number (data + at) + sums[1];
        sums[1] += get_number (data + at + 4) + sums[0];
    }
}

static void
set_sums (uint8_t *p, const uint32_t sums[2])
{
    set_number (p, sums[0]);
    set_number (p + 4, sums[1]);
}

/* Gives a journal the sums, and what else stands in a fixed place, that the engine asks of it. */
void
tv_fuzz_journal_mend (uint8_t *journal, size_t size)
{
    uint32_t sums[2] = { 0 }, n_page;

    if (size < HEAD_SIZE)
        return;
    set_number (journal, 0x377f0683); /* the sums are of big-endian numbers */
    set_number (journal + 4, VERSION);
    n_page = get_number (journal + 8);
    add_up (journal, HEAD_SIZE - 8, sums);
    set_sums (journal + HEAD_SIZE - 8, sums);
    for (size_t at = HEAD_SIZE;
         n_page > 0 && n_page <= 65536 && at + PAGE_HEAD_SIZE + n_page <= size;
         at += PAGE_HEAD_SIZE + n_page) {
        memcpy (journal + at + 8, journal + SALT_AT, 8);
        add_up (journal + at, 8, sums);
        add_up (journal + at + PAGE_HEAD_SIZE, n_page, sums);
        set_sums (journal + at + 16, sums);
    }
}

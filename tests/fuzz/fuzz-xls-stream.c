/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program that reads .xls files might tell if a hostile file had taken it over. */

#include "fuzz-entry.h"
#include "fuzz-list.h"

#include "exchange/tv-xls-stream.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    tv_fuzz_silence ();
    return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_xls_stream_read ("danh sách.xls", data, size, NULL, &error);

    tv_fuzz_workbook (book, &error);
    return 0;
}

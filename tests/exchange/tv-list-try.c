/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads bytes as an import does, for tests of what is refused and why. */

#include "tv-list-try.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-list-reader.h"
#include "exchange/tv-workbook-file.h"

#include <string.h>

/* The code of what goes wrong, -1 where nothing does. */
int
tv_list_try (GBytes *bytes)
{
    TvListOptions options = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_workbook_read_bytes ("danh sách.xlsx", bytes, NULL, &error);
    g_autoptr (TvListFile) list = book ? tv_list_read (book, &options, &error) : NULL;

    if (list) {
        g_assert_no_error (error);
        return -1;
    }
    g_assert_nonnull (error);
    g_assert_cmpuint (error->domain, ==, TV_EXCHANGE_ERROR);
    g_assert_cmpuint (strlen (error->message), >, 0);
    return error->code;
}

/* As tv_list_try(), of bytes that nobody needs behind it. */
int
tv_list_try_taken (GBytes *taken)
{
    g_autoptr (GBytes) bytes = taken;

    return tv_list_try (bytes);
}

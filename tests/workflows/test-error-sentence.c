/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every error a person can cause has a sentence of its own, without technical detail. */

#include "base/tv-language.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-transfer-file.h"
#include "store/tv-store-error.h"
#include "workflows/tv-error-sentence.h"

#include <gio/gio.h>
#include <string.h>

#define DETAIL "SQLITE_DETAIL(13)"

static char *
say (GQuark domain, int code)
{
    g_autoptr (GError) error = g_error_new_literal (domain, code, DETAIL);

    return tv_error_sentence (error);
}

static void
check_domain (GQuark domain, int first, int last)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (int code = first; code <= last; code++) {
        char *sentence = say (domain, code);

        g_assert_null (strstr (sentence, DETAIL));
        g_assert_true (g_str_has_suffix (sentence, "."));
        g_assert_true (g_hash_table_add (seen, sentence));
    }
}

static void
test_store (void)
{
    check_domain (TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, TV_STORE_ERROR_LAST_NURSE);
}

static void
test_exchange (void)
{
    check_domain (TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_NOT_FOUND, TV_EXCHANGE_ERROR_NO_ROWS);
}

static void
test_transfer (void)
{
    check_domain (TV_TRANSFER_ERROR, TV_TRANSFER_ERROR_OTHER, TV_TRANSFER_ERROR_NO_MEMORY);
}

/* The disk is full, whoever notices it. */
static void
test_files (void)
{
    g_autofree char *by_stream = say (G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    g_autofree char *by_file = say (G_FILE_ERROR, G_FILE_ERROR_NOSPC);
    g_autofree char *denied = say (G_FILE_ERROR, G_FILE_ERROR_ACCES);

    g_assert_cmpstr (by_stream, ==, by_file);
    g_assert_cmpstr (denied, !=, by_file);
    g_assert_null (strstr (denied, DETAIL));
}

/* What nobody foresaw keeps its detail, for whoever helps. */
static void
test_unforeseen (void)
{
    g_autofree char *failed = say (TV_STORE_ERROR, TV_STORE_ERROR_FAILED);
    g_autofree char *other = say (G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE);

    g_assert_nonnull (strstr (failed, DETAIL));
    g_assert_nonnull (strstr (other, DETAIL));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/workflows/error-sentence/store", test_store);
    g_test_add_func ("/workflows/error-sentence/exchange", test_exchange);
    g_test_add_func ("/workflows/error-sentence/transfer", test_transfer);
    g_test_add_func ("/workflows/error-sentence/files", test_files);
    g_test_add_func ("/workflows/error-sentence/unforeseen", test_unforeseen);
    return g_test_run ();
}

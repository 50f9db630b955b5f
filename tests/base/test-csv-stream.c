/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV as programs and people really write it, also cut at every possible place by the buffer. */

#include "base/tv-csv-stream.h"

#include <string.h>

static FILE *
make_file (const char *text, gsize size)
{
    FILE *file = tmpfile ();

    g_assert_nonnull (file);
    g_assert_cmpuint (fwrite (text, 1, size, file), ==, size);
    rewind (file);
    return file;
}

/* All records as one text: fields in brackets, records with their line before. */
static char *
read_all (const char *text)
{
    FILE *file = make_file (text, strlen (text));
    g_autoptr (TvCsvStream) stream = tv_csv_stream_new (file);
    g_autoptr (GString) result = g_string_new (NULL);
    g_autoptr (GError) error = NULL;

    while (tv_csv_stream_next (stream, &error)) {
        guint n_fields;
        const TvCsvField *fields = tv_csv_stream_get_fields (stream, &n_fields);

        g_string_append_printf (result, "%u", (guint) tv_csv_stream_get_line (stream));
        for (guint i = 0; i < n_fields; i++) {
            g_assert_cmpuint (strlen (fields[i].text), ==, fields[i].size);
            g_string_append_printf (result, "[%s]", fields[i].text);
        }
    }
    g_assert_no_error (error);
    fclose (file);
    return g_strdup (result->str);
}

static void
test_records (void)
{
    static const struct {
        const char *text;
        const char *records;
    } files[] = {
        { "", "" },
        { "\n\n", "" },
        { "a,b\n1,2\n", "1[a][b]2[1][2]" },
        { "a,b\r\n1,2", "1[a][b]2[1][2]" },
        { "\xEF\xBB\xBF"
          "a,b\n\r\n ,2\n",
          "1[a][b]3[][2]" },
        { "a;b\n1,5;2\n", "1[a][b]2[1,5][2]" },
        { "a\tb\n1,5\t\n", "1[a][b]2[1,5][]" },
        { "a,b\n  1 , 2 x \n", "1[a][b]2[1][2 x]" },
        { "a,b\n\"1,2\",\"say \"\"so\"\"\"\n", "1[a][b]2[1,2][say \"so\"]" },
        { "a,b\n \"two\nlines\" ,x\nnext,\"\"\n", "1[a][b]2[two\nlines][x]4[next][]" },
        { "a,b\n5\" pipe,\"x\"y\n", "1[a][b]2[5\" pipe][xy]" },
        { "a,b\n,\n,,\n", "1[a][b]2[][]3[][][]" },
        { "a,b\n1,\"two\nlines\"", "1[a][b]2[1][two\nlines]" },
        /* Two rows with a quote too many are two broken rows, and what stands between is there. */
        { "a,b\n\"x,1\n2,3\n\"y,4\n5,6\n", "1[a][b]23[2][3]45[5][6]" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *records = read_all (files[i].text);

        g_assert_cmpstr (records, ==, files[i].records);
    }
}

/* Rows of every length up to 60, so that the end of the buffer falls on every kind of place. */
static void
test_many_records (void)
{
    g_autoptr (GString) text = g_string_new ("number,text\n");
    g_autoptr (TvCsvStream) stream = NULL;
    g_autoptr (GError) error = NULL;
    guint n_rows = 50000, n_fields;
    FILE *file;

    for (guint i = 0; i < n_rows; i++)
        g_string_append_printf (text, "%u,\"%.*s\"\"\n\"\r\n", i, (int) (i % 60),
                                "abcdefghij,lmnopqrstuvwxyzabcdefghij,lmnopqrstuvwxyzabcdefgh");
    file = make_file (text->str, text->len);
    stream = tv_csv_stream_new (file);
    g_assert_true (tv_csv_stream_next (stream, &error));
    for (guint i = 0; i < n_rows; i++) {
        const TvCsvField *fields;
        double number;

        g_assert_true (tv_csv_stream_next (stream, &error));
        g_assert_cmpuint (tv_csv_stream_get_line (stream), ==, 2 + 2 * i);
        fields = tv_csv_stream_get_fields (stream, &n_fields);
        g_assert_cmpuint (n_fields, ==, 2);
        g_assert_true (tv_csv_field_get_number (&fields[0], &number));
        g_assert_cmpfloat (number, ==, i);
        g_assert_cmpuint (fields[1].size, ==, i % 60 + 2);
    }
    g_assert_false (tv_csv_stream_next (stream, &error));
    g_assert_no_error (error);
    fclose (file);
}

/* The row with the quote has no fields, and the rows behind it are there: also past what the buffer
 * holds, and right before the end of the file. */
static void
test_open_quote (gconstpointer data)
{
    gsize size = GPOINTER_TO_SIZE (data);
    g_autoptr (GString) text = g_string_new ("a,b\n1,\"never closed\n");
    g_autoptr (TvCsvStream) stream = NULL;
    g_autoptr (GError) error = NULL;
    guint n_rows = 0, n_fields;
    FILE *file;

    for (; text->len < size; n_rows++)
        g_string_append (text, "2,3\n");
    file = make_file (text->str, text->len);
    stream = tv_csv_stream_new (file);
    g_assert_true (tv_csv_stream_next (stream, &error));
    g_assert_false (tv_csv_stream_is_broken (stream));
    g_assert_true (tv_csv_stream_next (stream, &error));
    g_assert_true (tv_csv_stream_is_broken (stream));
    g_assert_cmpuint (tv_csv_stream_get_line (stream), ==, 2);
    tv_csv_stream_get_fields (stream, &n_fields);
    g_assert_cmpuint (n_fields, ==, 0);
    for (guint i = 0; i < n_rows; i++) {
        g_assert_true (tv_csv_stream_next (stream, &error));
        g_assert_false (tv_csv_stream_is_broken (stream));
        g_assert_cmpuint (tv_csv_stream_get_line (stream), ==, 3 + i);
        g_assert_cmpstr (tv_csv_stream_get_fields (stream, &n_fields)[1].text, ==, "3");
    }
    g_assert_false (tv_csv_stream_next (stream, &error));
    g_assert_no_error (error);
    fclose (file);
}

/* A line that no buffer holds costs nobody but itself. */
static void
test_long_line (void)
{
    g_autofree char *filler = g_strnfill (700000, 'x');
    g_autofree char *text = g_strconcat ("a,b\n1,2\n", filler, ",3\n4,5\n", NULL);
    FILE *file = make_file (text, strlen (text));
    g_autoptr (TvCsvStream) stream = tv_csv_stream_new (file);
    g_autoptr (GError) error = NULL;
    guint n_fields;

    g_assert_true (tv_csv_stream_next (stream, &error));
    g_assert_true (tv_csv_stream_next (stream, &error));
    g_assert_true (tv_csv_stream_next (stream, &error));
    g_assert_true (tv_csv_stream_is_broken (stream));
    g_assert_true (tv_csv_stream_next (stream, &error));
    g_assert_false (tv_csv_stream_is_broken (stream));
    g_assert_cmpuint (tv_csv_stream_get_line (stream), ==, 4);
    g_assert_cmpstr (tv_csv_stream_get_fields (stream, &n_fields)[0].text, ==, "4");
    g_assert_false (tv_csv_stream_next (stream, &error));
    g_assert_no_error (error);
    fclose (file);
}

static void
test_folder (void)
{
    FILE *folder = fopen (g_get_tmp_dir (), "rb");
    g_autoptr (TvCsvStream) stream = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_nonnull (folder);
    stream = tv_csv_stream_new (folder);
    g_assert_false (tv_csv_stream_next (stream, &error));
    g_assert_error (error, TV_CSV_STREAM_ERROR, TV_CSV_STREAM_ERROR_READ);
    fclose (folder);
}

static void
test_numbers (void)
{
    static const char *const good[] = { "0",
                                        "15.4",
                                        "112.5",
                                        "-3",
                                        "+7",
                                        ".5",
                                        "5.",
                                        "0.1",
                                        "59.967392",
                                        "123456789012345",
                                        "0.000000000000001",
                                        "1234567890123456789012",
                                        "3.14159265358979323846",
                                        "00000000000000000000012.5" };
    static const char *const bad[]
        = { "", "-", ".", "a", "1a", "1e3", "1.2.3", "1,2,3", "0x10", "nan", "inf", "1 2", "--1" };
    double number;

    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        TvCsvField field = { good[i], strlen (good[i]) };

        g_assert_true (tv_csv_field_get_number (&field, &number));
        g_assert_cmpfloat (number, ==, g_ascii_strtod (good[i], NULL));
    }
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        TvCsvField field = { bad[i], strlen (bad[i]) };

        g_assert_false (tv_csv_field_get_number (&field, &number));
    }
    g_assert_true (tv_csv_field_get_number (&(TvCsvField){ "15,4", 4 }, &number));
    g_assert_cmpfloat (number, ==, 15.4);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/csv-stream/records", test_records);
    g_test_add_func ("/base/csv-stream/many-records", test_many_records);
    g_test_add_data_func ("/base/csv-stream/open-quote/long", GSIZE_TO_POINTER (600000),
                          test_open_quote);
    g_test_add_data_func ("/base/csv-stream/open-quote/short", GSIZE_TO_POINTER (40),
                          test_open_quote);
    g_test_add_data_func ("/base/csv-stream/open-quote/last", GSIZE_TO_POINTER (0),
                          test_open_quote);
    g_test_add_func ("/base/csv-stream/long-line", test_long_line);
    g_test_add_func ("/base/csv-stream/folder", test_folder);
    g_test_add_func ("/base/csv-stream/numbers", test_numbers);
    return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Vietnamese text: kept, searched, recognised and put in order. */

#include "base/tv-text.h"

#include "base/tv-text-distance.h"

#include <string.h>

static void
assert_text (char *text, const char *expected)
{
    g_autofree char *owned = text;

    g_assert_cmpstr (owned, ==, expected);
}

static void
test_clean (void)
{
    assert_text (tv_text_clean ("  Nguyễn \t Gia\n\nBảo "), "Nguyễn Gia Bảo");
    assert_text (tv_text_clean ("Nguye\xcc\x82\xcc\x83n"), "Nguyễn");
    assert_text (tv_text_clean ("Lê\xc2\xa0Văn\xc2\xa0 An"), "Lê Văn An");
    assert_text (tv_text_clean ("\xef\xbb\xbfHọ tên"), "Họ tên");
    assert_text (tv_text_clean ("Gia\xe2\x80\x8b Bảo"), "Gia Bảo");
    assert_text (tv_text_clean ("a\xff"
                                "b"),
                 "a\xef\xbf\xbd"
                 "b");
    assert_text (tv_text_clean (NULL), "");
    assert_text (tv_text_clean (" \t "), "");
    assert_text (tv_text_clean ("Lê An "), "Lê An");
    assert_text (tv_text_clean (" Lê An"), "Lê An");
    assert_text (tv_text_clean ("Lê  An"), "Lê An");
    assert_text (tv_text_clean ("Lê\x0c"
                                "An"),
                 "Lê An");
    assert_text (tv_text_clean ("Đỗ Thị Bưởi-1A"), "Đỗ Thị Bưởi-1A");
}

static void
test_fold (void)
{
    assert_text (tv_text_fold ("Nguyễn  Gia BẢO"), "nguyen gia bao");
    assert_text (tv_text_fold ("Đỗ Đức Đường"), "do duc duong");
    assert_text (tv_text_fold ("Ðỗ Ðức"), "do duc");
    assert_text (tv_text_fold ("Nguye\xcc\x82\xcc\x83n"), "nguyen");
    assert_text (tv_text_fold ("LỚP 1A"), "lop 1a");
    assert_text (tv_text_fold ("ưỡng ướt ạ ỹ"), "uong uot a y");
    assert_text (tv_text_fold ("Ａ１ ﬁ"), "a1 fi");
    assert_text (tv_text_fold ("\xc4\xb0stanbul"), "istanbul");
    assert_text (tv_text_fold (NULL), "");
}

static void
test_matches (void)
{
    g_assert_true (tv_text_matches ("nguyen gia bao", "gia bao"));
    g_assert_true (tv_text_matches ("nguyen gia bao", "bao ng"));
    g_assert_true (tv_text_matches ("nguyen gia bao", ""));
    g_assert_false (tv_text_matches ("nguyen gia bao", "ao"));
    g_assert_false (tv_text_matches ("nguyen gia bao", "gia an"));
    g_assert_true (tv_text_matches ("xanh anh", "anh"));
    g_assert_true (tv_text_matches ("nguyen gia bao", " bao  gia "));
    g_assert_true (tv_text_matches ("nguyen gia bao", "nguyen nguyen"));
    g_assert_false (tv_text_matches ("nguyen gia bao", "gia bao an"));
    g_assert_false (tv_text_matches ("nguyen gia bao", "baoo"));
    g_assert_true (tv_text_matches ("", ""));
    g_assert_true (tv_text_matches ("gia bao\nlop 1a\n01", "1a lop"));
    g_assert_true (tv_text_matches ("gia bao\nlop 1a\n01", "01"));
    g_assert_false (tv_text_matches ("gia bao\nlop 1a\n01", "bao lop"));
    g_assert_false (tv_text_matches ("gia bao\nlop 1a", "a1"));
    g_assert_false (tv_text_matches ("", "a"));
}

static gboolean
is_one_name (const char *a, const char *b)
{
    g_autofree char *key_a = tv_text_name_key (a);
    g_autofree char *key_b = tv_text_name_key (b);

    return strcmp (key_a, key_b) == 0;
}

static void
test_name_key (void)
{
    g_assert_true (is_one_name ("Trần Hòa", "TRẦN  HOÀ"));
    g_assert_true (is_one_name ("Thúy", "Thuý"));
    g_assert_true (is_one_name ("Nguye\xcc\x82\xcc\x83n", "nguyễn"));
    g_assert_true (is_one_name ("Ðức", "Đức"));
    g_assert_true (is_one_name ("Đặng Thuỵ Ái", "ĐẶNG THỤY ÁI"));
    g_assert_true (is_one_name ("Thu\xca\xa3\xcc\xa3 An", "thu\xca\xa3\xcc\xa3  an"));
    g_assert_false (is_one_name ("Hòa Lan", "Hoa Làn"));
    g_assert_false (is_one_name ("Hoa", "Hòa"));
    g_assert_false (is_one_name ("Hòa", "Hóa"));
    g_assert_false (is_one_name ("Lê An", "Le An"));
    g_assert_false (is_one_name ("Đan", "Dan"));
    g_assert_false (is_one_name ("Gia Bảo", "Giabảo"));
}

static void
test_compare (void)
{
    const char *order[] = { "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "i",
                            "o", "ô", "ơ", "p", "t", "u", "ư", "v", "x", "y" };

    for (guint i = 1; i < G_N_ELEMENTS (order); i++)
        g_assert_cmpint (tv_text_compare (order[i - 1], order[i]), <, 0);
    g_assert_cmpint (tv_text_compare ("ma", "mà"), <, 0);
    g_assert_cmpint (tv_text_compare ("mà", "mả"), <, 0);
    g_assert_cmpint (tv_text_compare ("mả", "mã"), <, 0);
    g_assert_cmpint (tv_text_compare ("mã", "má"), <, 0);
    g_assert_cmpint (tv_text_compare ("má", "mạ"), <, 0);
    g_assert_cmpint (tv_text_compare ("An", "An"), ==, 0);
}

/* A class list as a Hanoi school prints it: by given name with its tone, then by the whole name. */
static void
test_sort_key (void)
{
    g_autofree char *key = tv_text_sort_key ("vũ gia bảo");
    const char *expected[]
        = { "Trần Văn An", "Lê Thu Anh",  "Nguyễn Anh",    "Đỗ Ngọc Ánh", "Vũ Gia Bảo",
            "Lê Minh Đức", "Phạm Thị Hà", "Trần Thanh Hà", "Bùi Nhật Hạ" };

    for (guint i = 1; i < G_N_ELEMENTS (expected); i++) {
        g_autofree char *before = tv_text_sort_key (expected[i - 1]);
        g_autofree char *after = tv_text_sort_key (expected[i]);

        g_assert_cmpint (strcmp (before, after), <, 0);
    }
    g_assert_cmpstr (tv_text_given_name ("Vũ Gia Bảo"), ==, "Bảo");
    g_assert_cmpstr (tv_text_given_name ("Y"), ==, "Y");
    g_assert_cmpstr (tv_text_given_name (""), ==, "");
    g_assert_cmpstr (tv_text_given_name ("Nguyễn Gia Bảo (2)"), ==, "Bảo (2)");
    g_assert_cmpstr (tv_text_given_name ("Nguyễn Gia Bảo 2 (A)"), ==, "Bảo 2 (A)");
    g_assert_cmpstr (tv_text_given_name ("H'Hen Niê"), ==, "Niê");
    /* Capitals make no other name. */
    g_assert_cmpint (tv_text_compare ("BẢO", "Bảo"), ==, 0);
    g_assert_cmpint (tv_text_compare ("BẢO", "Bạo"), <, 0);
    assert_text (tv_text_sort_key ("  vũ gia   bảo"), key);
}

static void
test_distance (void)
{
    g_autofree char *long_text = g_strnfill (200, 'a');

    g_assert_cmpuint (tv_text_distance ("nguyen gia bao", "nguyen gia bao", 2), ==, 0);
    g_assert_cmpuint (tv_text_distance ("nguyen gia bao", "nguyen gia boa", 2), ==, 1);
    g_assert_cmpuint (tv_text_distance ("nguyen gia bao", "nguyn gia bao", 2), ==, 1);
    g_assert_cmpuint (tv_text_distance ("nguyen gia bao", "nguyenn gia baoo", 2), ==, 2);
    g_assert_cmpuint (tv_text_distance ("nguyen gia bao", "nguyen gia khoi", 2), ==, 3);
    g_assert_cmpuint (tv_text_distance ("", "an", 2), ==, 2);
    g_assert_cmpuint (tv_text_distance ("", "", 0), ==, 0);
    g_assert_cmpuint (tv_text_distance ("an", "na", 0), ==, 1);
    g_assert_cmpuint (tv_text_distance ("abcdef", "badcfe", 9), ==, 3);
    g_assert_cmpuint (tv_text_distance (long_text, long_text, 2), ==, 3);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/text/clean", test_clean);
    g_test_add_func ("/text/fold", test_fold);
    g_test_add_func ("/text/matches", test_matches);
    g_test_add_func ("/text/name-key", test_name_key);
    g_test_add_func ("/text/compare", test_compare);
    g_test_add_func ("/text/sort-key", test_sort_key);
    g_test_add_func ("/text/distance", test_distance);
    return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Old Vietnamese encodings: thousands of made-up names written in each come back as they were, and
 * nothing that is Unicode, French or German is taken for them. */

#include "exchange/tv-sheet-builder.h"
#include "exchange/tv-syllable.h"
#include "exchange/tv-workbook-charset.h"

#include <string.h>

#define N_NAMES 6000

static const char *const families[]
    = { "Nguyễn", "Trần", "Lê",    "Phạm", "Hoàng", "Vũ",     "Võ",   "Đỗ", "Bùi", "Đặng",
        "Ngô",    "Hồ",   "Dương", "Lý",   "Đào",   "Trịnh",  "Lưu",  "Tạ", "Hà",  "Phùng",
        "Quách",  "Thái", "Tống",  "Mạc",  "Khổng", "Nghiêm", "Ninh", "La", "Chử", "Kiều" };
static const char *const middles[]
    = { "Thị",  "Văn",   "Đức",   "Hữu",  "Gia", "Bảo",   "Ngọc",  "Quỳnh", "Thuỳ",  "Thùy",
        "Diệu", "Khánh", "Tường", "Nhật", "Tuệ", "Phước", "Đình",  "Quốc",  "Thiên", "Mỹ",
        "Kỳ",   "Hoài",  "Xuân",  "Yến",  "Tố",  "Thế",   "Trọng", "Viết",  "Ý",     "Hải" };
static const char *const givens[]
    = { "Anh",   "Ánh",    "Ẩn",    "Ân",     "Bình", "Châu",  "Cường",  "Dũng", "Đạt",  "Điệp",
        "Giang", "Hằng",   "Hậu",   "Hiếu",   "Huệ",  "Huyền", "Khuê",   "Kiên", "Lâm",  "Loan",
        "Lợi",   "Mẫn",    "Nghĩa", "Ngữ",    "Nhã",  "Oanh",  "Phượng", "Quý",  "Sửu",  "Tâm",
        "Tèo",   "Thưởng", "Tiến",  "Toàn",   "Tú",   "Tuyết", "Uyên",   "Vỹ",   "Xoan", "Yên",
        "Út",    "Ơn",     "Hoè",   "Khuyến", "Thuỷ", "Tỵ",    "Trọn",   "Hộ",   "Cẩm" };

static char *
make_name (guint i)
{
    return g_strdup_printf ("%s %s %s", families[i % G_N_ELEMENTS (families)],
                            middles[i / 7 % G_N_ELEMENTS (middles)],
                            givens[i * 11 % G_N_ELEMENTS (givens)]);
}

/* The C library knows the table; capitals with a tone, which are not in it, are typed small. */
static char *
to_tcvn3 (const char *text)
{
    g_autoptr (GString) bytes = g_string_new (NULL);

    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        gboolean has_capital = c < 0x80 || g_utf8_strchr ("ĂÂĐÊÔƠƯ", -1, c);
        char letter[8] = "";
        g_autofree char *byte = NULL;

        g_unichar_to_utf8 (has_capital ? c : g_unichar_tolower (c), letter);
        byte = g_convert (letter, -1, "TCVN5712-1", "UTF-8", NULL, NULL, NULL);
        g_assert_nonnull (byte);
        g_string_append_unichar (bytes, (guchar) *byte);
    }
    return g_string_free (g_steal_pointer (&bytes), FALSE);
}

/* The tone and the shape of a vowel as one letter behind it, and what that letter is. */
static const struct {
    const char *marks;
    gunichar written;
} vni_marks[] = {
    { "\u0301", 0xf9 },       { "\u0300", 0xf8 },       { "\u0309", 0xfb },
    { "\u0303", 0xf5 },       { "\u0323", 0xef },       { "\u0302", 0xe2 },
    { "\u0302\u0301", 0xe1 }, { "\u0302\u0300", 0xe0 }, { "\u0302\u0309", 0xe5 },
    { "\u0302\u0303", 0xe3 }, { "\u0323\u0302", 0xe4 }, { "\u0306", 0xea },
    { "\u0306\u0301", 0xe9 }, { "\u0306\u0300", 0xe8 }, { "\u0306\u0309", 0xfa },
    { "\u0306\u0303", 0xfc }, { "\u0323\u0306", 0xeb },
};

static void
append_vni (GString *text, gunichar letter)
{
    static const char alone[] = "đĐíÍìÌỉỈĩĨịỊỵỴơƠưƯ", written[] = "ñÑíÍìÌæÆóÓòÒîÎôÔöÖ";
    const char *found = letter < 0x80 ? NULL : g_utf8_strchr (alone, -1, letter);
    gunichar parts[2];

    if (letter < 0x80) {
        g_string_append_unichar (text, letter);
    } else if (found) {
        glong at = g_utf8_pointer_to_offset (alone, found);

        g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (written, at)));
    } else {
        g_autofree char *marks = NULL;
        g_autoptr (GString) all = g_string_new (NULL);
        gboolean is_capital = g_unichar_isupper (letter);
        gunichar base = letter;

        while (g_unichar_decompose (base, &parts[0], &parts[1]) && base != 0x1a0 && base != 0x1a1
               && base != 0x1af && base != 0x1b0) {
            g_autofree char *rest = g_strdup (all->str);

            g_string_truncate (all, 0);
            g_string_append_unichar (all, parts[1]);
            g_string_append (all, rest);
            base = parts[0];
        }
        append_vni (text, base);
        for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++) {
            if (strcmp (vni_marks[i].marks, all->str) == 0)
                g_string_append_unichar (text, is_capital ? g_unichar_toupper (vni_marks[i].written)
                                                          : vni_marks[i].written);
        }
    }
}

static char *
to_vni (const char *name)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (const char *p = name; *p; p = g_utf8_next_char (p))
        append_vni (text, g_utf8_get_char (p));
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Each name is what it was, and it is known at once which encoding it was in. */
static void
test_round_trip (void)
{
    guint n_told[TV_CHARSET_N] = { 0 };

    for (guint i = 0; i < N_NAMES; i++) {
        g_autofree char *name = make_name (i);
        g_autofree char *tcvn3 = to_tcvn3 (name);
        g_autofree char *vni = to_vni (name);
        g_autofree char *from_tcvn3 = tv_charset_decode (TV_CHARSET_TCVN3, tcvn3);
        g_autofree char *from_vni = tv_charset_decode (TV_CHARSET_VNI, vni);
        const char *const texts[TV_CHARSET_N] = { name, tcvn3, vni };

        g_assert_cmpstr (from_tcvn3, ==, name);
        g_assert_cmpstr (from_vni, ==, name);
        for (guint j = 0; j < TV_CHARSET_N; j++) {
            TvCharset charset;
            TvCharsetFit fit;

            tv_charset_fit (texts[j], &fit);
            g_assert_cmpuint (fit.n_fitting[j], ==, fit.n_words);
            if (tv_charset_fit_tells (&fit, &charset)) {
                g_assert_cmpint (charset, ==, j);
                n_told[j]++;
            }
        }
    }
    for (guint i = 0; i < TV_CHARSET_N; i++) {
        g_test_message ("%s: %u of %d names are told alone", tv_charset_code ((TvCharset) i),
                        n_told[i], N_NAMES);
        g_assert_cmpuint (n_told[i], >, N_NAMES * 9 / 10);
    }
}

static void
test_known_words (void)
{
    static const struct {
        TvCharset charset;
        const char *written;
        const char *meant;
    } cases[] = {
        { TV_CHARSET_TCVN3, "Hä vµ tªn", "Họ và tên" },
        { TV_CHARSET_TCVN3, "NGUYÔN THÞ H\u00adêNG", "NGUYỄN THỊ HƯỜNG" },
        { TV_CHARSET_TCVN3, "TrÇn Ngäc ¸nh", "Trần Ngọc Ánh" },
        { TV_CHARSET_TCVN3, "c©n nÆng, ngµy ®o", "cân nặng, ngày đo" },
        { TV_CHARSET_TCVN3, "§µo Quúnh Nh\u00ad", "Đào Quỳnh Như" },
        { TV_CHARSET_VNI, "Hoï vaø teân", "Họ và tên" },
        { TV_CHARSET_VNI, "Nguyeãn Thò Höôøng", "Nguyễn Thị Hường" },
        { TV_CHARSET_VNI, "ÑAËNG VAÊN ÑÖÙC", "ĐẶNG VĂN ĐỨC" },
        { TV_CHARSET_VNI, "Caân naëng (kg)", "Cân nặng (kg)" },
        { TV_CHARSET_TCVN3, "Hồ", NULL },
        { TV_CHARSET_VNI, "Mül", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *decoded = tv_charset_decode (cases[i].charset, cases[i].written);

        g_assert_cmpstr (decoded, ==, cases[i].meant);
    }
}

static void
test_syllables (void)
{
    static const char *const good[]
        = { "Nguyễn", "nghiêng", "QUỲNH", "khuỷu", "giếng", "gì",  "hoà",    "hòa",
            "Ý",      "ướt",     "yêu",   "quyển", "thuở",  "đặc", "khuếch", "Trương" };
    static const char *const bad[]
        = { "",      "NguyÔn", "tẹt!", "hàc",  "chả̉",   "Müller", "José", "Renộ",
            "école", "naïve",  "fà",   "tắnk", "ngếu3", "Krông",  "ễễ" };

    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        g_autofree char *parted = g_utf8_normalize (good[i], -1, G_NORMALIZE_NFD);

        g_test_message ("%s", good[i]);
        g_assert_true (tv_syllable_is_vietnamese (good[i]));
        g_assert_true (tv_syllable_is_vietnamese (parted));
    }
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        g_test_message ("%s", bad[i]);
        g_assert_false (tv_syllable_is_vietnamese (bad[i]));
    }
}

/* One column of texts, each in a font of its own or in none. */
static TvWorkbook *
make_book (char **texts, const char *const *fonts)
{
    TvSheetBudget budget = TV_SHEET_BUDGET_FULL;
    g_autoptr (TvSheetBuilder) builder = tv_sheet_builder_new ("1A", FALSE, &budget);
    GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_sheet_unref);

    for (guint i = 0; texts[i]; i++) {
        g_assert_true (tv_sheet_builder_begin_row (builder, i + 1, NULL));
        g_assert_true (tv_sheet_builder_add_text_in_font (builder, 0, texts[i],
                                                          fonts ? fonts[i] : NULL, NULL));
    }
    g_ptr_array_add (sheets, tv_sheet_builder_finish (builder));
    return tv_workbook_new ("a.xlsx", sheets);
}

/* What a column of texts is read as. */
static char **
decode_texts (char **texts, const char *const *fonts, const TvCharset *chosen,
              TvCharsetCounts *counts)
{
    g_autoptr (TvWorkbook) book = make_book (texts, fonts);
    g_autoptr (TvWorkbook) decoded = tv_workbook_decode (book, chosen, counts);
    TvSheet *sheet = tv_workbook_get_sheet (decoded, 0);
    GPtrArray *found = g_ptr_array_new ();

    for (guint i = 0; i < tv_sheet_get_n_rows (sheet); i++)
        g_ptr_array_add (found, g_strdup (tv_sheet_get_cell (sheet, i, 0)->text));
    g_ptr_array_add (found, NULL);
    return (char **) g_ptr_array_free (found, FALSE);
}

static void
assert_unchanged (char **texts)
{
    g_auto (TvCharsetCounts) counts = { 0 };
    g_auto (GStrv) found = decode_texts (texts, NULL, NULL, &counts);

    g_assert_cmpstrv (found, texts);
    for (guint i = 0; i < TV_CHARSET_N; i++)
        g_assert_cmpuint (counts.n_cells[i], ==, 0);
}

static char **
make_names (GNormalizeMode mode)
{
    char **names = g_new0 (char *, N_NAMES + 1);

    for (guint i = 0; i < N_NAMES; i++) {
        g_autofree char *name = make_name (i);

        names[i] = g_utf8_normalize (name, -1, mode);
    }
    return names;
}

/* Nothing that was right is touched. */
static void
test_unicode_stays (void)
{
    g_auto (GStrv) composed = make_names (G_NORMALIZE_NFC);
    g_auto (GStrv) parted = make_names (G_NORMALIZE_NFD);

    assert_unchanged (composed);
    assert_unchanged (parted);
}

static void
test_other_languages_stay (void)
{
    char *const words[]
        = { "François",  "Hélène",    "Renée",        "Noël",   "Zoé",      "Loïc",
            "Maïa",      "Anaïs",     "Gaëlle",       "Benoît", "Jérôme",   "Müller",
            "Björn",     "Köhler",    "Weiß",         "Strauß", "Jürgen",   "señor",
            "São Paulo", "Ångström",  "Åse",          "Øyvind", "café",     "résumé",
            "naïve",     "façade",    "crème brûlée", "° C",    "± 0,5 kg", "m²",
            "½",         "« rendu »", "© 2026",       "Ñandú",  "déjà vu",  "à la carte",
            "fiancée",   "Beyoncé",   "Lê",           "Hà",     "Nguyễn",   "Đắk Lắk",
            "Krông Nô",  "Y Blô Niê", "H’Bia",        "Trần",   NULL };

    assert_unchanged ((char **) words);
}

/* How many names come out otherwise than they were meant; none of these does so unsaid. */
static guint
count_wrong (char **texts, char **meant)
{
    g_auto (TvCharsetCounts) counts = { 0 };
    g_autoptr (TvWorkbook) book = make_book (texts, NULL);
    g_autoptr (TvWorkbook) decoded = tv_workbook_decode (book, NULL, &counts);
    TvSheet *written = tv_workbook_get_sheet (book, 0), *sheet = tv_workbook_get_sheet (decoded, 0);
    guint n_wrong = 0;

    for (guint i = 0; meant[i]; i++) {
        if (strcmp (tv_sheet_get_cell (sheet, i, 0)->text, meant[i]) == 0)
            continue;
        g_test_message ("%s read as %s", meant[i], tv_sheet_get_cell (sheet, i, 0)->text);
        g_assert_true (g_hash_table_contains (counts.doubtful, tv_sheet_get_cell (written, i, 0)));
        n_wrong++;
    }
    g_test_message ("%u are in doubt", g_hash_table_size (counts.doubtful));
    return n_wrong;
}

/* A list grown by what was copied into it: a third in each encoding, in no order; fonts tell all,
 * and words alone nearly all. */
static void
test_mixed (void)
{
    static const char *const names_of_fonts[] = { "Times New Roman", ".VnTime", "VNI-Times" };
    g_autofree char **texts = g_new0 (char *, N_NAMES + 1);
    g_autofree const char **fonts = g_new0 (const char *, N_NAMES + 1);
    g_auto (GStrv) names = make_names (G_NORMALIZE_NFC);
    g_auto (GStrv) by_font = NULL;
    g_auto (TvCharsetCounts) counts = { 0 };
    guint n_wrong = 0;

    for (guint i = 0; i < N_NAMES; i++) {
        texts[i] = i % 3 == 1   ? to_tcvn3 (names[i])
                   : i % 3 == 2 ? to_vni (names[i])
                                : g_strdup (names[i]);
        fonts[i] = names_of_fonts[i % 3];
    }
    by_font = decode_texts (texts, fonts, NULL, &counts);
    g_assert_cmpstrv (by_font, names);
    g_assert_true (counts.has_choice);
    n_wrong = count_wrong (texts, names);
    g_test_message ("%u of %d names in a mixed list without fonts are read wrongly", n_wrong,
                    N_NAMES);
    g_assert_cmpuint (n_wrong, <, N_NAMES / 100);
    for (guint i = 0; i < N_NAMES; i++)
        g_free (texts[i]);
}

/* In a list of one encoding, its neighbours tell even a word that could be another. */
static void
test_neighbours (void)
{
    for (guint charset = TV_CHARSET_TCVN3; charset < TV_CHARSET_N; charset++) {
        g_auto (GStrv) names = make_names (G_NORMALIZE_NFC);
        g_auto (GStrv) texts = g_new0 (char *, N_NAMES + 1);
        g_auto (GStrv) found = NULL;
        g_auto (TvCharsetCounts) counts = { 0 };

        for (guint i = 0; i < N_NAMES; i++)
            texts[i] = charset == TV_CHARSET_TCVN3 ? to_tcvn3 (names[i]) : to_vni (names[i]);
        found = decode_texts (texts, NULL, NULL, &counts);
        g_assert_cmpstrv (found, names);
        g_assert_cmpuint (counts.n_cells[charset], >, N_NAMES * 9 / 10);
    }
}

/* Fonts that show small letters as capitals, and a font left behind under what is Unicode by now.
 */
static void
test_fonts (void)
{
    char *const texts[] = { "nguyÔn v¨n tó", "Nguyễn Thị Hà", "Tó", "Hà", "François", NULL };
    static const char *const fonts[] = { ".VnTimeH", ".VnTime", ".VnArial", ".VnTime", NULL };
    static const char *const meant[]
        = { "NGUYỄN VĂN TÚ", "Nguyễn Thị Hà", "Tú", "Hà", "François", NULL };
    g_auto (TvCharsetCounts) counts = { 0 };
    g_auto (GStrv) found = decode_texts ((char **) texts, fonts, NULL, &counts);

    g_assert_cmpstrv (found, (char **) meant);
    g_assert_cmpuint (counts.n_cells[TV_CHARSET_TCVN3], ==, 2);
}

/* Whoever knows better says so. */
static void
test_choice (void)
{
    char *const texts[] = { "Hä vµ tªn", "Ng\u00b5y sinh", "Gi\u00edi t\u00ddnh", "Tó", NULL };
    static const char *const meant[] = { "Họ và tên", "Ngày sinh", "Giới tính", "Tú", NULL };
    TvCharset unicode = TV_CHARSET_UNICODE, tcvn3 = TV_CHARSET_TCVN3;
    g_auto (TvCharsetCounts) counts = { 0 };
    g_auto (TvCharsetCounts) chosen = { 0 };
    g_auto (GStrv) as_is = decode_texts ((char **) texts, NULL, &unicode, &counts);
    g_auto (GStrv) decoded = decode_texts ((char **) texts, NULL, &tcvn3, &chosen);

    g_assert_cmpstrv (as_is, (char **) texts);
    g_assert_cmpstrv (decoded, (char **) meant);
    g_assert_true (counts.has_choice);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/charset/syllables", test_syllables);
    g_test_add_func ("/charset/known-words", test_known_words);
    g_test_add_func ("/charset/round-trip", test_round_trip);
    g_test_add_func ("/charset/unicode-stays", test_unicode_stays);
    g_test_add_func ("/charset/other-languages-stay", test_other_languages_stay);
    g_test_add_func ("/charset/mixed", test_mixed);
    g_test_add_func ("/charset/neighbours", test_neighbours);
    g_test_add_func ("/charset/fonts", test_fonts);
    g_test_add_func ("/charset/choice", test_choice);
    return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the ruler says of one line, against Pango, which shapes the text. */

#include "base/tv-language.h"
#include "reports/tv-report-ruler.h"
#include "reports/tv-report-style.h"

#include <math.h>

static const char *const texts[] = {
    "Nguyễn Thị Ánh Tuyết",
    "Đặng Ngọc Bảo Châu",
    "HOÀNG ƯỚC VƯƠNG",
    "4/118",
    "12/03/2022",
    "1,3 – 8,4",
    "SDD thể thấp còi mức độ vừa (độ 1)",
    "AVAVAVA To Ty We. ff fi fl",
    "~!@#$%^&*()_+{}|:\"<>?`-=[]\\;',./",
    "iiiiiiiiiiiiiiiiiiii",
    "WWWWWWWWWW",
    "",
};

/* Never says one line where there are two, in any width; and is not so careful as to be of no use.
 */
static void
test_never_too_hopeful (void)
{
    guint n_one_line = 0, n_told = 0;

    for (int is_bold = 0; is_bold < 2; is_bold++) {
        for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
            for (double width_pt = 4; width_pt < 300; width_pt += 3.7) {
                TvTextStyle style = tv_report_style (10.5, width_pt, PANGO_ALIGN_LEFT);
                g_autoptr (PangoLayout) layout = NULL;
                gboolean is_one_line;

                style.is_bold = is_bold;
                layout = tv_chart_text_new (&style, texts[i]);
                is_one_line = pango_layout_get_line_count (layout) == 1;
                /* Every font has these letters; not every one those of Vietnamese. */
                if (g_str_is_ascii (texts[i])) {
                    n_one_line += is_one_line;
                    n_told += tv_report_ruler_is_one_line (&style, texts[i]);
                }
                if (!tv_report_ruler_is_one_line (&style, texts[i]))
                    continue;
                g_assert_true (is_one_line);
            }
        }
    }
    g_assert_cmpuint (n_told * 10, >, n_one_line * 8);
}

static void
test_line_height (void)
{
    for (int is_bold = 0; is_bold < 2; is_bold++) {
        for (double size_pt = 7; size_pt <= 14; size_pt += 0.5) {
            for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
                TvTextStyle style = tv_report_style (size_pt, 1000, PANGO_ALIGN_LEFT);
                double width_pt, height_pt;

                style.is_bold = is_bold;
                /* Nothing is told of letters that the font has to borrow. */
                if (!g_str_is_ascii (texts[i]) && !tv_report_ruler_is_one_line (&style, texts[i]))
                    continue;
                g_assert_true (tv_report_ruler_is_one_line (&style, texts[i]));
                tv_chart_text_measure (&style, texts[i], &width_pt, &height_pt);
                g_assert_cmpfloat (fabs (tv_report_ruler_line_height (&style) - height_pt), <, 0.1);
            }
        }
    }
}

/* Letters of other scripts are lent by other fonts, so nothing is told of them. */
static void
test_other_scripts_are_not_told (void)
{
    static const char *const others[] = { "日本", "−2 SD", "Ольга", "two\nlines", "😀" };

    for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
        TvTextStyle style = tv_report_style (10, 1000, PANGO_ALIGN_LEFT);

        g_assert_false (tv_report_ruler_is_one_line (&style, others[i]));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/report-ruler/one-line", test_never_too_hopeful);
    g_test_add_func ("/report-ruler/line-height", test_line_height);
    g_test_add_func ("/report-ruler/other-scripts", test_other_scripts_are_not_told);
    return g_test_run ();
}

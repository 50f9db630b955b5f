/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names for made-up people, as they are given in Hanoi: the family names by how common they are,
 * middle and given names by sex and by the decade of birth. */

#include "workflows/tv-demo-names.h"

#define N_WORDS 24

/* How many of a thousand people bear the name. */
static const struct {
    const char *name;
    int per_thousand;
} families[] = {
    { "Nguyễn", 370 }, { "Trần", 105 }, { "Lê", 90 },   { "Phạm", 70 },  { "Hoàng", 50 },
    { "Vũ", 48 },      { "Đỗ", 34 },    { "Bùi", 32 },  { "Đặng", 30 },  { "Ngô", 24 },
    { "Dương", 20 },   { "Phan", 20 },  { "Đinh", 15 }, { "Đào", 14 },   { "Trịnh", 13 },
    { "Lưu", 10 },     { "Lương", 9 },  { "Mai", 8 },   { "Tạ", 8 },     { "Hà", 7 },
    { "Cao", 7 },      { "Phùng", 6 },  { "Chu", 5 },   { "Nghiêm", 5 },
};

/* The people of one sex born in one time; the middle names that go with the given ones. */
typedef struct {
    int first_year;
    const char *middles[N_WORDS];
    const char *givens[N_WORDS];
} Generation;

static const Generation boys[] = {
    { 2014,
      { "Gia",  "Minh",  "Bảo",  "Đức",  "Hải",   "Nhật",  "Quang", "Tuấn",
        "Khôi", "Hoàng", "Anh",  "Đăng", "Thiên", "Tùng",  "Phúc",  "Hữu",
        "Duy",  "Trung", "Việt", "Quốc", "Chí",   "Thanh", "Thế",   "An" },
      { "Bảo",  "Minh", "Khôi", "An",   "Huy",  "Khang", "Anh",    "Nam",
        "Phúc", "Đức",  "Long", "Kiên", "Quân", "Đăng",  "Nguyên", "Phong",
        "Lâm",  "Khoa", "Duy",  "Hưng", "Tùng", "Sơn",   "Thịnh",  "Vinh" } },
    { 2000,
      { "Minh", "Đức",   "Quang", "Tuấn", "Hoàng", "Duy",  "Anh",  "Trung",
        "Việt", "Thành", "Xuân",  "Văn",  "Hữu",   "Quốc", "Thế",  "Ngọc",
        "Gia",  "Hải",   "Nhật",  "Tiến", "Mạnh",  "Công", "Đình", "Bá" },
      { "Anh",   "Minh", "Đức",   "Hiếu",  "Dũng",  "Hùng",  "Nam",   "Long",
        "Sơn",   "Tùng", "Tuấn",  "Huy",   "Quân",  "Hoàng", "Thắng", "Việt",
        "Trung", "Đạt",  "Khánh", "Phong", "Cường", "Hải",   "Kiên",  "Thành" } },
    { 0,
      { "Văn",  "Văn",  "Đức",  "Xuân", "Quang", "Mạnh",  "Ngọc", "Hữu",
        "Đình", "Minh", "Công", "Thế",  "Tiến",  "Trọng", "Bá",   "Anh",
        "Việt", "Duy",  "Quốc", "Tuấn", "Thanh", "Hồng",  "Viết", "Khắc" },
      { "Hùng", "Dũng",  "Cường", "Tuấn",  "Hải",  "Thắng",  "Sơn",  "Nam",
        "Long", "Trung", "Hiếu",  "Quang", "Tùng", "Toàn",   "Hưng", "Thành",
        "Tiến", "Hòa",   "Bình",  "Dương", "Lâm",  "Phương", "Đông", "Việt" } },
};

static const Generation girls[] = {
    { 2014,
      { "Bảo",  "Ngọc",  "Minh",  "Khánh", "Phương", "Hà",   "Gia",  "Linh",
        "Thảo", "Quỳnh", "Thanh", "Diệu",  "Mai",    "Tuệ",  "An",   "Anh",
        "Hải",  "Kim",   "Tường", "Thùy",  "Yến",    "Hoài", "Bích", "Châu" },
      { "Anh",   "Linh", "Ngọc", "Chi",  "An",     "Vy",   "Châu",  "Hân",
        "Trang", "Nhi",  "My",   "Thư",  "Phương", "Hà",   "Giang", "Ngân",
        "Mai",   "Minh", "Lam",  "Khuê", "Diệp",   "Uyên", "Quyên", "Dương" } },
    { 2000,
      { "Thị",   "Ngọc", "Thu",  "Phương", "Thùy", "Minh",  "Hồng", "Thanh",
        "Khánh", "Hà",   "Mai",  "Quỳnh",  "Lan",  "Thảo",  "Bích", "Kim",
        "Diệu",  "Hải",  "Linh", "Hoài",   "Vân",  "Huyền", "Như",  "Hương" },
      { "Anh",   "Linh",  "Trang", "Phương", "Hà",    "Thảo", "Mai", "Ngọc",
        "Huyền", "Hương", "Nhung", "Thu",    "Giang", "Ngân", "Chi", "Yến",
        "Quỳnh", "Vân",   "Dung",  "Hạnh",   "Hiền",  "Nga",  "Ly",  "Oanh" } },
    { 0,
      { "Thị",  "Thị",  "Thị",     "Thị",       "Thu",      "Thanh",    "Hồng",     "Minh",
        "Ngọc", "Bích", "Kim",     "Thúy",      "Phương",   "Lan",      "Mai",      "Tuyết",
        "Vân",  "Hải",  "Thị Thu", "Thị Thanh", "Thị Hồng", "Thị Minh", "Thị Ngọc", "Thị Thúy" },
      { "Hương",  "Hà",    "Hạnh",  "Nga",  "Lan",  "Hoa", "Thủy", "Hằng",
        "Huệ",    "Dung",  "Nhung", "Hiền", "Liên", "Yến", "Oanh", "Thảo",
        "Phương", "Trang", "Loan",  "Mai",  "Tâm",  "Thu", "Vân",  "Bình" } },
};

static const char *
pick_family (GRand *random)
{
    int left = g_rand_int_range (random, 0, 1000);

    for (guint i = 0; i < G_N_ELEMENTS (families); i++) {
        left -= families[i].per_thousand;
        if (left < 0)
            return families[i].name;
    }
    return families[0].name;
}

/* A list begins with its commonest words. */
static const char *
pick_word (GRand *random, const char *const *words)
{
    double place = g_rand_double (random);

    return words[(int) (place * (0.4 + 0.6 * place) * N_WORDS)];
}

/**
 * tv_demo_name:
 * @random: where chance comes from
 * @family: (nullable): the family name, if it is known
 * @sex: of the person
 * @birth_year: of the person
 *
 * Returns: (transfer full): a name, family name first
 */
char *
tv_demo_name (GRand *random, const char *family, TvSex sex, int birth_year)
{
    const Generation *generation = sex == TV_SEX_FEMALE ? girls : boys;
    const char *middle, *given;

    if (!family)
        family = pick_family (random);
    while (generation->first_year > birth_year)
        generation++;
    middle = pick_word (random, generation->middles);
    do {
        given = pick_word (random, generation->givens);
    } while (g_str_equal (middle, given));
    return g_strjoin (" ", family, middle, given, NULL);
}

/**
 * tv_demo_ethnic_group:
 * @random: where chance comes from
 *
 * Returns: (transfer none): an ethnic group, most often the Kinh
 */
const char *
tv_demo_ethnic_group (GRand *random)
{
    static const char *const others[] = { "Tày", "Mường", "Nùng", "Thái", "Dao", "Hoa" };

    if (g_rand_int_range (random, 0, 100) < 96)
        return "Kinh";
    return others[g_rand_int_range (random, 0, G_N_ELEMENTS (others))];
}

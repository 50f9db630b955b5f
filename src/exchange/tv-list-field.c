/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the headers of lists mean. Schools, the ministry and program makers each word them their
 * own way, so a header is known by its words without accents, signs and line breaks. */

#include "exchange/tv-list-field.h"

#include "base/tv-text.h"
#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    const char *words;
    TvListField field;
} Wording;

static const char *const codes[] = {
    "roll_number",
    "class",
    "ministry_code",
    "personal_number",
    "name",
    "family_name",
    "given_name",
    "birth_date",
    "sex",
    "female_mark",
    "male_mark",
    "status",
    "status_date",
    "ethnic_group",
    "guardian_name",
    "guardian_phone",
    "notes",
    "measured_on",
    "position",
    "weight",
    "height",
    "none",
    NULL,
};

/* Headers that say no more than this. */
static const Wording whole[] = {
    { "stt", TV_LIST_ROLL_NUMBER },
    { "tt", TV_LIST_ROLL_NUMBER },
    { "so tt", TV_LIST_ROLL_NUMBER },
    { "so thu tu", TV_LIST_ROLL_NUMBER },
    { "thu tu", TV_LIST_ROLL_NUMBER },
    { "no", TV_LIST_ROLL_NUMBER },
    { "lop", TV_LIST_CLASS },
    { "ma lop", TV_LIST_CLASS },
    { "ten lop", TV_LIST_CLASS },
    { "lop hoc", TV_LIST_CLASS },
    { "nhom lop", TV_LIST_CLASS },
    { "nhom", TV_LIST_CLASS },
    { "ten nhom lop", TV_LIST_CLASS },
    { "class", TV_LIST_CLASS },
    { "ma hoc sinh", TV_LIST_MINISTRY_CODE },
    { "ma hs", TV_LIST_MINISTRY_CODE },
    { "ma tre", TV_LIST_MINISTRY_CODE },
    { "ma so hoc sinh", TV_LIST_MINISTRY_CODE },
    { "ma so hs", TV_LIST_MINISTRY_CODE },
    { "ministry code", TV_LIST_MINISTRY_CODE },
    { "student code", TV_LIST_MINISTRY_CODE },
    { "ma dinh danh", TV_LIST_PERSONAL_NUMBER },
    { "personal number", TV_LIST_PERSONAL_NUMBER },
    { "ho ten", TV_LIST_NAME },
    { "ho va ten", TV_LIST_NAME },
    { "ten tre", TV_LIST_NAME },
    { "ten hoc sinh", TV_LIST_NAME },
    { "ten hs", TV_LIST_NAME },
    { "ten be", TV_LIST_NAME },
    { "ho ten benh nhan", TV_LIST_NAME },
    { "ho va ten benh nhan", TV_LIST_NAME },
    { "ho va ten bn", TV_LIST_NAME },
    { "ho ten bn", TV_LIST_NAME },
    { "ho va ten doi tuong", TV_LIST_NAME },
    { "name", TV_LIST_NAME },
    { "full name", TV_LIST_NAME },
    { "ho", TV_LIST_FAMILY_NAME },
    { "ho dem", TV_LIST_FAMILY_NAME },
    { "ho lot", TV_LIST_FAMILY_NAME },
    { "ho va dem", TV_LIST_FAMILY_NAME },
    { "ho ten dem", TV_LIST_FAMILY_NAME },
    { "ho va ten dem", TV_LIST_FAMILY_NAME },
    { "ho va ten lot", TV_LIST_FAMILY_NAME },
    { "ho va chu dem", TV_LIST_FAMILY_NAME },
    { "family name", TV_LIST_FAMILY_NAME },
    { "ten", TV_LIST_GIVEN_NAME },
    { "given name", TV_LIST_GIVEN_NAME },
    { "ngay thang nam", TV_LIST_BIRTH_DATE },
    { "nam sinh", TV_LIST_BIRTH_DATE },
    { "sinh ngay", TV_LIST_BIRTH_DATE },
    { "ntns", TV_LIST_BIRTH_DATE },
    { "birth date", TV_LIST_BIRTH_DATE },
    { "date of birth", TV_LIST_BIRTH_DATE },
    { "gioi tinh", TV_LIST_SEX },
    { "gioi", TV_LIST_SEX },
    { "phai", TV_LIST_SEX },
    { "nam nu", TV_LIST_SEX },
    { "gt", TV_LIST_SEX },
    { "gioi tinh nam nu", TV_LIST_SEX },
    { "sex", TV_LIST_SEX },
    { "gender", TV_LIST_SEX },
    { "nu", TV_LIST_FEMALE_MARK },
    { "nu x", TV_LIST_FEMALE_MARK },
    { "gai", TV_LIST_FEMALE_MARK },
    { "nam", TV_LIST_MALE_MARK },
    { "nam x", TV_LIST_MALE_MARK },
    { "trai", TV_LIST_MALE_MARK },
    { "trang thai", TV_LIST_STATUS },
    { "trang thai hs", TV_LIST_STATUS },
    { "trang thai hoc sinh", TV_LIST_STATUS },
    { "tinh trang", TV_LIST_STATUS },
    { "status", TV_LIST_STATUS },
    { "ngay nhap trang thai", TV_LIST_STATUS_DATE },
    { "ngay trang thai", TV_LIST_STATUS_DATE },
    { "dan toc", TV_LIST_ETHNIC_GROUP },
    { "cha", TV_LIST_GUARDIAN_NAME },
    { "bo", TV_LIST_GUARDIAN_NAME },
    { "me", TV_LIST_GUARDIAN_NAME },
    { "phu huynh", TV_LIST_GUARDIAN_NAME },
    { "ghi chu", TV_LIST_NOTES },
    { "luu y", TV_LIST_NOTES },
    { "notes", TV_LIST_NOTES },
    { "ngay can", TV_LIST_MEASURED_ON },
    { "ngay do", TV_LIST_MEASURED_ON },
    { "ngay can do", TV_LIST_MEASURED_ON },
    { "ngay kham", TV_LIST_MEASURED_ON },
    { "visit date", TV_LIST_MEASURED_ON },
    { "tu the", TV_LIST_POSITION },
    { "tu the do", TV_LIST_POSITION },
    { "cach do", TV_LIST_POSITION },
    { "measured", TV_LIST_POSITION },
    { "can nang", TV_LIST_WEIGHT },
    { "can", TV_LIST_WEIGHT },
    { "cn", TV_LIST_WEIGHT },
    { "so can", TV_LIST_WEIGHT },
    { "the trong", TV_LIST_WEIGHT },
    { "trong luong", TV_LIST_WEIGHT },
    { "trong luong co the", TV_LIST_WEIGHT },
    { "weight", TV_LIST_WEIGHT },
    { "chieu cao", TV_LIST_HEIGHT },
    { "cao", TV_LIST_HEIGHT },
    { "cc", TV_LIST_HEIGHT },
    { "chieu cao dung", TV_LIST_HEIGHT },
    { "chieu dai nam", TV_LIST_HEIGHT },
    { "chieu dai", TV_LIST_HEIGHT },
    { "chieu dai chieu cao", TV_LIST_HEIGHT },
    { "chieu cao chieu dai", TV_LIST_HEIGHT },
    { "height", TV_LIST_HEIGHT },
};

/* Headers that go on after these words. Longer beginnings stand before shorter ones. */
static const Wording beginnings[] = {
    { "ma dinh danh ca nhan", TV_LIST_PERSONAL_NUMBER },
    { "ma dinh danh bo", TV_LIST_MINISTRY_CODE },
    { "ma dinh danh hoc sinh", TV_LIST_MINISTRY_CODE },
    { "ma hoc sinh", TV_LIST_MINISTRY_CODE },
    { "so dinh danh", TV_LIST_PERSONAL_NUMBER },
    { "so ddcn", TV_LIST_PERSONAL_NUMBER },
    { "ddcn", TV_LIST_PERSONAL_NUMBER },
    { "so cccd", TV_LIST_PERSONAL_NUMBER },
    { "cccd", TV_LIST_PERSONAL_NUMBER },
    { "can cuoc", TV_LIST_PERSONAL_NUMBER },
    { "ho va ten dem", TV_LIST_FAMILY_NAME },
    { "ho va ten hoc sinh", TV_LIST_NAME },
    { "ho va ten hs", TV_LIST_NAME },
    { "ho va ten tre", TV_LIST_NAME },
    { "ho va ten be", TV_LIST_NAME },
    { "ho ten hoc sinh", TV_LIST_NAME },
    { "ho ten hs", TV_LIST_NAME },
    { "ho ten tre", TV_LIST_NAME },
    { "ho ten be", TV_LIST_NAME },
    { "ho va ten cha", TV_LIST_GUARDIAN_NAME },
    { "ho va ten bo", TV_LIST_GUARDIAN_NAME },
    { "ho va ten me", TV_LIST_GUARDIAN_NAME },
    { "ho va ten phu huynh", TV_LIST_GUARDIAN_NAME },
    { "ho va ten nguoi", TV_LIST_GUARDIAN_NAME },
    { "ho ten cha", TV_LIST_GUARDIAN_NAME },
    { "ho ten bo", TV_LIST_GUARDIAN_NAME },
    { "ho ten me", TV_LIST_GUARDIAN_NAME },
    { "ho ten phu huynh", TV_LIST_GUARDIAN_NAME },
    { "ho ten nguoi", TV_LIST_GUARDIAN_NAME },
    { "nguoi giam ho", TV_LIST_GUARDIAN_NAME },
    { "ten cha", TV_LIST_GUARDIAN_NAME },
    { "ten bo", TV_LIST_GUARDIAN_NAME },
    { "ten me", TV_LIST_GUARDIAN_NAME },
    { "ten phu huynh", TV_LIST_GUARDIAN_NAME },
    { "dien thoai", TV_LIST_GUARDIAN_PHONE },
    { "so dien thoai", TV_LIST_GUARDIAN_PHONE },
    { "so dt", TV_LIST_GUARDIAN_PHONE },
    { "sdt", TV_LIST_GUARDIAN_PHONE },
    { "dt cha", TV_LIST_GUARDIAN_PHONE },
    { "dt bo", TV_LIST_GUARDIAN_PHONE },
    { "dt me", TV_LIST_GUARDIAN_PHONE },
    { "ngay sinh", TV_LIST_BIRTH_DATE },
    { "ngay thang nam sinh", TV_LIST_BIRTH_DATE },
};

/**
 * tv_list_field_code:
 *
 * Returns: the field's name in settings and on the command line
 */
const char *
tv_list_field_code (TvListField field)
{
    return tv_vocabulary_code (codes, field);
}

gboolean
tv_list_field_parse (const char *code, TvListField *field)
{
    int found;

    if (!tv_vocabulary_parse (codes, code, &found))
        return FALSE;
    *field = (TvListField) found;
    return TRUE;
}

/**
 * tv_list_field_is_date:
 *
 * Returns: whether days stand in such a column
 */
gboolean
tv_list_field_is_date (TvListField field)
{
    return field == TV_LIST_BIRTH_DATE || field == TV_LIST_MEASURED_ON
           || field == TV_LIST_STATUS_DATE;
}

/**
 * tv_list_field_label:
 *
 * Returns: what the field is called for people
 */
const char *
tv_list_field_label (TvListField field)
{
    static const char *const labels[] = {
        N_ ("Roll number"),
        N_ ("Class"),
        N_ ("Student code"),
        N_ ("Personal identification number"),
        N_ ("Full name"),
        N_ ("Family and middle name"),
        N_ ("Given name"),
        N_ ("Date of birth"),
        N_ ("Sex"),
        N_ ("Mark for girls"),
        N_ ("Mark for boys"),
        N_ ("Status"),
        N_ ("Date of the status"),
        N_ ("Ethnic group"),
        N_ ("Parent or guardian"),
        N_ ("Telephone of the parent or guardian"),
        N_ ("Notes"),
        N_ ("Measuring date"),
        N_ ("Measuring position"),
        N_ ("Weight (kg)"),
        N_ ("Height (cm)"),
        N_ ("Not used"),
    };

    g_return_val_if_fail ((guint) field < G_N_ELEMENTS (labels), "");
    return _ (labels[field]);
}

/**
 * tv_list_field_header_key:
 * @header: a header as it stands in a file
 *
 * Returns: (transfer full): its words alone: "Ngày, tháng,\nnăm sinh" gives "ngay thang nam sinh"
 */
char *
tv_list_field_header_key (const char *header)
{
    g_autofree char *folded = tv_text_fold (header);
    g_autoptr (GString) key = g_string_new (NULL);
    gboolean space_waits = FALSE;

    for (const char *p = folded; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (!g_unichar_isalnum (c)) {
            space_waits = key->len > 0;
            continue;
        }
        if (space_waits)
            g_string_append_c (key, ' ');
        space_waits = FALSE;
        g_string_append_unichar (key, c);
    }
    return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Whether the words stand at the beginning of the key, and end where a word ends. */
static gboolean
begins_with_words (const char *key, const char *words)
{
    gsize length = strlen (words);

    return strncmp (key, words, length) == 0 && (key[length] == ' ' || key[length] == '\0');
}

/* Without accents "Năm", a year, reads as a boy, and so does the left eye; the right one reads as
 * the sex, and short sight as a weight. */
static gboolean
is_other_word (const char *header, TvListField field)
{
    static const Wording others[] = {
        { "năm", TV_LIST_MALE_MARK }, { "trái", TV_LIST_MALE_MARK }, { "phải", TV_LIST_SEX },
        { "cận", TV_LIST_WEIGHT },    { "cần", TV_LIST_WEIGHT },
    };
    g_autofree char *clean = tv_text_clean (header);
    g_autofree char *small = g_utf8_strdown (clean, -1);

    for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
        if (field == others[i].field && strstr (small, others[i].words))
            return TRUE;
    }
    return FALSE;
}

/* What may stand behind the name of a measurement. "Lúc sinh" and "theo tuổi" may not: the one is
 * the weight at birth, the other a class. */
static const char *const qualifiers[]
    = { " kg",       " cm",           " m",       " do duoc", " can duoc",
        " luc kham", " khi kham",     " luc do",  " luc can", " hien tai",
        " thuc te",  " cua hoc sinh", " cua hs",  " cua tre", " cua be",
        " co the",   " ngay kham",    " lan nay", NULL };

/* "Đợt 2", "lần 1": which round it is of, the title says, or a person does. */
static gboolean
cut_round (char *key)
{
    char *space = strrchr (key, ' ');

    if (!space || strlen (space) != 2 || !g_ascii_isdigit (space[1]) || space - key <= 4
        || (strncmp (space - 4, " dot", 4) != 0 && strncmp (space - 4, " lan", 4) != 0))
        return FALSE;
    space[-4] = '\0';
    return TRUE;
}

static gboolean
cut_qualifier (char *key)
{
    for (const char *const *qualifier = qualifiers; *qualifier; qualifier++) {
        if (g_str_has_suffix (key, *qualifier) && strlen (key) > strlen (*qualifier)) {
            key[strlen (key) - strlen (*qualifier)] = '\0';
            return TRUE;
        }
    }
    return cut_round (key);
}

static TvListField
find_whole (const char *key)
{
    for (guint i = 0; i < G_N_ELEMENTS (whole); i++) {
        if (strcmp (key, whole[i].words) == 0)
            return whole[i].field;
    }
    return TV_LIST_NO_FIELD;
}

/* "Cân nặng lúc khám (kg)" is a weight. */
static TvListField
find_measurement (const char *key)
{
    g_autofree char *rest = g_strdup (key);
    TvListField field = TV_LIST_NO_FIELD;

    while (field == TV_LIST_NO_FIELD && cut_qualifier (rest))
        field = find_whole (rest);
    return field == TV_LIST_WEIGHT || field == TV_LIST_HEIGHT ? field : TV_LIST_NO_FIELD;
}

/**
 * tv_list_field_of_header:
 * @header: a header as it stands in a file
 *
 * Returns: what it means, TV_LIST_NO_FIELD where it is none of the known wordings
 */
TvListField
tv_list_field_of_header (const char *header)
{
    g_autofree char *key = tv_list_field_header_key (header);
    TvListField field = find_whole (key);

    if (is_other_word (header, field))
        return TV_LIST_NO_FIELD;
    if (field != TV_LIST_NO_FIELD)
        return field;
    for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++) {
        if (begins_with_words (key, beginnings[i].words))
            return beginnings[i].field;
    }
    return find_measurement (key);
}

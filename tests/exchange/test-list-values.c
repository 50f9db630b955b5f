/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What headers, titles and single values of a list mean. */

#include "exchange/tv-list-row.h"
#include "exchange/tv-list-title.h"
#include "exchange/tv-list-value.h"

#include <math.h>

static void
test_headers (void)
{
    static const struct {
        const char *header;
        TvListField field;
    } cases[] = {
        { "Số định danh cá nhân", TV_LIST_PERSONAL_NUMBER },
        { "Ngày, tháng,\nnăm sinh", TV_LIST_BIRTH_DATE },
        { "Ngày sinh (dd/mm/yyyy)", TV_LIST_BIRTH_DATE },
        { "NĂM", TV_LIST_NO_FIELD },
        { "Nam", TV_LIST_MALE_MARK },
        { "Trai", TV_LIST_MALE_MARK },
        { "Trái", TV_LIST_NO_FIELD },
        { "Phái", TV_LIST_SEX },
        { "Phải", TV_LIST_NO_FIELD },
        { "Cận", TV_LIST_NO_FIELD },
        { "Nữ (x)", TV_LIST_FEMALE_MARK },
        { "HỌ VÀ TÊN", TV_LIST_NAME },
        { "Họ và tên trẻ", TV_LIST_NAME },
        { "Họ và tên bố", TV_LIST_GUARDIAN_NAME },
        { "Họ tên cha", TV_LIST_GUARDIAN_NAME },
        { "Họ và tên đệm", TV_LIST_FAMILY_NAME },
        { "Điện thoại cha", TV_LIST_GUARDIAN_PHONE },
        { "SĐT", TV_LIST_GUARDIAN_PHONE },
        { "Mã định danh Bộ GD&ĐT", TV_LIST_MINISTRY_CODE },
        { "Mã học sinh", TV_LIST_MINISTRY_CODE },
        { "Mã lớp", TV_LIST_CLASS },
        { "Nhóm/lớp", TV_LIST_CLASS },
        { "Ngày nhập trạng\nthái", TV_LIST_STATUS_DATE },
        { "Cân nặng (kg)", TV_LIST_WEIGHT },
        { "Cân nặng đợt 2", TV_LIST_WEIGHT },
        { "Chiều cao (cm) lần 1", TV_LIST_HEIGHT },
        { "CN (kg)", TV_LIST_WEIGHT },
        { "CC (cm)", TV_LIST_HEIGHT },
        { "Cân nặng lúc khám", TV_LIST_WEIGHT },
        { "Chiều cao đứng (cm)", TV_LIST_HEIGHT },
        { "Thể trọng hiện tại (kg)", TV_LIST_WEIGHT },
        { "Cân nặng (kg) đợt 2", TV_LIST_WEIGHT },
        { "Chiều cao (m)", TV_LIST_HEIGHT },
        { "Cân nặng lúc sinh (kg)", TV_LIST_NO_FIELD },
        { "Cân nặng sơ sinh", TV_LIST_NO_FIELD },
        { "Chiều cao cha (cm)", TV_LIST_NO_FIELD },
        { "BMI", TV_LIST_NO_FIELD },
        { "Họ tên BN", TV_LIST_NAME },
        { "Cân nặng theo tuổi", TV_LIST_NO_FIELD },
        { "Chiều cao/ chiều dài (cm)", TV_LIST_HEIGHT },
        { "Tình trạng dinh dưỡng", TV_LIST_NO_FIELD },
        { "Loại khuyết tật", TV_LIST_NO_FIELD },
        { "Địa chỉ", TV_LIST_NO_FIELD },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *parted = g_utf8_normalize (cases[i].header, -1, G_NORMALIZE_NFD);

        g_test_message ("%s", cases[i].header);
        g_assert_cmpint (tv_list_field_of_header (cases[i].header), ==, cases[i].field);
        g_assert_cmpint (tv_list_field_of_header (parted), ==, cases[i].field);
    }
}

static void
test_field_codes (void)
{
    for (int i = 0; i <= TV_LIST_N_FIELDS; i++) {
        TvListField field = TV_LIST_N_FIELDS;

        g_assert_true (tv_list_field_parse (tv_list_field_code ((TvListField) i), &field));
        g_assert_cmpint (field, ==, i);
        g_assert_cmpstr (tv_list_field_label (field), !=, "");
    }
}

static void
test_classes (void)
{
    static const struct {
        const char *title;
        const char *class_name; /* NULL: none */
    } cases[] = {
        { "LỚP NHÀ TRẺ D1", "NHÀ TRẺ D1" },
        { "THEO DÕI CÂN ĐO ĐỢT 1 (15/9/2026) - LỚP MẪU GIÁO BÉ C1", "MẪU GIÁO BÉ C1" },
        { "DANH SÁCH HỌC SINH LỚP 1A NĂM HỌC 2026 - 2027", "1A" },
        { "Lớp: 10A2 - Sĩ số: 45", "10A2" },
        { "Lớp 3B (GVCN: Nguyễn Thị Hoa)", "3B" },
        { "DANH SÁCH CÁC LỚP", NULL },
        { "Lớp học thân thiện", NULL },
        { "DANH SÁCH HỌC SINH NĂM HỌC 2026 - 2027", NULL },
        { "Nguyễn Văn Lợp", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *found = tv_list_title_class (cases[i].title);

        g_assert_cmpstr (found, ==, cases[i].class_name);
    }
}

static void
test_tidy_classes (void)
{
    static const char *const cases[][2] = {
        { "LỚP NHÀ TRẺ D1", "Nhà trẻ D1" },
        { "MẪU GIÁO BÉ C1", "Mẫu giáo bé C1" },
        { "Mẫu Giáo Bé C1", "Mẫu Giáo Bé C1" },
        { "LỚP 1A", "1A" },
        { "10A2", "10A2" },
        { "MGL A1", "MGL A1" },
        { "LÁ B", "Lá B" },
    };
    static const char *const sheets[][2] = {
        { "Nhà trẻ D1", "Nhà trẻ D1" },
        { "1A", "1A" },
        { "Lớp 5C", "5C" },
        { "Sheet1", NULL },
        { "DS lop", NULL },
        { "DanToc", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *tidy = tv_list_title_tidy_class (cases[i][0]);

        g_assert_cmpstr (tidy, ==, cases[i][1]);
    }
    for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
        g_autofree char *found = tv_list_title_sheet_class (sheets[i][0]);

        g_assert_cmpstr (found, ==, sheets[i][1]);
    }
}

static void
test_titles (void)
{
    TvDate day = tv_date_from_ymd (2026, 9, 15);

    g_assert_cmpint (tv_list_title_measuring_date ("CÂN ĐO ĐỢT 1 (15/9/2026)"), ==, day);
    g_assert_cmpint (tv_list_title_measuring_date ("Ngày cân: ngày 15 tháng 9 năm 2026"), ==, day);
    g_assert_cmpint (tv_list_title_measuring_date ("Hà Nội, ngày 15 tháng 9 năm 2026"), ==,
                     TV_DATE_NONE);
    g_assert_cmpint (tv_list_title_measuring_date ("Đợt 1 (31/02/2026)"), ==, TV_DATE_NONE);
    g_assert_cmpint (tv_list_title_round ("THEO DÕI CÂN ĐO ĐỢT 1 (15/9/2026)"), ==, 1);
    g_assert_cmpint (tv_list_title_round ("Cân đo đợt III năm học 2026-2027"), ==, 3);
    g_assert_cmpint (tv_list_title_round ("Danh sách lớp 1A"), ==, 0);
}

static void
test_dates (void)
{
    TvDate earliest = tv_date_from_ymd (1990, 1, 1), latest = tv_date_from_ymd (2026, 9, 15);
    static const struct {
        const char *text;
        TvListFaultCode fault;
    } cases[] = {
        { "27/07/2024", TV_LIST_FAULT_NONE },
        { "27-7-2024", TV_LIST_FAULT_NONE },
        { "45500", TV_LIST_FAULT_NONE },
        { "27/07/2024 00:00:00", TV_LIST_FAULT_NONE },
        { "2024-07-27", TV_LIST_FAULT_NONE },
        { "31/02/2018", TV_LIST_FAULT_NO_SUCH_DAY },
        { "07/27/2024", TV_LIST_FAULT_NO_SUCH_DAY },
        { "2018", TV_LIST_FAULT_NOT_A_DATE },
        { "mồng ba tết", TV_LIST_FAULT_NOT_A_DATE },
        { "31/12/1989", TV_LIST_FAULT_TOO_EARLY },
        { "16/09/2026", TV_LIST_FAULT_TOO_LATE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvDate date;

        g_test_message ("%s", cases[i].text);
        g_assert_cmpint (tv_list_value_date (cases[i].text, earliest, latest, &date), ==,
                         cases[i].fault);
        g_assert_cmpint (date, ==,
                         cases[i].fault == TV_LIST_FAULT_NONE ? tv_date_from_ymd (2024, 7, 27)
                                                              : TV_DATE_NONE);
    }
}

static void
test_sexes (void)
{
    TvSex sex;

    g_assert_cmpint (tv_list_value_sex ("NỮ", &sex), ==, TV_LIST_FAULT_NONE);
    g_assert_cmpint (sex, ==, TV_SEX_FEMALE);
    g_assert_cmpint (tv_list_value_sex ("01", &sex), ==, TV_LIST_FAULT_NONE);
    g_assert_cmpint (sex, ==, TV_SEX_MALE);
    g_assert_cmpint (tv_list_value_sex ("khác", &sex), ==, TV_LIST_FAULT_UNKNOWN_WORD);
    g_assert_cmpint (sex, ==, TV_SEX_UNKNOWN);
    g_assert_true (tv_list_value_is_mark ("x"));
    g_assert_false (tv_list_value_is_mark ("0"));
    g_assert_false (tv_list_value_is_mark (NULL));
}

static void
test_statuses (void)
{
    static const struct {
        const char *text;
        TvEnrolmentStatus status;
    } cases[] = {
        { "Đang học", TV_ENROLMENT_STUDYING },
        { "Chuyển đến kỳ 1", TV_ENROLMENT_ARRIVED },
        { "Chuyển đi", TV_ENROLMENT_MOVED_AWAY },
        { "Thôi học kỳ 2", TV_ENROLMENT_STOPPED },
        { "Nghỉ học xin học lại", TV_ENROLMENT_STUDYING },
    };
    TvEnrolmentStatus status;

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_assert_cmpint (tv_list_value_status (cases[i].text, &status), ==, TV_LIST_FAULT_NONE);
        g_assert_cmpint (status, ==, cases[i].status);
    }
    g_assert_cmpint (tv_list_value_status ("giỏi", &status), ==, TV_LIST_FAULT_UNKNOWN_WORD);
}

static void
test_quantities (void)
{
    static const struct {
        const char *text;
        TvQuantity quantity;
        TvListFaultCode fault;
        int value;
        double typed;
    } cases[] = {
        { "15,4", TV_QUANTITY_WEIGHT, TV_LIST_FAULT_NONE, 15400, 15.4 },
        { "15.45 kg", TV_QUANTITY_WEIGHT, TV_LIST_FAULT_NONE, 15450, 15.45 },
        { "112,5cm", TV_QUANTITY_HEIGHT, TV_LIST_FAULT_NONE, 1125, 112.5 },
        { "1036", TV_QUANTITY_HEIGHT, TV_LIST_FAULT_OUT_OF_RANGE, 0, 1036 },
        { "0.95", TV_QUANTITY_HEIGHT, TV_LIST_FAULT_OUT_OF_RANGE, 0, 0.95 },
        { "-3", TV_QUANTITY_WEIGHT, TV_LIST_FAULT_OUT_OF_RANGE, 0, -3 },
        { "0", TV_QUANTITY_WEIGHT, TV_LIST_FAULT_OUT_OF_RANGE, 0, 0 },
        { "9999999999", TV_QUANTITY_WEIGHT, TV_LIST_FAULT_OUT_OF_RANGE, 0, 9999999999.0 },
        { "15,4a", TV_QUANTITY_WEIGHT, TV_LIST_FAULT_NOT_A_NUMBER, 0, NAN },
        { "1e300", TV_QUANTITY_WEIGHT, TV_LIST_FAULT_NOT_A_NUMBER, 0, NAN },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        int value;
        double typed;

        g_assert_cmpint (tv_list_value_quantity (cases[i].text, cases[i].quantity, &value, &typed),
                         ==, cases[i].fault);
        g_assert_cmpint (value, ==, cases[i].value);
        if (isnan (cases[i].typed))
            g_assert_true (isnan (typed));
        else
            g_assert_cmpfloat (typed, ==, cases[i].typed);
    }
}

static void
test_names (void)
{
    static const char *const cases[][2] = { { "NGUYỄN  THỊ ÁNH ", "Nguyễn Thị Ánh" },
                                            { "Nguyễn thị Ánh", "Nguyễn thị Ánh" },
                                            { "Y", "Y" },
                                            { "H'RINA Niê", "H'RINA Niê" } };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *name = tv_list_value_name (cases[i][0]);

        g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

/* A refused row, corrected value by value until nothing stands against it. */
static void
test_correction (void)
{
    const char *texts[TV_LIST_N_FIELDS] = { NULL };
    guint columns[TV_LIST_N_FIELDS];
    TvListContext context = { "1A", tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, FALSE };
    g_autoptr (TvListRow) row = NULL;
    g_autoptr (TvListRow) dated = NULL;
    g_autoptr (TvListRow) named = NULL;

    for (guint i = 0; i < TV_LIST_N_FIELDS; i++)
        columns[i] = TV_LIST_NO_COLUMN;
    columns[TV_LIST_NAME] = 3;
    columns[TV_LIST_BIRTH_DATE] = 27;
    texts[TV_LIST_BIRTH_DATE] = "31/02/2018";
    texts[TV_LIST_SEX] = "Nữ";
    texts[TV_LIST_PERSONAL_NUMBER] = "000218123456";
    row = tv_list_row_new (0, 12, texts, columns, &context);
    g_assert_true (tv_list_row_is_refused (row));
    g_assert_cmpstr (tv_list_row_find_fault (row, TV_LIST_BIRTH_DATE)->column, ==, "AB");
    g_assert_cmpint (tv_list_row_find_fault (row, TV_LIST_NAME)->code, ==, TV_LIST_FAULT_MISSING);
    g_assert_cmpint (tv_list_row_find_fault (row, TV_LIST_PERSONAL_NUMBER)->code, ==,
                     TV_LIST_FAULT_OTHER_SEX);
    dated = tv_list_row_with (row, TV_LIST_BIRTH_DATE, "28/02/2018", context.today);
    g_assert_null (tv_list_row_find_fault (dated, TV_LIST_BIRTH_DATE));
    g_assert_true (tv_list_row_is_refused (dated));
    named = tv_list_row_with (dated, TV_LIST_NAME, "Lê Mai Phương", context.today);
    g_assert_false (tv_list_row_is_refused (named));
    g_assert_cmpstr (named->class_name, ==, "1A");
    g_assert_cmpuint (named->source_row, ==, 12);
    g_assert_cmpuint (named->n_faults, ==, 1);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/list-values/headers", test_headers);
    g_test_add_func ("/list-values/field-codes", test_field_codes);
    g_test_add_func ("/list-values/classes", test_classes);
    g_test_add_func ("/list-values/tidy-classes", test_tidy_classes);
    g_test_add_func ("/list-values/titles", test_titles);
    g_test_add_func ("/list-values/dates", test_dates);
    g_test_add_func ("/list-values/sexes", test_sexes);
    g_test_add_func ("/list-values/statuses", test_statuses);
    g_test_add_func ("/list-values/quantities", test_quantities);
    g_test_add_func ("/list-values/names", test_names);
    g_test_add_func ("/list-values/correction", test_correction);
    return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child's record as a file: that all of it comes back, and that whatever was done to the file it
 * is refused. */

#include "base/tv-envelope.h"
#include "exchange/tv-transfer-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAGIC "TamVoc child  \r\n"

static const TvKeyWrapCost little = { 1, 8 };

static void
add_visits (TvTransfer *transfer)
{
    TvReading readings[] = { { TV_QUANTITY_WEIGHT, 15400 },
                             { TV_QUANTITY_WEIGHT, 15500 },
                             { TV_QUANTITY_HEIGHT, 998 } };
    g_autoptr (TvMeasurement) measured
        = tv_measurement_new (&(TvMeasurement){ .uid = "01890000-0000-7000-8000-000000000002",
                                                .date = tv_date_from_ymd (2026, 9, 14),
                                                .position = TV_POSITION_STANDING,
                                                .weight_g = 15450,
                                                .height_mm = 998,
                                                .kept_reason = "cân hai lần",
                                                .note = "dòng một\ndòng \"hai\"",
                                                .readings = readings,
                                                .n_readings = G_N_ELEMENTS (readings) });
    g_autoptr (TvMeasurement) absent
        = tv_measurement_new (&(TvMeasurement){ .uid = "01890000-0000-7000-8000-000000000003",
                                                .date = tv_date_from_ymd (2027, 4, 14),
                                                .state = TV_MEASUREMENT_ABSENT,
                                                .excluded_reason = "nhầm" });
    TvTransferVisit *visit = tv_transfer_add_visit (transfer, measured);

    visit->round_name = g_strdup ("Đợt 1");
    visit->class_name = g_strdup ("4A");
    visit->clothing = TV_CLOTHING_COAT_OFF;
    visit->is_board_checked = TRUE;
    tv_transfer_add_visit (transfer, absent);
}

static TvTransfer *
make_transfer (void)
{
    g_autoptr (TvStudent) student
        = tv_student_new (&(TvStudent){ .uid = "01890000-0000-7000-8000-000000000001",
                                        .name = "Nguyễn Thử An",
                                        .sort_name = "An",
                                        .sex = TV_SEX_FEMALE,
                                        .birth_date = tv_date_from_ymd (2022, 5, 6),
                                        .personal_number = "000322000001",
                                        .notes = "dị ứng\nlạc" });
    TvTransfer *transfer
        = tv_transfer_new ("Trường mầm non Thử", tv_date_from_ymd (2026, 11, 20), student);
    TvTransferPlace *place = tv_transfer_add_place (transfer);

    place->first_year = 2026;
    place->class_name = g_strdup ("4A");
    place->grade = 4;
    place->status = TV_ENROLMENT_MOVED_AWAY;
    place->until = tv_date_from_ymd (2026, 11, 20);
    place->other_school = g_strdup ("Trường mầm non Khác");
    add_visits (transfer);
    return transfer;
}

static GBytes *
pack (const char *code)
{
    g_autoptr (TvTransfer) transfer = make_transfer ();
    g_autoptr (TvSecret) secret = code ? tv_secret_new_text (code) : NULL;
    g_autoptr (GError) error = NULL;
    GBytes *file = tv_transfer_file_pack (transfer, secret, little, &error);

    g_assert_no_error (error);
    return file;
}

/* The error's code, or -1. */
static int
try_unpack (GBytes *file, const char *code)
{
    g_autoptr (TvSecret) secret = code ? tv_secret_new_text (code) : NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvTransfer) transfer = tv_transfer_file_unpack (file, secret, &error);

    g_assert_cmpint (transfer != NULL, ==, error == NULL);
    if (!error)
        return -1;
    g_assert_true (error->domain == TV_TRANSFER_ERROR);
    return error->code;
}

static void
assert_comes_back (const char *code)
{
    g_autoptr (GBytes) file = pack (code);
    g_autoptr (TvSecret) secret = code ? tv_secret_new_text (code) : NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvTransfer) before = make_transfer ();
    g_autoptr (TvTransfer) after = tv_transfer_file_unpack (file, secret, &error);
    g_autofree char *written = tv_transfer_to_json (before);
    g_autofree char *again = NULL;

    g_assert_no_error (error);
    again = tv_transfer_to_json (after);
    g_assert_cmpstr (again, ==, written);
    g_assert_true (tv_student_equal (before->student, after->student));
    g_assert_cmpuint (after->visits->len, ==, 2);
}

static void
test_there_and_back (void)
{
    g_autoptr (GBytes) sealed = pack ("7K3QF");

    assert_comes_back (NULL);
    assert_comes_back ("7K3QF");
    g_assert_cmpint (try_unpack (sealed, NULL), ==, TV_TRANSFER_ERROR_CODE_NEEDED);
    g_assert_cmpint (try_unpack (sealed, "7K3QG"), ==, TV_TRANSFER_ERROR_WRONG_CODE);
}

static guint
turn_each_byte (GBytes *file, const char *code)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data (file, &size);
    guint n_refused = 0;

    for (gsize i = 0; i < size; i++) {
        for (guint bit = 0; bit < 8; bit += 7) {
            guint8 *copy = g_memdup2 (bytes, size);
            g_autoptr (GBytes) turned = g_bytes_new_take (copy, size);

            copy[i] ^= (guint8) (1u << bit);
            g_assert_cmpint (try_unpack (turned, code), ==,
                             i < TV_ENVELOPE_MAGIC_SIZE ? TV_TRANSFER_ERROR_OTHER
                                                        : TV_TRANSFER_ERROR_ALTERED);
            n_refused++;
        }
    }
    return n_refused;
}

static guint
cut_at_each_length (GBytes *file, const char *code)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data (file, &size);

    for (gsize n = 0; n < size; n++) {
        g_autoptr (GBytes) cut = g_bytes_new (bytes, n);

        g_assert_cmpint (try_unpack (cut, code), >=, 0);
    }
    return (guint) size;
}

static void
test_altered (void)
{
    g_autoptr (GBytes) plain = pack (NULL);
    g_autoptr (GBytes) sealed = pack ("7K3QF");
    guint n_turned = turn_each_byte (plain, NULL) + turn_each_byte (sealed, "7K3QF");
    guint n_cut = cut_at_each_length (plain, NULL) + cut_at_each_length (sealed, "7K3QF");
    g_autoptr (GBytes) longer = NULL;
    g_autoptr (GByteArray) bytes = g_byte_array_new ();

    g_byte_array_append (bytes, g_bytes_get_data (plain, NULL), (guint) g_bytes_get_size (plain));
    g_byte_array_append (bytes, (const guint8 *) "\n", 1);
    longer = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    g_assert_cmpint (try_unpack (longer, NULL), ==, TV_TRANSFER_ERROR_ALTERED);
    g_test_message ("refused: %u files with one bit turned, %u cut short", n_turned, n_cut);
}

static int
try_text (const char *text)
{
    g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
    g_autoptr (GBytes) file = tv_envelope_close (MAGIC, content, NULL, little);

    return try_unpack (file, NULL);
}

/* Whoever makes a file by hand, with a good digest. */
static void
assert_refused_with (const char *old, const char *new, int code)
{
    g_autoptr (TvTransfer) transfer = make_transfer ();
    g_autofree char *text = tv_transfer_to_json (transfer);
    g_auto (GStrv) parts = g_strsplit (text, old, 2);
    g_autofree char *changed = NULL;

    g_assert_cmpuint (g_strv_length (parts), ==, 2);
    changed = g_strjoinv (new, parts);
    g_assert_cmpint (try_text (changed), ==, code);
}

static void
test_made_by_hand (void)
{
    const int broken = TV_TRANSFER_ERROR_BROKEN;
    g_autofree char *brackets = g_strnfill (300000, '[');
    g_autofree char *hidden = g_strconcat ("{\"a\": '\"', \"b\": ", brackets, NULL);
    g_autofree char *commented = g_strconcat ("/* \" */", brackets, NULL);

    assert_refused_with ("\"version\" : 1", "\"version\" : 2", TV_TRANSFER_ERROR_NEWER);
    assert_refused_with ("\"version\" : 1", "\"version\" : 0", broken);
    assert_refused_with ("tamvoc-transfer", "transfer", broken);
    assert_refused_with ("15450", "-1", broken);
    assert_refused_with ("15450", "15.45", broken);
    assert_refused_with ("15450", "99999999999", broken);
    assert_refused_with ("15450", "\"15450\"", broken);
    assert_refused_with ("2026-09-14", "2026-02-30", broken);
    assert_refused_with ("2026-09-14", "0026-02-03", broken);
    assert_refused_with ("000000000003", "000000000002", broken);
    assert_refused_with ("000000000003", "' OR 1=1 --", broken);
    assert_refused_with ("Nguyễn Thử An", "", broken);
    assert_refused_with ("Nguyễn Thử An", "\\ud800", broken);
    assert_refused_with ("\"absent\"", "\"gone\"", broken);
    assert_refused_with ("\"absent\"", "{\"absent\":1}", broken);
    g_assert_cmpint (try_text (""), ==, broken);
    g_assert_cmpint (try_text ("[]"), ==, broken);
    g_assert_cmpint (try_text ("{}"), ==, broken);
    g_assert_cmpint (try_text (brackets), ==, broken);
    g_assert_cmpint (try_text (hidden), ==, broken);
    g_assert_cmpint (try_text (commented), ==, broken);
}

static void
test_files (void)
{
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-transfer-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "An.TAMVOC-Transfer", NULL);
    g_autofree char *large = g_malloc0 (tv_envelope_max_size () + 1);
    g_autoptr (GBytes) file = pack (NULL);
    g_autoptr (GBytes) read = NULL;
    g_autoptr (GError) error = NULL;
    GStatBuf status;

    g_assert_true (tv_transfer_file_is_named_so (path));
    g_assert_false (tv_transfer_file_is_named_so (folder));
    g_assert_true (tv_transfer_file_write (file, path, &error));
    g_assert_cmpint (g_stat (path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    read = tv_transfer_file_read (path, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (read, file));
    g_file_set_contents (path, large, (gssize) tv_envelope_max_size () + 1, &error);
    g_assert_null (tv_transfer_file_read (path, NULL, &error));
    g_assert_error (error, TV_TRANSFER_ERROR, TV_TRANSFER_ERROR_OTHER);
    g_clear_error (&error);
    /* Where nothing can be written nothing is left behind. */
    g_assert_false (tv_transfer_file_write (file, "/proc/nowhere/An.tamvoc-transfer", &error));
    g_assert_nonnull (error);
    g_unlink (path);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/transfer-file/there-and-back", test_there_and_back);
    g_test_add_func ("/transfer-file/altered", test_altered);
    g_test_add_func ("/transfer-file/made-by-hand", test_made_by_hand);
    g_test_add_func ("/transfer-file/files", test_files);
    return g_test_run ();
}

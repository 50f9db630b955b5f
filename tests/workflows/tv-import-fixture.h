/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tv-test-book.h"
#include "workflows/tv-import-reading.h"

G_BEGIN_DECLS

#define LIST_HEADER "Lớp;Họ và tên;Ngày sinh;Giới tính;Mã học sinh;Số định danh;Trạng thái\n"

#define SHEET_TITLE "CÂN ĐO ĐỢT 2 (18/9/2026) - LỚP 3A\n"
#define SHEET_HEADER "STT;Họ và tên;Ngày sinh;Giới tính;Cân nặng;Chiều cao;Ghi chú\n"

/* A book with children, and a list that is brought into it. Today is 21 September 2026. */
typedef struct {
    TvTestBook *book;
    char *path;
    TvImportOptions options;
} TvImportFixture;

void tv_import_fixture_add (const char *path, void (*test) (TvImportFixture *, gconstpointer));

TvImportPlan *tv_import_fixture_plan (TvImportFixture *self, const char *text);
void tv_import_fixture_apply (TvImportPlan *plan);
void tv_import_fixture_import (TvImportFixture *self, const char *text);

TvImportVerdict tv_import_fixture_verdict (TvImportPlan *plan, guint index);
void tv_import_fixture_assert_remark (TvImportPlan *plan, guint index, const char *field);

/* Of one of the book's four children. */
TvStudent *tv_import_fixture_student (TvImportFixture *self, guint index);
GPtrArray *tv_import_fixture_enrolments (TvImportFixture *self, guint index);
GPtrArray *tv_import_fixture_measurements (TvImportFixture *self, guint index);

G_END_DECLS

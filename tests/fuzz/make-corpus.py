#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small files from which fuzzing starts: one of each kind that a reader knows.

Usage: make-corpus.py [CORPUS-FOLDER]

The children are made up. Files that were found by fuzzing stand beside these, under names that begin
with "found-", and are left alone. The books are made of the fixture of a book of version 1.
"""
import base64
import hashlib
import io
import json
import pathlib
import sqlite3
import struct
import sys
import tempfile
import zipfile

import office_corpus

LIST = """STT;Lớp;Họ và tên;Ngày sinh;Giới tính;Số định danh
1;1A;Dương Thử Giang;04/04/2020;Nữ;000320000001
2;1A;"Trịnh ""Bi"" Kiên";30/11/2020;Nam;000220000002

Cộng: 2 học sinh
"""
WEIGHING = """Trường tiểu học Thử Nghiệm,,,,,
DANH SÁCH CÂN ĐO LỚP 1A NĂM HỌC 2026-2027 ĐỢT 1 ngày 14/9/2026,,,,,
STT,Họ và tên,Ngày sinh,Nam,Nữ,Cân nặng (kg),Chiều cao (cm),Ghi chú
1,Lê Thử An,5/9/2020,x,,"19,5","1m12",
2,Phạm Thử Cúc,29/2/2020,,x,18.2,110.5,ốm
3,Võ Thử Đào,2020,,x,vắng,,
,,,,Hiệu trưởng,,,
"""
CODES = """STT\tHọ tên trẻ\tSinh ngày\tPhái\tMã định danh Bộ GD&ĐT\tDân tộc\tHọ tên mẹ\tSĐT
1\tTrần Thử Bảo\t2023-01-10\tM\t7912345678\tKinh\tTrần Thị Thử\t0900000001
"""
TCVN3 = (
    "STT|L\u00edp|H\u00e4 v\u00b5 t\u00aan|Ng\u00b5y sinh|Gi\u00edi t\u00ddnh\n"
    "1|1A|Nguy\u00d4n Th\u00de \u00b8nh|04/14/2020|N\u00f7\n"
    "2|1\u00a7|\u00a7\u00e7 V\u00a8n T\u00f3|43925|Nam\n"
)
VNI = (
    "STT,L\u00f4\u00f9p,Ho\u00ef va\u00f8 te\u00e2n,Nga\u00f8y sinh\n"
    "1,1A,Nguye\u00e3n Th\u00f2 H\u00f6\u00f4\u00f8ng,5-9-20\n"
    "2,1A,\u00d1A\u00cbNG VA\u00caN \u00d1\u00d6\u00d9C,5 9 2020\n"
)
DATES = """TT;Họ và tên;Ngày sinh;Ngày cân;CN;CC
1;Lê Thử An;ngày 5 tháng 9 năm 2020;9/25/26;19,5;112
2;Lê Thử Bá;05-Sep-20;2026-09-14T00:00:00;19;111
3;Lê Thử Cả;5092020;43925,5;18;110
"""
MEASURES = "sex,age_days,weight_kg,height_cm,measured,oedema\n"


def csv_files():
    yield "list-utf8-mark.csv", b"\xef\xbb\xbf" + LIST.encode()
    yield "list-utf16.csv", b"\xff\xfe" + LIST.encode("utf-16-le")
    yield "list-utf16-without-mark.csv", LIST.encode("utf-16-be")
    yield "list-windows-1258.csv", "STT;Ho va tên;Ngày sinh\n1;Lê An;5/9/2020\n".encode("cp1258")
    yield "list-tcvn3.csv", b"STT;H\xe4 v\xb5 t\xaan;Ng\xb5y sinh\n1;B\xb6o;5/9/2020\n"
    yield "list-tcvn3-names.csv", TCVN3.encode("latin-1")
    yield "list-vni.csv", VNI.encode("latin-1")
    yield "list-mixed.csv", (TCVN3 + VNI + LIST).encode()
    yield "dates.csv", DATES.encode()
    yield "weighing.csv", WEIGHING.encode()
    yield "weighing-crlf.csv", WEIGHING.replace("\n", "\r\n").encode()
    yield "codes.tsv", CODES.encode()
    yield "sep.csv", b"sep=|\r\nSTT|H\xe1\xbb\x8d t\xc3\xaan|Ng\xc3\xa0y sinh\r\n1|An|1/2/2021\r\n"
    yield "open-quote.csv", LIST.replace('"Trịnh', '"""Trịnh').encode()
    yield "page.xls", b"<html><table><tr><td>STT</td></tr></table></html>"
    yield "locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + utf16_entry(
        "EncryptedPackage"
    )


def utf16_entry(name):
    return name.encode("utf-16-le").ljust(128, b"\0")


def growth_files():
    yield "days.csv", (MEASURES + "m,1200,14.5,97.5,h,n\nf,60,,58,l,y\n").encode()
    yield "dates.csv", (
        "id;sex;birth_date;visit_date;weight_kg;height_cm\n"
        "a-1;M;2023-01-10;2026-09-14;15,4;99,8\n"
        "a-2;F;2020-02-29;2026-09-14;;112\n"
    ).encode()
    yield "months-quoted.csv", (
        '\ufeffid,sex,age_months,weight_kg,height_cm\r\n"1, ""x""",1,131.5,31.25,139.9\r\n'
        "2,2,61,17,105\r\n"
    ).encode()
    yield "bad-rows.csv", (
        MEASURES + 'x,1,1,1,1,1\nm,-1,10,80\nm,100,1000,80,,\nm,100,9,1.1,,\nm,"open,1\nm,1\n'
        "f,100,1e5,999999999999999999999\nm,3,15,4,99,8,7,6"
    ).encode()
    yield "across-buffer.csv", b"\xfe\x09\x00" + (MEASURES + 'm,1200,"14.5",97.5\n').encode()


TYPES = "<Types/>"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    f'<Relationships><Relationship Id="rId1" Target="xl/workbook.xml" Type="{OFFICE}/officeDocument"/>'
    "</Relationships>"
)
WORKBOOK = (
    '<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets>'
    '<sheet name="1A" sheetId="1" r:id="rId1"/>'
    '<sheet name="Ghi chú" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>'
)
BOOK_RELATIONS = (
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/>'
    '<Relationship Id="rId3" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    '<Relationship Id="rId4" Type="x/styles" Target="./../xl/styles.xml"/></Relationships>'
)
STRINGS = (
    "<sst><si><t>Họ và tên</t></si><si><r><t>Ngày </t></r><r><t>sinh</t></r></si>"
    '<si><t>Lê_x000D_An</t><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>Cân nặng</t></si></sst>'
)
OLD_STYLES = (
    '<styleSheet><fonts><font><name val="Calibri"/></font><font><name val=".VnTimeH"/></font><font>'
    '<name val="VNI-Times"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/>'
    '<xf fontId="9"/></cellXfs></styleSheet>'
)
OLD_SHEET = (
    '<worksheet><sheetData><row r="1"><c r="A1" t="str" s="1"><v>H\u00e4 v\u00b5 t\u00aan</v></c>'
    '<c r="B1" t="str" s="2"><v>Nga\u00f8y sinh</v></c></row><row r="2" hidden="1">'
    '<c r="A2" t="str" s="1"><v>nguy\u00d4n t\u00f3</v></c><c r="B2" s="3"><v>42463</v></c></row>'
    "</sheetData></worksheet>"
)
STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd\\/mm\\/yyyy;@"/>'
    '<numFmt numFmtId="165" formatCode="0.0&quot; kg&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs>'
    "</styleSheet>"
)
SHEET = (
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    '<c r="C1" t="s"><v>3</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c>'
    '<c r="B2" s="1"><v>44079</v></c><c r="C2" s="3"><f>A1</f><v>19.5</v></c></row>'
    '<row><c t="inlineStr"><is><t>Võ Thử</t></is></c><c t="d"><v>2020-09-05T00:00:00</v></c>'
    '<c><f>1/0</f></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="str"><v>a</v></c></row>'
    "</sheetData></worksheet>"
)
OTHER_SHEET = "<x:worksheet xmlns:x='m'><x:sheetData/></x:worksheet>"


def good_parts():
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": BOOK_RELATIONS,
        "xl/worksheets/sheet1.xml": SHEET,
        "xl/worksheets/sheet2.xml": OTHER_SHEET,
        "xl/sharedStrings.xml": STRINGS,
        "xl/styles.xml": STYLES,
    }


def hostile_parts():
    """Name of the case to the parts that differ from the good ones."""
    outside = BOOK_RELATIONS.replace("worksheets/sheet2.xml", "../../../../etc/hostname")
    yield "relation-outside", {"xl/_rels/workbook.xml.rels": outside}
    external = BOOK_RELATIONS.replace(
        'Target="worksheets/sheet2.xml"', 'TargetMode="External" Target="file:///etc/hostname"'
    )
    yield "relation-external", {"xl/_rels/workbook.xml.rels": external}
    yield "entity", {
        "xl/sharedStrings.xml": '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        "<sst><si><t>&a;</t></si></sst>"
    }
    yield "nested", {"xl/worksheets/sheet1.xml": "<a>" * 300 + "</a>" * 300}
    yield "mac-dates", {"xl/workbook.xml": WORKBOOK.replace('date1904="0"', 'date1904="true"')}
    yield "old-fonts", {
        "xl/styles.xml": OLD_STYLES,
        "xl/worksheets/sheet1.xml": OLD_SHEET,
        "xl/workbook.xml": WORKBOOK.replace('date1904="0"', 'date1904="1"'),
    }
    yield "far-cells", {
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1048576'><c r='XFD1048576'>"
        "<v>1e308</v></c></row></sheetData></worksheet>"
    }


def parts_files():
    for name, parts in [("good", {}), *hostile_parts()]:
        all_parts = good_parts() | parts
        text = "".join(f"%{path}\n{part}\n" for path, part in all_parts.items())
        yield f"{name}.txt", text.encode()


def zipped(parts, compression):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for path, text in parts:
            archive.writestr(zipfile.ZipInfo(path, (2026, 9, 1, 0, 0, 0)), text, compression)
    return file.getvalue()


def xlsx_files():
    good = list(good_parts().items())
    yield "good.xlsx", zipped(good, zipfile.ZIP_DEFLATED)
    yield "stored.xlsx", zipped(good, zipfile.ZIP_STORED)
    yield "turned-slashes.xlsx", zipped([(p.replace("/", "\\"), t) for p, t in good], 8)
    yield "outside.xlsx", zipped([("../../../etc/x.xml", "<a/>"), ("/etc/y.xml", "<a/>"), *good], 8)
    yield "open-document.ods", zipped(
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")], 0
    )
    yield "letter.docx", zipped([("[Content_Types].xml", TYPES), ("word/document.xml", "<a/>")], 8)
    yield "long-part.xlsx", zipped([*good, ("xl/worksheets/sheet3.xml", " " * 2000000)], 8)
    yield "empty.zip", zipped([], 8)


APPLICATION_ID = 0x54566F63
TESTS = pathlib.Path(__file__).parent.parent
SMALLEST_PAGE = 512
HAS_JOURNAL, IS_JOURNAL_MENDED = 1, 2

# The many targets would make every input five times as long.
SHORTEN = """
DELETE FROM change_entry WHERE table_name = 'target';
DELETE FROM target;
"""

# Each is what a hostile book may have in its schema.
HOSTILE = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON student BEGIN DELETE FROM student; END",
    "view": "CREATE VIEW school AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    " SELECT i FROM n",
    "virtual": "CREATE VIRTUAL TABLE class USING fts5 (name)",
    "generated": "CREATE TABLE round (id INTEGER PRIMARY KEY, x AS (hex (zeroblob (id))))",
    "index": "CREATE INDEX i ON student (hex (zeroblob (id)))",
}


def book_input(book, journal=b"", flags=0):
    return struct.pack("<BH", flags, len(book) // SMALLEST_PAGE) + book + journal


def open_new(path):
    book = sqlite3.connect(path, isolation_level=None)
    book.execute(f"PRAGMA page_size = {SMALLEST_PAGE}")
    return book


def old_book(path):
    book = open_new(path)
    book.executescript((TESTS / "fixtures/store/book-0001.sql").read_text(encoding="utf-8"))
    book.executescript(SHORTEN)
    book.execute("VACUUM")
    book.close()
    return path


def climb(path):
    """Makes an old book one of today."""
    book = sqlite3.connect(path, isolation_level=None)
    scripts = sorted((TESTS.parent / "data/schema/sqlite").glob("*.sql"))
    for version, script in enumerate(scripts, 1):
        if version > 1:
            book.executescript(script.read_text(encoding="utf-8"))
            book.execute("INSERT INTO schema_version VALUES (?, '0')", [version])
            book.execute(f"PRAGMA user_version = {version}")
    book.close()
    return path


def with_journal(path):
    """The book and its journal while somebody has it open."""
    book = sqlite3.connect(path, isolation_level=None)
    book.execute("PRAGMA journal_mode = WAL")
    book.execute("UPDATE student SET name = 'Lê Thử An' WHERE id = 1")
    book.execute("INSERT INTO setting VALUES (1, 'x', 1, 'round-month', '9')")
    content = path.read_bytes(), path.with_name("book.db-wal").read_bytes()
    book.close()
    return content


def hostile_book(path, sql):
    book = open_new(path)
    book.execute("CREATE TABLE student (id INTEGER PRIMARY KEY, name TEXT) STRICT")
    book.execute(sql)
    book.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    book.execute("PRAGMA user_version = 1")
    book.close()
    return path.read_bytes()


def book_files():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path = old_book(folder / "book.db")
        yield "old.bin", book_input(path.read_bytes())
        book, journal = with_journal(climb(path))
        yield "journal.bin", book_input(book, journal, HAS_JOURNAL)
        yield "journal-alone.bin", book_input(b"", journal, HAS_JOURNAL | IS_JOURNAL_MENDED)
        for case, sql in HOSTILE.items():
            yield f"hostile-{case}.bin", book_input(hostile_book(folder / case, sql))
    yield "empty.bin", book_input(b"")
    yield "letter.bin", book_input(b"Dear school, this is not a record book.")


def sealed(book, keys=b"", version=1, n_keys=None):
    """A backup with its seal, as src/store/tv-backup-seal.c has it."""
    digest = hashlib.blake2b(book + keys, digest_size=32).digest()
    n_keys = len(keys) if n_keys is None else n_keys
    return book + keys + digest + struct.pack("<QII", len(book), n_keys, version) + (
        b"TamVoc backup \r\n"
    )


def backup_files():
    keys = dict(key_ring_files())["good"]
    with tempfile.TemporaryDirectory() as name:
        path = climb(old_book(pathlib.Path(name) / "book.db"))
        book = path.read_bytes()
        small = hostile_book(pathlib.Path(name) / "small", "CREATE TABLE setting (id)")
    yield "whole", b"\0\0" + sealed(book)
    yield "with-keys", b"\0\0" + sealed(small, keys)
    yield "unsealed", b"\0\0" + small
    yield "anew", b"\1\x08" + b"[book]\n\n" + small
    yield "newer", b"\0\0" + sealed(small, keys, 2)
    yield "greedy", b"\0\0" + sealed(small, keys, 1, 0xFFFFFFFF)
    yield "noise", b"\0\0" + sealed(hashlib.shake_128(b"noise").digest(1024), keys)


TRANSFER = {
    "format": "tamvoc-transfer",
    "version": 1,
    "school": "Trường mầm non Thử",
    "written_on": "2026-11-20",
    "student": {
        "uid": "01890000-0000-7000-8000-000000000001",
        "name": "Nguyễn Thử An",
        "sex": "F",
        "birth_date": "2022-05-06",
        "personal_number": "000322000001",
        "notes": "dị ứng\nlạc",
    },
    "classes": [
        {"year": 2026, "class": "4A", "grade": 4, "status": "moved-away", "until": "2026-11-20"}
    ],
    "measurements": [
        {
            "uid": "01890000-0000-7000-8000-000000000002",
            "date": "2026-09-14",
            "round": "Đợt 1",
            "clothing": "light",
            "scale_checked": True,
            "position": "H",
            "state": "measured",
            "weight_g": 15450,
            "height_mm": 998,
            "oedema": False,
            "readings": [{"weight_g": 15400}, {"weight_g": 15500}, {"height_mm": 998}],
        }
    ],
}


def envelope(content, version=1, kind=0, key=b""):
    """An envelope with a good digest, as src/base/tv-envelope.c has it."""
    head = b"TamVoc child  \r\n" + struct.pack("<IIQ", version, kind, len(content)) + key
    body = head + content + (bytes(16) if kind else b"")
    return body + hashlib.blake2b(body, digest_size=32).digest()


def transfer_files():
    text = json.dumps(TRANSFER, ensure_ascii=False).encode()
    key = struct.pack("<II", 1, 8) + bytes(range(16 + 24 + 48 + 24))
    yield "text", b"\x01" + text
    yield "text-behind-code", b"\x03" + text
    yield "text-newer", b"\x01" + text.replace(b'"version": 1', b'"version": 2')
    yield "text-deep", b"\x01" + b"[" * 5000
    yield "text-hidden-quote", b"\x01{'\"': " + b"[" * 500
    yield "file", b"\x00" + envelope(text)
    yield "file-newer", b"\x00" + envelope(text, version=2)
    yield "file-sealed", b"\x02" + envelope(text, kind=1, key=key)
    yield "file-cut", b"\x00" + envelope(text)[:-40]


def key_slot(group, label, passes=3, memory_kib=65536, n_salt=16):
    lines = [f"[{group}]"] + ([f"label={label}"] if label else [])
    lines += [f"passes={passes}", f"memory-kib={memory_kib}"]
    for name, size in (("salt", n_salt), ("nonce", 24), ("key", 48)):
        lines.append(f"{name}={base64.b64encode(bytes(range(size))).decode()}")
    return "\n".join(lines) + "\n\n"


def key_ring_files():
    head = "[book]\nformat=1\nuid=00000000-0000-4000-8000-000000000000\n\n"
    nurse = key_slot("person 00000000-0000-4000-8000-000000000001", "Nhân viên y tế")
    recovery = key_slot("recovery", None)
    yield "good", (head + nurse + recovery).encode()
    yield "newer", head.replace("format=1", "format=2").encode()
    yield "costly", (head + key_slot("recovery", None, 4294967295, 99999999)).encode()
    yield "short-salt", (head + key_slot("person x", "x", n_salt=3)).encode()
    yield "twice", (head + nurse + nurse.replace("Nhân viên", "\\s\\nY") + recovery * 2).encode()


def paste_files():
    yield "order.txt", "15,4\t101,2\r\n15,6\t101,4\r\n\r\n".encode()
    yield "names.txt", (
        "STT\tHọ và tên\tNgày sinh\tCân nặng\tChiều cao\tGhi chú\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\n"
        "1\tNguyễn Gia Bảo\t01/05/2022\t68,4-53,1\t1,012\t\n2\tTran Khanh Am\t44683\tvắng\t\tốm\n"
    ).encode()
    yield "quoted.txt", '"Trần Khánh\n An"\t"15,6 kg"\n"Bi" Bảo\t"1012\n'.encode()


KINDS = {
    "backup": backup_files,
    "book": book_files,
    "csv": csv_files,
    "growth-rows": growth_files,
    "key-ring": key_ring_files,
    "ods": office_corpus.ods_files,
    "paste": paste_files,
    "transfer": transfer_files,
    "xls": office_corpus.xls_files,
    "xls-process": office_corpus.xls_whole_files,
    "xls-stream": office_corpus.xls_stream_files,
    "xlsx": xlsx_files,
    "xlsx-parts": parts_files,
}


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "corpus"
    for kind, files in KINDS.items():
        folder = root / kind
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files():
            # A journal differs each time: what is to be made anew is removed first.
            if not (folder / name).exists():
                (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument tables and old Excel workbooks, piece by piece, for make-corpus.py."""
import struct

MIME_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = """<s:font-face s:name="F1" f:font-family="'.VnTime'"/>
<s:style s:name="ta1" s:family="table"><s:table-properties t:display="false"/></s:style>
<s:style s:name="ce1" s:family="table-cell" s:parent-style-name="ce2"><s:text-properties s:font-name="F1"/></s:style>
<s:style s:name="ce2" s:family="table-cell" s:parent-style-name="ce1"/>
<s:style s:name="T1" s:family="text"><s:text-properties f:font-family="VNI-Times"/></s:style>"""
TABLES = """<t:table t:name="Lớp 1A"><t:table-column t:number-columns-repeated="3" t:default-cell-style-name="ce1"/>
<t:table-header-rows><t:table-row><t:table-cell><x:p>STT</x:p></t:table-cell>
<t:table-cell><x:p>Họ và tên</x:p></t:table-cell><t:table-cell><x:p>Ngày sinh</x:p></t:table-cell>
<t:table-cell><x:p>Cân nặng</x:p></t:table-cell></t:table-row></t:table-header-rows>
<t:table-row><t:table-cell o:value-type="float" o:value="1"/>
<t:table-cell t:style-name="ce1"><o:annotation><x:p>a</x:p></o:annotation><x:p>Lê <x:s x:c="2"/><x:span x:style-name="T1">An</x:span></x:p></t:table-cell>
<t:table-cell o:value-type="date" o:date-value="2020-09-05T00:00:00"/>
<t:table-cell t:formula="of:=1" o:value-type="float" o:value="18.5"/></t:table-row>
<t:table-row t:number-rows-repeated="2" t:visibility="filter"><t:table-cell t:formula="of:=A1"/>
<t:table-cell t:number-columns-repeated="2" o:value-type="boolean" o:boolean-value="true"/>
<t:covered-table-cell o:value-type="time" o:time-value="PT07H30M00S"/></t:table-row>
</t:table><t:table t:name="Tra cứu" t:style-name="ta1"/>"""


def content(tables, styles=STYLES):
    return (
        '<o:document-content xmlns:o="o" xmlns:t="t" xmlns:x="x" xmlns:s="s" xmlns:f="f">'
        f"{styles}<o:body><o:spreadsheet>{tables}</o:spreadsheet></o:body></o:document-content>"
    )


def ods_files():
    """Parts behind lines with their paths, as fuzz-parts.c packs them."""
    cell = "<t:table-cell {}><x:p>a</x:p></t:table-cell>"
    kinds = {
        "good": content(TABLES),
        "many-rows": content(
            "<t:table><t:table-row t:number-rows-repeated='1048576'>"
            + cell.format("t:number-columns-repeated='16384'")
            + "</t:table-row></t:table>"
        ),
        "far-cells": content(
            "<t:table><t:table-row t:number-rows-repeated='4294967295'><t:table-cell "
            "t:number-columns-repeated='18446744073709551615'/>" + cell.format("")
            + "</t:table-row></t:table>"
        ),
        "spaces": content(TABLES.replace('x:c="2"', 'x:c="99999999999"')),
        "nested": content("<t:table>" + "<t:table-row-group>" * 300),
        "entity": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
    }
    for name, part in kinds.items():
        yield f"{name}.txt", f"%mimetype\n{MIME_TYPE}\n%content.xml\n{part}\n".encode()
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    yield "locked.txt", f"%META-INF/manifest.xml\n{manifest}\n%content.xml\n\x01\x02\n".encode()
    shared = f"<a xmlns:s='s' xmlns:f='f' xmlns:t='t'>{STYLES}</a>"
    yield "styles.txt", f"%styles.xml\n{shared}\n%content.xml\n{content(TABLES, '')}\n".encode()


def record(kind, layout="", *values):
    body = b"".join(
        value if isinstance(value, bytes) else struct.pack("<" + letter, value)
        for letter, value in zip(layout, values)
    )
    return struct.pack("<HH", kind, len(body)) + body


def shared_records(date_mode=0):
    font = lambda name: record(0x31, "HQIHs", 200, 0, 0, len(name), name)  # noqa: E731
    style = lambda font, code: record(0xE0, "HHQQ", font, code, 0, 0)  # noqa: E731
    texts = [b"STT", "Họ và tên".encode("utf-16-le"), b"", b"An"]
    return (
        record(0x22, "H", date_mode)
        + record(0x42, "H", 1200)
        + b"".join(font(name) for name in (b"Arial", b"Arial", b"Arial", b"Arial", b".VnTime"))
        + record(0x41E, "HHBs", 164, 10, 0, b"dd/mm/yyyy")
        + style(0, 0) + style(0, 164) + style(5, 14)
        + record(0xFC, "IIHBsHBs", 5, 5, 3, 0, texts[0], 9, 1, texts[1])
        + record(0x3C, "HBHBHs", 0, 0, 6, 8, 1, b"Ho")
        + record(0x3C, "Bss", 1, "àngx".encode("utf-16-le"), bytes(4))
        + record(0x3C, "HBs", 2, 0, b"An")
    )


def cell_records():
    cell = lambda kind, column, style, layout, *values: record(  # noqa: E731
        kind, "HHH" + layout, 1, column, style, *values
    )
    return (
        record(0x200, "IIHHH", 0, 9, 0, 9, 0)
        + record(0x208, "HHHHHHHH", 1, 0, 9, 255, 0, 0, 0x120, 15)
        + cell(0xFD, 0, 0, "I", 1) + cell(0xFD, 1, 2, "I", 3)
        + cell(0x203, 2, 1, "d", 44079.5) + cell(0x27E, 3, 0, "I", 1655 << 2 | 3)
        + record(0xBD, "HHHIHIH", 2, 0, 0, 6, 1, 10, 1)
        + cell(0x204, 4, 0, "HBs", 2, 0, b"An") + cell(0x205, 5, 0, "BB", 42, 1)
        + cell(6, 6, 0, "dHIH", 1.5, 0, 0, 0)
        + cell(6, 7, 0, "QHIH", 0xFFFF << 48, 0, 0, 0) + record(0x207, "HBs", 2, 0, b"1A")
        + cell(6, 8, 0, "QHIH", 0xFFFF << 48 | 3, 0, 0, 0)
    )


def workbook(shared, *sheets, version=0x600):
    heads = [record(0x85, "IBBBBs", 0, i & 1, 0, 3, 0, b"L1A") for i, _ in enumerate(sheets)]
    at = 8 + len(shared) + sum(map(len, heads)) + 4
    stream = record(0x809, "HH", version, 5) + shared
    for i, sheet in enumerate(sheets):
        stream += record(0x85, "IBBBBs", at, i & 1, 0, 3, 0, b"L1A")
        at += 8 + len(sheet) + 4
    stream += record(0x0A)
    return stream + b"".join(
        record(0x809, "HH", version, 0x10) + sheet + record(0x0A) for sheet in sheets
    )


def compound(stream, name="Workbook"):
    """A compound file with one stream, in small sectors if it is shorter than 4,096 bytes."""
    entry = lambda name, kind, first, size: struct.pack(  # noqa: E731
        "<64sHBB12I3I", name.encode("utf-16-le"), 2 * len(name) + 2, kind, 1, *[0] * 12,
        first, size, 0,
    )
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    is_small = len(stream) < 4096
    n = -(-len(stream) // 512)
    small = list(range(1, -(-len(stream) // 64))) + [end]
    chain = list(range(4, n + 3)) + [end]
    table = [0xFFFFFFFD, end, end] + chain
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack(
        "<HHHHH6x6I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 2
    )
    header += struct.pack("<3I", 1, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    directory = entry("Root Entry", 5, 3 if is_small else end, n * 512)
    directory += entry(name, 2, 0 if is_small else 3, len(stream)) + bytes(256)
    pad = lambda words: struct.pack("<128I", *(words + [free] * 128)[:128])  # noqa: E731
    return header + pad(table) + directory + pad(small) + stream.ljust(n * 512, b"\0")


def xls_whole_files():
    good = workbook(shared_records(), cell_records(), b"")
    yield "good.xls", compound(good)
    yield "long.xls", compound(workbook(shared_records(1), cell_records() * 12))
    yield "letter.doc", compound(good, "WordDocument")


def xls_files():
    """Whole files, and streams as they lie in them, in which a changed byte reaches further."""
    good = workbook(shared_records(), cell_records(), b"")
    yield from xls_whole_files()
    yield "good.stream", good
    yield "locked.stream", workbook(record(0x2F, "HHH", 1, 1, 1), b"")
    yield "excel-95.stream", workbook(
        record(0x42, "H", 1258), record(0x204, "HHHHs", 0, 0, 0, 2, b"\xd0n"), version=0x500
    )
    yield "one-place.stream", good.replace(b"L1A", b"L1B", 1) * 2
    yield "huge.stream", workbook(b"", record(0x200, "IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0))


def piece(letter, layout="", *values):
    body = b"".join(
        struct.pack("<I", len(value)) + value
        if isinstance(value, bytes)
        else struct.pack("<" + kind, value)
        for kind, value in zip(layout, values)
    )
    return letter.encode() + body


def xls_stream_files():
    """What tamvoc-xls-reader tells, right and wrong."""
    head = b"tamvoc-xls 1\n"
    good = (
        piece("M", "B", 0) + piece("X", "Hss", 0, b"", b"Arial")
        + piece("X", "Hss", 164, b"dd/mm/yyyy", b".VnTime")
        + piece("S", "Bs", 0, "Lớp 1A".encode()) + piece("R", "I", 1)
        + piece("T", "HHs", 0, 1, "Họ và tên".encode()) + piece("T", "HHs", 1, 0, "Ngày sinh".encode())
        + piece("R", "I", 2) + piece("H") + piece("T", "HHs", 0, 0, b"An")
        + piece("N", "HHd", 1, 1, 44079.5) + piece("L") + piece("S", "Bs", 1, b"b") + piece(".")
    )
    yield "good", head + good
    yield "cut", head + good[:-1]
    yield "refused", head + piece("E", "B", 6)
    yield "backwards", head + piece("S", "Bs", 0, b"a") + piece("R", "I", 9) + piece("R", "I", 1)
    yield "long-text", head + b"S\0\xff\xff\xff\xff"
    yield "no-row", head + piece("S", "Bs", 0, b"a") + piece("N", "HHd", 0, 0, 1e308)

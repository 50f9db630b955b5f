#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every #include under src/ against the table of layers in docs/DESIGN.md.

A row is a folder or a file of src/; the nearest one above a file rules it.
"""
import re

from tap import Cases, c_files, source_root

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)

# What may be written where the table says "C": the language's own library.
C_HEADERS = set(
    "assert ctype errno float inttypes limits locale math setjmp signal stdarg stdbool stddef"
    " stdint stdio stdlib string time wchar libintl".split()
)

# The header a library is known by, as the table calls it.
LIBRARIES = [
    ("glib", r"glib([.-].*|/.*)"),
    ("gio", r"gio/.*"),
    ("icu", r"unicode/.*"),
    ("sodium", r"sodium\.h"),
    ("nettle", r"nettle/.*"),
    ("archive", r"archive(_entry)?\.h"),
    ("xml2", r"libxml/.*"),
    ("csv", r"csv\.h"),
    ("uchardet", r"uchardet(/uchardet)?\.h"),
    ("freexl", r"freexl\.h"),
    ("xlsxwriter", r"xlsxwriter(\.h|/.*)"),
    ("json-glib", r"json-glib/.*"),
    ("sqlite3", r"sqlite3\.h"),
    ("cairo", r"cairo(-.*)?\.h"),
    ("pango", r"pango/.*"),
    ("gtk4", r"(gtk|gdk|gsk|graphene)/.*|graphene.*\.h"),
    ("libadwaita", r"adwaita\.h"),
    ("POSIX", r"(unistd|fcntl|pwd|grp|poll|signal)\.h|sys/.*"),
]


def read_table(root):
    """Folder to what it may include: (folders of the project, libraries)."""
    table = {}
    for line in (root / "docs" / "DESIGN.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) >= 3 and re.fullmatch(r"`src/[a-z/.-]+`", cells[0]):
            folder = cells[0].strip("`").removeprefix("src/")
            table[folder] = [set(re.findall(r"[\w/.-]+", cell)) for cell in cells[1:3]]
    return table


def row_of(path, table):
    """The row that rules a file: its own, else that of the nearest folder above it."""
    while str(path) not in table and str(path) != ".":
        path = path.parent
    return None if str(path) == "." else str(path)


def library_of(header):
    if header.removesuffix(".h") in C_HEADERS:
        return "C"
    for name, pattern in LIBRARIES:
        if re.fullmatch(pattern, header):
            return name
    return None


def problem_of(ours, theirs, folder, table):
    inside, outside = table[folder]
    if ours:
        target = ours.split("/")[0]
        if target == folder.split("/")[0] or "/" not in ours or inside & {target, ours}:
            return None
        return f'"{ours}": {folder} may not include it'
    library = library_of(theirs)
    if library is None:
        return f"<{theirs}> belongs to no library that this check knows"
    if library not in ("C", "glib") and library not in outside:
        return f"<{theirs}>: {folder} may not include {library}"
    return None


def problems_of_file(path, root, table):
    folder = row_of(path.relative_to(root / "src"), table)
    if folder is None:
        return [f"{path.relative_to(root)}: its folder stands in no row of docs/DESIGN.md"]
    found = INCLUDE.findall(path.read_text(encoding="utf-8"))
    problems = (problem_of(ours, theirs, folder, table) for ours, theirs in found)
    return [f"{path.relative_to(root)}: {problem}" for problem in problems if problem]


def main():
    root = source_root()
    table = read_table(root)
    cases = Cases()
    cases.check("docs/DESIGN.md has the table", [] if len(table) > 10 else ["too few rows"])
    folders = sorted({path.relative_to(root / "src").parts[0] for path in c_files(root, "src")})
    for folder in folders:
        files = c_files(root, f"src/{folder}")
        cases.check(
            f"{folder} includes only what it may",
            [problem for path in files for problem in problems_of_file(path, root, table)],
        )
    cases.finish()


if __name__ == "__main__":
    main()

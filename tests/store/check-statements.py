#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prepares every SQL statement of the record book on an empty book.

Queries stand in the C files as constants named sql_…; a topic's columns as macros. Each must be
understood by the engine, have its parameters numbered from $1 without a gap, keep off functions that
only one engine knows, and be used by the file it stands in.
"""
import pathlib
import re
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "data"))
from tap import Cases, source_root  # noqa: E402

STATEMENT = re.compile(r"static const char (sql_\w+)\[\]\s*=\s*((?:\"(?:[^\"\\]|\\.)*\"|\w+|\s)+);")
MACRO = re.compile(r"#define (TV_\w+)((?:[^\n]*\\\n)*[^\n]*)")
PART = re.compile(r'"((?:[^"\\]|\\.)*)"|(\w+)')
FOREIGN = re.compile(r"\b(strftime|julianday|datetime|group_concat|ifnull|last_insert_rowid|rowid|glob)\b", re.I)


def join(text, macros):
    """The value of adjoining string literals and macros of string literals."""
    value = ""
    for literal, name in PART.findall(text.replace("\\\n", " ")):
        value += join(macros[name], macros) if name else literal
    return value


def find_problems(book, name, sql, file_text):
    numbers = {int(number) for number in re.findall(r"\$(\d+)", sql)}
    if numbers != set(range(1, len(numbers) + 1)):
        yield f"parameters {sorted(numbers)}"
    if FOREIGN.search(sql):
        yield f"{FOREIGN.search(sql).group(0)} is known to one engine alone"
    if len(re.findall(rf"\b{name}\b", file_text)) < 2:
        yield "is not used"
    try:
        book.execute("EXPLAIN " + sql, {str(number): None for number in numbers})
    except sqlite3.Error as error:
        yield str(error)


def main():
    root = source_root()
    files = sorted((root / "src" / "store").rglob("*.[ch]"))
    texts = {path: path.read_text("utf-8") for path in files}
    macros = {name: value for text in texts.values() for name, value in MACRO.findall(text)}
    book = sqlite3.connect(":memory:")
    for step in sorted((root / "data" / "schema" / "sqlite").glob("*.sql")):
        book.executescript(step.read_text("utf-8"))
    book.execute("CREATE TABLE holder (name TEXT)")
    cases = Cases()
    n_named = 0
    for path, text in texts.items():
        n_named += len(re.findall(r"static const char sql_\w+\[\]", text))
        for name, parts in STATEMENT.findall(text):
            cases.check(f"{path.stem}: {name}", find_problems(book, name, join(parts, macros), text))
    found = cases.count
    cases.check("every statement was found", [] if found == n_named > 50 else [f"{found} of {n_named}"])
    cases.finish()


if __name__ == "__main__":
    main()

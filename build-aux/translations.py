#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The strings of the program, and what po/vi.po makes of them.

Usage: translations.py refresh     (po/POTFILES.in and po/vi.po follow the sources)

tests/data/check-translations.py compares with the same functions.
"""
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEYWORDS = "_ N_ C_:1c,2 NC_:1c,2 ngettext:1,2 g_dngettext:2,3 g_dpgettext2:2c,3"
SPEAKS_C = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*(NULL,\s*)?"')
SPEAKS_UI = re.compile(r'\btranslatable="(yes|true|1)"')


def run(*command):
    subprocess.run(command, cwd=ROOT, check=True)


def files_with_strings(root=ROOT):
    """The files whose strings are translated, as po/POTFILES.in names them."""
    desktop = [*root.glob("data/*.desktop.in"), *root.glob("data/*.metainfo.xml.in")]
    code = [p for p in root.glob("src/**/*.[ch]") if SPEAKS_C.search(p.read_text("utf-8"))]
    templates = [p for p in root.glob("data/**/*.ui") if SPEAKS_UI.search(p.read_text("utf-8"))]
    return sorted(str(p.relative_to(root)) for p in desktop + code + templates)


def extract(files, template):
    """Writes what xgettext finds in the files."""
    keywords = [f"--keyword={word}" for word in KEYWORDS.split()]
    run(
        "xgettext",
        "--from-code=UTF-8",
        "--add-comments=Translators",
        "--add-location=file",
        "--package-name=tamvoc",
        "--msgid-bugs-address=https://github.com/tamvoc/tamvoc/issues",
        "--force-po",
        f"--output={template}",
        *keywords,
        *files,
    )
    # The day of extraction would change the catalogue without need.
    text = pathlib.Path(template).read_text("utf-8")
    text = re.sub(r'^"POT-Creation-Date: .*\n', "", text, flags=re.MULTILINE)
    pathlib.Path(template).write_text(text.replace("charset=CHARSET", "charset=UTF-8"), "utf-8")


def read_mo(path):
    """Original to translation, of a compiled catalogue; a context stands before a \\x04."""
    data = pathlib.Path(path).read_bytes()
    _, _, count, originals, translations = struct.unpack_from("<5I", data)

    def text(table, index):
        length, start = struct.unpack_from("<2I", data, table + 8 * index)
        return data[start : start + length].decode("utf-8")

    pairs = {text(originals, i): text(translations, i) for i in range(count)}
    pairs.pop("", None)
    return pairs


def compile_catalogue(catalogue, *options):
    """Original to translation, of a .po file; leaves out what is fuzzy or not translated."""
    with tempfile.TemporaryDirectory() as folder:
        run("msgfmt", "--endianness=little", *options, f"--output={folder}/mo", str(catalogue))
        return read_mo(f"{folder}/mo")


def strings_of_program(files):
    """Every original that the program can say."""
    with tempfile.TemporaryDirectory() as folder:
        extract(files, f"{folder}/pot")
        run("msgen", "--lang=en", f"--output={folder}/en.po", f"{folder}/pot")
        return set(compile_catalogue(f"{folder}/en.po"))


def refresh():
    files = files_with_strings()
    (ROOT / "po" / "POTFILES.in").write_text("".join(f"{name}\n" for name in files), "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        extract(files, f"{folder}/pot")
        run(
            "msgmerge", "--quiet", "--update", "--backup=none", "--no-fuzzy-matching",
            "--add-location=file", "po/vi.po", f"{folder}/pot",
        )
        run("msgattrib", "--no-obsolete", "--add-location=file", "--output=po/vi.po", "po/vi.po")
    run("msgfmt", "--check", "--statistics", "--output=/dev/null", "po/vi.po")


if __name__ == "__main__":
    if sys.argv[1:] != ["refresh"]:
        sys.exit(__doc__)
    refresh()

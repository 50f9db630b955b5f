#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the Vietnamese catalogue says everything that the program says, and says it rightly."""
import subprocess
import sys

from tap import Cases, source_root

ROOT = source_root()
sys.path.insert(0, str(ROOT / "build-aux"))

import translations

CATALOGUE = ROOT / "po" / "vi.po"


def readable(original):
    return repr(original.replace("\x04", " | ").split("\0")[0])


def lines_of(path):
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def check_list_of_files(cases, files):
    listed = lines_of(ROOT / "po" / "POTFILES.in")
    cases.check(
        "po/POTFILES.in names every file with strings",
        [f"{name} is missing: run ./dev translations" for name in files if name not in listed],
    )
    cases.check(
        "po/POTFILES.in names no other file",
        [f"{name} has no strings" for name in listed if name not in files],
    )


def check_same(cases, translated):
    allowed = set(lines_of(ROOT / "po" / "same-in-both.txt"))
    same = {
        original.split("\x04")[-1]
        for original, translation in translated.items()
        if translation == original.split("\x04")[-1].split("\0")[0]
    }
    cases.check(
        "no translation repeats the English", [readable(text) for text in sorted(same - allowed)]
    )
    cases.check(
        "po/same-in-both.txt lists only what is the same",
        [readable(text) for text in sorted(allowed - same)],
    )


def check_formats(cases):
    run = subprocess.run(
        ["msgfmt", "--check", "--output=/dev/null", str(CATALOGUE)], capture_output=True, text=True
    )
    problems = run.stderr.strip().splitlines()
    cases.check("placeholders agree with the English", problems if run.returncode else [])


def main():
    cases = Cases()
    files = translations.files_with_strings()
    check_list_of_files(cases, files)
    strings = translations.strings_of_program(files)
    translated = translations.compile_catalogue(CATALOGUE)
    cases.check(
        "every string is in Vietnamese",
        [readable(text) for text in sorted(strings - translated.keys())],
    )
    cases.check(
        "the catalogue holds nothing that the program does not say",
        [readable(text) for text in sorted(translated.keys() - strings)],
    )
    check_same(cases, translated)
    check_formats(cases)
    cases.finish()


if __name__ == "__main__":
    main()

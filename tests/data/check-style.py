#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of CONTRIBUTING.md that a machine can read."""
import re
import shutil
import subprocess

from tap import Cases, c_files, source_root

LONGEST_SOURCE = 600
LONGEST_TEMPLATE = 600
CLANG_FORMAT = 14  # other versions lay out some lines in another way
NAMELESS = re.compile(r"\b(utils?|misc|common|helpers?|managers?)\b")


def count_lines(path):
    with open(path, "rb") as lines:
        return sum(1 for _ in lines)


def too_long(paths, ceiling):
    lengths = ((path, count_lines(path)) for path in paths)
    return [f"{path}: {n} lines, more than {ceiling}" for path, n in lengths if n > ceiling]


def without_licence(paths):
    for path in paths:
        head = path.read_text(encoding="utf-8")[:400]
        if "SPDX-FileCopyrightText: " not in head or "SPDX-License-Identifier: " not in head:
            yield f"{path}: has no SPDX lines at its top"


def lines_matching(paths, pattern, what):
    wanted = re.compile(pattern)
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if wanted.search(line):
                yield f"{path}:{number}: {what}"


def clang_format():
    program = shutil.which("clang-format-14") or shutil.which("clang-format")
    if program is None:
        return None
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return program if f"version {CLANG_FORMAT}." in version.stdout else None


def check_layout(cases, paths):
    program = clang_format()
    name = "C files are laid out as .clang-format says"
    if program is None:
        cases.skip(name, f"clang-format {CLANG_FORMAT} is not here")
        return
    run = subprocess.run([program, "--dry-run", "-Werror", *paths], capture_output=True, text=True)
    problems = sorted({line.split(":")[0] for line in run.stderr.splitlines() if "error:" in line})
    cases.check(name, problems or ([run.stderr] if run.returncode else []))


def main():
    root = source_root()
    c = c_files(root, "src", "tests", "bench")
    scripts = [p for f in ("tests", "bench", "build-aux") for p in sorted((root / f).rglob("*.py"))]
    templates = sorted((root / "data" / "ui").rglob("*.ui"))
    sources = [path for path in c if (root / "src") in path.parents]
    cases = Cases()
    cases.check("no source file is too long", too_long(sources, LONGEST_SOURCE))
    cases.check("no template is too long", too_long(templates, LONGEST_TEMPLATE))
    cases.check(
        "files are named after what they hold",
        [path for path in c + scripts + templates if NAMELESS.search(path.stem)],
    )
    cases.check("files say whose they are", without_licence(c + scripts))
    cases.check("C files have no tabs", lines_matching(c, r"\t", "a tab"))
    cases.check(
        "no line ends in blanks", lines_matching(c + scripts + templates, r"[ \t]$", "blank at end")
    )
    cases.check(
        "nothing is left for later", lines_matching(c, r"\b(TODO|FIXME|XXX)\b", "left for later")
    )
    cases.check(
        "spinners turn only while they are seen",
        lines_matching(templates, r'name="spinning"', "turns while hidden, frame after frame"),
    )
    check_layout(cases, c)
    cases.finish()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test cases, not test programs, in what meson wrote down of its last run.

Usage: count-tests.py BUILD-FOLDER...

Prints one line, "N passed, N failed", with ", N skipped" where there were any. A program that
died, ran out of time or printed a wrong plan counts as one failure besides its own cases; so
does a build folder without a log. Exits 1 on any failure, and when nothing ran.
"""
import json
import pathlib
import re
import sys

CASE = re.compile(r"^(not )?ok\b(.*)$")
DIRECTIVE = re.compile(r"#\s*(skip|todo)", re.IGNORECASE)


def count_cases(output):
    """Passed, failed and skipped among the TAP lines of one program."""
    passed = failed = skipped = 0
    for line in output.splitlines():
        case = CASE.match(line)
        if line.startswith("Bail out!"):
            failed += 1
        elif case and DIRECTIVE.search(case[2]):
            skipped += 1
        elif case and case[1]:
            failed += 1
        elif case:
            passed += 1
    return passed, failed, skipped


def count_program(run):
    passed, failed, skipped = count_cases(run["stdout"] or "")
    if run["result"] in ("OK", "EXPECTEDFAIL"):
        return (passed, failed, skipped) if passed + failed + skipped else (1, 0, 0)
    if run["result"] == "SKIP":
        return passed, failed, max(skipped, 1)
    # Any other end is a failure, also where every case that still got its say was good.
    return passed, max(failed, 1), skipped


def count_folder(folder):
    log = pathlib.Path(folder, "meson-logs", "testlog.json")
    if not log.exists():
        print(f"{folder}: no tests were run", file=sys.stderr)
        return 0, 1, 0
    with open(log, encoding="utf-8") as lines:
        runs = [count_program(json.loads(line)) for line in lines]
    return tuple(sum(column) for column in zip(*runs)) or (0, 0, 0)


def main(folders):
    counts = [count_folder(folder) for folder in folders]
    passed, failed, skipped = (sum(column) for column in zip(*counts))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))

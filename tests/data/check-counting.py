#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether build-aux/count-tests.py counts what a test run wrote down."""
import json
import pathlib
import subprocess
import sys
import tempfile

from tap import Cases, source_root

# What it is about, the programs of a run as (result, output), and the line with the exit that must come of it.
RUNS = [
    ("cases, not programs", [("OK", "ok 1 a\nok 2 b\n1..2\n")], "2 passed, 0 failed", 0),
    ("failed cases", [("FAIL", "ok 1 a\nnot ok 2 b\n")], "1 passed, 1 failed", 1),
    ("a program that died", [("ERROR", "ok 1 a\n")], "1 passed, 1 failed", 1),
    ("a program out of time", [("TIMEOUT", "")], "0 passed, 1 failed", 1),
    ("a program that gave up", [("ERROR", "Bail out! no\n")], "0 passed, 1 failed", 1),
    ("skipped cases", [("OK", "ok 1 a\nok 2 b # SKIP no\n")], "1 passed, 0 failed, 1 skipped", 0),
    ("skipped programs", [("OK", "ok 1 a\n"), ("SKIP", "")], "1 passed, 0 failed, 1 skipped", 0),
    ("programs without cases", [("OK", "hello\n"), ("FAIL", "")], "1 passed, 1 failed", 1),
    ("runs without tests", [], "0 passed, 0 failed", 1),
    ("words that begin with ok", [("OK", "okay\nok 1 a\n")], "1 passed, 0 failed", 0),
]


def count(folder, *others):
    script = source_root() / "build-aux" / "count-tests.py"
    run = subprocess.run([sys.executable, script, folder, *others], capture_output=True, text=True)
    return run.stdout.strip(), run.returncode


def write_log(folder, programs):
    logs = pathlib.Path(folder, "meson-logs")
    logs.mkdir(parents=True)
    lines = [json.dumps({"result": result, "stdout": output}) for result, output in programs]
    (logs / "testlog.json").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def main():
    cases = Cases()
    for name, programs, line, code in RUNS:
        with tempfile.TemporaryDirectory() as folder:
            write_log(folder, programs)
            said = count(folder)
        cases.check(f"counts {name}", [] if said == (line, code) else [said])
    with tempfile.TemporaryDirectory() as folder:
        write_log(f"{folder}/one", RUNS[0][1])
        write_log(f"{folder}/two", RUNS[1][1])
        said = count(f"{folder}/one", f"{folder}/two")
        cases.check("adds up folders", [] if said == ("3 passed, 1 failed", 1) else [said])
        said = count(f"{folder}/none")
        cases.check("misses a log", [] if said == ("0 passed, 1 failed", 1) else [said])
    cases.finish()


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says the outcome of each check in TAP, and every problem on standard error, where it is shown."""
import pathlib
import sys


class Cases:
    def __init__(self):
        self.count = 0
        self.is_bad = False

    def check(self, name, problems):
        """One case: good when there are no problems."""
        problems = list(problems)
        self.count += 1
        self.is_bad |= bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} {name}")
        for problem in problems:
            print(f"{name}: {problem}", file=sys.stderr)

    def skip(self, name, reason):
        self.count += 1
        print(f"ok {self.count} {name} # SKIP {reason}")

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.is_bad else 0)


def source_root():
    return pathlib.Path(__file__).resolve().parents[2]


def c_files(root, *folders):
    return sorted(
        path
        for folder in folders
        for pattern in ("*.c", "*.h")
        for path in (root / folder).rglob(pattern)
    )

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a protected book leaves on the disk: every file that is made while the practice school is
protected, used, backed up, locked, opened again and left by a crash, and everything the program
says, is searched for the names and numbers of its children.

Usage: check-traces.py USE-PROTECTED-BOOK TAMVOC-CLI
"""
import csv
import io
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unicodedata

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "data"))
import own_screen  # noqa: E402
from tap import Cases  # noqa: E402

# As in use-protected-book.c.
PASSWORD = "ba từ dễ nhớ"
# What is packed inside cannot be searched, and has no business here.
PACKED = {b"PK\x03\x04": "archive", b"%PDF": "document", b"\x89PNG": "picture", b"\x1f\x8b": "archive"}


def fold(text):
    """As the search of the book keeps names: small letters without accents."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def ways_to_write(text):
    decomposed = unicodedata.normalize("NFD", text)
    forms = {text, decomposed, fold(text), text.upper()}
    return {way for form in forms for way in (form.encode(), form.encode("utf-16-le"))}


class Run:
    """One start of the program, with folders of its own for all that it may write."""

    def __init__(self, program, cli, home):
        self.cli = pathlib.Path(cli).resolve()
        self.home = home
        self.secrets = {}
        self.n_files = 0
        self.said = open(home / "said", "wb")
        self.process = subprocess.Popen(
            [pathlib.Path(program).resolve()], cwd=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.said,
            env={**os.environ, "TMPDIR": str(home), "G_MESSAGES_DEBUG": "all",
                 "XDG_RUNTIME_DIR": str(home)},
            preexec_fn=self.allow_core_dumps,
        )

    @staticmethod
    def allow_core_dumps():
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

    def wait_for(self, stage):
        """The program tells a stage and waits there; what it tells is searched as well."""
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError(f"it ended before “{stage}”: "
                                   + (self.home / "said").read_text(errors="replace")[-2000:])
            self.said.write(line)
            self.said.flush()
            word, _, what = line.decode().strip().partition(" ")
            if word in (stage, "impossible"):
                return word == stage, pathlib.Path(what)

    def go_on(self):
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def learn_names(self, book):
        answer = subprocess.run([self.cli, "list", book, "students"], capture_output=True,
                                check=True)
        for child in csv.DictReader(io.StringIO(answer.stdout.decode())):
            for column in ("name", "personal_number", "ministry_code"):
                if child[column]:
                    self.secrets[child[column]] = ways_to_write(child[column])

    def files(self):
        return [path for path in sorted(self.home.rglob("*"))
                if path.is_file() and not path.is_symlink()]

    def found_in(self, data):
        return [secret for secret, ways in self.secrets.items()
                if any(way in data for way in ways)]

    def search(self):
        """Names no child: it says how many were found, and where."""
        problems = []
        files = self.files()
        self.n_files = max(self.n_files, len(files))
        for path in files:
            data = path.read_bytes()
            found = self.found_in(data)
            name = path.relative_to(self.home)
            kind = next((kind for magic, kind in PACKED.items() if data.startswith(magic)), None)
            if found:
                problems.append(f"{name} holds {len(found)} of {len(self.secrets)}")
            if kind or path.name.startswith("core"):
                problems.append(f"{name} is left: {kind or 'a core dump'}")
            problems += [f"{name} is called after a child"] * bool(
                self.found_in(str(name).encode()))
        return problems

    def run_commands(self, book):
        """Those that show no child, on the book that the crash has left."""
        password_file = self.home / "password"
        password_file.write_text(PASSWORD + "\n", encoding="utf-8")
        for command in (["rates", book, "--format", "json"], ["check", book],
                        ["backup", book, self.home / "second.tamvoc"]):
            subprocess.run([self.cli, "--password-file", password_file, *command], check=True,
                           stdout=self.said, stderr=self.said,
                           env={**os.environ, "TMPDIR": str(self.home), "G_MESSAGES_DEBUG": "all"})
        self.said.flush()

    def crash(self):
        self.process.send_signal(signal.SIGSEGV)
        self.process.stdout.close()
        return self.process.wait()

    def end(self):
        self.process.kill()
        self.process.wait()
        self.said.close()


def nothing_is_overlooked(run, book):
    """The search finds everybody where they do stand in clear: in the book before."""
    data = b"".join(path.read_bytes() for path in book.iterdir() if path.is_file())
    overlooked = len(run.secrets) - len(run.found_in(data))
    too_few = [] if len(run.secrets) >= 120 else [f"only {len(run.secrets)} names and numbers"]
    return too_few + ([f"{overlooked} are not found in the plain book"] if overlooked else [])


def check(run, cases):
    is_possible, book = run.wait_for("plain")
    if not is_possible:
        cases.skip("traces", "built without encryption")
        return
    run.learn_names(book)
    cases.check("the search finds every child in a plain book", nothing_is_overlooked(run, book))
    run.go_on()
    for stage in ("protected", "used", "locked", "open"):
        run.wait_for(stage)
        cases.check(f"no trace of a child where the book is {stage}", run.search())
        if stage != "open":
            run.go_on()
    # A sanitizer that sees the crash ends the program in its own way.
    outcome = run.crash()
    cases.check("it crashes when it is made to",
                [] if outcome in (-signal.SIGSEGV, -signal.SIGABRT) else [f"it ended with {outcome}"])
    cases.check("no trace of a child after a crash", run.search())
    run.run_commands(book)
    cases.check("no trace of a child after commands on the book", run.search())
    n_ways = sum(len(ways) for ways in run.secrets.values())
    print(f"# {len(run.secrets)} names and numbers of children, written in {n_ways} ways, "
          f"in {run.n_files} files of {sum(p.stat().st_size for p in run.files())} bytes: none")


def main(arguments):
    cases = Cases()
    home = pathlib.Path(tempfile.mkdtemp(prefix="tamvoc-traces-"))
    run = Run(*arguments, home)
    try:
        check(run, cases)
    finally:
        run.end()
        shutil.rmtree(home)
    cases.finish()


if __name__ == "__main__":
    own_screen.run(__file__, main, [], has_bus=True)

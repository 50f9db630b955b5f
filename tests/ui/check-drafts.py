#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program is killed while somebody types a weight, and started again: the half-typed text
is in its cell, so that typing goes on and Enter saves the whole value.

Usage: check-drafts.py TAMVOC TAMVOC-CLI
"""
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "data"))
import own_screen  # noqa: E402
from own_screen import PATIENCE_S, until, windows  # noqa: E402
from tap import Cases  # noqa: E402


class Typist:
    """The program with its window, and the keys that are pressed in it."""

    def __init__(self, program, book):
        self.process = subprocess.Popen([program, book])
        self.window = until(windows, "a window")[0]
        # Without a window manager nobody else gives it the keyboard.
        subprocess.run(["xdotool", "windowfocus", "--sync", self.window], check=True)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def ask(book, sql, *values):
    """Looks into the file past the program."""
    path = next(book.glob("*.db"))
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=PATIENCE_S)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def half_typed(book):
    return ask(book, "SELECT text, student_id, round_id FROM draft")


def type_until_kept(typist, book, text):
    """The page may still be on its way when the first keys come: they are pressed again."""
    def try_once():
        typist.press("ctrl+3")
        typist.press("Escape")
        typist.type(text)
        time.sleep(1)
        return half_typed(book)
    return until(try_once, "the draft")


def killed_while_typing(program, book):
    typist = Typist(program, book)
    found = type_until_kept(typist, book, "12,")
    typist.kill()
    return expect("drafts", [row[0] for row in found], ["12,"])


def typed_to_the_end(program, book):
    """A cursor behind the text that came back: one more digit and Enter make the value of it."""
    (_, student_id, round_id), = half_typed(book)
    typist = Typist(program, book)
    weight = "SELECT weight_g FROM measurement WHERE student_id = ? AND round_id = ?"

    def try_once():
        typist.press("ctrl+3")
        typist.type("5")
        time.sleep(1)
        return [row for row in half_typed(book) if row[0] == "12,5"]
    until(try_once, "the text with one digit more")
    typist.press("Return")
    until(lambda: ask(book, weight, student_id, round_id) == [(12500,)], "the value")
    problems = expect("drafts", half_typed(book), [])
    typist.kill()
    return problems


def expect(what, found, wanted):
    return [] if found == wanted else [f"{what}: {found}, not {wanted}"]


def main(program, cli):
    cases = Cases()
    home = pathlib.Path(tempfile.mkdtemp(prefix="tamvoc-drafts-"))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    try:
        book = home / "book"
        subprocess.run([cli, "demo", book, "--students", "30"], check=True,
                       stdout=subprocess.DEVNULL)
        cases.check("what was half typed when the program was killed is in the book",
                    killed_while_typing(program, book))
        cases.check("it is in its cell at the next start", typed_to_the_end(program, book))
    finally:
        shutil.rmtree(home)
    cases.finish()


if __name__ == "__main__":
    own_screen.run(__file__, lambda arguments: main(*arguments), ["xdotool"])

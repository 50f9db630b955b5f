#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, started more than once on a session bus and a screen of its own: one book has
one window, another book its own, and without a bus the second window only reads.

Usage: check-two-starts.py TAMVOC TAMVOC-CLI
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "data"))
import own_screen  # noqa: E402
from own_screen import PATIENCE_S, until, windows  # noqa: E402
from tap import Cases  # noqa: E402

# Long enough for a window that should not come to come all the same.
REST_S = 1.5


def claims():
    """The books that say on the bus that they are open."""
    answer = subprocess.run(
        ["gdbus", "call", "--session", "-d", "org.freedesktop.DBus", "-o", "/", "-m",
         "org.freedesktop.DBus.ListNames"],
        capture_output=True, text=True, check=True,
    )
    return answer.stdout.count("io.github.tamvoc.TamVoc.Book_")


class Starts:
    def __init__(self, program, cli, home):
        self.program = program
        self.cli = cli
        self.home = home
        self.running = []

    def make_book(self, name):
        folder = self.home / name
        subprocess.run([self.cli, "demo", folder, "--students", "30"], check=True,
                       stdout=subprocess.DEVNULL)
        return folder

    def start(self, book, **environment):
        process = subprocess.Popen([self.program, book], env={**os.environ, **environment})
        self.running.append(process)
        return process

    def start_and_see(self, book, **environment):
        """Starts it, and waits for one window more."""
        before = windows()
        process = self.start(book, **environment)
        until(lambda: len(windows()) == len(before) + 1, "a window")
        return process

    def end_all(self):
        for process in self.running:
            process.terminate()
            process.wait()


def expect(what, found, wanted):
    return [] if found == wanted else [f"{what}: {found}, not {wanted}"]


def same_book(starts, one):
    """The second start ends by itself, by whatever way it was led to the book."""
    starts.start_and_see(one)
    until(lambda: claims() == 1, "the word on the bus")
    link = starts.home / "link"
    link.symlink_to(one)
    problems = []
    for way in (one, link, starts.home / "." / "link"):
        second = starts.start(way)
        problems += expect(f"the start on {way.name} ended with", second.wait(PATIENCE_S), 0)
    time.sleep(REST_S)
    problems += expect("windows", len(windows()), 1)
    return problems


def other_book(starts, two):
    """It has its own window, and the first keeps its."""
    process = starts.start_and_see(two)
    until(lambda: claims() == 2, "the second word on the bus")
    return expect("windows", len(windows()), 2) + expect("it ended with", process.poll(), None)


def at_once(starts, three):
    """Two starts in one moment, as a double click on a slow machine gives them."""
    before = len(windows())
    pair = [starts.start(three), starts.start(three)]
    until(lambda: any(process.poll() is not None for process in pair), "the end of one")
    until(lambda: len(windows()) == before + 1, "a window")
    time.sleep(REST_S)
    return (expect("windows", len(windows()), before + 1)
            + expect("running", sum(process.poll() is None for process in pair), 1)
            + expect("claims", claims(), 3))


def without_bus(starts, one):
    """Nobody can be asked, so the window comes; the lock of the book lets it only read."""
    process = starts.start_and_see(one, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    time.sleep(REST_S)
    return expect("it ended with", process.poll(), None) + expect("windows", len(windows()), 4)


def after_the_end(starts, one):
    """The word goes with the program, however it ended, and the book has a window again."""
    starts.running[0].kill()
    starts.running[0].wait()
    until(lambda: claims() == 2, "the end of the word")
    process = starts.start_and_see(one)
    until(lambda: claims() == 3, "the word of the new one")
    return expect("it ended with", process.poll(), None)


def main(arguments):
    cases = Cases()
    home = pathlib.Path(tempfile.mkdtemp(prefix="tamvoc-starts-"))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home)
    starts = Starts(*arguments, home)
    try:
        one, two, three = (starts.make_book(name) for name in ("one", "two", "three"))
        cases.check("a second start on the book shows its window", same_book(starts, one))
        cases.check("another book has its own window", other_book(starts, two))
        cases.check("two starts in one moment make one window", at_once(starts, three))
        cases.check("without a session bus the second window comes", without_bus(starts, one))
        cases.check("a program that was killed leaves no word", after_the_end(starts, one))
    finally:
        starts.end_all()
        shutil.rmtree(home)
    cases.finish()


if __name__ == "__main__":
    own_screen.run(__file__, main, ["xdotool", "gdbus"], has_bus=True)

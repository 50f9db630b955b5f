# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, and where it is wanted a session bus, for tests that start the real program."""
import os
import shutil
import subprocess
import sys
import time

INSIDE = "--inside"
PATIENCE_S = 60


def run(script, main, programs, has_bus=False):
    """Starts the script again on a screen of its own, and there calls main with its arguments."""
    if sys.argv[1] == INSIDE:
        main(sys.argv[2:])
        return
    wanted = ["xvfb-run", *(["dbus-run-session"] if has_bus else []), *programs]
    missing = [name for name in wanted if not shutil.which(name)]
    if missing:
        print(f"1..0 # SKIP {', '.join(missing)} is not here")
        return
    command = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
    if has_bus:
        command += ["dbus-run-session", "--"]
    os.execvp(command[0], [*command, sys.executable, script, INSIDE, *sys.argv[1:]])


def until(find, what):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.05)
    raise TimeoutError(f"{what} did not come in {PATIENCE_S} s")


def windows():
    """Those that can be seen; a started program that is still drawing has none."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--class", "tamvoc"],
        capture_output=True, text=True, check=False,
    )
    return found.stdout.split()

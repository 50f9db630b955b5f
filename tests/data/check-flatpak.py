#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the Flatpak manifest keeps the sandbox shut, and takes nothing that it cannot recognise."""
import json
import re

from tap import Cases, source_root

NAME = "io.github.tamvoc.TamVoc"
DOORS = {
    "--socket=wayland",
    "--socket=fallback-x11",
    "--share=ipc",
    "--device=dri",
    "--system-talk-name=org.freedesktop.login1",  # tells when the machine goes to sleep
}

# What the program's own build asks for and the GNOME runtime does not bring.
NOT_IN_RUNTIME = {
    "libsodium": "libsodium",
    "sqlcipher": "sqlcipher",
    "csv": "libcsv",
    "uchardet": "uchardet",
    "xlsxwriter": "libxlsxwriter",
}


def modules_of(parent):
    for module in parent.get("modules", []):
        yield module
        yield from modules_of(module)


def bad_sources(modules):
    for module in modules:
        for source in module["sources"]:
            where = f"{module['name']}: {source.get('url', source.get('path'))}"
            if source["type"] == "archive":
                if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
                    yield f"{where} has no sha256"
                if not source["url"].startswith("https://"):
                    yield f"{where} is not fetched over https"
            elif source["type"] not in ("dir", "file", "patch"):
                yield f"{where}: a {source['type']} cannot be held against a checksum"


def missing_parts(root, names):
    build = "".join(
        (root / path).read_text("utf-8") for path in ("meson.build", "build-aux/engine/meson.build")
    )
    asked = set(re.findall(r"(?:dependency|find_library)\('([\w.+-]+)'", build))
    for part, module in NOT_IN_RUNTIME.items():
        if part in asked and module not in names:
            yield f"{part} is neither in the runtime nor a module"


def main():
    root = source_root()
    text = (root / "flatpak" / f"{NAME}.json").read_text("utf-8")
    manifest = json.loads(text)
    modules = list(modules_of(manifest))
    cases = Cases()
    cases.check("it is named after the program", [] if manifest["id"] == NAME else [manifest["id"]])
    cases.check(
        "it runs the program", [] if manifest["command"] == "tamvoc" else [manifest["command"]]
    )
    cases.check("only the screen and the word of sleep are open", sorted(set(manifest["finish-args"]) ^ DOORS))
    cases.check("sources have checksums", bad_sources(modules))
    cases.check(
        "every part is there", missing_parts(root, {module["name"] for module in modules})
    )
    cases.finish()


if __name__ == "__main__":
    main()

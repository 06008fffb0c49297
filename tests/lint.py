#!/usr/bin/env python3
# lint.py: the rules of the house that can be checked without running anything
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
"""lint.py CHECK…    run the named checks, or all
lint.py --list     name the checks
lint.py --potfiles print the files that hold strings for translators
lint.py --pot FILE write those strings, for translators"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
LAYERS = ["base", "store", "programme", "timeline", "document", "exchange", "cli", "app"]
# Applications beside each other: neither sees the other
SIBLINGS = {"cli": "app", "app": "cli"}
MAX_LINES = 1000


def files(*patterns):
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file())


def name(path):
    return str(path.relative_to(ROOT))


def sources(folder="src"):
    return files(f"{folder}/**/*.c", f"{folder}/**/*.h")


def strip_comments(text):
    return re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.S)


def check_licence():
    """Every source names its licence."""
    for path in sources() + sources("tests") + files("ui/**/*.ui", "ui/*.css", "tests/*.py", "tests/*.sh", "dev"):
        if "SPDX-License-Identifier: " not in path.read_text(encoding="utf-8")[:600]:
            yield f"{name(path)}: no SPDX-License-Identifier"


def check_layers():
    """A layer includes nothing of a higher one, and GTK only in the topmost."""
    owner = {path.name: layer for layer in LAYERS for path in files(f"src/{layer}/**/*.h")}
    for layer in LAYERS:
        for path in sources(f"src/{layer}"):
            for included in re.findall(r'^#include ["<]([^">]+)[">]', path.read_text(encoding="utf-8"), re.M):
                other = owner.get(included)
                if other and (LAYERS.index(other) > LAYERS.index(layer) or SIBLINGS.get(layer) == other):
                    yield f"{name(path)}: {layer} includes {included} of {other}"
                if layer != "app" and re.match(r"(gtk|gdk|gsk)/|adwaita", included):
                    yield f"{name(path)}: GTK outside of the application"
                if layer != "store" and included == "sqlite3.h":
                    yield f"{name(path)}: SQLite outside of the store"


def check_sql():
    """SQL is written in the store alone."""
    pattern = re.compile(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA) |sqlite3_')
    for path in sources():
        if path.is_relative_to(ROOT / "src/store"):
            continue
        for number, line in enumerate(strip_comments(path.read_text(encoding="utf-8")).split("\n"), 1):
            if pattern.search(line):
                yield f"{name(path)}:{number}: SQL outside of the store"


def check_unfinished():
    """Nothing is left for later in the code."""
    for path in sources() + sources("tests") + files("ui/*.ui", "ui/*.css", "dev", "tests/*.sh"):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
                yield f"{name(path)}:{number}: {line.strip()}"


def check_size():
    """No file grows beyond what one reads in a sitting."""
    for path in sources():
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > MAX_LINES:
            yield f"{name(path)}: {lines} lines"


def check_templates():
    """XML is well-formed; a template bears the name of its file; resources are complete."""
    for path in files("ui/**/*.ui", "ui/*.xml", "src/**/*.xml", "data/**/*.svg", "ui/**/*.svg"):
        try:
            tree = ElementTree.parse(path)
        except ElementTree.ParseError as error:
            yield f"{name(path)}: {error}"
            continue
        for template in tree.iter("template"):
            kebab = re.sub(r"(?<!^)(?=[A-Z])", "-", template.get("class")).lower()
            if path.suffix == ".ui" and path.stem != kebab:
                yield f"{name(path)}: holds the template {template.get('class')}"
    listed = {entry.text for manifest in files("ui/*.gresource.xml")
              for entry in ElementTree.parse(manifest).iter("file")}
    for path in files("ui/**/*.ui", "ui/*.css"):
        if str(path.relative_to(ROOT / "ui")) not in listed:
            yield f"{name(path)}: not in the resources"


def translatable():
    marked = re.compile(r"\b(N?C?_|ngettext|dngettext|g_dpgettext2) ?\(")
    for path in sources():
        if marked.search(strip_comments(path.read_text(encoding="utf-8"))):
            yield name(path)
    for path in files("ui/**/*.ui"):
        if 'translatable="yes"' in path.read_text(encoding="utf-8"):
            yield name(path)
    yield from map(name, files("data/*.desktop.in", "data/*.metainfo.xml.in", "data/*.gschema.xml", "data/*.xml.in"))


def potfiles():
    return sorted(set(translatable()))


def write_pot(pot):
    """The keywords are those of Meson's preset for GLib."""
    keywords = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
    subprocess.run(["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--package-name=sprechzettel",
                    *(f"--keyword={keyword}" for keyword in keywords), "-o", pot, *potfiles()],
                   cwd=ROOT, check=True, stderr=subprocess.DEVNULL)


def check_potfiles():
    """Every file with strings for translators is listed."""
    listed = (ROOT / "po/POTFILES").read_text(encoding="utf-8").split()
    for path in sorted(set(potfiles()) ^ set(listed)):
        yield f"po/POTFILES: {path} {'is not to be listed' if path in listed else 'is missing'}; run ./dev po"


def check_german():
    """The German translation is complete and has no doubtful entries."""
    with tempfile.NamedTemporaryFile(suffix=".pot") as pot:
        write_pot(pot.name)
        merged = subprocess.run(["msgmerge", "--no-fuzzy-matching", "--quiet", "po/de.po", pot.name, "-o", "-"],
                                cwd=ROOT, check=True, capture_output=True, text=True).stdout
    checked = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", "po/de.po"], cwd=ROOT,
                             capture_output=True, text=True)
    if checked.returncode:
        yield from checked.stderr.strip().split("\n")
    for state in ("--untranslated", "--only-fuzzy"):
        left = subprocess.run(["msgattrib", state, "--no-obsolete", "--no-wrap"], input=merged,
                              check=True, capture_output=True, text=True).stdout
        for msgid in re.findall(r'^msgid "(.+)"$', left, re.M):
            yield f"po/de.po: “{msgid}” is {'not translated' if state == '--untranslated' else 'doubtful'}; run ./dev po"


CHECKS = {function.removeprefix("check_"): value for function, value in list(globals().items())
          if function.startswith("check_")}


def main():
    if sys.argv[1:] == ["--potfiles"]:
        print("\n".join(potfiles()))
        return 0
    if sys.argv[1:2] == ["--pot"]:
        write_pot(sys.argv[2])
        return 0
    if sys.argv[1:] == ["--list"]:
        print("\n".join(CHECKS))
        return 0
    findings = 0
    for check in sys.argv[1:] or CHECKS:
        for finding in CHECKS[check]():
            print(finding)
            findings += 1
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

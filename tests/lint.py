#!/usr/bin/env python3
# lint.py: the rules of the house that can be checked without running anything
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
"""lint.py CHECK…    run the named checks, or all
lint.py --list     name the checks
lint.py --potfiles print the files that hold strings for translators
lint.py --pot FILE write those strings, for translators"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ.get("SPZ_BUILD_ROOT", ROOT / "_build"))
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


def read(path):
    return path.read_text(encoding="utf-8")


def tracked():
    """The texts of the repository, or all texts where it is not a clone."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    paths = [ROOT / path for path in listed.stdout.split("\0")] if listed.returncode == 0 else files("[!_.]*", "[!_.]*/**/*")
    for path in paths:
        if path.is_file():
            data = path.read_bytes()
            if b"\0" not in data:
                yield path, data.decode("utf-8")


def built(what):
    """What Meson knows of the build."""
    return json.loads(read(BUILD / "meson-info" / f"intro-{what}.json"))


def strip_comments(text):
    return re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.S)


def check_licence():
    """Every source names its licence."""
    for path in sources() + sources("tests") + files("src/**/*.sql", "ui/**/*.ui", "ui/*.css", "data/*.xml*", "tests/*.py",
                                                     "tests/**/*.sh", "tests/headless", "dev"):
        if "SPDX-License-Identifier: " not in read(path)[:600]:
            yield f"{name(path)}: no SPDX-License-Identifier"


def check_layers():
    """A layer includes nothing of a higher one, and GTK only in the topmost."""
    owner = {path.name: layer for layer in LAYERS for path in files(f"src/{layer}/**/*.h")}
    for layer in LAYERS:
        for path in sources(f"src/{layer}"):
            for included in re.findall(r'^#include ["<]([^">]+)[">]', read(path), re.M):
                other = owner.get(included)
                if other and (LAYERS.index(other) > LAYERS.index(layer) or SIBLINGS.get(layer) == other):
                    yield f"{name(path)}: {layer} includes {included} of {other}"
                if other and other != layer and included.endswith("-private.h"):
                    yield f"{name(path)}: {included} is private to {other}"
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
        for number, line in enumerate(strip_comments(read(path)).split("\n"), 1):
            if pattern.search(line):
                yield f"{name(path)}:{number}: SQL outside of the store"


def check_unfinished():
    """Nothing is left for later in the code."""
    for path in sources() + sources("tests") + files("ui/*.ui", "ui/*.css", "dev", "tests/**/*.sh"):
        for number, line in enumerate(read(path).split("\n"), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
                yield f"{name(path)}:{number}: {line.strip()}"


def check_whitespace():
    """Lines end without blanks, files with a line's end; no tabs."""
    for path, text in tracked():
        if path.is_relative_to(ROOT / "data/example") or path.suffix in (".ics", ".po", ".svg"):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if line != line.rstrip() or "\t" in line:
                yield f"{name(path)}:{number}: blanks at the end, or a tab"
        if text and (not text.endswith("\n") or text.endswith("\n\n")):
            yield f"{name(path)}: does not end with one line's end"


def check_paths():
    """Nothing points out of the repository, or at somebody's machine."""
    pattern = re.compile(r"(?<![\w.])/(?:home|root|work|srv|mnt)/|\.\./shared\b")
    for path, text in tracked():
        for number, line in enumerate(text.split("\n"), 1):
            if pattern.search(line):
                yield f"{name(path)}:{number}: {line.strip()}"


def check_built():
    """Every source is built, every header included, every test run, every check among the tests."""
    compiled = {}
    for target in built("targets"):
        for group in target["target_sources"]:
            for source in group.get("sources", []):
                compiled.setdefault(pathlib.Path(os.path.normpath(source)), set()).add(target["id"])
    run = {target for test in built("tests") + built("benchmarks") for target in test["depends"]}
    everything = sources() + sources("tests")
    included = {pathlib.Path(header).name for path in everything
                for header in re.findall(r'^#include ["<]([^">]+)[">]', read(path), re.M)}
    for path in everything:
        if path.suffix == ".c" and path not in compiled:
            yield f"{name(path)}: in no meson.build"
        elif re.match(r"(test|bench)-.*\.c$", path.name) and not compiled[path] & run:
            yield f"{name(path)}: built, but not run as a test"
        elif path.suffix == ".h" and path.name not in included:
            yield f"{name(path)}: included nowhere"
    listed = {test["name"] for test in built("tests")}
    for check in CHECKS:
        if f"lint-{check}" not in listed:
            yield f"tests/meson.build: the check “{check}” is not among the tests"


def check_settings():
    """The keys of the settings are those the code asks for."""
    schema = ElementTree.parse(next(ROOT.glob("data/*.gschema.xml")))
    keys = {key.get("name") for key in schema.iter("key")}
    used = {}
    for path in sources():
        for key in re.findall(r'\bg_settings_(?:get|set|bind|reset|is_writable|create_action)\w*\s*\(\s*[^,"]+,\s*"([^"]+)"',
                              strip_comments(read(path))):
            used.setdefault(key, path)
    for key in sorted(set(used) - keys):
        yield f"{name(used[key])}: there is no key “{key}” in the settings"
    for key in sorted(keys - set(used)):
        yield f"data: nothing uses the key “{key}” of the settings"


def check_docs():
    """Documents name every verb and command; their links lead somewhere."""
    verbs = re.findall(r'^  { "(\w+)", N_', read(ROOT / "src/cli/main.c"), re.M)
    commands = re.search(r"^  (run \|.*)\) ", read(ROOT / "dev"), re.M).group(1).split(" | ")
    for document, prefix, words in (("README.md", "sprechzettel-cli", verbs), ("CONTRIBUTING.md", "./dev", commands)):
        text = read(ROOT / document)
        for word in words:
            if not re.search(rf"{re.escape(prefix)} {word}\b", text):
                yield f"{document}: nothing about “{prefix} {word}”"
    for path in files("*.md", "data/**/*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", read(path)):
            if not (path.parent / link).exists():
                yield f"{name(path)}: there is no {link}"


def check_size():
    """No file grows beyond what one reads in a sitting."""
    for path in sources():
        lines = read(path).count("\n")
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
        if marked.search(strip_comments(read(path))):
            yield name(path)
    for path in files("ui/**/*.ui"):
        if 'translatable="yes"' in read(path):
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
    listed = read(ROOT / "po/POTFILES").split()
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

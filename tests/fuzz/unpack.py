#!/usr/bin/env python3
# unpack.py: the parts of a document, as fuzz-office.c takes them
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
"""unpack.py FILE.odt|FILE.docx"""
import sys
import zipfile

PARTS = {
    ".odt": ["content.xml", "styles.xml", "meta.xml"],
    "docx": ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "docProps/custom.xml"],
}

with zipfile.ZipFile(sys.argv[1]) as package:
    names = package.namelist()
    parts = [package.read(part) if part in names else b"" for part in PARTS[sys.argv[1][-4:]]]
sys.stdout.buffer.write(b"\f".join(parts))

#!/usr/bin/env python3
# count.py: how many tests passed, failed and were skipped, from Meson's log
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
import json
import sys

results = [json.loads(line)["result"] for line in open(sys.argv[1], encoding="utf-8")]
passed = sum(result in ("OK", "EXPECTEDFAIL") for result in results)
skipped = results.count("SKIP")
print(f"{passed} passed, {len(results) - passed - skipped} failed, {skipped} skipped")

#!/usr/bin/env python3
# count.py LOG: how many cases passed, failed and were skipped, from Meson's log
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
import collections
import json
import re
import sys

count = collections.Counter()
for line in open(sys.argv[1], encoding="utf-8"):
    test = json.loads(line)
    passed = test["result"] in ("OK", "EXPECTEDFAIL")
    # A test that speaks TAP is as many as it has cases
    cases = collections.Counter(
        "failed" if case[1] else "skipped" if re.search(r"# SKIP\b", case[0], re.I) else "passed"
        for case in re.finditer(r"^(not )?ok \d+.*$", test.get("stdout", ""), re.M))
    if not cases or (not passed and not cases["failed"]):
        cases["passed" if passed else "skipped" if test["result"] == "SKIP" else "failed"] += 1
    count += cases
print(f"{count['passed']} passed, {count['failed']} failed, {count['skipped']} skipped")

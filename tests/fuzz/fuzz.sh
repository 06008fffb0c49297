#!/usr/bin/env bash
# fuzz.sh: looks for bytes that break a reader, one reader after the other
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
#
# fuzz.sh BUILD-FOLDER SECONDS [NAME…]
#
# What was learnt stays in BUILD-FOLDER/corpus for the next time, what breaks a reader is put into BUILD-FOLDER/findings.
# Mended, it becomes a test by moving it to tests/fuzz/files/NAME.
set -euo pipefail
build=$1 seconds=$2
shift 2
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
programs=$build/tests/fuzz
cli=$build/src/cli/sprechzettel-cli

# An input that takes longer, or more memory, is a finding
max_seconds=10
max_megabytes=1024

export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1:quarantine_size_mb=64
export LSAN_OPTIONS=print_suppressions=0:suppressions=$root/tests/lsan.supp
export G_DEBUG=fatal-criticals LC_ALL=C.UTF-8
# Files that are opened need no disk
TMPDIR=$(mktemp -d -p "$([[ -w /dev/shm ]] && printf /dev/shm || printf '%s' "${TMPDIR:-/tmp}")" sprechzettel-XXXXXX)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

longest () {
  case $1 in
    pdf | programme) printf 262144 ;;
    *) printf 65536 ;;
  esac
}

# What the example looks like in this format
make_seeds () {
  local name=$1 folder=$2 example=$TMPDIR/example.sprechzettel
  [[ -e $example ]] || "$cli" new "$example" --example > /dev/null 2>&1
  case $name in
    briefing)
      cp "$root"/data/example/sprechzettel-*.md "$root"/data/example/sprechzettel-*.txt "$folder"
      "$cli" export "$example" --briefing latest --output "$folder/briefing.md" > /dev/null 2>&1
      "$cli" export "$example" --briefing latest --output "$folder/briefing.txt" > /dev/null 2>&1
      ;;
    calendar)
      cp "$root"/tests/exchange/golden/*.ics "$folder"
      "$cli" export "$example" --meetings --audience internal --output "$folder/meetings.ics" > /dev/null 2>&1
      ;;
    docx | odt)
      # A short one: of what is longer than an input may be, the end is lost, and with it all
      printf '# Sprechzettel\n\nRat am 08.02.2021\n\n## Team\n\n|Rolle|Aufgaben|\n|-|-|\n|CDO|• Start|\n\n' > "$TMPDIR/$name.md"
      printf '## OZG\n\n- **Konto**\n  - [intern] *eins*\n\n➔ zwei\n' >> "$TMPDIR/$name.md"
      "$cli" new "$TMPDIR/$name.sprechzettel" > /dev/null 2>&1
      "$cli" import "$TMPDIR/$name.sprechzettel" "$TMPDIR/$name.md" > /dev/null 2>&1
      "$cli" export "$TMPDIR/$name.sprechzettel" --briefing latest --audience internal --output "$TMPDIR/briefing.$name" \
        > /dev/null 2>&1
      cp "$TMPDIR/briefing.$name" "$folder"
      python3 "$root/tests/fuzz/unpack.py" "$TMPDIR/briefing.$name" > "$folder/parts.xml"
      ;;
    gantt) head -n 60 "$root/tests/exchange/files/zeitplan-2021-01.gan" > "$folder/head.gan" ;;
    mspdi) head -n 120 "$root/tests/exchange/files/zeitplan-2021-01.xml" > "$folder/head.xml" ;;
    paste) cp "$root"/data/example/sprechzettel-*.md "$folder" ;;
    pdf)
      # Short ones, as each run reads all of it
      printf '# Sprechzettel\n\n## E-Government\n\n* Das **Servicekonto**\n  * Start\n' > "$TMPDIR/short.md"
      "$cli" new "$TMPDIR/short.sprechzettel" > /dev/null 2>&1
      "$cli" export "$TMPDIR/short.sprechzettel" --timeline --output "$folder/plan.pdf" > /dev/null 2>&1
      "$cli" import "$TMPDIR/short.sprechzettel" "$TMPDIR/short.md" > /dev/null 2>&1
      "$cli" export "$TMPDIR/short.sprechzettel" --briefing latest --output "$folder/briefing.pdf" > /dev/null 2>&1
      ;;
    programme)
      cp "$root"/tests/cli/files/*.sprechzettel "$folder"
      "$cli" new "$folder/empty.sprechzettel" > /dev/null 2>&1
      ;;
    table)
      cp "$root"/data/example/*.csv "$folder"
      "$cli" export "$example" --timeline --output "$folder/plan.csv" > /dev/null 2>&1
      ;;
  esac
}

# "stat::NAME: 17" of a log
get_number () {
  sed -n "s/^stat::$1: *//p" "$2" | tail -1
}

fuzz () {
  local name=$1 corpus=$build/corpus/$1 findings=$build/findings/$1 log=$build/findings/$1.log
  local seeds=$TMPDIR/seeds-$1 dictionary=$root/tests/fuzz/$1.dict options=() before status=0
  mkdir -p "$corpus" "$findings" "$seeds" "$root/tests/fuzz/files/$name"
  make_seeds "$name" "$seeds"
  [[ ! -e $dictionary ]] || options+=("-dict=$dictionary")
  before=$(find "$findings" -type f | wc -l)
  "$programs/fuzz-$name" "$corpus" "$seeds" "$root/tests/fuzz/files/$name" \
    -max_total_time="$seconds" -timeout="$max_seconds" -rss_limit_mb="$max_megabytes" -malloc_limit_mb=$((max_megabytes / 2)) \
    -max_len="$(longest "$name")" -artifact_prefix="$findings/" -print_final_stats=1 -verbosity=1 "${options[@]}" \
    > "$log" 2>&1 || status=$?
  printf '%-14s %9s runs, %6s a second, %6s branches, at most %4s MB: %s\n' "$name" \
    "$(get_number number_of_executed_units "$log")" "$(get_number average_exec_per_sec "$log")" \
    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)" "$(get_number peak_rss_mb "$log")" \
    "$( ((status)) && printf '%s new finding(s), see %s' "$(($(find "$findings" -type f | wc -l) - before))" "$log" \
      || printf 'no finding')"
  return $status
}

names=("$@")
if ((${#names[@]} == 0)); then
  for program in "$programs"/fuzz-*; do
    [[ ! -f $program || ! -x $program ]] || names+=("${program##*/fuzz-}")
  done
fi

failed=0
for name in "${names[@]}"; do
  [[ -x $programs/fuzz-$name ]] || { printf 'There is no reader “%s” to fuzz.\n' "$name" >&2; exit 2; }
  fuzz "$name" || failed=1
done
exit $failed

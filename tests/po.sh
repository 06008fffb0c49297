#!/usr/bin/env bash
# po.sh [COMPENDIUM.po…]: brings POTFILES and the translations up to date
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

python3 tests/lint.py --potfiles > po/POTFILES

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 tests/lint.py --pot "$scratch/sprechzettel.pot"

compendia=()
if (($#)); then
  translations=$scratch/compendium.po
  msgcat --use-first "$@" -o "$translations" 2> /dev/null
  compendia=(--compendium "$translations")
fi

[[ -f po/de.po ]] || msginit --no-translator --locale de_DE.UTF-8 -i "$scratch/sprechzettel.pot" -o po/de.po > /dev/null 2>&1
# An entry without a translation would hide the compendium's
msgattrib --translated --no-wrap po/de.po -o "$scratch/translated.po"
msgmerge --quiet --no-fuzzy-matching --no-wrap --add-location=file "${compendia[@]}" "$scratch/translated.po" "$scratch/sprechzettel.pot" -o "$scratch/de.po"
msgattrib --no-obsolete --no-wrap --add-location=file "$scratch/de.po" -o po/de.po
msgfmt --statistics -o /dev/null po/de.po

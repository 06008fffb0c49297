#!/usr/bin/env bash
# po.sh [COMPENDIUM.po…]: brings POTFILES and the translations up to date
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

python3 tests/lint.py --potfiles > po/POTFILES
[[ -f _build/build.ninja ]] || meson setup _build > /dev/null
ninja -C _build --quiet sprechzettel-pot

compendia=()
if (($#)); then
  translations=$(mktemp)
  trap 'rm -f "$translations"' EXIT
  msgcat --use-first "$@" -o "$translations" 2> /dev/null
  compendia=(--compendium "$translations")
fi

[[ -f po/de.po ]] || msginit --no-translator --locale de_DE.UTF-8 -i po/sprechzettel.pot -o po/de.po > /dev/null 2>&1
msgmerge --quiet --no-fuzzy-matching --no-wrap --add-location=file "${compendia[@]}" po/de.po po/sprechzettel.pot -o po/de.po.new
msgattrib --no-obsolete --no-wrap --add-location=file po/de.po.new -o po/de.po
rm -f po/de.po.new po/sprechzettel.pot
msgfmt --statistics -o /dev/null po/de.po

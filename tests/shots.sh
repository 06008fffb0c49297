#!/usr/bin/env bash
# shots.sh FILE FOLDER: pictures of all pages, in several sizes and styles
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
set -euo pipefail

file=$1 folder=$2
here=$(dirname "$(readlink -f "$0")")

for page in overview timeline fields organisation meetings briefings; do
  "$here/picture.sh" "$file" "$page" "$folder/$page.png" -g 1400x900
  "$here/picture.sh" "$file" "$page" "$folder/$page-dark.png" -g 1400x900 -d
  "$here/picture.sh" "$file" "$page" "$folder/$page-contrast.png" -g 1400x900 -c
  "$here/picture.sh" "$file" "$page" "$folder/$page-small.png" -g 1024x600
  "$here/picture.sh" "$file" "$page" "$folder/$page-narrow.png" -g 400x700
done
"$here/picture.sh" "$file" timeline "$folder/timeline-4k.png" -g 3840x2160 -s 2
ls "$folder"/*.png

#!/usr/bin/env bash
# picture.sh FILE PAGE PICTURE [HEADLESS-OPTION…]: a page of the window as PNG
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
#
# The programme to photograph is the one found in PATH (see "dev"). The window
# fills the screen; its border is left out, as is the pointer.
set -euo pipefail

file=$(realpath "$1") page=$2 picture=$(realpath -m "$3")
shift 3
here=$(dirname "$(readlink -f "$0")")

"$here/headless" -g 1400x900 "$@" -- bash -c '
  read -r width height < <(xdotool getdisplaygeometry)
  xdotool mousemove "$width" "$height"

  sprechzettel --page="$1" "$0" &
  app=$!
  window=$(timeout 20 xdotool search --sync --onlyvisible --pid $app | tail -n 1)
  xdotool windowmove "$window" 0 0 windowsize --sync "$window" "$width" "$height" || true
  sleep 2
  import -window root png:- | convert - -shave 5x5 +repage "$2"
  kill $app
  wait $app || true
' "$file" "$page" "$picture" 2> >(grep -v 'explicit kill or server shutdown' >&2)

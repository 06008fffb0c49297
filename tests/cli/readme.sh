#!/usr/bin/env bash
# readme.sh CLI README: runs the README's examples as they stand there
#
# Copyright 2026 The Sprechzettel authors
# SPDX-License-Identifier: EUPL-1.2
set -euo pipefail

cli=$(realpath "$1") readme=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ln -s "$(dirname "$readme")/data" "$scratch/data"
cd "$scratch"
PATH=$(dirname "$cli"):$PATH

mapfile -t examples < <(grep '^sprechzettel-cli ' "$readme")
if ((${#examples[@]} == 0)); then
  echo 'There are no examples' >&2
  exit 1
fi
for example in "${examples[@]}"; do
  echo "\$ $example"
  bash -ec "$example"
done

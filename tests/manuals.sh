#!/bin/sh
# Looks the man pages over as mandoc does: no warning, nothing against good style, and each page of ours that another
# speaks of is there. Those of other programs may not be.
set -eu
PATH=$PATH:/usr/sbin
man=$(cd "$(dirname "$0")/../man" && pwd)
there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
for section in 1 5; do
  mkdir "$there/man$section"
  cp "$man"/*."$section" "$there/man$section"
done
makewhatis "$there"
if MANPATH=$there mandoc -T lint -W style "$man"/*.[15] 2>&1 | grep -Ev 'manual not found: Xr (bash|flock|git|less|man|vi) '; then
  exit 1
fi

#!/bin/sh
# Picks a person with fzf, the brief beside them, and prints their id: kith log "Coffee" --with "$(pick-person.sh)"
set -eu
tab=$(printf '\t')
choice=$(kith person list --format '{id}\t{name}\t{organisation}\t{groups}' |
  fzf --delimiter "$tab" --with-nth 2.. --preview-window wrap --preview 'kith report person {1}')
printf '%s\n' "${choice%%"$tab"*}"

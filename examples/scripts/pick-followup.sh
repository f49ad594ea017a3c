#!/bin/sh
# Picks follow-ups with fzf (Tab for several) and closes them: pick-followup.sh [done|snooze|drop]
set -eu
tab=$(printf '\t')
choices=$(kith followup list --format '{id}\t{state}\t{due}\t{with}\t{note}\t{why}' |
  fzf --multi --delimiter "$tab" --with-nth 2.. --preview-window wrap --preview 'kith report person {4}')
printf '%s\n' "$choices" | cut -f 1 | xargs kith followup "${1:-done}"

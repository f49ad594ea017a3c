#!/bin/sh
# The morning's due list, where there is one: due.sh mail ADDRESS, or due.sh notify
set -eu
status=0
list=$(kith -q followup --exit-code) || status=$?
case $status in
  0) exit 0 ;;
  10) ;;
  *) exit "$status" ;;
esac
title="kith: $(kith followup count) due"
case ${1-} in
  mail) printf '%s\n' "$list" | mail -s "$title" "${2:?to whom?}" ;;
  # What is shown there is taken for markup.
  notify) notify-send "$title" "$(printf '%s\n' "$list" | head -n 8 | sed 's/&/\&amp;/g; s/</\&lt;/g')" ;;
  *) echo "usage: due.sh mail ADDRESS | due.sh notify" >&2; exit 2 ;;
esac

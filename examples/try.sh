#!/bin/sh
# Builds kith into build/try and shows it at work on a copy of the example journal.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

.ci/install.sh build
. .ci/setup.sh

quietly cmake --preset release -B build/try -DKITH_TESTS=OFF
quietly cmake --build build/try

cp -R examples/journal "$temporary/journal"
KITH_DIR=$temporary/journal
KITH_TODAY=2026-11-22
XDG_STATE_HOME=$temporary/state # What undo needs.
export KITH_DIR KITH_TODAY XDG_STATE_HOME

# Shows the command as one would type it, then what it says.
show() {
  printf '$ kith'
  for word in "$@"; do
    case $word in
      *[!A-Za-z0-9_-]*) printf ' "%s"' "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
  build/try/src/kith "$@"
  printf '\n'
}

show
show log "Coffee with Ana about the Rust meetup" --follow-up "in 2w: send her the slides"
show followup
show followup "done" vzkj "Sent him the patch that tests the notes" --via linkedin
show event show rust-lisbon-november
show report

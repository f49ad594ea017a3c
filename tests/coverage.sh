#!/bin/sh
# Of each layer's lines, how many the tests run; fails where core, store or commands stand below 95 percent.
#
#   tests/coverage.sh           builds with counters, runs all tests, counts
#   tests/coverage.sh FILE...   the lines of these files that the last run did not reach
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."
counts=build/coverage/lines.json

if [ $# -gt 0 ]; then
  for file in "$@"; do
    gcovr --add-tracefile "$counts" --filter "$file" --txt | sed '1,/^File/d'
  done
  exit
fi

.ci/install.sh build test coverage
. .ci/setup.sh

quietly cmake --preset coverage
quietly cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete
# One test runs the program as nobody, who is to count too.
build/coverage/src/kith --version >"$temporary/version"
find build/coverage -name '*.gcda' -exec chmod a+w {} +
quietly ctest --preset coverage -j 2
quietly gcovr --object-directory build/coverage --json "$counts" build/coverage/src

is_enough=true
for layer in core store commands system render exchange; do
  case $layer in
    core | store | commands) least=95 ;;
    *) least=0 ;;
  esac
  said=$(gcovr --add-tracefile "$counts" --filter "src/$layer/" --filter "include/kith/$layer/" \
    --print-summary --txt "$temporary/table" --fail-under-line "$least" 2>&1) || is_enough=false
  printf '%-8s  %s\n' "$layer" "$(echo "$said" | grep '^lines:')"
done
$is_enough || { echo "under 95% of the lines of core, store or commands; see tests/coverage.sh FILE" >&2; exit 1; }

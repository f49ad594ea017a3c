#!/bin/sh
# How fast kith is on ten years of entries, as ratios to what was measured beside it in the same run: starting a program
# that says hello, and parsing the whole log with toml++. Ratios, since milliseconds say more about the machine.
#
#     [KITH=PROGRAM] tests/benchmark/run.sh [RUNS]
set -eu
program=${KITH:-}
case $program in
  '' | /*) ;;
  *) program=$PWD/$program ;;
esac
CDPATH='' cd -- "$(dirname -- "$0")/../.."

.ci/install.sh build test
. .ci/setup.sh

if [ -z "$program" ]; then
  [ -f build/release/CMakeCache.txt ] || quietly cmake --preset release -DKITH_TESTS=OFF
  quietly cmake --build build/release --target kith
  program=$PWD/build/release/src/kith
fi

# shellcheck disable=SC2046 # The flags are words.
compile() {
  quietly "${CXX:-c++}" -std=c++20 -O3 -DNDEBUG "tests/benchmark/$1.cpp" -o "$temporary/$1" $(pkg-config --cflags --libs "$2")
}
compile hello fmt
compile parse tomlplusplus

quietly python3 tests/benchmark/generate.py "$temporary/journal"
python3 tests/benchmark/measure.py "$program" "$temporary/hello" "$temporary/parse" "$temporary/journal" "$@"

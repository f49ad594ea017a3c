#!/bin/sh
# How fast kith is on ten years of entries, as ratios to what was measured beside it in the same run: starting a program
# that says hello, `cat` of the whole log, and parsing it with toml++. Ratios, since milliseconds say more about the
# machine. Then the same four jobs by other programs, those that are installed: timewarrior, taskwarrior, hledger,
# recutils. Journals are kept in memory where there is room for that: a disk's time for having an entry safely (kith
# waits for it, the others do not) says as little.
#
#     [KITH=PROGRAM] [BENCHMARK_CLOCK=cpu] tests/benchmark/run.sh [RUNS]
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
# All of them as they are installed: the file that a linker has written is mapped more slowly than a copy of it.
mkdir "$temporary/installed"
install -m 755 "$program" "$temporary/installed/kith"
install -m 755 "$temporary/hello" "$temporary/parse" "$temporary/installed"
programs=$temporary/installed

journals=$temporary
if [ -w /dev/shm ]; then
  journals=$(mktemp -d /dev/shm/kith.XXXXXX)
  trap 'rm -rf "$temporary" "$journals"' EXIT
fi
runs=${1:-101}
quietly python3 tests/benchmark/generate.py "$journals/journal"
python3 tests/benchmark/measure.py "$programs/kith" "$programs/hello" "$programs/parse" "$journals/journal" --runs "$runs"
python3 tests/benchmark/peers.py "$programs/kith" "$programs/hello" "$journals/journal" --runs "$((runs / 5 + 1))"

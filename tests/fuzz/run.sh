#!/bin/sh
# Builds the fuzzers with Clang and runs each on a copy of its seeds for so many seconds.
#
#     [FUZZ_CXX=COMPILER] [FUZZ_FLAGS=OPTIONS] tests/fuzz/run.sh [SECONDS [TARGET...]]
#
# FUZZ_FLAGS='-O0 -g1' builds in half the time what then runs at half the speed, as it is good for a run of seconds.
# An input that breaks something is left in build/fuzz/finds: mend it, and keep it in tests/fuzz/seeds under a name that
# says what broke.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

.ci/install.sh build test fuzz
. .ci/setup.sh

seconds=${1:-10}
[ $# -eq 0 ] || shift
if [ $# -eq 0 ]; then
  for file in tests/fuzz/*.cpp; do
    name=$(basename "$file" .cpp)
    [ "$name" = replay ] || set -- "$@" "$name"
  done
fi

# Clang before 16 cannot compile the ranges of GCC's library.
compiler=${FUZZ_CXX:-}
for candidate in clang++-20 clang++-19 clang++-18 clang++-17 clang++-16 clang++; do
  [ -n "$compiler" ] || ! command -v "$candidate" >/dev/null || compiler=$candidate
done
if [ -z "$compiler" ] || [ "$("$compiler" -dumpversion | cut -d. -f1)" -lt 16 ]; then
  echo "no Clang from version 16 on: nothing is fuzzed but the seeds that ctest replays" >&2
  exit 0
fi
quietly cmake --preset fuzz -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS_DEBUG="${FUZZ_FLAGS:--O1 -g1}"
quietly cmake --build --preset fuzz

mkdir -p build/fuzz/finds
status=0
for name in "$@"; do
  mkdir "$temporary/$name"
  words=tests/fuzz/$name.dict
  [ -f "$words" ] || words=tests/fuzz/toml.dict
  # libFuzzer keeps what it learns in the first directory. Looking for leaks (the replays do) and entropic, which keeps
  # books of rare branches, would take four fifths of the time.
  if build/fuzz/tests/fuzz/"fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=1024 \
    -detect_leaks=0 -entropic=0 -dict="$words" -artifact_prefix="build/fuzz/finds/$name-" -print_final_stats=1 \
    "$temporary/$name" "tests/fuzz/seeds/$name" >"$temporary/$name.log" 2>&1; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$temporary/$name.log") executions"
  else
    status=1
    echo "$name: broken" >&2
    tail -40 "$temporary/$name.log" >&2
  fi
done
exit "$status"

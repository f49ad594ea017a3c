#!/bin/sh
# Everything a change has to pass: layout, the tests with the sanitizers on, and the program as it is installed.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

.ci/install.sh build test fuzz
. .ci/setup.sh

if command -v clang-format >/dev/null; then
  echo "layout"
  quietly find include src tests \( -name '*.cpp' -o -name '*.hpp' \) -exec clang-format --dry-run -Werror {} +
fi

if command -v shellcheck >/dev/null; then
  grep -rlE '^#!/bin/sh|^# shellcheck shell=' .ci tests examples | quietly xargs shellcheck -x
  quietly shellcheck --shell=bash completions/kith.bash
fi

echo "build and tests, with sanitizers"
quietly cmake --preset dev
quietly cmake --build --preset dev
quietly ctest --preset dev -j 2
echo "merges of two thousand random histories"
KITH_HISTORIES=2000 quietly build/dev/tests/store_tests -tc='clones*'

echo "fuzzers, five seconds each"
FUZZ_FLAGS='-O0 -g1' tests/fuzz/run.sh 5

echo "release, as it is installed"
quietly cmake --preset release -B build/installed -DKITH_TESTS=OFF -DKITH_WARNINGS_AS_ERRORS=ON
quietly cmake --build build/installed
quietly cmake --install build/installed --prefix "$temporary/prefix"
kith=$temporary/prefix/bin/kith
said=$("$kith" --version)
version=$(sed -n 's/^project(kith VERSION \([0-9.]*\) .*/\1/p' CMakeLists.txt)
case $said in
  *"$version"*) ;;
  *) echo "the installed kith says '$said', not $version" >&2; exit 1 ;;
esac
for file in bash-completion/completions/kith zsh/site-functions/_kith fish/vendor_completions.d/kith.fish \
  man/man1/kith.1 man/man1/kith-log.1 man/man5/kith-format.5; do
  [ -s "$temporary/prefix/share/$file" ] || { echo "share/$file is not installed" >&2; exit 1; }
done
cp -R examples/journal "$temporary/journal"
quietly "$kith" --dir "$temporary/journal" --today 2026-11-22 check

echo "the memory that imports take"
quietly python3 tests/scripts/import_memory_test.py "$kith"

echo "a thousand imports, each said again"
python3 tests/exchange/again_test.py "$kith" --commands 1000

echo "the Debian package"
tests/package.sh build/installed

echo "two thousand writes of sixteen writers at once"
quietly python3 tests/faults/writers.py "$kith" --writes 2000

echo "every figure of a thousand random journals, against a second implementation"
python3 tests/figures/check.py "$kith" --journals 1000 --seed 2

echo "all well"

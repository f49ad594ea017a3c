#!/bin/sh
# What kith is built from, and the one list of it. `install.sh build` sees to what the program needs, `install.sh test`
# to what its tests need besides, `install.sh fuzz` to the fuzzers' compiler, `install.sh coverage` to what counts
# lines. On Debian and its kin the missing packages are installed; elsewhere they are listed.
set -eu

build="g++ cmake ninja-build pkg-config libcli11-dev libfmt-dev libtomlplusplus-dev libutf8proc-dev nlohmann-json3-dev libdtl-dev
  libedit-dev libcsv-dev libical-dev"
test="doctest-dev clang-format python3 git chromium zsh fish bash-completion mandoc python3-jsonschema shellcheck dpkg-dev
  lintian python3-vobject python3-icalendar strace"

# The first Clang that can compile the ranges of GCC's library is 16; newer systems have their own by the plain name.
fuzz="clang libclang-rt-dev"
if command -v apt-cache >/dev/null && apt-cache show clang-16 >/dev/null 2>&1; then fuzz="clang-16 libclang-rt-16-dev"; fi

coverage=gcovr

wanted=
for set in "$@"; do
  case $set in
    build) wanted="$wanted $build" ;;
    test) wanted="$wanted $test" ;;
    fuzz) wanted="$wanted $fuzz" ;;
    coverage) wanted="$wanted $coverage" ;;
    *) echo "usage: install.sh build|test|fuzz|coverage..." >&2; exit 2 ;;
  esac
done

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "kith needs these Debian packages, or what your system calls them:$wanted" >&2
  exit 0 # CMake says it if one is not there.
fi

missing=
for package in $wanted; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=none
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif command -v sudo >/dev/null; then
  as_root=sudo
else
  echo "kith needs these packages; have an administrator install them:$missing" >&2
  exit 1
fi
echo "installing$missing" >&2
# shellcheck disable=SC2086 # The lists are lists of words.
{
  $as_root apt-get update -qq >&2 || echo "the package lists could not be brought up to date; trying with those there are" >&2
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >&2
}

#!/bin/sh
# What kith is built from, and the one list of it. `install.sh build` sees to what the program needs, `install.sh test`
# to what its tests need besides, `install.sh fuzz` to the fuzzers' compiler, `install.sh coverage` to what counts
# lines. On Debian and its kin the missing packages are installed; elsewhere they are listed.
set -eu

build="g++ cmake ninja-build pkg-config libcli11-dev libfmt-dev libtomlplusplus-dev libutf8proc-dev nlohmann-json3-dev libdtl-dev
  libedit-dev libcsv-dev libical-dev"
test="doctest-dev clang-format python3 git chromium zsh fish bash-completion mandoc python3-jsonschema shellcheck dpkg-dev
  lintian python3-vobject python3-icalendar strace"

update_lists() {
  $as_root apt-get update -qq >&2 || echo "the package lists could not be brought up to date; trying with those there are" >&2
}

is_listed() {
  apt-cache show "$1" >/dev/null 2>&1
}

# The first Clang that can compile the ranges of GCC's library is 16; newer systems have their own by the plain name.
# Nothing where there is neither: tests/fuzz/run.sh says so.
clang_packages() {
  command -v apt-cache >/dev/null || { echo clang libclang-rt-dev; return; }
  is_listed libclang-rt-16-dev || is_listed clang || update_lists # A fresh system has no lists yet.
  if is_listed libclang-rt-16-dev; then
    echo clang-16 libclang-rt-16-dev
  elif is_listed libclang-rt-dev; then
    echo clang libclang-rt-dev
  fi
}

as_root=
if [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null; then as_root=sudo; fi

coverage=gcovr

wanted=
for set in "$@"; do
  case $set in
    build) wanted="$wanted $build" ;;
    test) wanted="$wanted $test" ;;
    fuzz) wanted="$wanted $(clang_packages)" ;;
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

if [ "$(id -u)" -ne 0 ] && [ -z "$as_root" ]; then
  echo "kith needs these packages; have an administrator install them:$missing" >&2
  exit 1
fi
echo "installing$missing" >&2
update_lists
# shellcheck disable=SC2086 # The lists are lists of words.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >&2

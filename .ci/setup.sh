# Sourced by the scripts, in the top directory: a temporary directory that goes away by itself, and quiet, parallel builds.
# shellcheck shell=sh

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 1' HUP INT TERM

# Runs a command and shows what it said only if it failed.
quietly() {
  "$@" >"$temporary/said" 2>&1 && return
  cat "$temporary/said" >&2
  printf 'failed: %s\n' "$*" >&2
  exit 1
}

CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc 2>/dev/null || echo 2)}
export CMAKE_BUILD_PARALLEL_LEVEL
if command -v ccache >/dev/null; then
  CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER:-ccache}
  export CMAKE_CXX_COMPILER_LAUNCHER
fi

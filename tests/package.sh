#!/bin/sh
# Makes the Debian package in a build directory, has lintian look at it, and runs kith in a root that has nothing but
# this package and those it depends on: package.sh BUILD
set -eu
build=$(CDPATH='' cd -- "$1" && pwd)
CDPATH='' cd -- "$(dirname -- "$0")/.."
. .ci/setup.sh

if ! command -v dpkg-shlibdeps >/dev/null || ! command -v lintian >/dev/null; then
  echo "skipped: no dpkg-dev and lintian" >&2
  exit 0
fi

(cd "$build" && quietly cpack -G DEB -B "$temporary")
package=$(echo "$temporary"/kith_*.deb)
quietly lintian --allow-root --fail-on error,warning "$package"

dpkg-deb --field "$package" Depends | grep -q 'libical[0-9]' || {
  echo "the package does not depend on libical, which kith loads where there is a calendar to read" >&2
  exit 1
}

root=$temporary/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
touch "$root/var/lib/dpkg/status"
depends=$(dpkg-deb --field "$package" Depends | sed 's/([^)]*)//g; s/,/ /g')
for each in $depends; do
  dpkg-query --listfiles "$each" | while read -r file; do
    [ -f "$file" ] || continue
    mkdir -p "$root${file%/*}"
    cp -a "$file" "$root$file"
  done
done
# The libraries were copied, not installed; apt is asked whether the package can be, with all that it depends on.
quietly apt-get install --simulate "$package"
cp -R examples/journal "$root/journal"

if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif unshare --map-root-user true 2>/dev/null; then
  as_root="unshare --map-root-user"
else
  echo "skipped: no clean root for one who is not root" >&2
  exit 0
fi
# shellcheck disable=SC2086 # It is two words, or none.
{
  quietly $as_root dpkg --root="$root" --force-depends --install "$package"
  count=$($as_root chroot "$root" /usr/bin/kith --dir /journal --today 2026-11-22 followup count)
}
[ "$count" = 7 ] || { echo "the packaged kith counts '$count' due, not 7" >&2; exit 1; }

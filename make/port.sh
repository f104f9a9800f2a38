#!/bin/sh
# Writes FreeBSD's ports of this version into a ports tree: with its crates, sums and lists of files.
# usage: port.sh FOLDER    FOLDER/x11/candela-core and the others appear; what was there of these is replaced
#   with PACKAGING in the environment, where the program `packaging` is built already
set -eu
cd "$(dirname "$0")/.."
tree=$1
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
archive=${CARGO_TARGET_DIR:-target}/candela-$version.tar.gz

# Paths below PREFIX, as packing lists have them; manuals are compressed, and settings are samples.
plist() {
    BINDIR=bin LIBEXECDIR=libexec DATADIR=share MANDIR=share/man SYSCONFDIR=etc DESTDIR='' SYSTEM=FreeBSD \
        ./make/install.sh list "$1" | sed 's|^share/man/.*|&.gz|' | sort
    if [ "$1" = shutdown ]; then echo '@sample etc/xdg/candela/shutdown.toml.sample'; fi
}

sums_of_archive() {
    if command -v sha256 >/dev/null; then sum=$(sha256 -q "$archive"); else sum=$(sha256sum "$archive"); fi
    echo "SHA256 (${archive##*/}) = ${sum%% *}"
    echo "SIZE (${archive##*/}) = $(($(wc -c <"$archive")))"
}

(cd packaging/freebsd && find . -type f) | while read -r file; do
    mkdir -p "$tree/${file%/*}"
    sed "s|@VERSION@|$version|" "packaging/freebsd/$file" >"$tree/$file"
done
for makefile in "$tree"/*/candela-*/Makefile; do
    port=${makefile%/Makefile}
    plist "${port##*/candela-}" >"$port/pkg-plist"
done
core=$tree/x11/candela-core
cargo fetch -q --locked
${PACKAGING:-cargo run -q --release -p candela-tests --bin packaging} port "$core"
mv "$core/distinfo" "$core/distinfo.crates"
{
    echo "TIMESTAMP = $(git log -1 --format=%ct 2>/dev/null || date +%s)"
    if [ -e "$archive" ]; then sums_of_archive; fi
    cat "$core/distinfo.crates"
} >"$core/distinfo"
rm "$core/distinfo.crates"
if [ ! -e "$archive" ]; then echo "no $archive: type make dist first, or make makesum in the ports afterwards"; fi

#!/bin/sh
# Packs a release: the sources of the last commit, and the crates they are built from to unpack over them. The same
# commit gives the same bytes anywhere. In the sources lie the licences and the bill of materials of what is built in.
set -eu
cd "$(dirname "$0")/.."
output=$(mkdir -p "${CARGO_TARGET_DIR:-target}" && cd "${CARGO_TARGET_DIR:-target}" && pwd)
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
name=candela-$version
time=$(git log -1 --format=%ct)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# archive FOLDER NAME: of everything below the folder, with nothing of this machine or moment in it.
archive() {
    tar --format=posix --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime --sort=name \
        --mtime="@$time" --owner=0 --group=0 --numeric-owner --mode=go=rX -C "$1" -cf - "$name" |
        gzip -9n >"$output/$2.tar.gz"
    echo "$output/$2.tar.gz"
}

mkdir "$work/sources" "$work/crates"
git archive --prefix="$name/" HEAD | tar -C "$work/sources" -xf -
packaging=${PACKAGING:-cargo run -q --release -p candela-tests --bin packaging}
$packaging licences >"$work/sources/$name/LICENCES"
$packaging bill >"$work/sources/$name/candela.cdx.json"
archive "$work/sources" "$name"

mkdir -p "$work/crates/$name/.cargo"
cargo vendor -q --locked "$work/crates/$name/vendor" >/dev/null
printf '[source.crates-io]\nreplace-with = "vendored"\n\n[source.vendored]\ndirectory = "vendor"\n' \
    >"$work/crates/$name/.cargo/config.toml"
archive "$work/crates" "$name-crates"

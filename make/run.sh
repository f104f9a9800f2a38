#!/bin/sh
# Builds the programs and opens the launcher on the present display; where there is none, the whole desktop on one in
# memory, with a picture of it.
set -eu
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
built=$target/release
./make/packages.sh run
cargo build --release -p candela -p candela-shutdown-core -p candela-tests --bin candela --bin candela-update-helper --bin show
if "$built/show" --has-display; then
    exec "$built/candela" launcher
fi
./make/packages.sh display
mkdir -p "$target/desktop"
desktop=$(cd "$target/desktop" && pwd)
make -s install "PREFIX=$desktop" DESTDIR=
exec "$built/show" --desktop "$desktop"

#!/bin/sh
# Collects the licences of everything that is built in beside the programs, for the installation; archives of releases
# bring them along.
set -eu
cd "$(dirname "$0")/.."
if [ -e LICENCES ]; then exit 0; fi
built=${CARGO_TARGET_DIR:-target}/release
cargo run -q --release -p candela-tests --bin packaging licences >"$built/LICENCES.new"
mv "$built/LICENCES.new" "$built/LICENCES"

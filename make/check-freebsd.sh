#!/bin/sh
# Type-checks the whole workspace for FreeBSD on Debian, by Debian's own newer Rust unpacked beside the installed one.
# Nothing is installed: the packages (145 MB) lie unpacked in the user's cache, and are fetched once.
set -eu
cd "$(dirname "$0")/.."
cache=${XDG_CACHE_HOME:-$HOME/.cache}/candela
rust=$cache/rust-for-freebsd
target=x86_64-unknown-freebsd

if [ "$(uname -s)" = FreeBSD ]; then
    echo 'not done: this is FreeBSD, where the tests show more'
    exit 0
fi

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@" || doas "$@"; fi
}

# What apt would install for a cargo with the sources of std, without what is there.
packages() {
    apt-get install -s --no-install-recommends rustc-web cargo-web rust-web-src | sed -n 's/^Inst \([^ ]*\).*/\1/p'
}

fetch() {
    list=$(packages)
    if [ -z "$list" ]; then as_root apt-get update -q && list=$(packages); fi
    if [ -z "$list" ]; then
        echo 'not done: this system does not pack the Rust that this needs'
        exit 0
    fi
    fresh=$(mktemp -d "$cache/unpack.XXXXXX")
    trap 'rm -rf "$fresh"' EXIT
    mkdir "$fresh/debs"
    # shellcheck disable=SC2086  # a list of names
    (cd "$fresh/debs" && apt-get download -q -o APT::Sandbox::User=root $list)
    for deb in "$fresh"/debs/*.deb; do dpkg -x "$deb" "$fresh"; done
    rm -rf "$fresh/debs" "$rust"
    mv "$fresh" "$rust"
}

mkdir -p "$cache"
if [ ! -x "$rust/usr/bin/cargo" ]; then
    if ! command -v apt-get >/dev/null; then
        echo 'not done: Debian alone packs the Rust that this needs'
        exit 0
    fi
    fetch
fi

# libgit2's build script compiles no C when it hears that the system has the library, as FreeBSD does.
pkg_config=$rust/pkgconfig
mkdir -p "$pkg_config"
for library in libgit2:1.9.9 xkbcommon:1.5.0 zlib:1.3; do
    printf 'Name: %s\nDescription: for the check\nVersion: %s\n' "${library%:*}" "${library#*:}" \
        >"$pkg_config/${library%:*}.pc"
done

PKG_CONFIG_PATH=$pkg_config PKG_CONFIG_ALLOW_CROSS=1 \
    LD_LIBRARY_PATH=$rust/usr/lib/x86_64-linux-gnu RUSTC_BOOTSTRAP=1 RUSTC=$rust/usr/bin/rustc \
    "$rust/usr/bin/cargo" check --workspace --all-targets --features candela/gallery --locked \
    -Zbuild-std=std,panic_abort --target "$target" --target-dir "${CARGO_TARGET_DIR:-target}/freebsd"

#!/bin/sh
# Packs what `make` built for Debian: a package for each part, and one that depends on all.
#   DEBEMAIL in the environment is who packs; without it the packages name nobody
# usage: deb.sh PART ...   the packages and what is in them lie below target/deb afterwards
set -eu
cd "$(dirname "$0")/.."
output=${CARGO_TARGET_DIR:-target}/deb
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
date=$(sed -n 's/.*<release version="[^"]*" date="\([^"]*\)".*/\1/p' packaging/share/metainfo/candela-launcher.metainfo.xml)
email=${DEBEMAIL:-candela@invalid.invalid}
architecture=$(dpkg --print-architecture)

# The libraries the binaries are linked to, as packages.
linked() {
    mkdir -p "$output/shlibs/debian"
    printf 'Source: candela\n\nPackage: candela-core\nArchitecture: any\n' >"$output/shlibs/debian/control"
    root=$(cd "$output/candela-core" && pwd)
    (cd "$output/shlibs" && dpkg-shlibdeps -O "$root/usr/bin/candela" "$root/usr/libexec/candela-update-helper") |
        sed -n 's/^shlibs:Depends=//p'
}

# paragraph PACKAGE: what packaging/debian/control says of it.
paragraph() { awk -v RS= -v package="$1" '$0 ~ "^Package: " package "\n"' packaging/debian/control; }

documents() {
    documents=$root/usr/share/doc/$1
    mkdir -p "$documents"
    {
        printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Candela\n\n'
        printf 'Files: *\nCopyright: 2026, the Candela developers\nLicense: BSD-3-Clause\n'
        sed '1,4d; s/^$/./; s/^/ /' LICENSE
    } >"$documents/copyright"
    {
        printf 'candela (%s) stable; urgency=medium\n\n  * See CHANGELOG.md of the sources.\n\n' "$version"
        printf ' -- The Candela developers <%s>  %s\n' "$email" "$(LC_ALL=C date -R -u -d "$date")"
    } | gzip -9n >"$documents/changelog.gz"
}

# pack PACKAGE: of what lies below its folder.
pack() {
    package=$1
    root=$output/$package
    documents "$package"
    find "$root/usr/share/man" -type f -exec gzip -9n {} + 2>/dev/null || true
    mkdir -p "$root/DEBIAN"
    size=$(du -sk --exclude=DEBIAN "$root" | cut -f 1)
    paragraph "$package" | sed "s|@VERSION@|$version|g; s|@ARCHITECTURE@|$architecture|; s|@LINKED@|$linked|; s|@EMAIL@|$email|
        s|^Description:|Installed-Size: $size\n&|" >"$root/DEBIAN/control"
    if [ -e "packaging/debian/$package.lintian-overrides" ]; then
        mkdir -p "$root/usr/share/lintian/overrides"
        install -m 644 "packaging/debian/$package.lintian-overrides" "$root/usr/share/lintian/overrides/$package"
    fi
    (cd "$root" && find usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2) >"$root/DEBIAN/md5sums"
    for script in postinst prerm; do
        if [ -e "packaging/debian/$package.$script" ]; then
            install -m 755 "packaging/debian/$package.$script" "$root/DEBIAN/$script"
        fi
    done
    find "$root" -type d -exec chmod 755 {} +
    dpkg-deb --root-owner-group --build "$root" "$output" >/dev/null
}

rm -rf "$output"
for part; do
    DESTDIR=$output/candela-$part BINDIR=/usr/bin LIBEXECDIR=/usr/libexec DATADIR=/usr/share MANDIR=/usr/share/man \
        SYSCONFDIR=/etc SYSTEM=Linux ./make/install.sh install "$part"
done
linked=$(linked)
for part; do pack "candela-$part"; done
mkdir -p "$output/candela"
pack candela
ls "$output"/*.deb

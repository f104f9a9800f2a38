#!/bin/sh
# Holds what `make install` puts in place against the judges of its formats.
# usage: check-packaging.sh SCRIPT ...   the scripts that must run under any POSIX shell
set -u
cd "$(dirname "$0")/.." || exit
policy=/usr/share/polkit-1/policyconfig-1.dtd
if [ ! -e "$policy" ]; then policy=/usr/local/share/${policy#/usr/share/}; fi
staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
unset MAKEFLAGS MAKELEVEL MFLAGS
share=$staged/usr/share
status=0 # 1 once somebody objected; all are heard

# install SYSTEM: with empty files in the place of the programs, which these judges do not look into.
install() {
    mkdir -p "$staged/built/release"
    touch "$staged/built/release/candela" "$staged/built/release/candela-update-helper"
    CARGO_TARGET_DIR=$staged/built SYSTEM=$1 make -s install PREFIX=/usr SYSCONFDIR=/etc DESTDIR="$staged"
}

# The judge of desktop entries does not know the key that login managers read.
session_entries() {
    for entry in "$share"/xsessions/*.desktop "$share"/wayland-sessions/*.desktop; do
        sed '/^DesktopNames=/d' "$entry" >"$staged/session.desktop"
        desktop-file-validate "$staged/session.desktop" || status=1
    done
}

# Only where systemd is has anybody a use for its units.
units() {
    if ! command -v systemd-analyze >/dev/null; then return; fi
    XDG_RUNTIME_DIR=$staged systemd-analyze verify --user --man=no "$share"/systemd/user/* || status=1
}

completions() {
    for file in "$share"/bash-completion/completions/*; do bash -n "$file" || status=1; done
    for file in "$share"/zsh/site-functions/*; do zsh -n "$file" || status=1; done
    for file in "$share"/fish/vendor_completions.d/*; do fish --no-execute "$file" || status=1; done
}

for system in Linux FreeBSD; do install "$system" || exit; done
set -- "$@" "$staged/usr/bin/start-candela-desktop" "$staged"/etc/periodic/daily/* "$staged"/etc/rc.d/*
checkbashisms "$@" || status=1
shellcheck "$@" || status=1
desktop-file-validate "$share"/applications/*.desktop || status=1
session_entries
appstreamcli validate --no-net --strict "$share"/metainfo/*.xml || status=1
find "$share/icons" -name '*.svg' -exec xmllint --noout --nonet {} + || status=1
xmllint --noout --nonet --dtdvalid "$policy" "$share"/polkit-1/actions/*.policy || status=1
find "$share/man" -type f -exec mandoc -Tlint -Wwarning {} + || status=1
units
completions
exit "$status"

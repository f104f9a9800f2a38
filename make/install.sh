#!/bin/sh
# Puts the built programs and what belongs to them in place, or removes exactly that.
# usage: install.sh install|uninstall PROGRAM ...     with BINDIR, DATADIR, LIBEXECDIR and DESTDIR in the environment
set -eu
cd "$(dirname "$0")/.."
built=${CARGO_TARGET_DIR:-target}/release/candela
bin=$DESTDIR$BINDIR
data=$DESTDIR$DATADIR
libexec=$DESTDIR$LIBEXECDIR
documents=$data/doc/candela
examples=$data/examples/candela
helper=candela-update-helper
licences='LICENSE shared/ui/assets/fonts/LICENSE-inter shared/ui/assets/icons/LICENSE-phosphor'

# What lies below the data folder, by its name there.
shared_files() { (cd packaging/share && find . -type f | sort); }

# put MODE SOURCE TARGET
put() {
    mkdir -p "${3%/*}"
    install -m "$1" "$2" "$3"
}

# put_updates SOURCE TARGET: with the place of the helper filled in
put_updates() {
    mkdir -p "${2%/*}"
    sed "s|@LIBEXECDIR@|$LIBEXECDIR|g" "packaging/updates/$1" >"$2"
    chmod 644 "$2"
}

# Samples for doas and sudo, and FreeBSD's scripts: for packagers and administrators to put in place.
samples='doas.conf.sample sudoers.sample 500.candela-updates candela_updates'
policy=$data/polkit-1/actions/candela.updates.policy

action=$1
shift
case $action in
install)
    for needed in "$built" "${built%/*}/$helper"; do
        if [ ! -x "$needed" ]; then
            echo "install: $needed is not there: type make first" >&2
            exit 1
        fi
    done
    put 755 "$built" "$bin/candela"
    put 755 "${built%/*}/$helper" "$libexec/$helper"
    put_updates candela.updates.policy.in "$policy"
    for sample in $samples; do put_updates "$sample.in" "$examples/$sample"; done
    for program; do ln -sf candela "$bin/candela-$program"; done
    shared_files | while read -r file; do put 644 "packaging/share/$file" "$data/$file"; done
    for licence in $licences; do put 644 "$licence" "$documents/${licence##*/}"; done
    ;;
uninstall)
    for program; do rm -f "$bin/candela-$program"; done
    rm -f "$bin/candela" "$libexec/$helper" "$policy"
    for sample in $samples; do rm -f "$examples/$sample"; done
    rmdir "$examples" 2>/dev/null || true
    shared_files | while read -r file; do rm -f "$data/$file"; done
    for licence in $licences; do rm -f "$documents/${licence##*/}"; done
    rmdir "$documents" 2>/dev/null || true
    ;;
*)
    echo 'usage: install.sh install|uninstall PROGRAM ...' >&2
    exit 2
    ;;
esac
# Desktops look for new icons when this folder changed.
if [ -d "$data/icons/hicolor" ]; then touch "$data/icons/hicolor"; fi

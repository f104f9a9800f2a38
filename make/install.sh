#!/bin/sh
# Puts the built programs and what belongs to them in place, or removes exactly that.
# usage: install.sh install|uninstall PROGRAM ...     with BINDIR, DATADIR and DESTDIR in the environment
set -eu
cd "$(dirname "$0")/.."
built=${CARGO_TARGET_DIR:-target}/release/candela
bin=$DESTDIR$BINDIR
data=$DESTDIR$DATADIR
documents=$data/doc/candela
licences='LICENSE shared/ui/assets/fonts/LICENSE-inter shared/ui/assets/icons/LICENSE-phosphor'

# What lies below the data folder, by its name there.
shared_files() { (cd packaging/share && find . -type f | sort); }

# put MODE SOURCE TARGET
put() {
    mkdir -p "${3%/*}"
    install -m "$1" "$2" "$3"
}

action=$1
shift
case $action in
install)
    if [ ! -x "$built" ]; then
        echo "install: $built is not there: type make first" >&2
        exit 1
    fi
    put 755 "$built" "$bin/candela"
    for program; do ln -sf candela "$bin/candela-$program"; done
    shared_files | while read -r file; do put 644 "packaging/share/$file" "$data/$file"; done
    for licence in $licences; do put 644 "$licence" "$documents/${licence##*/}"; done
    ;;
uninstall)
    for program; do rm -f "$bin/candela-$program"; done
    rm -f "$bin/candela"
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

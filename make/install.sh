#!/bin/sh
# Puts the built programs and what belongs to them in place, or removes exactly that: both walk the same list.
# usage: install.sh install|uninstall|list PROGRAM ...
#   with BINDIR, LIBEXECDIR, DATADIR, MANDIR and DESTDIR in the environment; list prints where each file goes
set -eu
cd "$(dirname "$0")/.."
built=${CARGO_TARGET_DIR:-target}/release
documents=$DATADIR/doc/candela

# Every file, a line each: MODE SOURCE TARGET. A source that ends in .in has the folders filled in; of the mode "link"
# the source is where the link leads.
manifest() {
    echo "755 $built/candela $BINDIR/candela"
    for program; do echo "link candela $BINDIR/candela-$program"; done
    echo "755 packaging/session/start-candela-desktop $BINDIR/start-candela-desktop"
    echo "755 $built/candela-update-helper $LIBEXECDIR/candela-update-helper"
    find packaging/share -type f | sort | while read -r file; do
        below=${file#packaging/share/}
        case $below in
        man/*) echo "644 $file $MANDIR/${below#man/}" ;;
        *) echo "644 $file $DATADIR/${below%.in}" ;;
        esac
    done
    for licence in LICENSE shared/ui/assets/fonts/LICENSE-inter shared/ui/assets/icons/LICENSE-phosphor; do
        echo "644 $licence $documents/${licence##*/}"
    done
}

# put MODE SOURCE TARGET
put() {
    mkdir -p "${3%/*}"
    case $1,$2 in
    link,*) ln -sf "$2" "$3" ;;
    *.in)
        sed "s|@BINDIR@|$BINDIR|g; s|@LIBEXECDIR@|$LIBEXECDIR|g; s|@DATADIR@|$DATADIR|g" "$2" >"$3"
        chmod "$1" "$3"
        ;;
    *) install -m "$1" "$2" "$3" ;;
    esac
}

# The folders that are ours alone, the inner ones first.
own_folders() {
    find "$DESTDIR$documents" "$DESTDIR$DATADIR/candela" "$DESTDIR$DATADIR/examples/candela" \
        "$DESTDIR$DATADIR/themes/Candela" -depth -type d 2>/dev/null || true
}

action=$1
shift
case $action in
install)
    for needed in candela candela-update-helper; do
        if [ ! -x "$built/$needed" ]; then
            echo "install: $built/$needed is not there: type make first" >&2
            exit 1
        fi
    done
    manifest "$@" | while read -r mode source target; do put "$mode" "$source" "$DESTDIR$target"; done
    ;;
uninstall)
    manifest "$@" | while read -r mode source target; do rm -f "$DESTDIR$target"; done
    own_folders | while read -r folder; do rmdir "$folder" 2>/dev/null || true; done
    ;;
list) manifest "$@" | while read -r mode source target; do echo "$target"; done ;;
*)
    echo 'usage: install.sh install|uninstall|list PROGRAM ...' >&2
    exit 2
    ;;
esac
# Desktops look for new icons when this folder changed.
icons=$DESTDIR$DATADIR/icons/hicolor
if [ "$action" != list ] && [ -d "$icons" ]; then touch "$icons"; fi

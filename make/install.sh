#!/bin/sh
# Puts the built programs and what belongs to them in place, or removes exactly that: both walk the same list.
# usage: install.sh install|uninstall|list PART ...
#   PART is core (the binary and what all share) or a program; packagers may install each by itself
#   with BINDIR, LIBEXECDIR, DATADIR, MANDIR, SYSCONFDIR and DESTDIR in the environment, and SYSTEM where it is not what
#   uname -s says; list prints where each file goes
set -eu
cd "$(dirname "$0")/.."
built=${CARGO_TARGET_DIR:-target}/release
documents=$DATADIR/doc/candela
system=${SYSTEM:-$(uname -s)}
# Of all that is built in: an archive of a release has them, `make` collects them elsewhere.
licences=LICENCES
if [ ! -e "$licences" ]; then licences=$built/LICENCES; fi

# Every file, a line each: MODE SOURCE TARGET. A source that ends in .in has the folders filled in; of the mode "link"
# the source is where the link leads, of the mode "any" it need not be there.
manifest() {
    echo "755 $built/candela $BINDIR/candela"
    for program in calculator files launcher open session shutdown; do
        echo "link candela $BINDIR/candela-$program"
    done
    echo "755 packaging/session/start-candela-desktop $BINDIR/start-candela-desktop"
    echo "644 packaging/session/candela-x11.desktop.in $DATADIR/xsessions/candela.desktop"
    echo "644 packaging/session/candela-wayland.desktop.in $DATADIR/wayland-sessions/candela.desktop"
    echo "755 $built/candela-update-helper $LIBEXECDIR/candela-update-helper"
    find packaging/share -type f | sort | while read -r file; do
        below=${file#packaging/share/}
        case $below in
        man/*) echo "644 $file $MANDIR/${below#man/}" ;;
        systemd/*) if [ "$system" = Linux ]; then echo "644 $file $DATADIR/$below"; fi ;;
        examples/*/500.* | examples/*_updates.in) echo "755 $file $DATADIR/${below%.in}" ;;
        *) echo "644 $file $DATADIR/${below%.in}" ;;
        esac
    done
    if [ "$system" = FreeBSD ]; then
        examples=packaging/share/examples/candela
        echo "755 $examples/500.candela-updates.in $SYSCONFDIR/periodic/daily/500.candela-updates"
        echo "755 $examples/candela_updates.in $SYSCONFDIR/rc.d/candela_updates"
    fi
    for licence in LICENSE shared/ui/assets/fonts/LICENSE-inter shared/ui/assets/icons/LICENSE-phosphor; do
        echo "644 $licence $documents/${licence##*/}"
    done
    echo "any $licences $documents/LICENCES"
}

# part TARGET: the part of the suite that a file belongs to, by its name.
part() {
    case ${1#"$DATADIR"} in
    *candela-calculator*) echo calculator ;;
    *candela-files*) echo files ;;
    *candela-launcher*) echo launcher ;;
    *candela-open*) echo open ;;
    "$LIBEXECDIR"/* | */candela-update-helper.8) echo core ;;
    *candela-shutdown* | *update* | /examples/candela/*) echo shutdown ;;
    *candela-session* | *candela-desktop* | *sessions/* | */session/* | /themes/* | /xdg-desktop-portal/*)
        echo session
        ;;
    *) echo core ;;
    esac
}

# The lines of the list that the named parts have.
chosen() {
    wanted=" $* "
    manifest | while read -r mode source target; do
        case $wanted in *" $(part "$target") "*) echo "$mode $source $target" ;; esac
    done
}

# put MODE SOURCE TARGET
put() {
    mkdir -p "${3%/*}"
    case $1,$2 in
    link,*) ln -sf "$2" "$3" ;;
    any,*) if [ -e "$2" ]; then install -m 644 "$2" "$3"; fi ;;
    *.in)
        sed "s|@BINDIR@|$BINDIR|g; s|@LIBEXECDIR@|$LIBEXECDIR|g; s|@DATADIR@|$DATADIR|g
            s|@SYSCONFDIR@|$SYSCONFDIR|g" "$2" >"$3"
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

# Nothing is put in place where something is not built.
require_built() {
    chosen "$@" | while read -r mode source target; do
        case $mode in link | any) continue ;; esac
        if [ ! -e "$source" ]; then
            echo "install: $source is not there: type make first" >&2
            exit 1
        fi
    done
}

action=$1
shift
case $action in
install)
    require_built "$@"
    chosen "$@" | while read -r mode source target; do put "$mode" "$source" "$DESTDIR$target"; done
    ;;
uninstall)
    chosen "$@" | while read -r mode source target; do rm -f "$DESTDIR$target"; done
    own_folders | while read -r folder; do rmdir "$folder" 2>/dev/null || true; done
    ;;
list) chosen "$@" | while read -r mode source target; do echo "$target"; done ;;
*)
    echo 'usage: install.sh install|uninstall|list PART ...' >&2
    exit 2
    ;;
esac
# Desktops look for new icons when this folder changed.
icons=$DESTDIR$DATADIR/icons/hicolor
if [ "$action" != list ] && [ -d "$icons" ]; then touch "$icons"; fi

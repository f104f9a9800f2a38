#!/bin/sh
# Installs what is missing on this system, says what and why first, and does nothing where nothing is missing.
# usage: packages.sh run|display|test|bench ...
#   run      what building the programs and opening their windows needs
#   display  what a display of our own needs, on a machine without one
#   test     what the tests and the checks need besides
#   bench    the peers that `make bench` starts beside the launcher
set -eu

missing= # names of packages, for the system's own installer

# want WHY DEBIAN-PACKAGES FREEBSD-PACKAGES TEST [ARGUMENT ...]: notes the packages unless the test passes.
want() {
    why=$1 debian=$2 freebsd=$3
    shift 3
    if "$@" >/dev/null 2>&1; then return; fi
    case $installer in
    apt-get) packages=$debian ;;
    pkg) packages=$freebsd ;;
    *) packages="$debian (as Debian calls it)" ;;
    esac
    if [ -z "$packages" ]; then return; fi
    echo "missing: $why: $packages"
    missing="$missing $packages"
}

# The tests, each by what is really needed.
program() { command -v "$1"; }
links() { printf '#include <stdlib.h>\nint main(void) { return 0; }\n' | cc -x c - -o /dev/null; }
library() { /sbin/ldconfig -p | grep -q "$1" || [ -e "/usr/local/lib/$1" ] || [ -e "/usr/lib/$1" ]; }
folder() { [ -d "/usr/share/$1" ] || [ -d "/usr/local/share/$1" ]; }
font_settings() { [ -e /etc/fonts/fonts.conf ] || [ -e /usr/local/etc/fonts/fonts.conf ]; }
font() { find -L /usr/share/fonts /usr/local/share/fonts -name "$1" 2>/dev/null | grep -q .; }

for_run() {
    want 'Rust, which builds the programs' '' rust program cargo
    want 'a C compiler, which links the programs' 'gcc libc6-dev' '' links
    want 'X11 for windows' libx11-6 libX11 library libX11.so.6
    want 'X11 for windows' libx11-xcb1 '' library libX11-xcb.so.1
    want 'the mouse pointer' libxcursor1 libXcursor library libXcursor.so.1
    want 'the mouse and touch' libxi6 libXi library libXi.so.6
    want 'the keyboard' libxkbcommon0 libxkbcommon library libxkbcommon.so.0
    want 'the keyboard' libxkbcommon-x11-0 '' library libxkbcommon-x11.so.0
    want 'the layouts of keyboards' xkb-data xkeyboard-config folder X11/xkb
    want 'Wayland for windows' libwayland-client0 wayland library libwayland-client.so.0
    want 'which fonts there are' fontconfig-config fontconfig font_settings
    want 'a font for many scripts' fonts-dejavu-core dejavu font '*.[to]t[fc]'
}

for_display() {
    want 'a display in memory' xvfb xorg-vfbserver program Xvfb
    want 'a window manager' openbox openbox program openbox
}

for_test() {
    for_run
    for_display
    want 'the types of files' shared-mime-info shared-mime-info folder mime/packages
    want 'the peer for types of files' libglib2.0-bin glib program gio
    want 'calls of the kernel that fail when told' strace '' program strace
    want 'a message bus' dbus-daemon dbus program dbus-daemon
    want 'a message bus that can be asked' dbus-bin '' program dbus-send
    want 'services of a desktop that are played' python3-dbusmock py311-python-dbusmock dbusmock
    want 'an X server of the session' xinit xinit program xinit
    want 'a compositor that needs no screen' sway sway program sway
    want 'a compositor without layers' weston weston program weston
    want 'the clipboard of a compositor' wl-clipboard wl-clipboard program wl-paste
    want 'a shell that starts the session' dash '' dash_shell
    want 'a shell that starts the session' busybox busybox program busybox
    want 'a shell that starts the session' mksh mksh program mksh
    want 'a shell that starts the session' yash yash program yash
    want 'a shell that starts the session' bash bash program bash
    want 'a real PackageKit for the prompt at shutdown' 'packagekit packagekit-tools polkitd dpkg-dev' '' \
        test -x /usr/libexec/packagekitd
    want 'Arabic in pictures' fonts-noto-core noto-sans font 'NotoSansArabic*'
    want 'Japanese in pictures' fonts-noto-cjk noto-sans-jp font 'NotoSans*CJK*'
    want 'the check of our scripts' shellcheck hs-ShellCheck program shellcheck
    want 'the check of desktop entries' desktop-file-utils desktop-file-utils program desktop-file-validate
    want 'the check of our scripts' devscripts devscripts program checkbashisms
    want 'the check of manuals' mandoc '' program mandoc
    want 'the check of packages for Debian' 'lintian dpkg-dev binutils' '' program lintian
    want 'the check of metainfo' appstream appstream program appstreamcli
    want 'the check of icons and policies' libxml2-utils libxml2 program xmllint
    want 'the check of policies' polkitd polkit policy_format
    want 'the check of completions' zsh zsh program zsh
    want 'the check of completions' fish fish program fish
    want 'that the Makefile is the same under BSD make' bmake '' bsd_make
    want 'and under GNU make' make gmake gnu_make
}

for_bench() {
    want 'a peer to compare with' rofi rofi program rofi
    want 'a peer to compare with' x11-apps xcalc program xcalc
    want 'a peer to compare with' galculator galculator program galculator
    want 'a peer to compare with' qalc libqalculate program qalc
    want 'a peer to compare with' bc '' program bc
    want 'a peer to compare with' gnome-calculator gnome-calculator program gcalccmd
    want 'a peer to compare with' pcmanfm pcmanfm program pcmanfm
    want 'a peer to compare with' thunar thunar program thunar
}

policy_format() { ls /usr/share/polkit-1/*.dtd || ls /usr/local/share/polkit-1/*.dtd; }
bsd_make() { program bmake || [ "$(uname -s)" = FreeBSD ]; }
dbusmock() { /usr/bin/python3 -c 'import dbusmock' || /usr/local/bin/python3 -c 'import dbusmock' || python3 -c 'import dbusmock'; }
dash_shell() { program dash || [ "$(uname -s)" = FreeBSD ]; }
gnu_make() { program gmake || make --version | grep -q GNU; }

# rustup's minimal profile comes without these two.
components() {
    for component in fmt clippy; do
        cargo "$component" --version >/dev/null 2>&1 && continue
        case $component in fmt) component=rustfmt ;; esac
        echo "missing: the check of our sources: $component"
        rustup component add "$component"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif program sudo >/dev/null; then
        sudo "$@"
    elif program doas >/dev/null; then
        doas "$@"
    else
        echo "neither root, nor sudo or doas here; as root, please: $*" >&2
        return 1
    fi
}

install_missing() {
    # shellcheck disable=SC2086  # a list of names
    case $installer in
    apt-get)
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
        ;;
    pkg) as_root pkg install -y $missing ;;
    *)
        echo 'neither apt-get nor pkg here: please install the above as this system does' >&2
        return 1
        ;;
    esac
}

if program apt-get >/dev/null; then
    installer=apt-get
elif [ "$(uname -s)" = FreeBSD ]; then
    installer=pkg
else
    installer=
fi
for purpose; do
    case $purpose in
    run | display | test | bench) "for_$purpose" ;;
    *) echo "usage: packages.sh run|display|test|bench ..." >&2 && exit 2 ;;
    esac
done
if [ -n "$missing" ]; then install_missing; fi
if ! program cargo >/dev/null; then
    echo 'missing: Rust; see https://rustup.rs, or the package rust' >&2
    exit 1
fi
case " $* " in *' test '*) components ;; esac

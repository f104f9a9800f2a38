#!/bin/sh
# Installs Debian's packages, opens their programs in windows, and removes them again. For the copy of the system that
# enter.sh makes: deb.sh FOLDER-WITH-PACKAGES SHOW    SHOW is the program that opens another on a display in memory
set -eu
packages=$1
show=$2
log=$(mktemp)
cd "$(mktemp -d)"
export CARGO_TARGET_DIR="$PWD" XDG_RUNTIME_DIR="$PWD" HOME="$PWD" LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

dpkg --install --force-depends "$packages"/*.deb >/dev/null 2>"$log" || { cat "$log"; exit 1; }
for program in calculator files launcher open session shutdown; do
    "/usr/bin/candela-$program" --version
done
[ "$(candela-calculator -e '2/3 + 1/6' --exact)" = 5/6 ]
update-alternatives --list x-session-manager | grep -qx /usr/bin/start-candela-desktop
candela-launcher list | grep candela-calculator >/dev/null
for call in calculator launcher files 'open --choose /etc/passwd' 'shutdown power-off'; do
    # shellcheck disable=SC2086  # a program and its arguments
    "$show" /usr/bin/candela-$call >/dev/null
    echo "opened $call"
done

names=$(dpkg-query -f '${Package}\n' -W 'candela*')
# shellcheck disable=SC2086  # a list of names
dpkg --purge --force-depends $names >/dev/null
left=$(find /usr /etc -name '*candela*' -newer "$log" -not -path '/usr/src/*')
if [ -n "$left" ]; then
    echo "left behind: $left"
    exit 1
fi
echo 'installed, run and removed'

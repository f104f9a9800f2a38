#!/bin/sh
# Installs, runs and removes Debian's packages in a copy of this system that is gone afterwards; needs root and unshare.
# usage: deb.sh FOLDER-WITH-PACKAGES
set -eu
packages=$(cd "$1" && pwd)
if [ -z "${CANDELA_IN_COPY-}" ]; then
    if [ "$(id -u)" -ne 0 ] || ! unshare -m true 2>/dev/null; then
        echo 'not done: a copy of the system needs root and unshare'
        exit 0
    fi
    CANDELA_IN_COPY=1 exec unshare -m "$0" "$packages"
fi

# What is written goes to memory; the packages are reached by a folder of the copy.
mount -t tmpfs none /mnt
mkdir /mnt/above /mnt/work /mnt/copy /mnt/packages
mount --bind "$packages" /mnt/packages
if ! mount -t overlay none -o lowerdir=/,upperdir=/mnt/above,workdir=/mnt/work /mnt/copy 2>/dev/null; then
    echo 'not done: no overlay of the system can be mounted here'
    exit 0
fi
mkdir -p /mnt/copy/packages
mount --bind /mnt/packages /mnt/copy/packages
mount --bind /dev /mnt/copy/dev
mount -t proc proc /mnt/copy/proc

chroot /mnt/copy /bin/sh -eu <<'END'
dpkg --install --force-depends /packages/*.deb >/dev/null 2>/tmp/dpkg.log || { cat /tmp/dpkg.log; exit 1; }
for program in calculator files launcher open session shutdown; do
    "/usr/bin/candela-$program" --version
done
[ "$(candela-calculator -e '2/3 + 1/6' --exact)" = 5/6 ]
update-alternatives --list x-session-manager | grep -qx /usr/bin/start-candela-desktop
candela-launcher list | grep -q candela-calculator
names=$(dpkg-query -f '${Package}\n' -W 'candela*')
# shellcheck disable=SC2086  # a list of names
dpkg --purge --force-depends $names >/dev/null
left=$(find /usr /etc -name '*candela*' -newer /tmp/dpkg.log)
if [ -n "$left" ]; then
    echo "left behind: $left"
    exit 1
fi
echo 'installed, run and removed'
END

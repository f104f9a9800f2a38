#!/bin/sh
# Runs a script in a copy of this system that is gone afterwards: enter.sh FOLDER SCRIPT [ARGUMENT ...]
# Needs to run as root inside `unshare --mount --pid --fork --mount-proc`; FOLDER is empty, and takes the copy.
set -eu
folder=$1
script=$2
shift 2
mount --make-rprivate /
mount -t tmpfs tmpfs "$folder"
mkdir "$folder/upper" "$folder/work" "$folder/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" "$folder/root"
mount --rbind /dev "$folder/root/dev"
mount -t proc proc "$folder/root/proc"
mount -t tmpfs tmpfs "$folder/root/run"
mkdir "$folder/root/run/dbus"
cp "$script" "$folder/root/inside.sh"
exec chroot "$folder/root" /bin/sh /inside.sh "$@"

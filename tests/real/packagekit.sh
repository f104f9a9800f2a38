#!/bin/sh
# In a copy of a Debian: a real PackageKit prepares an update out of a repository of one package; our prompt detects it,
# is refused, orders it, takes it back, orders it by its dialog; and PackageKit's own updater installs it. Where its
# packages can be fetched a real elogind turns the computer off at last.
# usage: packagekit.sh CANDELA     with DISPLAY for the dialog. Prints a line for each thing that was seen.
set -eu
candela=$1
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
export DEBIAN_FRONTEND=noninteractive

package() {
    folder=/tmp/demo-$1
    mkdir -p "$folder/DEBIAN" "$folder/usr/share/candela-demo"
    printf 'Package: candela-demo\nVersion: %s\nArchitecture: all\nMaintainer: nobody <nobody@localhost>\nDescription: demo\n' \
        "$1" >"$folder/DEBIAN/control"
    echo "$1" >"$folder/usr/share/candela-demo/version"
    dpkg-deb --build "$folder" "/repository/candela-demo_$1_all.deb" >/dev/null
}

# A newer package is published.
publish() {
    package "$1"
    (cd /repository && dpkg-scanpackages -m . >Packages 2>/dev/null)
    apt-get -q update >/dev/null
}

repository() {
    mkdir -p /repository
    package 1.0
    dpkg -i /repository/candela-demo_1.0_all.deb >/dev/null
    rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/*
    echo 'deb [trusted=yes] copy:/repository ./' >/etc/apt/sources.list
    publish 2.0
}

# Waits until a name is on the system bus.
await_name() {
    timeout 30 gdbus wait --system "$1"
}

polkit() {
    /usr/lib/polkit-1/polkitd --no-debug >>/tmp/polkitd.log 2>&1 &
    polkitd=$!
    await_name org.freedesktop.PolicyKit1
}

services() {
    dbus-uuidgen --ensure
    dbus-daemon --system --fork --nopidfile
    polkit
    /usr/libexec/packagekitd --keep-environment >/tmp/packagekitd.log 2>&1 &
    await_name org.freedesktop.PackageKit
}

prepare() {
    pkcon -p -y update --only-download >/tmp/pkcon.log 2>&1 || cat /tmp/pkcon.log
    test -s /var/lib/PackageKit/prepared-update
}

# Fetches elogind while the real archives are still known; it conflicts with systemd, so it is laid over this copy.
fetch_elogind() {
    mkdir /elogind && cd /elogind && apt-get -q download elogind libelogind0 >/dev/null 2>&1
}

elogind() {
    for package in /elogind/*.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar x --keep-directory-symlink -C /
    done
    mount -t sysfs sysfs /sys
    mount -t tmpfs tmpfs /sys/fs/cgroup
    mkdir -p /sys/fs/cgroup/elogind /run/systemd
    mount -t cgroup -o none,name=elogind none /sys/fs/cgroup/elogind
    # What came over the tools that record.
    power
    LD_LIBRARY_PATH=/usr/lib/elogind /lib/elogind/elogind >/tmp/elogind.log 2>&1 &
    await_name org.freedesktop.login1
}

# Allows everybody these actions, and to order updates of PackageKit.
allow() {
    {
        echo 'polkit.addRule(function(action, subject) {'
        echo '    if (action.id.indexOf("org.freedesktop.packagekit.trigger-offline") == 0) return polkit.Result.YES;'
        for action; do echo "    if (action.id == \"$action\") return polkit.Result.YES;"; done
        echo '});'
    } >/etc/polkit-1/rules.d/10-candela.rules
    # Begun anew, it has certainly read the rule.
    kill "$polkitd"
    wait "$polkitd" || true
    polkit
}

# Waits until it is written down that the computer goes down.
await_power() {
    timeout 30 sh -c 'tail -n +1 -F /tmp/power.log 2>/dev/null | grep -q -m1 .'
}

# Turning off is written down instead; with /tmp/ending it ends who asked, as it would.
power() {
    for tool in shutdown poweroff reboot; do
        rm -f "/usr/sbin/$tool"
        # shellcheck disable=SC2016  # the tool expands it
        printf '#!/bin/sh\necho "%s $*" >>/tmp/power.log\nif [ -e /tmp/ending ]; then kill $PPID; fi\n' \
            "$tool" >"/usr/sbin/$tool"
        chmod 755 "/usr/sbin/$tool"
    done
    : >/tmp/power.log
    chmod 666 /tmp/power.log
}

as_user() {
    setpriv --reuid=candela-user --regid=candela-user --clear-groups env HOME=/tmp XDG_RUNTIME_DIR=/tmp/user "$@"
}

# say NAME COMMAND ...: the name, the exit status and what was printed, on one line.
say() {
    name=$1
    shift
    status=0
    said=$("$@" 2>/tmp/stderr) || status=$?
    printf '%s %s %s\n' "$name" "$status" "$(printf '%s' "$said" | cat - /tmp/stderr | tr -d '\n')"
}

if fetch_elogind; then has_elogind=1; else has_elogind=; fi
repository
services
power
useradd candela-user
mkdir /tmp/user && chown candela-user /tmp/user && chmod 700 /tmp/user
say nothing "$candela" shutdown detect --json --backend packagekit
prepare
say pending "$candela" shutdown detect --json
say apt "$candela" shutdown detect --json --backend apt
say apt-itself sh -c 'apt-get -s -o Debug::NoLocking=1 upgrade | grep -c ^Inst'
say refused as_user "$candela" shutdown power-off --answer install
say refused-link readlink /system-update
allow
say install as_user "$candela" shutdown power-off --answer install
say install-link readlink /system-update
say install-action cat /var/lib/PackageKit/offline-update-action
say install-power cat /tmp/power.log
: >/tmp/power.log
say skip as_user "$candela" shutdown power-off --answer skip
say skip-link readlink /system-update
say skip-power cat /tmp/power.log
: >/tmp/power.log
touch /tmp/ending
say dialog as_user env DISPLAY="$DISPLAY" "$candela" shutdown reboot
say dialog-power cat /tmp/power.log
say dialog-action cat /var/lib/PackageKit/offline-update-action
say updater env PK_OFFLINE_UPDATE_TEST=1 /usr/libexec/pk-offline-update
say installed cat /usr/share/candela-demo/version
say result as_user "$candela" shutdown result
say results grep Success /var/lib/PackageKit/offline-update-competed
say afterwards "$candela" shutdown detect --json --backend packagekit
rm /tmp/ending
: >/tmp/power.log
publish 3.0
say apt-fresh "$candela" shutdown detect --json --backend apt
apt-get -q -y --download-only upgrade >/dev/null
say apt-pending "$candela" shutdown detect --json
say apt-install "$candela" shutdown power-off --answer install
say apt-installed cat /usr/share/candela-demo/version
say apt-power cat /tmp/power.log
say apt-afterwards "$candela" shutdown detect --json
if [ -z "$has_elogind" ]; then
    echo 'elogind 1 its packages cannot be fetched here'
    exit 0
fi
elogind
: >/tmp/power.log
say logind-refused as_user "$candela" shutdown power-off --answer skip
# Not what would let it go past those who asked to wait.
login=org.freedesktop.login1.power-off
allow $login $login-multiple-sessions
LD_LIBRARY_PATH=/usr/lib/elogind elogind-inhibit --what=shutdown --who=Files --why='copying 3 files' --mode=block \
    sh -c 'echo >/tmp/inhibited; exec sleep 1000' &
inhibitor=$!
timeout 30 sh -c 'tail -n +1 -F /tmp/inhibited 2>/dev/null | grep -q -m1 ""'
say logind-blocked as_user "$candela" shutdown power-off --answer skip
say logind-blocked-power cat /tmp/power.log
pkill -P "$inhibitor"
wait "$inhibitor" || true
say logind-skip as_user "$candela" shutdown power-off --answer skip
await_power
say logind-skip-power cat /tmp/power.log

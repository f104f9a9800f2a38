#!/bin/sh
# Holds what is installed beside the programs against the judges of its formats.
# usage: check-packaging.sh SCRIPT ...   the scripts that must run under any POSIX shell
set -u
cd "$(dirname "$0")/.." || exit
share=packaging/share
policy=/usr/share/polkit-1/policyconfig-1.dtd
if [ ! -e "$policy" ]; then policy=/usr/local/share/${policy#/usr/share/}; fi
staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
status=0 # 1 once somebody objected; all are heard

# The judge of desktop entries does not know the key that login managers read.
session_entries() {
    for entry in packaging/session/*.desktop.in; do
        name=${entry##*/}
        sed '/^DesktopNames=/d; s|@BINDIR@|/usr/bin|' "$entry" >"$staged/${name%.in}"
    done
    desktop-file-validate "$staged"/*.desktop
}

completions() {
    for file in "$share"/bash-completion/completions/*; do bash -n "$file" || status=1; done
    for file in "$share"/zsh/site-functions/*; do zsh -n "$file" || status=1; done
    for file in "$share"/fish/vendor_completions.d/*; do fish --no-execute "$file" || status=1; done
}

checkbashisms "$@" || status=1
desktop-file-validate "$share"/applications/*.desktop || status=1
session_entries || status=1
appstreamcli validate --no-net --strict "$share"/metainfo/*.xml || status=1
find "$share/icons" -name '*.svg' -exec xmllint --noout --nonet {} + || status=1
xmllint --noout --nonet --dtdvalid "$policy" "$share"/polkit-1/actions/*.in || status=1
find "$share/man" -type f -exec mandoc -Tlint -Wwarning {} + || status=1
# Only where systemd is has anybody a use for them.
if command -v systemd-analyze >/dev/null; then
    XDG_RUNTIME_DIR=$staged systemd-analyze verify --user --man=no "$share"/systemd/user/* || status=1
fi
completions
exit "$status"

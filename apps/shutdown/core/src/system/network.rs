//! Whether there is a way to a network at all; asked only where something is to be downloaded.

use super::tool;
use crate::Root;

use std::fs;
use std::time::Instant;

/// The kernel's routes, of both generations of the protocol.
const ROUTES: [&str; 2] = ["/proc/net/route", "/proc/net/ipv6_route"];
/// A route that leads anywhere is of the net 0 of length 0.
const ANYWHERE: [&str; 2] = ["00000000", "00000000000000000000000000000000"];

/// Whether nothing leads to a network; `false` too where nobody tells.
pub fn is_missing(root: &Root, deadline: Instant) -> bool {
    let tables = ROUTES.map(|path| fs::read_to_string(root.path(path)).ok());
    match tables {
        [Some(old), new] => !leads_anywhere(&old) && !new.is_some_and(|new| leads_anywhere_by_6(&new)),
        [None, _] => is_missing_by_tool(root, deadline),
    }
}

/// `Iface Destination Gateway Flags RefCnt Use Metric Mask ...`, a line each, in hexadecimal.
fn leads_anywhere(table: &str) -> bool {
    let fields = |line: &str| -> Vec<String> { line.split_whitespace().map(str::to_owned).collect() };
    let is_default = |line: Vec<String>| {
        line.get(1).is_some_and(|to| to == ANYWHERE[0]) && line.get(7).is_some_and(|mask| mask == ANYWHERE[0])
    };
    table.lines().map(fields).any(is_default)
}

/// `destination length source length next-hop metric references use flags device`; what leads to `lo` leads nowhere.
fn leads_anywhere_by_6(table: &str) -> bool {
    table.lines().any(|line| line.starts_with(&format!("{} 00 ", ANYWHERE[1])) && !line.trim_end().ends_with(" lo"))
}

/// FreeBSD's `route -n get default` fails where there is none.
fn is_missing_by_tool(root: &Root, deadline: Instant) -> bool {
    let tool = root.tool("route").filter(|_| root.has("/bin/freebsd-version"));
    let asked = tool.and_then(|tool| tool::ask(&tool, ["-n", "get", "default"], deadline).ok());
    asked.is_some_and(|output| output.status != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::time::Duration;

    const HEAD: &str = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n";
    const DEFAULT: &str = "eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n";
    const LOCAL: &str = "eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n";

    fn missing(files: &[(&str, &str)]) -> bool {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        is_missing(&Root::below(folder.path().into()), Instant::now() + Duration::from_secs(30))
    }

    #[test]
    fn only_a_route_that_leads_anywhere_is_a_network() {
        let six = |device: &str| {
            let zero = ANYWHERE[1];
            format!(
                "{zero} 00 {zero} 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003 {device}\n"
            )
        };
        assert!(missing(&[("proc/net/route", &format!("{HEAD}{LOCAL}"))]));
        assert!(!missing(&[("proc/net/route", &format!("{HEAD}{LOCAL}{DEFAULT}"))]));
        assert!(!missing(&[("proc/net/route", HEAD), ("proc/net/ipv6_route", &six("eth0"))]));
        assert!(missing(&[("proc/net/route", HEAD), ("proc/net/ipv6_route", &six("lo"))]));
        let tool = |script| missing(&[("bin/freebsd-version", ""), ("sbin/route", script)]);
        assert!(tool("#!/bin/sh\nexit 1\n") && !tool("#!/bin/sh\nexit 0\n"));
        assert!(!missing(&[]), "nobody tells");
    }
}

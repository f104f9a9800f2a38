//! Names the systemd scope of an application, where systemd runs for the user.
//!
//! Spec: systemd, "Desktop Environment Integration" (rule P1): `app-<launcher>-<AppID>-<RANDOM>.scope` in `app.slice`,
//! the ID without `.desktop` and escaped. The portals read the application's ID from that name.

use crate::directories::Directories;
use crate::registry::program::Programs;

use std::ffi::OsString;
use std::hash::{BuildHasher, RandomState};
use std::os::unix::net::UnixStream;

/// Returns the words to put before a command so that it starts in a scope of its own; `None` where no systemd would
/// make one.
///
/// `systemd-run --scope` makes the scope first and becomes the program then: there is no moment outside of it.
pub fn arguments(id: &str, directories: &Directories, programs: &Programs<'_>) -> Option<Vec<OsString>> {
    let runtime = directories.runtime_dir.as_deref()?;
    let tool = programs.find("systemd-run")?;
    // Only a manager that answers will do: a stale socket must not cost the start.
    let answers = |socket: &str| UnixStream::connect(runtime.join(socket)).is_ok();
    if !answers("systemd/private") || !answers("bus") {
        return None;
    }
    let unit = unit(id, RandomState::new().hash_one(id));
    let words = ["--user", "--scope", "--quiet", "--collect", "--slice=app.slice"].map(OsString::from);
    Some(
        [tool.into_os_string()]
            .into_iter()
            .chain(words)
            .chain([format!("--unit={unit}").into(), "--".into()])
            .collect(),
    )
}

/// Returns the name of the scope of an application.
pub fn unit(id: &str, random: u64) -> String {
    let id = id.strip_suffix(".desktop").unwrap_or(id);
    format!("app-candela-{}-{random:016x}.scope", escape(id))
}

/// Escapes a text for the name of a unit, as `systemd-escape` does.
///
/// Spec: systemd.unit, "String Escaping for Inclusion in Unit Names".
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'/' => escaped.push('-'),
            b'.' if place == 0 => escaped.push_str("\\x2e"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b':' | b'_' | b'.' => escaped.push(byte as char),
            _ => escaped.push_str(&format!("\\x{byte:02x}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p1_the_name_of_a_scope_is_escaped_as_systemd_does() {
        let cases = [
            ("org.gnome.Calculator.desktop", "app-candela-org.gnome.Calculator-00000000000000ff.scope"),
            ("libreoffice-writer.desktop", "app-candela-libreoffice\\x2dwriter-00000000000000ff.scope"),
            (".hidden ä.desktop", "app-candela-\\x2ehidden\\x20\\xc3\\xa4-00000000000000ff.scope"),
        ];
        for (id, expected) in cases {
            assert_eq!(unit(id, 0xff), expected);
        }
    }

    #[test]
    fn p1_without_a_manager_that_answers_there_is_no_scope() {
        let folder = tempfile::tempdir().unwrap();
        let path = [folder.path().to_owned()];
        let tool = folder.path().join("systemd-run");
        std::fs::write(&tool, "").unwrap();
        std::fs::set_permissions(&tool, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let directories = Directories { runtime_dir: Some(folder.path().to_owned()), ..Directories::default() };
        assert_eq!(arguments("a.desktop", &directories, &Programs::new(&path)), None);
        std::fs::create_dir(folder.path().join("systemd")).unwrap();
        let listen = |name: &str| std::os::unix::net::UnixListener::bind(folder.path().join(name)).unwrap();
        let _sockets = [listen("systemd/private"), listen("bus")];
        let words = arguments("a.desktop", &directories, &Programs::new(&path)).unwrap();
        assert_eq!(words[0], tool);
        assert!(words.contains(&"--scope".into()) && words.last() == Some(&"--".into()), "{words:?}");
    }
}

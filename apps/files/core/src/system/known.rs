//! What else is known of a file: whose it is, and what others have noted on it.

use super::access::Accounts;
use super::platform;

use rustix::fs::{Mode, OFlags};

use std::ffi::OsStr;
use std::io;
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// What is known of one file, links not followed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// The user it belongs to, by name where it has one.
    pub owner: String,
    /// The group, by name where it has one.
    pub group: String,
    /// Names of extended attributes with their values; those that are no text are told by their length.
    pub attributes: Vec<(String, Value)>,
}

/// The value of an extended attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// So many bytes that are none.
    Bytes(usize),
}

/// Reads what else is known of a file.
///
/// # Errors
/// What the system says.
pub fn known(path: &Path) -> io::Result<Known> {
    let facts = path.symlink_metadata()?;
    let accounts = Accounts::read();
    let (owner, group) = (accounts.users.name(facts.uid()), accounts.groups.name(facts.gid()));
    // What may not be opened, or must not be, has none that could be shown.
    let is_readable = facts.is_file() || facts.is_dir();
    let attributes = if is_readable { attributes(path).unwrap_or_default() } else { Vec::new() };
    Ok(Known { owner, group, attributes })
}

fn attributes(path: &Path) -> io::Result<Vec<(String, Value)>> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK;
    let file = rustix::fs::open(path, flags, Mode::empty())?;
    let names = platform::attributes(file.as_fd())?;
    let names = names.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    let value = |name: &[u8]| {
        let bytes = platform::attribute(file.as_fd(), OsStr::from_bytes(name)).ok()?;
        let length = bytes.len();
        let value = String::from_utf8(bytes).map_or(Value::Bytes(length), Value::Text);
        Some((String::from_utf8_lossy(name).into_owned(), value))
    };
    Ok(names.filter_map(value).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_noted_is_told_where_the_file_system_keeps_it() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let written = platform::write_attribute(file.as_file().as_fd(), OsStr::new("user.note"), b"hi");
        let known = known(file.path()).unwrap();
        assert!(!known.owner.is_empty());
        if written.is_ok() {
            assert!(known.attributes.contains(&("user.note".to_owned(), Value::Text("hi".to_owned()))));
        }
        assert!(super::known(Path::new("/no/such/file")).is_err());
    }
}

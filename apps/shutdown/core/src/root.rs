//! Below which folder everything lies, and where tools are looked for there.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// The folders of tools, first match wins. Fixed, so that no `~/bin/shutdown` can stand in for the system's.
const FOLDERS: [&str; 6] = ["sbin", "usr/sbin", "bin", "usr/bin", "usr/local/sbin", "usr/local/bin"];

/// The folder that counts as `/`: the system's own, or the one a packager or a test checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root(PathBuf);

impl Root {
    /// The running system.
    pub fn system() -> Self {
        Self(PathBuf::from("/"))
    }

    /// A tree below an absolute folder.
    pub fn below(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Whether it is the running system.
    pub fn is_system(&self) -> bool {
        self.0 == Path::new("/")
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Where an absolute path lies below it; one that names a place below it already is that place.
    pub fn path(&self, absolute: impl AsRef<Path>) -> PathBuf {
        let absolute = absolute.as_ref();
        if absolute.starts_with(&self.0) {
            return absolute.to_owned();
        }
        self.0.join(absolute.strip_prefix("/").unwrap_or(absolute))
    }

    /// Whether there is something at an absolute path, be it a broken link.
    pub fn has(&self, absolute: &str) -> bool {
        self.path(absolute).symlink_metadata().is_ok()
    }

    /// The tool of that name; `None` where no folder of tools has an executable of it. Looks at the disk.
    pub fn tool(&self, name: &str) -> Option<PathBuf> {
        FOLDERS.iter().map(|folder| self.0.join(folder).join(name)).find(|path| is_executable(path))
    }

    /// The tool of that name, or where it would be: a missing one is reported by whoever runs it.
    pub fn tool_or(&self, name: &str, usual: &str) -> PathBuf {
        self.tool(name).unwrap_or_else(|| self.path(usual))
    }
}

fn is_executable(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn tools_and_files_are_looked_for_below_the_root_alone() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        assert_eq!(root.tool("sh"), None, "not the system's");
        assert_eq!(root.path("/etc/x"), folder.path().join("etc/x"));
        assert_eq!(root.path(folder.path().join("etc/x")), folder.path().join("etc/x"), "it is there already");
        fs::create_dir_all(folder.path().join("usr/bin")).unwrap();
        fs::write(folder.path().join("usr/bin/sh"), "").unwrap();
        assert_eq!(root.tool("sh"), None, "not executable");
        fs::set_permissions(folder.path().join("usr/bin/sh"), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(root.tool("sh"), Some(folder.path().join("usr/bin/sh")));
        assert_eq!(root.tool_or("pkg", "/usr/sbin/pkg"), folder.path().join("usr/sbin/pkg"));
    }
}

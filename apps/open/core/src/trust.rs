//! Whether a desktop entry may run what it names without anybody being asked (rule D21).
//!
//! An entry that was downloaded looks like a document and runs a program. It is trusted where programs are installed
//! anyway, and where its owner, who is the user or the system, has made it executable.

use candela_shared::registry::{Context, Entry, source};

use rustix::fs::{Access, access};

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// A desktop entry that nobody vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untrusted {
    /// The file.
    pub path: PathBuf,
    /// What it says.
    pub entry: Entry,
}

/// What the user wants of a desktop entry that nobody vouches for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Run it this once.
    Run,
    /// Run it, and do not ask again.
    Trust,
    /// Show it as the text it is.
    Read,
    /// Leave it alone.
    Leave,
}

/// Vouches for an entry from now on: its owner may execute it.
///
/// # Errors
///
/// What the system says; a file of somebody else's cannot be vouched for.
pub fn vouch(path: &Path) -> io::Result<()> {
    /// The owner may execute it.
    const BY_OWNER: u32 = 0o100;
    let mode = fs::metadata(path)?.permissions().mode();
    fs::set_permissions(path, fs::Permissions::from_mode(mode | BY_OWNER))
}

/// Whether an entry may run without a question.
pub(crate) fn is_trusted(path: &Path, context: &Context) -> bool {
    is_installed(path, context) || is_vouched_for(path)
}

fn is_installed(path: &Path, context: &Context) -> bool {
    let Ok(real) = fs::canonicalize(path) else {
        return false;
    };
    let roots = source::roots(&context.directories);
    roots.iter().filter_map(|root| fs::canonicalize(root).ok()).any(|root| real.starts_with(root))
}

fn is_vouched_for(path: &Path) -> bool {
    let owner = fs::metadata(path).map(|metadata| metadata.uid());
    let user = rustix::process::geteuid().as_raw();
    owner.is_ok_and(|owner| owner == user || owner == 0) && access(path, Access::EXEC_OK).is_ok()
}

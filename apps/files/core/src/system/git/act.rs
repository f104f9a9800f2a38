//! What a user asks git to do, done by the user's own git: filters, hooks and signatures are theirs to have.
//!
//! Looking at a repository never comes here.

use super::{GitError, Repository};

use candela_shared::registry::launch::ours;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What would lead git to another repository than the one that is shown: a hook that starts a program sets them.
pub(super) const OF_ANOTHER: [&str; 7] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
];

/// What is to become of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Their state goes into the index.
    Stage,
    /// The index forgets what was staged of them.
    Unstage,
    /// They become what the index has of them.
    Restore,
}

impl Repository {
    /// Does that with files and folders, absolute paths.
    ///
    /// # Errors
    /// [`GitError::Refused`] with git's own words, or [`GitError::NoGit`].
    pub fn act(&self, act: Act, paths: &[PathBuf]) -> Result<(), GitError> {
        let has_commit = self.git.head().is_ok();
        let words: &[&str] = match act {
            Act::Stage => &["add", "--all"],
            Act::Unstage if has_commit => &["reset", "--quiet"],
            Act::Unstage => &["rm", "--cached", "-r", "--quiet"],
            Act::Restore => &["checkout-index", "--force"],
        };
        let inside: Vec<PathBuf> = paths.iter().filter_map(|path| self.inside(path)).collect();
        let words = words.iter().chain(["--"].iter()).map(OsStr::new);
        self.run(words.chain(inside.iter().map(|path| path.as_os_str())))
    }

    /// Makes a commit of what is staged.
    ///
    /// # Errors
    /// As [`Self::act`].
    pub fn commit(&self, message: &str) -> Result<(), GitError> {
        self.run(["commit", "--quiet", "-m", message].map(OsStr::new))
    }

    /// The path from the top of the working tree; links on the way to it are resolved, it itself is not.
    pub(super) fn inside(&self, path: &Path) -> Option<PathBuf> {
        let folder = path.parent()?.canonicalize().ok()?;
        Some(folder.strip_prefix(&self.top).ok()?.join(path.file_name()?))
    }

    pub(super) fn run<'a>(&self, words: impl IntoIterator<Item = &'a OsStr>) -> Result<(), GitError> {
        let mut command = Command::new("git");
        ours::keep_from(&mut command);
        for variable in OF_ANOTHER {
            let _removed = command.env_remove(variable);
        }
        let output = command
            .args(["-c", "core.fsmonitor=false", "--no-pager", "--literal-pathspecs"])
            .args(words)
            .current_dir(&self.top)
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_EDITOR", "true")
            .stdin(Stdio::null())
            .output();
        match output {
            Ok(output) if output.status.success() => Ok(()),
            Ok(output) => Err(GitError::Refused(String::from_utf8_lossy(&output.stderr).trim().to_owned())),
            Err(_) => Err(GitError::NoGit),
        }
    }
}

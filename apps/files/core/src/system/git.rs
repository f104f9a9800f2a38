//! Git by libgit2: nothing a repository names is ever run, neither hooks nor filters nor monitors.
//!
//! Follows `git status`: its configuration is read (renames, untracked files, letter case), and a repository of another user is
//! not looked into unless `safe.directory` allows it.
//!
//! Where the answer would need more than libgit2 has, it may be another one than git's: a file that was written to and whose
//! attributes name a filter or a `working-tree-encoding` is compared as it stands, `core.ignoreCase` on a disk that tells
//! case apart may miss names that differ by it alone, and repositories of SHA-256 or with `reftable` cannot be read.

mod act;
mod base;
mod blame;
mod branch;
mod by_hand;
mod change;
pub mod clone;
mod difference;
mod ignore;
mod index_file;
mod likeness;
mod log;
mod nested;
mod part;
mod rename;
mod staged;
mod states;
mod summary;
mod unstaged;
mod untracked;
mod version;
mod wildcard;

pub use act::Act;
pub use blame::Blamed;
pub use difference::{Difference, Line};
pub use log::Commit;
pub use states::{FolderStates, MOST, Reach, SOON};
pub use summary::Summary;

use std::path::{Path, PathBuf};

/// Why git cannot be asked about a folder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GitError {
    /// The repository belongs to another user.
    #[error("{0:?}: the repository belongs to another user")]
    Foreign(PathBuf),
    /// The repository cannot be read: it is damaged, or made by a newer git.
    #[error("{path:?}: {detail}")]
    Unreadable {
        /// The folder that was asked about.
        path: PathBuf,
        /// What libgit2 says.
        detail: String,
    },
    /// Git refused what it was asked to do, in its own words.
    #[error("{0}")]
    Refused(String),
    /// There is no git to ask.
    #[error("git is not installed")]
    NoGit,
}

/// The repository a folder is in, with the folder's place there.
pub struct Repository {
    git: git2::Repository,
    /// The top of the working tree, symbolic links resolved.
    top: PathBuf,
}

impl Repository {
    /// Finds the repository whose working tree a folder is part of; `None` outside of any, and inside of git's own folders.
    ///
    /// # Errors
    /// Where there is one that may not or cannot be read.
    pub fn discover(folder: &Path) -> Result<Option<Self>, GitError> {
        let ceilings: [&Path; 0] = [];
        let git = match git2::Repository::open_ext(folder, git2::RepositoryOpenFlags::empty(), ceilings) {
            Ok(git) => git,
            Err(error) if error.code() == git2::ErrorCode::NotFound => return Ok(None),
            Err(error) => return Err(GitError::new(folder, &error)),
        };
        if let Some(top) = moved_worktree(&git, folder) {
            git.set_workdir(&top, false).map_err(|error| GitError::new(folder, &error))?;
        }
        let Some(top) = git.workdir().and_then(|top| top.canonicalize().ok()) else {
            return Ok(None);
        };
        // git goes no further than such a line, and libgit2 would end the program.
        if has_path_without_value(&top.join(".gitmodules")) {
            let detail = ".gitmodules: a path has no value".to_owned();
            return Err(GitError::Unreadable { path: folder.to_owned(), detail });
        }
        let repository = Self { git, top };
        Ok(repository.place(folder).is_some().then_some(repository))
    }

    /// The top of the working tree, symbolic links resolved.
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// A path from the top of the working tree, links on the way to it resolved; the top itself is the empty one.
    pub fn place_of(&self, path: &Path) -> Option<PathBuf> {
        let is_top = path.canonicalize().is_ok_and(|real| real == self.top);
        if is_top { Some(PathBuf::new()) } else { self.inside(path) }
    }

    /// The folder's path from the top of the working tree; `None` where it is not part of it.
    fn place(&self, folder: &Path) -> Option<PathBuf> {
        let folder = folder.canonicalize().ok()?;
        let is_of_git = [self.git.path(), self.git.commondir()]
            .into_iter()
            .filter_map(|own| own.canonicalize().ok())
            .any(|own| folder.starts_with(&own));
        if is_of_git {
            return None;
        }
        folder.strip_prefix(&self.top).ok().map(Path::to_owned)
    }
}

/// Whether a file of git's settings names a submodule without saying where it is.
fn has_path_without_value(modules: &Path) -> bool {
    let mut has = false;
    let is_path = |name: &[u8]| name.starts_with(b"submodule.") && name.ends_with(b".path");
    let look = || {
        let config = git2::Config::open(modules)?;
        config.entries(None)?.for_each(|entry| has |= !entry.has_value() && is_path(entry.name_bytes()))
    };
    let _is_none = modules.is_file().then(look);
    has
}

/// Where a further working tree (`git worktree`) is now: what is written of it in the repository may be older.
fn moved_worktree(git: &git2::Repository, folder: &Path) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok().filter(|_| git.is_worktree())?;
    let is_top = |folder: &&Path| folder.join(".git").symlink_metadata().is_ok();
    folder.ancestors().find(is_top).map(Path::to_owned)
}

impl GitError {
    fn new(path: &Path, error: &git2::Error) -> Self {
        match error.code() {
            git2::ErrorCode::Owner => Self::Foreign(path.to_owned()),
            _ => Self::Unreadable { path: path.to_owned(), detail: error.message().to_owned() },
        }
    }
}

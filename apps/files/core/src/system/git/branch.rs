//! The branches of a repository, and going to another one.

use super::{GitError, Repository};

use std::ffi::OsStr;

impl Repository {
    /// The local branches by name, in the order of their bytes. Names that are no text are left out.
    ///
    /// # Errors
    /// Where the repository is damaged.
    pub fn branches(&self) -> Result<Vec<String>, GitError> {
        let branches = self.git.branches(Some(git2::BranchType::Local));
        let branches = branches.map_err(|error| GitError::new(&self.top, &error))?;
        let name = |branch: Result<(git2::Branch<'_>, git2::BranchType), git2::Error>| {
            String::from_utf8(branch.ok()?.0.name_bytes().ok()?.to_owned()).ok()
        };
        let mut names: Vec<String> = branches.filter_map(name).collect();
        names.sort();
        Ok(names)
    }

    /// Goes to another branch, by the user's own git; what is not committed stays, or git refuses.
    ///
    /// # Errors
    /// [`GitError::Refused`] with git's own words, or [`GitError::NoGit`].
    pub fn switch(&self, branch: &str) -> Result<(), GitError> {
        self.run(["switch", "--quiet", "--no-guess", branch].map(OsStr::new))
    }
}

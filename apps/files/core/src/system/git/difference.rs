//! What has changed inside of a file, line by line. Programs that a repository names for it are not asked.

use super::{GitError, Repository};

use git2::DiffOptions;

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// More lines are never read by eye.
const MOST: usize = 2_000;

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What became of it.
    pub difference: Difference,
    /// Its text, without its end.
    pub text: String,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// It stands around the others.
    Same,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says where the next ones are.
    Place,
}

impl Repository {
    /// Tells how a file, by its path from the top, differs from the last commit: what is staged and what is not.
    ///
    /// # Errors
    /// Where the repository is damaged.
    pub fn difference(&self, path: &Path) -> Result<Vec<Line>, GitError> {
        self.difference_of(path).map_err(|error| GitError::new(path, &error))
    }

    fn difference_of(&self, path: &Path) -> Result<Vec<Line>, git2::Error> {
        let mut options = DiffOptions::new();
        let _chained = options.include_untracked(true).show_untracked_content(true).recurse_untracked_dirs(true);
        let _chained = options.update_index(false).disable_pathspec_match(true).pathspec(path);
        let head = self.head_tree()?;
        let diff = self.git.diff_tree_to_workdir_with_index(head.as_ref(), Some(&mut options))?;
        let mut lines = Vec::new();
        let printed = diff.print(git2::DiffFormat::Patch, |delta, _, line| {
            let is_this = delta.new_file().path_bytes().is_some_and(|found| found == path.as_os_str().as_bytes());
            if let Some(difference) = difference(line.origin()).filter(|_| is_this) {
                let text = String::from_utf8_lossy(line.content());
                lines.push(Line { difference, text: text.trim_end_matches(['\r', '\n']).to_owned() });
            }
            lines.len() < MOST
        });
        match printed {
            Ok(()) => Ok(lines),
            // It was cut short by ourselves.
            Err(error) if error.code() == git2::ErrorCode::User => Ok(lines),
            Err(error) => Err(error),
        }
    }
}

fn difference(origin: char) -> Option<Difference> {
    match origin {
        ' ' => Some(Difference::Same),
        '+' => Some(Difference::Added),
        '-' => Some(Difference::Removed),
        'H' => Some(Difference::Place),
        _ => None,
    }
}

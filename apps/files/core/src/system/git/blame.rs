//! Who wrote each line of a file, and when.

use super::log::Commit;
use super::{GitError, Repository};

use git2::{BlameOptions, Oid};

use std::collections::HashMap;
use std::path::Path;

/// Larger files are not read by eye, in bytes.
const MOST: u64 = 4 * 1024 * 1024;

/// A line of a file, and the commit it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blamed {
    /// The commit; nothing where it is not committed yet.
    pub commit: Option<Commit>,
    /// The text, without its end.
    pub text: String,
}

impl Repository {
    /// Tells where each line of a file of the working tree comes from; the path is from the top.
    ///
    /// # Errors
    /// Where git does not know the file, or it is too large or no text.
    pub fn blame(&self, path: &Path) -> Result<Vec<Blamed>, GitError> {
        let unread = |detail: &str| GitError::Unreadable { path: path.to_owned(), detail: detail.to_owned() };
        let file = self.top.join(path);
        let length = std::fs::symlink_metadata(&file).map_err(|error| unread(&error.to_string()))?.len();
        if length > MOST {
            return Err(unread("too large"));
        }
        let bytes = std::fs::read(&file).map_err(|error| unread(&error.to_string()))?;
        self.blame_of(path, &bytes).map_err(|error| GitError::new(path, &error))
    }

    fn blame_of(&self, path: &Path, bytes: &[u8]) -> Result<Vec<Blamed>, git2::Error> {
        let committed = self.git.blame_file(path, Some(&mut BlameOptions::new()))?;
        let blame = committed.blame_buffer(bytes)?;
        let text = String::from_utf8_lossy(bytes);
        let mut commits: HashMap<Oid, Option<Commit>> = HashMap::new();
        let mut lines = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let commit = blame.get_line(number).and_then(|hunk| {
                let id = hunk.final_commit_id();
                // What is in no commit yet has none.
                let read = || self.git.find_commit(id).ok().map(|found| Commit::new(&found));
                commits.entry(id).or_insert_with(read).clone()
            });
            lines.push(Blamed { commit, text: line.to_owned() });
        }
        Ok(lines)
    }
}

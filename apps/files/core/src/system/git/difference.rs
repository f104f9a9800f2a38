//! What has changed inside of a file, line by line. Programs that a repository names for it are not asked.

use super::part::Part;
use super::{GitError, Repository};
use crate::git::words;

use git2::{DiffFindOptions, DiffOptions};

use std::ffi::OsStr;
use std::ops::Range;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// How alike two files must be of which one is known to have come from the other, in percent.
const ALREADY_KNOWN: u16 = 1;
/// More lines are never read by eye.
const MOST: usize = 2_000;

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What became of it.
    pub difference: Difference,
    /// Its text, without its end.
    pub text: String,
    /// The bytes of it that changed, where another line stands for it; empty where all of it did.
    pub marks: Vec<Range<usize>>,
}

impl Line {
    fn is_change(&self) -> bool {
        matches!(self.difference, Difference::Added | Difference::Removed)
    }
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
    /// Tells how a file, by its path from the top, differs from the last commit: what is staged and what is not. One that
    /// was renamed differs from what it was.
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
        let (head, index) = (self.head_tree()?, self.index()?);
        if self.is_endless(&Part::whole(&index)) {
            return Err(git2::Error::from_str("a rule of .gitignore cannot be read"));
        }
        let origin = self.origin(&index, path)?;
        if let Some(origin) = &origin {
            let _chained = options.pathspec(origin.as_slice());
        }
        let mut diff = self.git.diff_tree_to_workdir_with_index(head.as_ref(), Some(&mut options))?;
        if origin.is_some() {
            diff.find_similar(Some(DiffFindOptions::new().renames(true).rename_threshold(ALREADY_KNOWN)))?;
        }
        lines(&diff, |found| found == path)
    }
}

/// The lines of the files that are wanted; of lines that stand for each other the words that changed are marked.
pub(super) fn lines(diff: &git2::Diff<'_>, is_wanted: impl Fn(&Path) -> bool) -> Result<Vec<Line>, git2::Error> {
    let mut lines = Vec::new();
    let printed = diff.print(git2::DiffFormat::Patch, |delta, _, line| {
        let found = delta.new_file().path_bytes().map(|bytes| Path::new(OsStr::from_bytes(bytes)));
        if let Some(difference) = difference(line.origin()).filter(|_| found.is_some_and(&is_wanted)) {
            let text = String::from_utf8_lossy(line.content());
            let text = text.trim_end_matches(['\r', '\n']).to_owned();
            lines.push(Line { difference, text, marks: Vec::new() });
        }
        lines.len() < MOST
    });
    match printed {
        Ok(()) => {}
        // It was cut short by ourselves.
        Err(error) if error.code() == git2::ErrorCode::User => {}
        Err(error) => return Err(error),
    }
    mark(&mut lines);
    Ok(lines)
}

/// Marks the words that changed, where as many lines came as went: the first stands for the first.
fn mark(lines: &mut [Line]) {
    for block in lines.chunk_by_mut(|one, other| one.is_change() && other.is_change()) {
        let gone = block.iter().take_while(|line| line.difference == Difference::Removed).count();
        if gone == 0 || block.len() != 2 * gone {
            continue;
        }
        let (old, new) = block.split_at_mut(gone);
        for (old, new) in old.iter_mut().zip(new) {
            let (lost, come) = words::changed(&old.text, &new.text);
            // What has nothing in common is another line, not a changed one.
            let is_other = |line: &Line, marks: &[Range<usize>]| {
                marks.iter().map(Range::len).sum::<usize>() == line.text.trim().len()
            };
            if !is_other(old, &lost) && !is_other(new, &come) {
                (old.marks, new.marks) = (lost, come);
            }
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

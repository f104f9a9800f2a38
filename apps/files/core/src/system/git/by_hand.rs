//! The working tree against the index without libgit2's walk through it, where that would never come to an end: it reads
//! a rule of `.gitignore` that begins with a form feed or a vertical tab for ever.

use super::Repository;
use super::change::Change;
use super::nested::has_commit;
use super::part::{Part, is_intended, is_passed_over, stage};
use super::untracked::read;
use super::version::{LINK, Version};
use crate::git::{Letter, Letters};

use git2::{FileMode, IndexEntry};

use std::ffi::OsStr;
use std::fs::Metadata;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;

impl Repository {
    /// Whether libgit2 would not come back from a part of the working tree.
    pub(super) fn is_endless(&self, part: &Part<'_>) -> bool {
        let own = part.folders.iter().map(|folder| self.top.join(OsStr::from_bytes(folder)).join(".gitignore"));
        let others = [self.users_file(), Some(self.git.commondir().join("info/exclude"))].into_iter().flatten();
        others.chain(own).any(|path| read(&path).is_some_and(|rules| is_endless(&rules)))
    }

    /// What differs, as far as that can be told of each entry of the index alone.
    pub(super) fn different_by_hand(&self, part: &Part<'_>) -> Result<Vec<Change>, git2::Error> {
        self.remember_in_memory()?;
        let is_told = |entry: &IndexEntry| stage(entry) == 0 && !is_intended(entry) && !is_passed_over(entry);
        let entries = part.entries().filter(is_told);
        let told = entries.map(|entry| Change { letters: self.letters_of(&entry), path: entry.path });
        Ok(told.filter(|change| change.letters != Letters::default()).collect())
    }

    fn letters_of(&self, entry: &IndexEntry) -> Letters {
        let place = self.top.join(OsStr::from_bytes(&entry.path));
        let is_repository = entry.mode == u32::from(FileMode::Commit);
        let worktree = match place.symlink_metadata() {
            Ok(facts) if facts.is_dir() && is_repository => Letter::Unmodified,
            Ok(facts) if facts.is_dir() && !has_commit(&place) => Letter::Deleted,
            Ok(facts) if !self.is_there(&entry.path, entry) || facts.file_type().is_dir() => Letter::TypeChanged,
            Ok(facts) => self.letter_of(entry, &facts),
            Err(_) => Letter::Deleted,
        };
        Letters { index: Letter::Unmodified, worktree }
    }

    fn letter_of(&self, entry: &IndexEntry, facts: &Metadata) -> Letter {
        let old = Version::of_entry(entry);
        let is_looked_at = |name| self.git.config().and_then(|config| config.get_bool(name)).unwrap_or(true);
        let is_program = |mode: u32| mode & 0o100 != 0;
        let is_other_mode = || is_program(old.mode) != is_program(facts.mode()) && is_looked_at("core.fileMode");
        let written = (i64::from(entry.mtime.seconds()), i64::from(entry.mtime.nanoseconds()));
        let is_as_written = entry.file_size != 0
            && u64::from(entry.file_size) == facts.len()
            && written == (facts.mtime(), facts.mtime_nsec());
        match () {
            () if facts.is_symlink() != (old.kind() == LINK) => Letter::TypeChanged,
            () if !facts.is_symlink() && is_other_mode() => Letter::Modified,
            () if is_as_written || self.there(&entry.path).id == old.id => Letter::Unmodified,
            () => Letter::Modified,
        }
    }
}

fn is_endless(rules: &[u8]) -> bool {
    rules.iter().any(|byte| matches!(byte, 0x0B | 0x0C))
}

//! What the working tree is compared with: the index, and the tree of the last commit.

use super::Repository;

use git2::{Index, IndexEntry, IndexEntryExtendedFlag, Oid, Tree};

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

const SKIP_WORKTREE: u16 = IndexEntryExtendedFlag::SKIP_WORKTREE.bits();
/// What libgit2 says of an index that is split or sparse.
const NOT_KNOWN: &str = "unsupported mandatory extension";
/// So many times a commit is looked for in another one's place: more are a loop.
const REPLACED: usize = 5;

impl Repository {
    /// The index as it is on the disk. Nothing of what is changed in it here is ever written.
    pub(super) fn index(&self) -> Result<Index, git2::Error> {
        let mut index = match self.git.index() {
            Err(error) if error.message().contains(NOT_KNOWN) => {
                let index = self.read_index().ok_or(error)?;
                self.git.set_index(&mut { index })?;
                self.git.index()?
            }
            index => index?,
        };
        // What was read here is in memory alone.
        if index.path().is_some() {
            index.read(false)?;
        }
        if self.git.config()?.get_bool("core.sparseCheckout").unwrap_or(false) {
            self.look_at_what_is_there(&mut index);
        }
        Ok(index)
    }

    /// What a sparse working tree leaves out is looked at nevertheless where it is there: so does git.
    fn look_at_what_is_there(&self, index: &mut Index) {
        let is_left_out = |entry: &IndexEntry| entry.flags_extended & SKIP_WORKTREE != 0;
        let is_there = |entry: &IndexEntry| self.top.join(OsStr::from_bytes(&entry.path)).symlink_metadata().is_ok();
        let there: Vec<IndexEntry> = index.iter().filter(|entry| is_left_out(entry) && is_there(entry)).collect();
        for mut entry in there {
            entry.flags_extended &= !SKIP_WORKTREE;
            // An entry whose object is missing is not taken: it stays as it is.
            let _is_taken = index.add(&entry);
        }
    }

    /// The tree of the last commit; `None` before the first.
    pub(super) fn head_tree(&self) -> Result<Option<Tree<'_>>, git2::Error> {
        let head = match self.git.head() {
            Ok(head) => head.peel_to_commit()?.id(),
            Err(error) if error.code() == git2::ErrorCode::UnbornBranch => return Ok(None),
            Err(error) => return Err(error),
        };
        self.git.find_commit(self.in_place_of(head))?.tree().map(Some)
    }

    /// The object that `git replace` put in another one's place.
    fn in_place_of(&self, mut id: Oid) -> Oid {
        if !self.git.config().and_then(|config| config.get_bool("core.useReplaceRefs")).unwrap_or(true) {
            return id;
        }
        for _ in 0..REPLACED {
            match self.git.refname_to_id(&format!("refs/replace/{id}")) {
                Ok(other) => id = other,
                Err(_) => break,
            }
        }
        id
    }
}

//! Where a repository stands: its branch, how far that is from its upstream, and what waits for a decision.

use super::{GitError, Repository};

/// What the status line tells of a repository.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// The branch, or the beginning of the commit's name where none is checked out.
    pub branch: String,
    /// Commits that the upstream does not have yet.
    pub ahead: usize,
    /// Commits of the upstream that are not here yet.
    pub behind: usize,
    /// Files that a merge left to decide.
    pub conflicts: usize,
    /// Changes that were put aside.
    pub stashed: usize,
}

impl Repository {
    /// Tells where the repository stands.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn summary(&self) -> Result<Summary, GitError> {
        self.summarised().map_err(|error| GitError::new(&self.top, &error))
    }

    fn summarised(&self) -> Result<Summary, git2::Error> {
        let (ahead, behind) = self.distance().unwrap_or_default();
        let index = self.index()?;
        let conflicts = if index.has_conflicts() { index.conflicts()?.count() } else { 0 };
        // Without a stash there is no log of it.
        let stashed = self.git.reflog("refs/stash").map_or(0, |stash| stash.len());
        Ok(Summary { branch: self.branch()?, ahead, behind, conflicts, stashed })
    }

    fn branch(&self) -> Result<String, git2::Error> {
        let head = self.git.find_reference("HEAD")?;
        if let Some(target) = head.symbolic_target_bytes() {
            let name = target.strip_prefix(b"refs/heads/").unwrap_or(target);
            return Ok(String::from_utf8_lossy(name).into_owned());
        }
        let short = head.peel(git2::ObjectType::Commit)?.short_id()?;
        Ok(String::from_utf8_lossy(&short).into_owned())
    }

    /// How far the branch is ahead of and behind its upstream; `None` where it has none.
    fn distance(&self) -> Option<(usize, usize)> {
        let head = self.git.head().ok()?;
        let here = head.target()?;
        let branch = git2::Branch::wrap(head);
        let there = branch.upstream().ok()?.get().target()?;
        self.git.graph_ahead_behind(here, there).ok()
    }
}

//! Whether all of a tree can be where it goes, before the first byte of it is written.

use super::Planner;
use crate::operation::Reason;
use crate::operation::change::split;
use crate::operation::limits::{Limits, Sensitivity};
use crate::system::file_system::{Kind, Stat};

use std::collections::HashSet;
use std::path::Path;

impl Planner<'_> {
    /// Tells of each file that cannot be there under its name; none of the tree goes there then.
    pub(super) fn fits(&mut self, from: &Path, to: &Path, source: &Stat) -> Result<bool, Reason> {
        let (folder, name) = split(to);
        let limits = self.view.limits(folder);
        if limits == Limits::default() {
            return Ok(true);
        }
        limits.check(name, size(source))?;
        let is_told = limits.case == Sensitivity::Told;
        if !is_told && !self.folded.insert((folder.to_owned(), limits.folded(name))) {
            return Err(Reason::CaseCollision);
        }
        let before = self.plan.outcome.failed.len();
        if source.kind == Kind::Folder {
            self.below(from, limits)?;
        }
        Ok(self.plan.outcome.failed.len() == before)
    }

    fn below(&mut self, folder: &Path, limits: Limits) -> Result<(), Reason> {
        let mut folded = HashSet::new();
        for name in self.view.names(folder)? {
            let is_new = folded.insert(limits.folded(&name));
            self.on(&folder.join(&name), |planner, path| {
                let Some(stat) = planner.view.look(path)? else { return Ok(()) };
                limits.check(&name, size(&stat))?;
                match is_new {
                    true if stat.kind == Kind::Folder => planner.below(path, limits),
                    true => Ok(()),
                    false => Err(Reason::CaseCollision),
                }
            });
        }
        Ok(())
    }
}

fn size(stat: &Stat) -> u64 {
    if stat.kind == Kind::File { stat.size } else { 0 }
}

//! Many renames at once: in an order in which no name is taken, rings by way of a hidden name, and all of them or none.

use super::{Planner, Transfer, is_case_change};
use crate::operation::change::split;
use crate::operation::names::is_named;
use crate::operation::{Change, Identity, Item, Reason};

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// One rename that may be made.
struct Step<'a> {
    from: &'a Path,
    to: &'a Path,
    identity: Identity,
}

impl Planner<'_> {
    /// Plans all of them, or none where one cannot be.
    pub(super) fn rename_all(&mut self, items: &[Item]) {
        let items: Vec<&Item> = items.iter().filter(|item| item.from != item.to).collect();
        let leaving: HashSet<&Path> = items.iter().map(|item| item.from.as_path()).collect();
        let (mut steps, mut taken) = (Vec::new(), HashSet::new());
        for item in items {
            let is_free = taken.insert(item.to.as_path());
            match self.may_rename(item, &leaving).and_then(|found| if is_free { Ok(found) } else { Err(Reason::Twice) })
            {
                Ok(identity) => steps.push(Step { from: &item.from, to: &item.to, identity }),
                Err(reason) => self.plan.outcome.fail(&item.from, reason),
            }
        }
        if self.plan.outcome.failed.is_empty() {
            self.in_order(steps);
        }
    }

    fn may_rename(&self, item: &Item, leaving: &HashSet<&Path>) -> Result<Identity, Reason> {
        if !is_named(&item.from) || !is_named(&item.to) {
            return Err(Reason::Unnamed);
        }
        let source = self.existing(&item.from)?;
        let target = if leaving.contains(item.to.as_path()) { None } else { self.view.look(&item.to)? };
        let is_same = |target| is_case_change(&item.from, &item.to, &source, &target, Transfer::Move);
        if target.is_none_or(is_same) { Ok(source.identity()) } else { Err(Reason::Exists) }
    }

    /// Each name is left before another file gets it.
    fn in_order(&mut self, steps: Vec<Step<'_>>) {
        let mut into: HashMap<&Path, Step<'_>> = steps.into_iter().map(|step| (step.to, step)).collect();
        let leaving: HashSet<&Path> = into.values().map(|step| step.from).collect();
        let mut ends: Vec<&Path> = into.keys().filter(|to| !leaving.contains(*to)).copied().collect();
        ends.sort_unstable();
        for end in ends {
            self.chain(end, &mut into);
        }
        // What is left are rings: one file of each makes room, and gets its name when all others have theirs.
        let mut rings: Vec<PathBuf> = into.keys().map(|to| to.to_path_buf()).collect();
        rings.sort_unstable();
        for end in rings {
            let Some(step) = into.remove(end.as_path()) else { continue };
            let hidden = split(step.from).0.join(self.hidden.next_name());
            self.rename(step.from, &hidden, step.identity);
            self.chain(step.from, &mut into);
            self.rename(&hidden, step.to, step.identity);
        }
    }

    /// The file that gets this name, then the one that gets the name it had, and so on.
    fn chain<'s>(&mut self, end: &'s Path, into: &mut HashMap<&'s Path, Step<'s>>) {
        let mut end = end;
        while let Some(step) = into.remove(end) {
            self.rename(step.from, step.to, step.identity);
            end = step.from;
        }
    }

    fn rename(&mut self, from: &Path, to: &Path, identity: Identity) {
        let (from, to) = (from.to_owned(), to.to_owned());
        self.plan.changes.push(Change::Rename { from, to, identity, over: None });
    }
}

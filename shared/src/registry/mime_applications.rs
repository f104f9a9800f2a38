//! Which applications open a type of file or a scheme, and which of them does so when nobody chooses.
//!
//! Spec: Association between MIME types and applications 1.0.1 (rules M1 to M7). Where it is silent, GLib is followed:
//! - types are compared under their canonical names, in the lists and in desktop entries;
//! - a default need not be an association, as long as nobody removed it;
//! - within one folder applications come in the order of its `mimeinfo.cache`, which is believed in nothing else;
//! - `defaults.list`, the elder sister of `mimeapps.list`, is read after it.
//!
//! Otherwise than GLib, `text/*` falls back on `text/plain` and all else on `application/octet-stream` as the
//! specification says, and an application whose program is missing is named where there is no other: the user learns
//! what is missing.

mod change;
mod level;

pub use change::{Change, Error, change};

use crate::registry::context::Context;
use crate::registry::entry::{Entry, HiddenBy};
use crate::registry::exec;
use crate::registry::index::Index;
use crate::registry::mime_type::MimeTypes;
use crate::registry::program::Programs;
use crate::registry::visibility;

use level::Level;

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What opens what, read once; immutable.
#[derive(Debug, Clone)]
pub struct MimeApplications {
    index: Arc<Index>,
    types: Arc<MimeTypes>,
    levels: Vec<Level>,
    /// Where programs are looked for.
    path: Vec<PathBuf>,
}

/// What has been found on the way from a type to its ancestors.
#[derive(Default)]
struct Search {
    /// Places in the index, the most preferred first.
    found: Vec<usize>,
    /// Places of those that a list has removed: they do not come back for an ancestor.
    removed: HashSet<usize>,
}

impl MimeApplications {
    /// Reads every list; what is missing or cannot be read is left out.
    pub fn read(context: &Context, index: Arc<Index>, types: Arc<MimeTypes>) -> Self {
        let levels = level::read(context, &index, &types);
        Self { path: context.path.clone(), levels, types, index }
    }

    /// Returns every application that opens a type, the default first; those for its ancestors come last (M3 to M5).
    pub fn all(&self, mime_type: &str) -> Vec<&Entry> {
        let mut search = Search::default();
        for ancestor in self.types.ancestors(mime_type) {
            self.search(ancestor, &mut search);
        }
        let found: Vec<&Entry> = search.found.into_iter().map(|place| &self.index.entries()[place]).collect();
        let programs = Programs::new(&self.path);
        let installed: Vec<&Entry> = found.iter().copied().filter(|entry| is_installed(entry, &programs)).collect();
        if installed.is_empty() { found } else { installed }
    }

    /// Returns the application that opens a type when nobody chooses.
    pub fn default(&self, mime_type: &str) -> Option<&Entry> {
        self.all(mime_type).first().copied()
    }

    /// The desktop entries that are asked.
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// The types that are told apart.
    pub fn types(&self) -> &Arc<MimeTypes> {
        &self.types
    }

    /// Adds what the lists and entries say of one type, which bears its canonical name.
    fn search(&self, mime_type: &str, search: &mut Search) {
        let mut associated = Vec::new();
        for level in &self.levels {
            let (added, removed) = (self.places(level.added(mime_type)), self.places(level.removed(mime_type)));
            associated.extend(added.filter(|place| !search.removed.contains(place)));
            search.removed.extend(removed.filter(|place| !associated.contains(place)));
            let own = level.entries(mime_type).filter(|place| !search.removed.contains(place));
            associated.extend(own);
        }
        let defaults = self.levels.iter().flat_map(|level| self.places(level.defaults(mime_type)));
        let defaults: Vec<usize> = defaults.filter(|place| !search.removed.contains(place)).collect();
        for place in defaults.into_iter().chain(associated) {
            if !search.found.contains(&place) && can_open(&self.index.entries()[place]) {
                search.found.push(place);
            }
        }
    }

    fn places<'a>(&'a self, ids: &'a [Box<str>]) -> impl Iterator<Item = usize> + 'a {
        ids.iter().filter_map(|id| self.index.place(id))
    }
}

/// Whether an entry may be asked to open something. `NoDisplay` keeps it out of menus alone (D9).
fn can_open(entry: &Entry) -> bool {
    let is_away = matches!(entry.hidden_by, Some(HiddenBy::Hidden | HiddenBy::Kind | HiddenBy::TryExec));
    !is_away && visibility::can_start(entry)
}

/// Whether what would be started is there. What cannot be told (a broken `Exec`) is not.
fn is_installed(entry: &Entry, programs: &Programs<'_>) -> bool {
    entry.is_dbus_activatable || exec::program(entry).is_ok_and(|program| programs.has(program))
}

#[cfg(test)]
mod tests;

//! What changed from one index to the next.

use crate::registry::index::Index;

/// The IDs that came, changed and went, each list sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delta {
    /// IDs that were not there before.
    pub added: Vec<Box<str>>,
    /// IDs whose entry says something else than before, is another file, or is shown where it was not.
    pub changed: Vec<Box<str>>,
    /// IDs that are there no more.
    pub removed: Vec<Box<str>>,
}

impl Delta {
    /// Compares two indexes.
    pub fn between(before: &Index, after: &Index) -> Self {
        let mut delta = Self::default();
        for entry in after.entries() {
            match before.get(&entry.id) {
                None => delta.added.push(entry.id.clone()),
                Some(other) if other != entry => delta.changed.push(entry.id.clone()),
                Some(_) => {}
            }
        }
        let gone = before.entries().iter().filter(|entry| after.get(&entry.id).is_none());
        delta.removed.extend(gone.map(|entry| entry.id.clone()));
        delta
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

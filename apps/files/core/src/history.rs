//! The folders one came from, and those one went back from.

use std::path::{Path, PathBuf};

/// The way through folders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    here: PathBuf,
    before: Vec<PathBuf>,
    after: Vec<PathBuf>,
}

impl History {
    /// Begins in a folder.
    pub fn new(here: PathBuf) -> Self {
        Self { here, ..Self::default() }
    }

    /// Where one is.
    pub fn here(&self) -> &Path {
        &self.here
    }

    /// Goes to a folder; what lay ahead is forgotten. Says whether that is another one.
    pub fn go(&mut self, to: PathBuf) -> bool {
        if to == self.here {
            return false;
        }
        self.before.push(std::mem::replace(&mut self.here, to));
        self.after.clear();
        true
    }

    /// Goes back; says whether there was where to.
    pub fn back(&mut self) -> bool {
        Self::step(&mut self.here, &mut self.before, &mut self.after)
    }

    /// Goes forward again; says whether there was where to.
    pub fn forward(&mut self) -> bool {
        Self::step(&mut self.here, &mut self.after, &mut self.before)
    }

    fn step(here: &mut PathBuf, from: &mut Vec<PathBuf>, to: &mut Vec<PathBuf>) -> bool {
        let Some(next) = from.pop() else {
            return false;
        };
        to.push(std::mem::replace(here, next));
        true
    }

    /// Whether one can go back.
    pub fn has_before(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether one can go forward.
    pub fn has_after(&self) -> bool {
        !self.after.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_elsewhere_forgets_what_lay_ahead() {
        let mut history = History::new("/a".into());
        assert!(!history.go("/a".into()) && !history.back() && !history.forward());
        assert!(history.go("/b".into()) && history.go("/c".into()));
        assert!(history.back() && history.back());
        assert_eq!((history.here(), history.has_before(), history.has_after()), (Path::new("/a"), false, true));
        assert!(history.forward());
        assert!(history.go("/d".into()));
        assert_eq!((history.here(), history.has_after()), (Path::new("/d"), false));
    }
}

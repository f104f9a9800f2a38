//! The folders one came from, and those one went back from, with what was searched for there.

use crate::search::Search;

use std::path::{Path, PathBuf};

/// A folder on the way, or a search below it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stop {
    /// The folder.
    pub path: PathBuf,
    /// What is searched for below it; nothing where the folder itself is on show.
    pub search: Option<Search>,
}

/// The way through folders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    here: Stop,
    before: Vec<Stop>,
    after: Vec<Stop>,
}

impl From<PathBuf> for Stop {
    fn from(path: PathBuf) -> Self {
        Self { path, search: None }
    }
}

impl History {
    /// Begins in a folder.
    pub fn new(here: PathBuf) -> Self {
        Self { here: here.into(), ..Self::default() }
    }

    /// Where one is.
    pub fn here(&self) -> &Path {
        &self.here.path
    }

    /// What is searched for there.
    pub fn search(&self) -> Option<&Search> {
        self.here.search.as_ref()
    }

    /// Goes there; what lay ahead is forgotten. Says whether that is another place.
    pub fn go(&mut self, to: impl Into<Stop>) -> bool {
        let to = to.into();
        if to == self.here {
            return false;
        }
        self.before.push(std::mem::replace(&mut self.here, to));
        self.after.clear();
        true
    }

    /// Searches for something else where one is.
    pub fn look_for(&mut self, search: Option<Search>) {
        self.here.search = search;
    }

    /// Goes so many steps forward, or back where that is negative; says whether there was where to.
    pub fn travel(&mut self, steps: isize) -> bool {
        let (from, to) =
            if steps < 0 { (&mut self.before, &mut self.after) } else { (&mut self.after, &mut self.before) };
        let steps = steps.unsigned_abs();
        if steps == 0 || steps > from.len() {
            return false;
        }
        for _ in 0..steps {
            to.extend(from.pop().map(|next| std::mem::replace(&mut self.here, next)));
        }
        true
    }

    /// Where one came from, the last place first.
    pub fn before(&self) -> impl ExactSizeIterator<Item = &Stop> {
        self.before.iter().rev()
    }

    /// Where one went back from, the next place first.
    pub fn after(&self) -> impl ExactSizeIterator<Item = &Stop> {
        self.after.iter().rev()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn go(history: &mut History, path: &str) -> bool {
        history.go(PathBuf::from(path))
    }

    #[test]
    fn going_elsewhere_forgets_what_lay_ahead() {
        let mut history = History::new("/a".into());
        assert!(!go(&mut history, "/a") && !history.travel(-1) && !history.travel(1) && !history.travel(0));
        assert!(go(&mut history, "/b") && go(&mut history, "/c"));
        assert!(history.travel(-1) && history.travel(-1));
        assert_eq!((history.here(), history.before().len(), history.after().len()), (Path::new("/a"), 0, 2));
        assert!(history.travel(1));
        assert!(go(&mut history, "/d"));
        assert_eq!((history.here(), history.after().len()), (Path::new("/d"), 0));
    }

    #[test]
    fn several_steps_are_as_good_as_one_after_the_other() {
        let mut history = History::new("/a".into());
        for path in ["/b", "/c", "/d"] {
            assert!(go(&mut history, path));
        }
        let paths = |stops: Vec<&Stop>| stops.iter().map(|stop| stop.path.clone()).collect::<Vec<_>>();
        assert_eq!(paths(history.before().collect()), ["/c", "/b", "/a"].map(PathBuf::from));
        assert!(history.travel(-3) && !history.travel(-1) && !history.travel(4));
        assert_eq!(paths(history.after().collect()), ["/b", "/c", "/d"].map(PathBuf::from));
        assert!(history.travel(2));
        assert_eq!(history.here(), Path::new("/c"));
    }

    #[test]
    fn a_search_is_a_place_of_its_own_and_changes_where_it_is() {
        let mut history = History::new("/a".into());
        history.look_for(Some(Search { text: "x".into(), ..Search::default() }));
        assert!(go(&mut history, "/a"), "the folder itself is another place");
        assert!(history.travel(-1));
        assert_eq!(history.search().map(|search| search.text.as_str()), Some("x"));
    }
}

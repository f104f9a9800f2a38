//! What is changed in the repository of the folder on show: staged, taken back, committed, and line by line.

use candela_files_core::git::{Letter, Letters};
use candela_files_core::system::git::{Act, GitError, Line};
use candela_ui::widget::list::{Heights, View};

use std::path::{Path, PathBuf};

/// What is changed in a repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The top of its working tree.
    pub top: PathBuf,
    /// Paths from there, with git's letters.
    pub all: Vec<(PathBuf, Letters)>,
}

/// What happened in the panel.
#[derive(Debug, Clone)]
pub enum Message {
    /// The repository was read; nothing where the folder is in none.
    Read(Result<Option<Changes>, GitError>),
    /// Show what changed in that file.
    Choose(PathBuf),
    /// That was read.
    DifferenceRead {
        /// The file.
        path: PathBuf,
        /// Its lines.
        outcome: Result<Vec<Line>, GitError>,
    },
    /// Another part of the lines is in sight.
    Scrolled(View),
    /// Stage a file, or no longer.
    Switch(PathBuf),
    /// Take back what was changed in a file and is not staged.
    Discard(PathBuf),
    /// The message of the commit was edited.
    Edited(String),
    /// Commit what is staged.
    Commit,
}

/// What must be done next.
#[derive(Debug, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Tell that something failed.
    Tell(GitError),
    /// Read what changed in a file.
    ReadDifference(PathBuf),
    /// Let git do that with these files, absolute paths.
    Act(Act, Vec<PathBuf>),
    /// Move a file to the trash, and restore it where git has it.
    Discard {
        /// The file, absolute.
        path: PathBuf,
        /// Whether git has it.
        is_tracked: bool,
    },
    /// Commit what is staged.
    Commit(String),
}

/// The state of the panel.
#[derive(Debug)]
pub struct Panel {
    /// What is known of the repository; nothing before it was read, or outside of any.
    pub(crate) changes: Option<Changes>,
    /// Whether the folder is known to be in no repository.
    pub(crate) is_outside: bool,
    /// The file whose lines are shown.
    pub(crate) chosen: Option<PathBuf>,
    pub(crate) lines: Vec<Line>,
    pub(crate) heights: Heights,
    pub(crate) view: View,
    pub(crate) message: String,
}

/// The height of a line of a difference, in logical pixels.
pub const LINE: f32 = 18.0;

impl Default for Panel {
    fn default() -> Self {
        Self {
            changes: None,
            is_outside: false,
            chosen: None,
            lines: Vec::new(),
            heights: Heights::default(),
            view: View::of_height(400.0),
            message: String::new(),
        }
    }
}

impl Panel {
    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Read(outcome) => self.read(outcome),
            Message::Choose(path) => self.choose(path),
            Message::DifferenceRead { path, outcome } => self.difference_read(&path, outcome),
            Message::Scrolled(view) => self.scrolled(view),
            Message::Switch(path) => self.switch(&path),
            Message::Discard(path) => self.discard(&path),
            Message::Edited(text) => self.edit(text),
            Message::Commit => self.commit(),
        }
    }

    /// Whether something is staged, so that a commit would hold something.
    pub fn can_commit(&self) -> bool {
        let is_staged = |(_, letters): &(PathBuf, Letters)| is_staged(*letters) && !letters.is_conflict();
        !self.message.trim().is_empty()
            && self.changes.as_ref().is_some_and(|changes| changes.all.iter().any(is_staged))
    }

    fn read(&mut self, outcome: Result<Option<Changes>, GitError>) -> Action {
        match outcome {
            Ok(changes) => {
                self.is_outside = changes.is_none();
                self.changes = changes;
            }
            Err(error) => return Action::Tell(error),
        }
        match self.chosen.clone().filter(|path| self.letters(path).is_some()) {
            Some(path) => Action::ReadDifference(path),
            None => {
                self.show(Vec::new());
                self.chosen = None;
                Action::None
            }
        }
    }

    fn choose(&mut self, path: PathBuf) -> Action {
        self.chosen = Some(path.clone());
        Action::ReadDifference(path)
    }

    fn difference_read(&mut self, path: &Path, outcome: Result<Vec<Line>, GitError>) -> Action {
        if self.chosen.as_deref() != Some(path) {
            return Action::None;
        }
        match outcome {
            Ok(lines) => {
                self.show(lines);
                Action::None
            }
            Err(error) => Action::Tell(error),
        }
    }

    fn show(&mut self, lines: Vec<Line>) {
        self.heights = Heights::same(lines.len(), LINE);
        self.lines = lines;
    }

    fn scrolled(&mut self, view: View) -> Action {
        self.view = view;
        Action::None
    }

    fn switch(&self, path: &Path) -> Action {
        let (Some(letters), Some(changes)) = (self.letters(path), &self.changes) else {
            return Action::None;
        };
        // What changed since it was staged is staged too; only what is staged as a whole is taken back.
        let act = if letters.worktree == Letter::Unmodified { Act::Unstage } else { Act::Stage };
        Action::Act(act, vec![changes.top.join(path)])
    }

    fn discard(&self, path: &Path) -> Action {
        let (Some(letters), Some(changes)) = (self.letters(path), &self.changes) else {
            return Action::None;
        };
        let is_tracked = letters.index != Letter::Untracked;
        Action::Discard { path: changes.top.join(path), is_tracked }
    }

    fn edit(&mut self, text: String) -> Action {
        self.message = text;
        Action::None
    }

    fn commit(&mut self) -> Action {
        if !self.can_commit() {
            return Action::None;
        }
        Action::Commit(std::mem::take(&mut self.message))
    }

    fn letters(&self, path: &Path) -> Option<Letters> {
        let changes = self.changes.as_ref()?;
        changes.all.iter().find(|(known, _)| known == path).map(|(_, letters)| *letters)
    }
}

/// Whether the index has something of it that the last commit has not.
pub fn is_staged(letters: Letters) -> bool {
    !matches!(letters.index, Letter::Unmodified | Letter::Untracked | Letter::Ignored)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(changes: &[(&str, Letter, Letter)]) -> Panel {
        let all = changes
            .iter()
            .map(|(path, index, worktree)| (PathBuf::from(path), Letters { index: *index, worktree: *worktree }));
        let mut panel = Panel::default();
        let changes = Changes { top: "/r".into(), all: all.collect() };
        assert_eq!(panel.update(Message::Read(Ok(Some(changes)))), Action::None);
        panel
    }

    #[test]
    fn what_is_not_staged_as_a_whole_is_staged() {
        use Letter::{Added, Modified, Unmodified, Untracked};
        let mut panel = panel(&[("a", Added, Unmodified), ("b", Modified, Modified), ("c", Untracked, Untracked)]);
        for (path, act) in [("a", Act::Unstage), ("b", Act::Stage), ("c", Act::Stage)] {
            let expected = Action::Act(act, vec![PathBuf::from("/r").join(path)]);
            assert_eq!(panel.update(Message::Switch(path.into())), expected, "{path}");
        }
        let discarded = panel.update(Message::Discard("c".into()));
        assert_eq!(discarded, Action::Discard { path: "/r/c".into(), is_tracked: false });
        assert_eq!(panel.update(Message::Switch("gone".into())), Action::None);
    }

    #[test]
    fn a_commit_needs_a_message_and_something_staged() {
        use Letter::{Added, Modified, Unmodified};
        let mut unstaged = panel(&[("a", Unmodified, Modified)]);
        let _edited = unstaged.update(Message::Edited("words".to_owned()));
        assert_eq!(unstaged.update(Message::Commit), Action::None);
        let mut staged = panel(&[("a", Added, Unmodified)]);
        assert_eq!(staged.update(Message::Commit), Action::None, "no message");
        let _edited = staged.update(Message::Edited("words".to_owned()));
        assert_eq!(staged.update(Message::Commit), Action::Commit("words".to_owned()));
        assert_eq!(staged.message, "");
    }

    #[test]
    fn lines_of_another_file_are_dropped_and_those_of_one_that_is_clean_go() {
        use Letter::{Modified, Unmodified};
        let mut panel = panel(&[("a", Unmodified, Modified), ("b", Unmodified, Modified)]);
        assert_eq!(panel.update(Message::Choose("a".into())), Action::ReadDifference("a".into()));
        let line = Line { difference: candela_files_core::system::git::Difference::Added, text: "x".to_owned() };
        let read = |path: &str| Message::DifferenceRead { path: path.into(), outcome: Ok(vec![line.clone()]) };
        let _dropped = panel.update(read("b"));
        assert_eq!(panel.lines.len(), 0);
        let _shown = panel.update(read("a"));
        assert_eq!(panel.lines.len(), 1);
        let clean = Changes { top: "/r".into(), all: Vec::new() };
        let _read = panel.update(Message::Read(Ok(Some(clean))));
        assert_eq!((panel.lines.len(), panel.chosen), (0, None));
    }
}

//! What is changed in the repository of the folder on show: staged, taken back, committed, and line by line.

use candela_files_core::git::{Letter, Letters};
use candela_files_core::system::git::{Act, Blamed, Commit, GitError, Line};
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

/// What the panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// What is changed and not committed.
    #[default]
    Changes,
    /// The commits that changed what the keyboard is on.
    Log,
    /// Where the lines of the file come from that the keyboard is on.
    Blame,
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
    /// Show another page.
    ShowPage(Page),
    /// Commits of what the keyboard is on were read.
    LogRead {
        /// What that is, absolute.
        subject: PathBuf,
        /// The commits.
        outcome: Result<Vec<Commit>, GitError>,
    },
    /// It was read where the lines of a file come from.
    BlameRead {
        /// The file, absolute.
        subject: PathBuf,
        /// Its lines.
        outcome: Result<Vec<Blamed>, GitError>,
    },
    /// Show what a commit changed.
    ChooseCommit(String),
    /// That was read.
    CommitRead {
        /// The commit.
        id: String,
        /// The lines.
        outcome: Result<Vec<Line>, GitError>,
    },
    /// Another part of the lines is in sight.
    Scrolled(View),
    /// Another part of the commits, or of a file whose lines have commits, is in sight.
    PageScrolled(View),
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
    /// Read which commits changed something, an absolute path.
    ReadLog(PathBuf),
    /// Read where the lines of a file come from, an absolute path.
    ReadBlame(PathBuf),
    /// Read what a commit changed in something, an absolute path.
    ReadCommit(String, PathBuf),
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
    pub(crate) page: Page,
    /// What the keyboard is on, absolute, while a page tells of that.
    pub(crate) subject: Option<PathBuf>,
    /// Its commits, or its lines with theirs; nothing before they were read.
    pub(crate) log: Option<Vec<Commit>>,
    pub(crate) blame: Option<Result<Vec<Blamed>, GitError>>,
    pub(crate) commit: Option<String>,
    pub(crate) page_heights: Heights,
    pub(crate) page_view: View,
}

/// The height of a commit of a log, in logical pixels.
pub const COMMIT: f32 = 48.0;
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
            page: Page::Changes,
            subject: None,
            log: None,
            blame: None,
            commit: None,
            page_heights: Heights::default(),
            page_view: View::of_height(400.0),
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
            Message::ShowPage(page) => self.show_page(page),
            Message::LogRead { subject, outcome } => self.log_read(&subject, outcome),
            Message::BlameRead { subject, outcome } => self.blame_read(&subject, outcome),
            Message::ChooseCommit(id) => self.choose_commit(id),
            Message::CommitRead { id, outcome } => self.commit_read(&id, outcome),
            Message::Scrolled(view) => self.scrolled(view),
            Message::PageScrolled(view) => self.page_scrolled(view),
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

    fn show_page(&mut self, page: Page) -> Action {
        (self.page, self.subject, self.commit, self.chosen) = (page, None, None, None);
        self.show(Vec::new());
        Action::None
    }

    /// Tells of something else from now on: what the keyboard has come to.
    pub fn follow(&mut self, subject: PathBuf) -> Action {
        if self.page == Page::Changes || self.subject.as_ref() == Some(&subject) {
            return Action::None;
        }
        self.subject = Some(subject.clone());
        (self.log, self.blame, self.commit) = (None, None, None);
        self.show(Vec::new());
        match self.page {
            Page::Changes => Action::None,
            Page::Log => Action::ReadLog(subject),
            Page::Blame => Action::ReadBlame(subject),
        }
    }

    fn log_read(&mut self, subject: &Path, outcome: Result<Vec<Commit>, GitError>) -> Action {
        if self.subject.as_deref() != Some(subject) || self.page != Page::Log {
            return Action::None;
        }
        match outcome {
            Ok(log) => {
                self.page_heights = Heights::same(log.len(), COMMIT);
                self.page_view.offset = 0.0;
                self.log = Some(log);
                Action::None
            }
            Err(error) => Action::Tell(error),
        }
    }

    /// What cannot be told of a file is said in its place: one only looks at it.
    fn blame_read(&mut self, subject: &Path, outcome: Result<Vec<Blamed>, GitError>) -> Action {
        if self.subject.as_deref() == Some(subject) && self.page == Page::Blame {
            self.page_heights = Heights::same(outcome.as_ref().map_or(0, Vec::len), LINE);
            self.page_view.offset = 0.0;
            self.blame = Some(outcome);
        }
        Action::None
    }

    fn choose_commit(&mut self, id: String) -> Action {
        self.commit = Some(id.clone());
        self.subject.clone().map_or(Action::None, |subject| Action::ReadCommit(id, subject))
    }

    fn commit_read(&mut self, id: &str, outcome: Result<Vec<Line>, GitError>) -> Action {
        if self.commit.as_deref() != Some(id) {
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

    fn page_scrolled(&mut self, view: View) -> Action {
        self.page_view = view;
        Action::None
    }

    fn read(&mut self, outcome: Result<Option<Changes>, GitError>) -> Action {
        match outcome {
            Ok(changes) => {
                self.is_outside = changes.is_none();
                self.changes = changes;
            }
            Err(error) => return Action::Tell(error),
        }
        if self.page != Page::Changes {
            return Action::None;
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
    fn a_log_is_of_what_the_keyboard_is_on_and_a_late_one_is_dropped() {
        let mut panel = panel(&[]);
        assert_eq!(panel.follow("/r/a".into()), Action::None, "changes are of the whole repository");
        let _shown = panel.update(Message::ShowPage(Page::Log));
        assert_eq!(panel.follow("/r/a".into()), Action::ReadLog("/r/a".into()));
        assert_eq!(panel.follow("/r/a".into()), Action::None, "once");
        assert_eq!(panel.follow("/r/b".into()), Action::ReadLog("/r/b".into()));
        let commit = Commit { id: "c".into(), summary: "s".into(), author: "Ada".into(), seconds: 0 };
        let read = |subject: &str| Message::LogRead { subject: subject.into(), outcome: Ok(vec![commit.clone()]) };
        let _late = panel.update(read("/r/a"));
        assert_eq!(panel.log, None);
        let _read = panel.update(read("/r/b"));
        assert_eq!(panel.log.as_ref().map(Vec::len), Some(1));
        let chosen = panel.update(Message::ChooseCommit("c".to_owned()));
        assert_eq!(chosen, Action::ReadCommit("c".to_owned(), "/r/b".into()));
        let _other = panel.update(Message::ShowPage(Page::Blame));
        assert_eq!((panel.follow("/r/b".into()), panel.commit), (Action::ReadBlame("/r/b".into()), None));
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
        let difference = candela_files_core::system::git::Difference::Added;
        let line = Line { difference, text: "x".to_owned(), marks: Vec::new() };
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

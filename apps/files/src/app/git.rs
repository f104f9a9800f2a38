//! The panel of git: shown beside the rows, and kept true to the repository of the folder on show.

use super::{Action, App, Menu, Tone};
use crate::git_panel::{self, Panel};
use crate::notice;
use crate::tab::{GitView, Reading, Tab};

use candela_files_core::system::git::GitError;
use candela_shared::tr;

use std::path::{Path, PathBuf};

/// What git told, and what the user wants of it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Git was asked about a folder.
    Read {
        /// The reading it belongs to.
        reading: Reading,
        /// What it tells; nothing outside of a repository.
        outcome: Result<Option<GitView>, GitError>,
    },
    /// The branches of the repository that a folder is in were read.
    BranchesRead {
        /// The folder.
        folder: PathBuf,
        /// The branches.
        branches: Result<Vec<String>, GitError>,
    },
    /// Go to another branch.
    SwitchBranch(String),
    /// Git did what the panel asked for, or refused.
    Acted {
        /// The folder it was asked in.
        folder: PathBuf,
        /// Why not.
        outcome: Result<(), GitError>,
    },
}

impl App {
    pub(super) fn git(&mut self, message: Message) -> Action {
        match message {
            Message::Read { reading, outcome } => self.git_read(reading, outcome),
            Message::BranchesRead { folder, branches } => self.branches_read(&folder, branches),
            Message::SwitchBranch(branch) => self.switch_branch(branch),
            Message::Acted { folder, outcome } => self.git_acted(&folder, outcome),
        }
    }

    pub(super) fn switch_panel(&mut self) -> Action {
        if self.panel.is_none() && self.without_git.has(self.tab().path()) {
            return self.say(Tone::Fact, tr!(self.words, "files-git-off"));
        }
        self.panel = if self.panel.is_some() { None } else { Some(Panel::default()) };
        self.preview = None;
        self.lay_out();
        let seen = self.look_at_all();
        Action::All(vec![seen, self.read_changes()])
    }

    /// Lets the panel tell of what the keyboard has come to.
    pub(super) fn follow_panel(&mut self) -> Action {
        if self.panel.is_none() {
            return Action::None;
        }
        let tab = self.tab();
        let folder = tab.path().to_owned();
        let subject = match tab.selection.entries().len() {
            // Of many files the panel tells what it tells of their folder.
            0 | 1 => tab.chosen().first().map_or_else(|| folder.clone(), |entry| tab.folder.path_of(*entry)),
            _ => folder.clone(),
        };
        match self.panel.as_mut().map(|panel| panel.follow(subject)) {
            Some(git_panel::Action::None) | None => Action::None,
            Some(action) => Action::Panel(folder, action),
        }
    }

    /// Asks what git tells of the folder of a tab, where it is looked at.
    pub(super) fn read_git(&self, tab: &Tab) -> Action {
        if self.without_git.has(tab.path()) { Action::None } else { Action::ReadGit(tab.id) }
    }

    pub(super) fn switch_git_here(&mut self) -> Action {
        let folder = self.tab().path().to_owned();
        self.without_git.switch(&folder);
        self.look_at_git_anew()
    }

    pub(super) fn switch_git_anywhere(&mut self) -> Action {
        self.without_git.switch_anywhere();
        self.look_at_git_anew()
    }

    /// Says whether git is looked at here from now on, and does or forgets what it told.
    fn look_at_git_anew(&mut self) -> Action {
        let is_off = self.without_git.has(self.tab().path());
        let tabs = self.panes.iter_mut().flat_map(|pane| &mut pane.tabs);
        for tab in tabs.filter(|tab| self.without_git.has(tab.path())) {
            tab.git = Ok(None);
        }
        if is_off {
            self.panel = None;
            self.lay_out();
        }
        let words = if is_off { tr!(self.words, "files-git-off") } else { tr!(self.words, "files-git-on") };
        let read: Vec<Action> = self.panes.iter().map(|pane| self.read_git(pane.tab())).collect();
        let said = self.say(Tone::Fact, words);
        Action::All([Action::KeepWithoutGit(self.without_git.clone()), said].into_iter().chain(read).collect())
    }

    fn branches_read(&mut self, folder: &Path, branches: Result<Vec<String>, GitError>) -> Action {
        let is_open = matches!(self.menu, Some(Menu::Branches(pane)) if self.panes[pane].tab().path() == folder);
        match branches {
            Ok(branches) if is_open => self.branches = Some(branches),
            Ok(_) => {}
            Err(error) => return self.say(Tone::Failure, notice::git(&self.words, &error)),
        }
        Action::None
    }

    fn switch_branch(&mut self, branch: String) -> Action {
        let Some(Menu::Branches(pane)) = self.menu.take() else {
            return Action::None;
        };
        Action::SwitchBranch(self.panes[pane].tab().path().to_owned(), branch)
    }

    /// Asks what is changed, where the panel is there to show it.
    pub(super) fn read_changes(&self) -> Action {
        let is_off = self.without_git.has(self.tab().path());
        if self.panel.is_none() || is_off { Action::None } else { Action::ReadChanges(self.tab().path().to_owned()) }
    }

    pub(super) fn panelled(&mut self, message: git_panel::Message) -> Action {
        let Some(panel) = &mut self.panel else {
            return Action::None;
        };
        match panel.update(message) {
            git_panel::Action::None => Action::None,
            git_panel::Action::Tell(error) => self.say(Tone::Failure, notice::git(&self.words, &error)),
            action => Action::Panel(self.tab().path().to_owned(), action),
        }
    }

    fn git_acted(&mut self, folder: &Path, outcome: Result<(), GitError>) -> Action {
        let said = match outcome {
            Ok(()) => Action::None,
            Err(error) => self.say(Tone::Failure, notice::git(&self.words, &error)),
        };
        let tabs = self.panes.iter().map(super::Pane::tab).filter(|tab| tab.path() == folder);
        let mut actions: Vec<Action> = tabs.map(|tab| self.read_git(tab)).collect();
        actions.extend([said, self.read_changes()]);
        Action::All(actions)
    }

    fn git_read(&mut self, reading: Reading, outcome: Result<Option<GitView>, GitError>) -> Action {
        let is_partial = |view: &GitView| view.states.is_partial();
        let comes_first = matches!(&outcome, Ok(Some(view)) if is_partial(view));
        if let Some(tab) = self.find_mut(reading) {
            // What was told of folders stays until they are told of again.
            let is_more = matches!(&tab.git, Ok(Some(view)) if !is_partial(view));
            if !(comes_first && is_more) {
                tab.git = outcome;
            }
        }
        Action::None
    }
}

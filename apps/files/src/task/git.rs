//! Git for the panel: reading what changed, and what the user asks git to do.

use super::{on_thread, operate, send};
use crate::app::{self, App, Message};
use crate::git_panel::{self, Changes};

use candela_files_core::operation::{Control, Operation};
use candela_files_core::system::git::{Act, GitError, Repository, clone};

use iced::Task;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Reads what is changed in the repository of a folder.
pub fn changes(folder: PathBuf) -> Task<Message> {
    on_thread(move |sender| {
        let message = git_panel::Message::Read(changes_of(&folder));
        send(&sender, Message::Panel(message));
    })
}

fn changes_of(folder: &Path) -> Result<Option<Changes>, GitError> {
    let Some(repository) = Repository::discover(folder)? else {
        return Ok(None);
    };
    Ok(Some(Changes { top: repository.top().to_owned(), all: repository.changes()? }))
}

/// Does what the panel asks for, in the repository of a folder.
pub fn perform(folder: PathBuf, action: git_panel::Action) -> Task<Message> {
    use git_panel::Action;
    match action {
        Action::None | Action::Tell(_) => Task::none(),
        Action::ReadDifference(path) => on_thread(move |sender| {
            let outcome = with(&folder, |repository| repository.difference(&path));
            send(&sender, Message::Panel(git_panel::Message::DifferenceRead { path, outcome }));
        }),
        Action::ReadLog(subject) => on_thread(move |sender| {
            let outcome = with(&folder, |repository| repository.log(&place(repository, &subject)));
            send(&sender, Message::Panel(git_panel::Message::LogRead { subject, outcome }));
        }),
        Action::ReadBlame(subject) => on_thread(move |sender| {
            let outcome = with(&folder, |repository| repository.blame(&place(repository, &subject)));
            send(&sender, Message::Panel(git_panel::Message::BlameRead { subject, outcome }));
        }),
        Action::ReadCommit(id, subject) => on_thread(move |sender| {
            let outcome = with(&folder, |repository| repository.difference_in(&id, &place(repository, &subject)));
            send(&sender, Message::Panel(git_panel::Message::CommitRead { id, outcome }));
        }),
        Action::Act(act, paths) => act_on(folder, move |repository| repository.act(act, &paths)),
        Action::Commit(message) => act_on(folder, move |repository| repository.commit(&message)),
        Action::Discard { path, is_tracked } => act_on(folder, move |repository| discard(repository, path, is_tracked)),
    }
}

/// Where something lies in a repository; what is in none has no commits.
fn place(repository: &Repository, path: &Path) -> PathBuf {
    repository.place_of(path).unwrap_or_else(|| path.to_owned())
}

/// Clones a repository, until nobody waits for it any more.
pub fn clone(app: &App, number: u64, url: String, folder: PathBuf) -> Task<Message> {
    let newest = Arc::clone(&app.asking);
    on_thread(move |sender| {
        let mut told = None;
        let outcome = clone::clone(&url, &folder, |percent| {
            if told != percent {
                told = percent;
                send(&sender, Message::Clone(app::clone::Message::Lasts { number, percent }));
            }
            let is_wanted = newest.load(Ordering::Relaxed) == number;
            if is_wanted { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        send(&sender, Message::Clone(app::clone::Message::Cloned { number, outcome }));
    })
}

/// Reads the branches of the repository of a folder.
pub fn branches(folder: PathBuf) -> Task<Message> {
    on_thread(move |sender| {
        let branches = with(&folder, Repository::branches);
        send(&sender, Message::Git(app::git::Message::BranchesRead { folder, branches }));
    })
}

/// Goes to another branch of the repository of a folder.
pub fn switch(folder: PathBuf, branch: String) -> Task<Message> {
    act_on(folder, move |repository| repository.switch(&branch))
}

fn act_on(folder: PathBuf, act: impl FnOnce(&Repository) -> Result<(), GitError> + Send + 'static) -> Task<Message> {
    on_thread(move |sender| {
        let outcome = with(&folder, act);
        send(&sender, Message::Git(app::git::Message::Acted { folder, outcome }));
    })
}

/// What was there goes to the trash, so that nothing is lost; then git restores what it has.
fn discard(repository: &Repository, path: PathBuf, is_tracked: bool) -> Result<(), GitError> {
    if path.symlink_metadata().is_ok() {
        let control = Control::default();
        let outcome = operate::with_engine(&control, |engine| engine.run(Operation::Trash(vec![path.clone()])));
        if let Some(failure) = outcome.failed.first() {
            return Err(GitError::Refused(failure.reason.to_string()));
        }
    }
    if is_tracked { repository.act(Act::Restore, &[path]) } else { Ok(()) }
}

fn with<T>(folder: &Path, work: impl FnOnce(&Repository) -> Result<T, GitError>) -> Result<T, GitError> {
    match Repository::discover(folder)? {
        Some(repository) => work(&repository),
        None => Err(GitError::Unreadable { path: folder.to_owned(), detail: String::new() }),
    }
}

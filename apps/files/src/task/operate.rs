//! Carries file operations out by the engine, each on a thread of its own.

use super::{on_thread, send};
use crate::app::{App, Message, Turn, Turns, bulk};
use crate::conflict::Sides;
use crate::job::{Job, JobId};
use crate::notice::operation::Verb;

use candela_files_core::Facts;
use candela_files_core::journal::Story;
use candela_files_core::operation::bulk::Rule;
use candela_files_core::operation::{Conflict, Control, Item, Operation, Outcome, Reason};
use candela_files_core::system::context::Context;
use candela_files_core::system::file_system::Real;
use candela_files_core::system::journal::Found;
use candela_files_core::system::run::{Engine, Recovery};
use candela_files_core::system::{self, trash};
use candela_files_core::system::{FolderReader, is_folder};
use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::inhibit::{self, Inhibitor};
use candela_shared::tr;

use futures::channel::mpsc::UnboundedSender;
use iced::Task;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// Carries an operation out.
pub fn run(job: &Job, operation: Operation) -> Task<Message> {
    let (job, control) = (job.id, Arc::clone(&job.control));
    on_thread(move |sender| {
        let _at_work = at_work();
        let outcome = with_engine(&control, |engine| {
            tell_settings(&sender, engine);
            engine.run(operation.clone())
        });
        send(&sender, Message::Ended { job, operation: Some(operation), outcome: Ok(Some(outcome)) });
    })
}

/// Carries operations out, each after the one before.
pub fn run_in_turn(app: &App, operations: Vec<(JobId, Operation)>) -> Task<Message> {
    let control = |(job, operation)| Some((job, Arc::clone(&app.job(job)?.control), operation));
    let operations: Vec<_> = operations.into_iter().filter_map(control).collect();
    on_thread(move |sender| {
        let _at_work = at_work();
        for (job, control, operation) in operations {
            let outcome = with_engine(&control, |engine| engine.run(operation.clone()));
            send(&sender, Message::Ended { job, operation: Some(operation), outcome: Ok(Some(outcome)) });
        }
    })
}

/// Looks at the names that a rule makes.
pub fn preview_names(rule: Rule, paths: Arc<[PathBuf]>) -> Task<Message> {
    on_thread(move |sender| {
        let outcome = system::bulk::preview(&rule, &paths);
        send(&sender, Message::Bulk(bulk::Message::Previewed { rule, outcome }));
    })
}

/// Undoes what was done last, or does it again.
pub fn turn(job: &Job, verb: Verb) -> Task<Message> {
    let (job, control) = (job.id, Arc::clone(&job.control));
    on_thread(move |sender| {
        let _at_work = at_work();
        let outcome = with_engine(&control, |engine| match verb {
            Verb::Redo => engine.redo(),
            _ => engine.undo(),
        });
        send(&sender, Message::Ended { job, operation: None, outcome });
    })
}

/// Restores files from the trash, or removes them there forever.
pub fn from_trash(job: &Job, verb: Verb, files: Vec<PathBuf>, conflict: Conflict) -> Task<Message> {
    let (job, control) = (job.id, Arc::clone(&job.control));
    on_thread(move |sender| {
        let _at_work = at_work();
        let (operation, outcome) = with_engine(&control, |engine| {
            let trashed = trash::list(engine.system, engine.context);
            let all = trashed.slots.into_iter().map(|(slot, _)| slot);
            let slots = all.filter(|slot| files.contains(&slot.file())).collect();
            let operation = match verb {
                Verb::Restore => Operation::Restore { slots, conflict },
                _ => Operation::Empty(slots),
            };
            let mut outcome = engine.run(operation.clone());
            outcome.failed.extend(trashed.failed);
            (operation, outcome)
        });
        send(&sender, Message::Ended { job, operation: Some(operation), outcome: Ok(Some(outcome)) });
    })
}

/// Looks for operations that no process is at work on and that did not come to their end.
pub fn find_interrupted() -> Task<Message> {
    on_thread(|sender| {
        // What cannot be read is for the command line to set aside and tell of.
        let found = with_engine(&Control::default(), |engine| {
            tell_settings(&sender, engine);
            interrupted(engine).unwrap_or_default()
        });
        send(&sender, Message::InterruptedFound(found.len()));
    })
}

fn tell_settings(sender: &UnboundedSender<Message>, engine: Engine<'_>) {
    if let Some(wrong) = &engine.context.wrong_settings {
        send(sender, Message::SettingsWrong(wrong.clone()));
    }
}

/// Newest first: what was done later may stand on what was done before.
fn interrupted(engine: Engine<'_>) -> Result<Vec<Found>, Reason> {
    let found = engine.journals()?.journals.into_iter();
    Ok(found.filter(|found| !found.story.is_finished && !found.is_running).collect())
}

/// Ends everything that was interrupted.
pub fn recover(job: &Job, how: Recovery) -> Task<Message> {
    let (job, control) = (job.id, Arc::clone(&job.control));
    on_thread(move |sender| {
        let _at_work = at_work();
        let outcome = with_engine(&control, |engine| {
            let mut all = Outcome::default();
            for found in interrupted(engine)? {
                let outcome = engine.recover(&found, how)?;
                all.done.extend(outcome.done);
                all.failed.extend(outcome.failed);
                all.lost.extend(outcome.lost);
            }
            Ok(Some(all))
        });
        send(&sender, Message::Ended { job, operation: None, outcome });
    })
}

/// Looks at both files that want one name.
pub fn compare(item: Item) -> Task<Message> {
    on_thread(move |sender| {
        let sides = facts(&item.to).zip(facts(&item.from)).map(|(there, coming)| Sides { there, coming });
        send(&sender, Message::Compared { item, sides });
    })
}

/// What is known of a file; nothing of a folder, whose own size and moment say nothing of what it holds.
fn facts(path: &Path) -> Option<Facts> {
    let facts = FolderReader::open(path.parent()?).ok()?.facts(path.file_name()?).ok()?;
    (!is_folder(path)).then_some(facts)
}

/// Reads what would be undone, and what would be done again.
pub fn read_turns() -> Task<Message> {
    on_thread(|sender| {
        let turns = with_engine(&Control::default(), |engine| engine.journals().map(|shelf| turns(&shelf.journals)));
        // What cannot be read is told of when it is undone.
        send(&sender, Message::TurnsRead(turns.unwrap_or_default()));
    })
}

fn turns(journals: &[Found]) -> Turns {
    let stories = || journals.iter().map(|found| &found.story);
    let turn = |story: &Story| Turn {
        verb: Verb::of(&story.operation),
        count: story.changes.len() - story.failed.min(story.changes.len() as u64) as usize,
    };
    let undone = stories().filter(|story| story.can_redo()).max_by_key(|story| story.turned_at);
    Turns {
        undo: stories().filter(|story| story.can_undo()).max_by_key(|story| story.turned_at).map(turn),
        redo: undone.filter(|undone| stories().all(|other| other.at <= undone.turned_at)).map(turn),
    }
}

/// Has the session wait, and the prompt at shutdown say so, as long as files are at stake; `None` outside of a session.
fn at_work() -> Option<Inhibitor> {
    let socket = std::env::var_os(inhibit::SOCKET)?;
    let words = Words::from_environment("files", Medium::Window);
    Inhibitor::ask(&socket, &tr!(words, "files-at-work-who"), &tr!(words, "files-at-work-why")).ok()
}

/// Gives the engine of this process to a function.
pub fn with_engine<T>(control: &Control, run: impl FnOnce(Engine<'_>) -> T) -> T {
    let context = Context::new(&Directories::from_environment(), SystemTime::now());
    run(Engine { system: &Real, context: &context, control })
}

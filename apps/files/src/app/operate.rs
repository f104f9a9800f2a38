//! Operations on files: what the clipboard holds, what is asked before, and what came of them.

use super::{Action, Answer, App, Clip, Cloning, Dialog, Held, Naming, Notice, Tone, read};
use crate::conflict::{Question, Sides};
use crate::job::{Job, JobId};
use crate::notice;
use crate::notice::operation::Verb;

use candela_files_core::custom::{self, Custom};
use candela_files_core::entry::Kind;
use candela_files_core::operation::{
    Conflict, Content, Item, Operation, Options, Outcome, Reason, again, next_free, take_questions,
};
use candela_files_core::settings::Wrong;
use candela_shared::tr;
use candela_ui::widget::input;

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::Instant;

/// Failures that a notice names; the rest is counted.
const NAMED: usize = 3;

impl App {
    /// The paths of what is chosen.
    pub(super) fn chosen_paths(&self) -> Vec<PathBuf> {
        let tab = self.tab();
        tab.chosen().into_iter().map(|entry| tab.folder.path_of(entry)).collect()
    }

    /// The paths of what is selected, in the order of the rows.
    fn paths_by_rows(&self) -> Vec<PathBuf> {
        let tab = self.tab();
        let selected = tab.rows.iter().filter(|entry| tab.selection.contains(**entry));
        selected.map(|entry| tab.folder.path_of(*entry)).collect()
    }

    pub(super) fn clip(&mut self, how: fn(Vec<PathBuf>) -> Clip) -> Action {
        let paths = self.chosen_paths();
        if paths.is_empty() {
            return Action::None;
        }
        let clip = how(paths);
        self.clip = Some(clip.clone());
        Action::Offer(clip)
    }

    pub(super) fn paste(&mut self) -> Action {
        Action::ReadClip(self.tab().path().to_owned())
    }

    /// Pastes what the clipboard holds, whoever copied it.
    pub(super) fn clip_read(&mut self, target: &Path, held: Held) -> Action {
        let clip = match held {
            Held::Files(clip) => Some(clip),
            Held::Unknown => self.clip.clone(),
            Held::Nothing => None,
        };
        match clip {
            Some(Clip::Copied(paths)) => self.transfer(Verb::Copy, paths, target, Conflict::Fail),
            // What was cut is pasted once.
            Some(Clip::Cut(paths)) => {
                self.clip = None;
                Action::All(vec![self.transfer(Verb::Move, paths, target, Conflict::Fail), Action::ClearClip])
            }
            None => Action::None,
        }
    }

    /// Copies or moves what is chosen into the other pane's folder.
    pub(super) fn across(&mut self, verb: Verb) -> Action {
        if self.panes.len() < 2 {
            return Action::None;
        }
        let target = self.panes[1 - self.active].tab().path().to_owned();
        self.transfer(verb, self.chosen_paths(), &target, Conflict::Fail)
    }

    /// Makes a file from a template, under a name of its own.
    pub(super) fn new_from(&mut self, template: PathBuf) -> Action {
        self.menu = None;
        let target = self.tab().path().to_owned();
        self.transfer(Verb::Copy, vec![template], &target, Conflict::KeepBoth)
    }

    /// The actions the user made that are for what is selected, by their numbers.
    pub(crate) fn fitting_actions(&self) -> Vec<(usize, &Custom)> {
        let tab = self.tab();
        let kind = |entry: u32| match tab.detail(entry) {
            _ if tab.kind(entry) == Kind::Folder => custom::Kind::Folder,
            detail => custom::Kind::File(detail.map_or("", |detail| &detail.mime_type)),
        };
        let fits = |action: &Custom| action.fits(tab.chosen().into_iter().map(kind));
        self.places.actions.iter().enumerate().filter(|(_, action)| fits(action)).collect()
    }

    pub(super) fn run_custom(&mut self, number: usize) -> Action {
        self.menu = None;
        let Some(action) = self.places.actions.get(number) else {
            return Action::None;
        };
        let (folder, name) = (self.tab().path().to_owned(), action.name.clone());
        let commands = action.commands(&self.chosen_paths(), &folder);
        let run = |command| Action::RunCustom { name: name.clone(), folder: folder.clone(), command };
        Action::All(commands.into_iter().map(run).collect())
    }

    /// Takes in what was dropped on the window.
    pub(super) fn dropped(&mut self, path: PathBuf) -> Action {
        let target = self.tab().path().to_owned();
        self.transfer(Verb::Copy, vec![path], &target, Conflict::Fail)
    }

    fn transfer(&mut self, verb: Verb, paths: Vec<PathBuf>, target: &Path, conflict: Conflict) -> Action {
        let to = |path: &Path| path.file_name().map(|name| target.join(name));
        let items: Vec<Item> = paths.into_iter().filter_map(|from| Some(Item { to: to(&from)?, from })).collect();
        // A copy beside its source is what was asked for: it gets a name of its own.
        let is_beside = verb == Verb::Copy && items.iter().all(|item| item.from == item.to);
        let conflict = if is_beside { Conflict::KeepBoth } else { conflict };
        self.carry(verb, items, conflict)
    }

    pub(super) fn carry(&mut self, verb: Verb, items: Vec<Item>, conflict: Conflict) -> Action {
        if items.is_empty() {
            return Action::None;
        }
        let options = Options { conflict, ..Options::default() };
        self.operate(match verb {
            Verb::Restore => {
                let files = items.into_iter().map(|item| item.from).collect();
                return self.take_from_trash(verb, files, conflict);
            }
            Verb::Move => Operation::Move { items, options },
            _ => Operation::Copy { items, options },
        })
    }

    /// Whether the folder on show is the trash.
    pub(crate) fn is_in_trash(&self) -> bool {
        self.trash.as_deref() == Some(self.tab().path())
    }

    fn take_from_trash(&mut self, verb: Verb, files: Vec<PathBuf>, conflict: Conflict) -> Action {
        if files.is_empty() {
            return Action::None;
        }
        Action::FromTrash { job: self.begin(verb, None), verb, files, conflict }
    }

    pub(super) fn restore(&mut self) -> Action {
        if self.is_in_trash() {
            self.take_from_trash(Verb::Restore, self.chosen_paths(), Conflict::Fail)
        } else {
            Action::None
        }
    }

    /// Asks whether all that is in the trash shall be gone.
    pub(super) fn ask_empty(&mut self) -> Action {
        if self.is_in_trash() {
            let rows = self.rows_of();
            self.tab_mut().selection.all(&rows);
        }
        if self.is_in_trash() { self.ask_delete() } else { Action::None }
    }

    /// Offers to end what an earlier session left undone.
    pub(super) fn ask_recovery(&mut self, count: usize) -> Action {
        if count == 0 || self.dialog.is_some() {
            return Action::None;
        }
        self.dialog = Some(Dialog::Recover(count));
        Action::FocusField
    }

    pub(super) fn ask_pattern(&mut self) -> Action {
        self.dialog = Some(Dialog::Pattern(String::new()));
        Action::FocusField
    }

    /// Asks the next question that waits, where none is being asked.
    pub(super) fn ask_next(&mut self) -> Action {
        if self.dialog.is_some() || self.waiting.is_empty() {
            return Action::None;
        }
        let question = self.waiting.remove(0);
        self.ask_conflict(question)
    }

    fn ask_conflict(&mut self, question: Question) -> Action {
        let compared = question.open.first().cloned().map_or(Action::None, Action::Compare);
        self.dialog = Some(Dialog::Conflicts(question));
        Action::All(vec![Action::FocusField, compared])
    }

    pub(super) fn compared(&mut self, item: &Item, sides: Option<Sides>) -> Action {
        match &mut self.dialog {
            Some(Dialog::Conflicts(question)) if question.open.first() == Some(item) => question.sides = sides,
            Some(_) | None => {}
        }
        Action::None
    }

    /// Takes an answer for a name that exists; when all are answered, what was wanted is done.
    fn settle(&mut self, mut question: Question, answer: Option<Conflict>) -> Action {
        question.answer(answer);
        if !question.open.is_empty() {
            return self.ask_conflict(question);
        }
        let verb = question.verb;
        let carried = question.answers().into_iter().map(|(conflict, items)| self.carry(verb, items, conflict));
        Action::All(carried.collect())
    }

    pub(super) fn trash(&mut self) -> Action {
        if self.is_in_trash() {
            return self.ask_delete();
        }
        let paths = self.chosen_paths();
        if paths.is_empty() { Action::None } else { self.operate(Operation::Trash(paths)) }
    }

    pub(super) fn ask_delete(&mut self) -> Action {
        let paths = self.chosen_paths();
        if paths.is_empty() {
            return Action::None;
        }
        self.dialog = Some(Dialog::Delete(paths));
        Action::FocusField
    }

    pub(super) fn ask_name(&mut self) -> Action {
        let chosen = self.chosen_paths();
        let path = match &chosen[..] {
            [] => return Action::None,
            [path] => path,
            _ => return self.ask_names(self.paths_by_rows()),
        };
        let text = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // What stands before the ending is what most often changes.
        let stem = input::letters(&path.file_stem().unwrap_or_default().to_string_lossy());
        self.dialog = Some(Dialog::Name { what: Naming::Rename(path.clone()), text });
        Action::SelectInField(stem)
    }

    pub(super) fn ask_folder(&mut self) -> Action {
        let wanted = OsString::from(tr!(self.words, "files-new-folder"));
        let taken: HashSet<&OsStr> = self.tab().folder.entries().iter().map(|entry| entry.name.as_os_str()).collect();
        let free =
            if taken.contains(wanted.as_os_str()) { next_free(&wanted, |name| taken.contains(name)) } else { wanted };
        let text = free.to_string_lossy().into_owned();
        let letters = input::letters(&text);
        self.dialog = Some(Dialog::Name { what: Naming::Folder(self.tab().path().to_owned()), text });
        Action::SelectInField(letters)
    }

    pub(super) fn edit_dialog(&mut self, edited: String) -> Action {
        match &mut self.dialog {
            Some(Dialog::Name { text, .. } | Dialog::Pattern(text)) => *text = edited,
            Some(Dialog::Palette(_)) => return self.edit_palette(edited),
            Some(Dialog::Properties(shown)) => shown.expected = edited,
            Some(Dialog::Clone(asked)) if !matches!(asked.state, Cloning::Running { .. }) => {
                (asked.url, asked.state) = (edited, Cloning::Typed);
            }
            Some(_) | None => {}
        }
        Action::None
    }

    pub(super) fn answer(&mut self, answer: Answer) -> Action {
        let is_running = matches!(&self.dialog, Some(Dialog::Clone(asked)) if asked.state != Cloning::Typed);
        if answer != Answer::Yes || !is_running {
            let _before = self.asking.fetch_add(1, Ordering::Relaxed);
        }
        match (self.dialog.take(), answer) {
            (Some(Dialog::Delete(files)), Answer::Yes) if self.is_in_trash() => {
                self.take_from_trash(Verb::Delete, files, Conflict::Fail)
            }
            (Some(Dialog::Delete(paths)), Answer::Yes) => self.operate(Operation::Delete(paths)),
            (Some(Dialog::Name { what, text }), Answer::Yes) => self.name(what, text),
            (Some(Dialog::Conflicts(mut question)), Answer::Scope) => {
                question.scope = question.scope.turned();
                self.dialog = Some(Dialog::Conflicts(question));
                Action::None
            }
            (Some(Dialog::Conflicts(question)), Answer::Conflict(conflict)) => self.settle(question, Some(conflict)),
            (Some(Dialog::Conflicts(question)), Answer::No) => self.settle(question, None),
            (Some(Dialog::Versions(versions)), Answer::Yes) => self.restore_version(versions),
            (Some(Dialog::Clone(asked)), Answer::Yes) => self.begin_clone(asked),
            (Some(Dialog::Pattern(text)), Answer::Yes) => self.select_pattern(text.trim()),
            (Some(dialog @ Dialog::Palette(_)), Answer::Yes) => {
                self.dialog = Some(dialog);
                self.choose_command()
            }
            (Some(Dialog::Recover(_)), Answer::Recover(how)) => {
                Action::Recover { job: self.begin(Verb::Recover, None), how }
            }
            (Some(_) | None, Answer::Yes | Answer::No | Answer::Conflict(_) | Answer::Scope | Answer::Recover(_)) => {
                Action::None
            }
        }
    }

    fn name(&mut self, what: Naming, text: String) -> Action {
        if text.is_empty() || text.contains('/') {
            self.dialog = Some(Dialog::Name { what, text });
            return Action::None;
        }
        match what {
            Naming::Rename(from) => {
                let to = from.with_file_name(&text);
                if to == from { Action::None } else { self.operate(Operation::Rename(vec![Item { from, to }])) }
            }
            Naming::Folder(folder) => {
                self.operate(Operation::Make { path: folder.join(text), content: Content::Folder })
            }
        }
    }

    pub(super) fn operate(&mut self, operation: Operation) -> Action {
        let job = self.begin(Verb::of(&operation), Some(&operation));
        Action::Operate { job, operation }
    }

    pub(super) fn turn(&mut self, verb: Verb) -> Action {
        self.notice = None;
        Action::Turn { job: self.begin(verb, None), verb }
    }

    pub(super) fn begin(&mut self, verb: Verb, operation: Option<&Operation>) -> JobId {
        self.next_job += 1;
        let id = JobId(self.next_job);
        self.jobs.push(Job::new(id, verb, operation, Instant::now()));
        id
    }

    /// Looks how far the jobs are. One that was cancelled and does not hear of it waits for a file system that does not
    /// answer: it is left alone with it, and the journal knows of it.
    pub(super) fn tick(&mut self, now: Instant) -> Action {
        self.jobs.iter_mut().for_each(|job| job.look(now));
        let Some(at) = self.jobs.iter().position(Job::is_deaf) else { return Action::None };
        let job = self.jobs.remove(at);
        let text = notice::operation::unanswered(&self.words, &job.progress.current);
        self.say(Tone::Failure, text)
    }

    /// Tells once what is wrong with the settings of operations.
    pub(super) fn tell_settings(&mut self, wrong: Wrong) -> Action {
        if self.told_settings.as_ref() == Some(&wrong) {
            return Action::None;
        }
        let text = notice::operation::settings(&self.words, &wrong);
        self.told_settings = Some(wrong);
        self.say(Tone::Failure, text)
    }

    pub(super) fn switch_job(&mut self, id: JobId) -> Action {
        self.jobs.iter_mut().filter(|job| job.id == id).for_each(Job::switch);
        Action::None
    }

    pub(super) fn cancel_job(&mut self, id: JobId) -> Action {
        self.jobs.iter_mut().filter(|job| job.id == id).for_each(Job::cancel);
        Action::None
    }

    /// Takes in what came of an operation: asks where names exist, and shows what is new.
    pub(super) fn ended(
        &mut self,
        id: JobId,
        operation: Option<Operation>,
        outcome: &Result<Option<Outcome>, Reason>,
    ) -> Action {
        let Some(at) = self.jobs.iter().position(|job| job.id == id) else {
            return Action::None;
        };
        let job = self.jobs.remove(at);
        let outcome = match outcome {
            Ok(Some(outcome)) => outcome,
            Ok(None) => return self.say(Tone::Fact, nothing(self, job.verb)),
            Err(reason) => {
                let reason = notice::operation::reason(&self.words, *reason);
                return self.say(Tone::Failure, reason);
            }
        };
        let mut outcome = outcome.clone();
        let conflicts = operation.as_ref().map_or_else(Vec::new, |operation| take_questions(operation, &mut outcome));
        if !conflicts.is_empty() {
            self.waiting.push(Question::new(job.verb, conflicts));
        }
        let shown = self.show_new(&outcome.done);
        let said = self.say_outcome(&job, &outcome);
        if let Some(notice) = self.notice.as_mut().filter(|_| !outcome.failed.is_empty()) {
            notice.again = operation.and_then(|operation| again(&operation, &outcome.failed));
        }
        Action::All(vec![shown, said])
    }

    /// Selects what is new in the tabs on show.
    fn show_new(&mut self, done: &[PathBuf]) -> Action {
        let tabs = self.panes.iter_mut().map(|pane| &mut pane.tabs[pane.current]);
        let actions = tabs.map(|tab| {
            let here = done.iter().filter(|path| path.parent() == Some(tab.path()));
            let names: Vec<OsString> = here.filter_map(|path| Some(path.file_name()?.to_owned())).collect();
            tab.want(names);
            read(tab)
        });
        Action::All(actions.collect())
    }

    fn say_outcome(&mut self, job: &Job, outcome: &Outcome) -> Action {
        let lines = notice::operation::lines(&self.words, job.verb, outcome);
        if let Some(more) = lines.len().checked_sub(NAMED + 1) {
            let named = lines[..NAMED].join("\n");
            let text = tr!(self.words, "files-more-failures", lines = named, count = more + 1);
            return self.say(Tone::Failure, text);
        }
        if !lines.is_empty() {
            return self.say(Tone::Failure, lines.join("\n"));
        }
        let is_turn = matches!(job.verb, Verb::Undo | Verb::Redo);
        match notice::done(&self.words, job.verb, outcome.done.len()) {
            Some(text) if is_turn || !outcome.done.is_empty() => self.say(tone(job.verb), text),
            Some(_) | None => Action::None,
        }
    }

    /// Says something at the foot of the window, for a while or until it is dismissed.
    pub(super) fn say(&mut self, tone: Tone, text: String) -> Action {
        self.next_notice += 1;
        // Isolates keep names as they are.
        let text = text.lines().map(notice::sentence).collect::<Vec<_>>().join("\n");
        self.notice = Some(Notice { number: self.next_notice, tone, text, again: None });
        if tone == Tone::Failure { Action::None } else { Action::Expire(self.next_notice) }
    }

    /// Does again what the notice says has failed.
    pub(super) fn retry(&mut self) -> Action {
        let failed = self.notice.take().and_then(|notice| notice.again);
        failed.map_or(Action::None, |operation| self.operate(operation))
    }

    pub(super) fn expire(&mut self, number: u64) -> Action {
        if self.notice.as_ref().is_some_and(|notice| notice.number == number) {
            self.notice = None;
        }
        Action::None
    }
}

/// Whether what was done can be taken back from the notice.
fn tone(verb: Verb) -> Tone {
    match verb {
        Verb::Copy
        | Verb::Move
        | Verb::Trash
        | Verb::Rename
        | Verb::Permissions
        | Verb::Compress
        | Verb::Extract
        | Verb::Make
        | Verb::Restore => Tone::Undoable,
        Verb::Delete | Verb::Undo | Verb::Redo | Verb::Recover => Tone::Fact,
    }
}

fn nothing(app: &App, verb: Verb) -> String {
    match verb {
        Verb::Redo => tr!(app.words, "files-nothing-to-redo"),
        _ => tr!(app.words, "files-nothing-to-undo"),
    }
}

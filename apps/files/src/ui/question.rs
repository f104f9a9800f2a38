//! The questions over the window: a name, a conflict, and what gets lost.

use super::{FIELD, archive, bulk, look, palette, properties, running, usage, versions};
use crate::app::{Answer, App, CloneDialog, Cloning, Dialog, Message, Naming};
use crate::conflict::{Question, Scope, Sides};
use crate::notice::shown;
use crate::wording;

use candela_files_core::Facts;
use candela_files_core::operation::Conflict;
use candela_files_core::system::git::clone::name_of;
use candela_files_core::system::run::Recovery;
use candela_shared::tr;
use candela_ui::theme::button as kind;
use candela_ui::tokens::{radius, size, space};
use candela_ui::widget::dialog::{self, dialog_buttons, over, question};
use candela_ui::widget::progress::{self, Progress};
use candela_ui::widget::toggle::check;
use candela_ui::widget::{input, raised, start, text};
use candela_ui::{Column, Element};

use iced::Length;
use iced::widget::{column, container};

use std::path::{Path, PathBuf};

/// Puts the question, if there is one, over what it interrupts.
pub fn view<'a>(app: &'a App, below: Element<'a, Message>) -> Element<'a, Message> {
    match &app.dialog {
        None => below,
        Some(Dialog::Name { what, text }) => over(below, name(app, what, text)),
        Some(Dialog::Recover(count)) => over(below, recovery(app, *count)),
        Some(Dialog::Palette(shown)) => over(below, palette::view(app, shown)),
        Some(Dialog::Clone(asked)) => over(below, clone(app, asked)),
        Some(Dialog::Usage(shown)) => over(below, usage::view(app, shown)),
        Some(Dialog::Versions(shown)) => over(below, versions::view(app, shown)),
        Some(Dialog::Properties(shown)) => over(below, properties::view(app, shown)),
        Some(Dialog::Delete(paths)) => over(below, delete(app, paths)),
        Some(Dialog::Look { path, seen, pace }) => over(below, look::view(app, path, seen, *pace)),
        Some(Dialog::Pattern(text)) => over(below, pattern(app, text)),
        Some(Dialog::Conflicts(question)) => over(below, conflict(app, question)),
        Some(Dialog::Bulk(shown)) => over(below, bulk::view(app, shown)),
        Some(Dialog::Pack(asked)) => over(below, archive::pack(app, asked)),
        Some(Dialog::Extract(asked)) => over(below, archive::extract(app, asked)),
        Some(Dialog::Run(asked)) => over(below, running::view(app, asked)),
    }
}

fn name<'a>(app: &'a App, what: &Naming, typed: &'a str) -> Element<'a, Message> {
    let look = &app.look;
    let (heading, verb) = match what {
        Naming::Rename(path) => {
            (tr!(app.words, "files-rename-title", name = last(path)), tr!(app.words, "files-rename-yes"))
        }
        Naming::Folder(_) => (tr!(app.words, "files-folder-title"), tr!(app.words, "files-folder-yes")),
    };
    let wrong = typed.contains('/').then(|| tr!(app.words, "files-name-slash"));
    let is_good = wrong.is_none() && !typed.is_empty();
    let field = input::input(look, tr!(app.words, "files-name-hint"), typed)
        .id(FIELD)
        .on_input(Message::DialogEdited)
        .on_submit(Message::Answered(Answer::Yes));
    let yes = is_good.then_some(Message::Answered(Answer::Yes));
    let yes = dialog::Answer::new(look, verb, yes).style(kind::primary);
    let buttons = dialog_buttons(look, app.size.width, None, vec![cancel(app), yes]);
    frame(column![start(look, text::heading(look, heading)), input::explained(look, field, wrong), buttons])
}

fn delete<'a>(app: &'a App, paths: &[PathBuf]) -> Element<'a, Message> {
    let look = &app.look;
    let heading = tr!(app.words, "files-delete-title", count = paths.len());
    let sentence =
        tr!(app.words, "files-delete-note", count = paths.len(), name = first(paths.iter().map(PathBuf::as_path)));
    let yes = Some(Message::Answered(Answer::Yes));
    let yes = dialog::Answer::new(look, tr!(app.words, "files-delete-yes"), yes).style(kind::destructive);
    // Something gets lost: the keyboard is on the way out.
    let cancel = cancel(app).id(FIELD);
    question(look, heading, sentence, dialog_buttons(look, app.size.width, None, vec![cancel, yes]))
}

/// The question about one name that exists, and whether the answer is for all that follow.
fn conflict<'a>(app: &'a App, asked: &Question) -> Element<'a, Message> {
    let look = &app.look;
    let name = first(asked.open.iter().map(|item| item.to.as_path()));
    let heading = tr!(app.words, "files-conflict-title", name = name);
    let answer =
        |label, conflict| dialog::Answer::new(look, label, Some(Message::Answered(Answer::Conflict(conflict))));
    let both = answer(tr!(app.words, "files-conflict-both"), Conflict::KeepBoth);
    let replace = answer(tr!(app.words, "files-conflict-replace"), Conflict::Replace);
    let replace = replace.style(kind::primary).id(FIELD);
    let skip = tr!(app.words, "files-conflict-skip");
    let skip = dialog::Answer::new(look, skip, Some(Message::Answered(Answer::No)));
    let buttons = dialog_buttons(look, app.size.width, Some(skip), vec![both, replace]);
    let more = asked.open.len().saturating_sub(1);
    let all = (more > 0).then(|| {
        let label = tr!(app.words, "files-conflict-all", count = more);
        check(look, asked.scope == Scope::All, label).on_press(Message::Answered(Answer::Scope))
    });
    question(look, heading, note(app, asked), column![].push(all).push(buttons).spacing(space::L))
}

/// What an answer does, and what is known of both files.
fn note(app: &App, asked: &Question) -> String {
    let words = &app.words;
    let note = tr!(words, "files-conflict-note");
    let Some(Sides { there, coming }) = asked.sides else {
        return note;
    };
    let told = |facts: Facts| (wording::size(words, facts.size), wording::moment(words, facts.modified, &app.now));
    let ((size, moment), (new_size, new_moment)) = (told(there), told(coming));
    let there = tr!(words, "files-conflict-there", size = size, moment = moment);
    let coming = tr!(words, "files-conflict-coming", size = new_size, moment = new_moment);
    [note, there, coming].join("\n")
}

/// The question which repository is to be cloned, and how far that is.
fn clone<'a>(app: &'a App, asked: &'a CloneDialog) -> Element<'a, Message> {
    let look = &app.look;
    let (wrong, progress) = match &asked.state {
        Cloning::Typed => (None, None),
        Cloning::Failed(words) => (Some(words.clone()), None),
        Cloning::Running { percent, .. } => {
            let part = Progress::Running(f32::from(percent.unwrap_or(0)) / 100.0);
            (None, Some(progress::progress(look, part)))
        }
    };
    let is_good = progress.is_none() && name_of(&asked.url).is_some();
    let field = input::input(look, tr!(app.words, "files-clone-hint"), asked.url.as_str())
        .id(FIELD)
        .on_input(Message::DialogEdited)
        .on_submit(Message::Answered(Answer::Yes));
    let yes = is_good.then_some(Message::Answered(Answer::Yes));
    let yes = dialog::Answer::new(look, tr!(app.words, "files-clone-yes"), yes).style(kind::primary);
    let buttons = dialog_buttons(look, app.size.width, None, vec![cancel(app), yes]);
    let heading = start(look, text::heading(look, tr!(app.words, "files-clone-title")));
    frame(column![heading, input::explained(look, field, wrong)].push(progress).push(buttons))
}

/// The question which names shall be selected.
fn pattern<'a>(app: &'a App, typed: &'a str) -> Element<'a, Message> {
    let look = &app.look;
    let field = input::input(look, tr!(app.words, "files-pattern-hint"), typed)
        .id(FIELD)
        .on_input(Message::DialogEdited)
        .on_submit(Message::Answered(Answer::Yes));
    let yes = (!typed.trim().is_empty()).then_some(Message::Answered(Answer::Yes));
    let yes = dialog::Answer::new(look, tr!(app.words, "files-pattern-yes"), yes).style(kind::primary);
    let buttons = dialog_buttons(look, app.size.width, None, vec![cancel(app), yes]);
    let heading = start(look, text::heading(look, tr!(app.words, "files-pattern-title")));
    let note = start(look, text::muted(look, tr!(app.words, "files-pattern-note")));
    frame(column![column![heading, note].spacing(space::XS), field, buttons])
}

fn recovery(app: &App, count: usize) -> Element<'_, Message> {
    let look = &app.look;
    let heading = tr!(app.words, "files-recover-title", count = count);
    let answer = |label, how| dialog::Answer::new(look, label, Some(Message::Answered(Answer::Recover(how))));
    let later = tr!(app.words, "files-recover-later");
    let later = dialog::Answer::new(look, later, Some(Message::Answered(Answer::No)));
    let back = answer(tr!(app.words, "files-recover-back"), Recovery::RollBack);
    let on = answer(tr!(app.words, "files-recover-on"), Recovery::Resume).style(kind::primary).id(FIELD);
    let buttons = dialog_buttons(look, app.size.width, Some(later), vec![back, on]);
    question(look, heading, tr!(app.words, "files-recover-note"), buttons)
}

/// What a question consists of, one below the other, on its card.
pub fn frame(parts: Column<'_, Message>) -> Element<'_, Message> {
    let content = container(parts.spacing(space::L)).padding(space::XL).width(Length::Fill);
    container(raised(content, radius::CARD)).max_width(size::QUESTION).into()
}

pub fn cancel<'a>(app: &App) -> dialog::Answer<'a, Message> {
    dialog::Answer::new(&app.look, tr!(app.words, "files-cancel"), Some(Message::Answered(Answer::No)))
}

fn first<'a>(mut paths: impl Iterator<Item = &'a Path>) -> String {
    paths.next().map(last).unwrap_or_default()
}

/// The name of a path, as it may be shown.
pub fn last(path: &Path) -> String {
    shown(path.file_name().map_or(path, Path::new))
}

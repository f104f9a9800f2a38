//! What the window shows, part by part.

mod access;
mod archive;
mod bulk;
mod compact;
mod git;
mod grid;
mod header;
mod look;
mod menu;
mod miller;
mod operations;
mod palette;
mod pane;
mod preview;
mod properties;
mod question;
mod row;
mod running;
mod sidebar;
mod source;
mod status;
mod table;
mod usage;
mod versions;

use crate::app::{App, Field, Message, Tone};
use crate::command::Command;
use crate::tab::Tab;

use candela_files_core::history::Stop;
use candela_files_core::search::{Search, Within};
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::tr;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::{size, space};
use candela_ui::widget::dialog::{self, Outcome};
use candela_ui::widget::{fill, hint, line};
use candela_ui::{Element, focus};

use iced::widget::{column, container, mouse_area, opaque, stack};
use iced::{Length, Padding};

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The field in the place of the path or above the rows.
pub const FIELD: &str = "files-field";

/// The rows of a pane, to scroll them.
pub fn list_id(pane: usize) -> &'static str {
    ["files-rows-0", "files-rows-1"][pane.min(1)]
}

/// The column of the folder above, to scroll it.
pub fn above_id(pane: usize) -> &'static str {
    ["files-above-0", "files-above-1"][pane.min(1)]
}

/// The title of the window: the folder, then the program.
pub fn title(app: &App) -> String {
    tr!(app.words, "files-title", folder = title_of(app, app.tab()))
}

/// The whole window.
pub fn view(app: &App) -> Element<'_, Message> {
    let content = column![header::view(app), body(app)].push(foot(app));
    let whole = container(content).width(Length::Fill).height(Length::Fill).style(boxes::background);
    let drawn = if app.is_narrow() && app.is_sidebar_shown { drawer(app, whole.into()) } else { whole.into() };
    let shown = dialog::with_toasts(menu::context(app, drawn), toast(app).into_iter().collect());
    focus::scope(question::view(app, shown)).into()
}

/// What was said last, and what can be done about it.
fn toast(app: &App) -> Option<Element<'_, Message>> {
    let notice = app.notice.as_ref()?;
    let dismiss = || (tr!(app.words, "files-dismiss"), Message::Close);
    let (outcome, action) = match notice.tone {
        Tone::Undoable => (Outcome::Done, (Command::Undo.label(&app.words), Message::Command(Command::Undo))),
        Tone::Fact => (Outcome::Note, dismiss()),
        Tone::Failure if notice.again.is_some() => (Outcome::Failed, (tr!(app.words, "files-retry"), Message::Retry)),
        Tone::Failure => (Outcome::Failed, dismiss()),
    };
    let close = notice.again.as_ref().map(|_| Message::Close);
    Some(dialog::toast(&app.look, outcome, &notice.text, Some(action), close))
}

fn body(app: &App) -> Element<'_, Message> {
    let is_dual = app.panes.len() > 1;
    let git = app.panel.as_ref().map(|panel| git::view(app, panel));
    let preview = app.preview.as_ref().filter(|preview| preview.is_panel).map(|preview| preview::view(app, preview));
    let panel = git.or(preview);
    // In a narrow window it takes the place of the rows.
    let shown = if app.is_narrow() && panel.is_some() { 0 } else { app.panes.len() };
    let panes = (0..shown).map(|at| pane::view(app, at)).chain(panel);
    let start = if is_dual || app.is_narrow() || !app.is_sidebar_shown { space::S } else { 0.0 };
    let bottom = if is_dual { 0.0 } else { space::S };
    let panes = container(line(&app.look, panes.collect(), space::S).height(Length::Fill))
        .padding(app.look.inset(0.0, space::S, bottom, start))
        .width(Length::Fill)
        .height(Length::Fill);
    if is_dual || app.is_narrow() || !app.is_sidebar_shown {
        return panes.into();
    }
    line(&app.look, vec![sidebar::view(app), panes.into()], 0.0).height(Length::Fill).into()
}

/// The sidebar over the content, which a press beside it closes.
fn drawer<'a>(app: &'a App, below: Element<'a, Message>) -> Element<'a, Message> {
    let scrim = container(fill()).width(Length::Fill).height(Length::Fill).style(boxes::scrim);
    let beside = mouse_area(scrim).on_press(Message::Close).into();
    let over = line(&app.look, vec![sidebar::view(app), beside], 0.0).height(Length::Fill);
    stack![below, opaque(over)].into()
}

/// What the keys do where there are two panes.
fn foot(app: &App) -> Option<Element<'_, Message>> {
    /// Its height.
    const HEIGHT: f32 = 36.0;
    if app.panes.len() < 2 {
        return None;
    }
    let look = &app.look;
    // A command without keys has no hint.
    let does = |command, words: String| {
        let keys = app.keys_of(command);
        (!keys.is_empty()).then(|| hint(look, &keys, words))
    };
    let mut parts = Vec::new();
    // In a narrow window there is room for one.
    if !app.is_narrow() {
        parts.extend([
            does(Command::CopyAcross, tr!(app.words, "files-command-copy-across")),
            does(Command::MoveAcross, tr!(app.words, "files-command-move-across")),
            does(Command::OtherPane, tr!(app.words, "files-command-other-pane")),
            does(Command::SwitchPanes, tr!(app.words, "files-one-pane")),
        ]);
    }
    parts.extend([Some(fill()), does(Command::Palette, tr!(app.words, "files-command-palette"))]);
    let parts = parts.into_iter().flatten().collect();
    let parts = line(look, parts, space::L);
    Some(container(parts).padding(Padding::from([0.0, space::L])).center_y(look.scaled(HEIGHT)).into())
}

/// The name of a folder: "Home" for the user's own, the path of one that has no name.
fn name_of(app: &App, path: &Path) -> String {
    if app.home.as_deref() == Some(path) {
        return tr!(app.words, "files-place-home");
    }
    if app.trash.as_deref() == Some(path) {
        return tr!(app.words, "files-place-trash");
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    display_bytes(name.as_bytes()).into_owned()
}

/// What a tab shows, in words.
fn title_of(app: &App, tab: &Tab) -> String {
    match tab.search() {
        Some(Search { within: Within::Recent, .. }) => tr!(app.words, "files-place-recent"),
        Some(_) | None => name_of(app, tab.path()),
    }
}

/// A place of the history, in words.
fn stop_name(app: &App, stop: &Stop) -> String {
    let folder = name_of(app, &stop.path);
    match &stop.search {
        None => folder,
        Some(Search { within: Within::Recent, .. }) => tr!(app.words, "files-place-recent"),
        Some(Search { text, .. }) => {
            tr!(app.words, "files-history-search", text = single_line(text).into_owned(), folder = folder)
        }
    }
}

/// The text of the filter's field, where it is open or still holds names back.
fn filter(app: &App, pane: usize) -> Option<&str> {
    match &app.field {
        Some(Field::Filter(text)) if pane == app.active => Some(text),
        _ => {
            let filter = app.panes[pane].tab().arrangement.filter.as_str();
            (!filter.is_empty()).then_some(filter)
        }
    }
}

/// The width of the sidebar.
const SIDEBAR: f32 = size::SIDEBAR;

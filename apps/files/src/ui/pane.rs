//! A pane: its tabs, the rows of the folder on show, and what stands in their place while there are none.

use super::{FIELD, compact, filter, grid, header, list_id, miller, name_of, operations, status, table, title_of};
use crate::app::{App, Field, Message};
use crate::notice;
use crate::tab::{State, Tab};
use crate::widget::band::band;
use crate::widget::target::{Face, target};

use candela_files_core::PathError;
use candela_files_core::presentation::Layout;
use candela_files_core::search::{Search, Within};
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::space;
use candela_ui::widget::choice::{Part, segments, tabs};
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{button, fill, input, line, list, state};

use iced::widget::{column, container};
use iced::{Length, Padding};

use std::io::ErrorKind;

pub fn view(app: &App, pane: usize) -> Element<'_, Message> {
    let is_dual = app.panes.len() > 1;
    let tab = app.panes[pane].tab();
    let parts = column![]
        .push(is_dual.then(|| container(header::path_of(app, pane)).padding(space::S)))
        .push(tab_bar(app, pane))
        .push(filter_bar(app, pane))
        .push(target(content(app, pane, tab), Face::Bare, move |press| Message::RowPressed { pane, row: None, press }))
        .push((pane == app.active).then(|| operations::view(app)).flatten())
        .push(status::view(app, pane));
    let style = if is_dual && pane == app.active { boxes::sheet_active } else { boxes::sheet };
    container(parts)
        .padding(if is_dual { 2.0 } else { 1.0 })
        .width(Length::Fill)
        .height(Length::Fill)
        .style(style)
        .into()
}

fn content<'a>(app: &'a App, pane: usize, tab: &'a Tab) -> Element<'a, Message> {
    let is_elsewhere = tab.folder.path() != tab.path();
    match &tab.state {
        State::Loading if is_elsewhere => container(fill()).height(Length::Fill).into(),
        State::StillLoading if is_elsewhere => {
            state::loading(&app.look, tr!(app.words, "files-loading"), name_of(app, tab.path()), None)
        }
        // A trash that nothing was ever put into is not even there.
        State::Failed(error) if app.is_in_trash() && error.kind == ErrorKind::NotFound => empty(app, pane),
        State::Failed(error) => failed(app, tab, error),
        State::Loading | State::StillLoading | State::Growing | State::Ready if tab.rows.is_empty() => empty(app, pane),
        State::Loading | State::StillLoading | State::Growing | State::Ready => match tab.layout {
            Layout::Details => table::view(app, pane),
            Layout::Grid => grid::view(app, pane),
            Layout::Compact => compact::view(app, pane),
            Layout::Columns => miller::view(app, pane),
        },
    }
}

/// The rows of a pane, as a table or a grid draws each line of them; a band can be drawn over them.
pub fn lines<'a>(app: &'a App, pane: usize, line: impl Fn(usize) -> Element<'a, Message>) -> Element<'a, Message> {
    let tab = app.panes[pane].tab();
    let rows = list::list(list_id(pane), &tab.heights, tab.view, line, move |view| Message::Scrolled { pane, view });
    band(sided(&app.look, rows.height(Length::Fill)), move |band| Message::Banded { pane, band }).into()
}

fn failed<'a>(app: &'a App, tab: &Tab, error: &PathError) -> Element<'a, Message> {
    let again =
        button(&app.look, tr!(app.words, "files-retry")).on_press(Message::Command(crate::command::Command::Reload));
    let title = tr!(app.words, "files-unreadable", name = name_of(app, tab.path()));
    state::failed(&app.look, title, notice::sentence(&notice::reason(&app.words, error.kind)), Some(again))
}

fn empty(app: &App, pane: usize) -> Element<'_, Message> {
    let look = &app.look;
    let nothing = |note| {
        let all = button(look, tr!(app.words, "files-show-all")).on_press(Message::Close);
        state::empty(look, Glyph::MagnifyingGlass, tr!(app.words, "files-nothing"), note, Some(all))
    };
    let note = |text: &str| nothing(tr!(app.words, "files-nothing-note", filter = text));
    match (app.panes[pane].tab().search(), filter(app, pane).filter(|text| !text.is_empty())) {
        (Some(Search { text, within: Within::Contents }), _) => {
            nothing(tr!(app.words, "files-nothing-contents", text = text))
        }
        (Some(Search { text, .. }), _) if !text.is_empty() => note(text),
        (Some(_), _) => state::empty(look, Glyph::Clock, tr!(app.words, "files-recent-empty"), String::new(), None),
        (None, Some(text)) => note(text),
        (None, None) if app.is_in_trash() => {
            state::empty(look, Glyph::Trash, tr!(app.words, "files-trash-empty"), String::new(), None)
        }
        (None, None) => state::empty(look, Glyph::FolderOpen, tr!(app.words, "files-empty"), String::new(), None),
    }
}

fn tab_bar(app: &App, pane: usize) -> Option<Element<'_, Message>> {
    let all = &app.panes[pane];
    let part = |(tab, each): (usize, &Tab)| Part::word(title_of(app, each), Message::ShowTab { pane, tab });
    let parts: Vec<_> = all.tabs.iter().enumerate().map(part).collect();
    (parts.len() > 1).then(|| line(&app.look, vec![tabs(&app.look, all.current, parts), fill()], 0.0).into())
}

/// The field above the rows: for what is searched, or for what names are held back.
fn filter_bar(app: &App, pane: usize) -> Option<Element<'_, Message>> {
    let (hint, text, within) = match (&app.field, filter(app, pane), app.panes[pane].tab().search()) {
        (Some(Field::Search(search)), _, _) if pane == app.active => of_search(app, search),
        (_, Some(text), _) => (tr!(app.words, "files-filter-hint"), text, None),
        (_, None, search) => of_search(app, search?),
    };
    let field = input::search(&app.look, hint, text)
        .id(FIELD)
        .on_input(Message::FieldEdited)
        .on_submit(Message::FieldSubmitted);
    let mut parts = vec![field.into()];
    parts.extend(within.filter(|within| *within != Within::Recent).map(|within| scope(app, within)));
    Some(container(line(&app.look, parts, space::S)).padding(Padding::from([space::S, space::M])).into())
}

fn of_search<'a>(app: &App, search: &'a Search) -> (String, &'a str, Option<Within>) {
    let hint = match search.within {
        Within::Names => tr!(app.words, "files-search-hint"),
        Within::Contents => tr!(app.words, "files-search-contents-hint"),
        Within::Recent => tr!(app.words, "files-search-recent-hint"),
    };
    (hint, &search.text, Some(search.within))
}

/// In what is searched.
fn scope(app: &App, within: Within) -> Element<'_, Message> {
    let parts = vec![
        Part::word(tr!(app.words, "files-search-names"), Message::SearchWithin(Within::Names)),
        Part::word(tr!(app.words, "files-search-contents"), Message::SearchWithin(Within::Contents)),
    ];
    segments(&app.look, usize::from(within == Within::Contents), parts).into()
}

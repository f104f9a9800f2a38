//! The list: tiles and rows under heads.

use super::{home, sign};
use crate::app::{App, Message};
use crate::lines::INSET;

use candela_launcher_core::list::{Item, Row, Section};
use candela_launcher_core::provider::Sort;
use candela_launcher_core::{Finding, Hit, Kind};
use candela_shared::display_name::display_name;
use candela_shared::registry::Entry;
use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, text as colors};
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{fill, line, list, start, text};
use candela_ui::{Button, Element, Look};

use iced::widget::{button, column, container};
use iced::{Length, Padding};

use std::borrow::Cow;

/// The list, to scroll it.
pub const LIST: &str = "launcher-list";

pub fn view(app: &App) -> Element<'_, Message> {
    let rows = list::list(LIST, &app.lines.heights, app.view, |row| of_row(app, row), Message::Scrolled);
    sided(&app.look, rows)
}

fn of_row(app: &App, at: usize) -> Element<'_, Message> {
    let row = &app.lines.rows[at];
    let content = match row {
        Row::Head(section) => head(&app.look, section_words(app, *section)),
        Row::Tiles(items) => home::tiles(app, items.clone()),
        Row::Hit(item) => hit(app, *item),
        Row::File(item) => file(app, *item),
        Row::Answer(item) => answer(app, *item),
    };
    container(content).height(crate::lines::height(&app.look, row)).padding(Padding::from([0.0, INSET])).into()
}

fn section_words(app: &App, section: Section) -> String {
    match section {
        Section::Pinned => tr!(app.words, "launcher-section-pinned"),
        Section::Now => tr!(app.words, "launcher-section-now"),
        Section::Recent => tr!(app.words, "launcher-section-recent"),
        Section::Categories => tr!(app.words, "launcher-section-categories"),
        Section::Session | Section::Sort(Sort::Session) => tr!(app.words, "launcher-section-session"),
        Section::All => tr!(app.words, "launcher-section-all"),
        Section::Category(at) => home::category(app, at),
        Section::Hidden => tr!(app.words, "launcher-section-hidden"),
        Section::Best | Section::Sort(Sort::Calculation) => tr!(app.words, "launcher-section-best"),
        Section::Applications => tr!(app.words, "launcher-section-apps"),
        Section::Settings => tr!(app.words, "launcher-category-settings"),
        Section::Sort(Sort::Window) => tr!(app.words, "launcher-section-windows"),
        Section::Sort(Sort::File) => tr!(app.words, "launcher-section-files"),
        Section::Sort(Sort::Character) => tr!(app.words, "launcher-section-characters"),
        Section::Sort(Sort::External) => tr!(app.words, "launcher-section-external"),
        Section::Sort(Sort::Command) => tr!(app.words, "launcher-section-commands"),
        Section::Sort(Sort::Web) => tr!(app.words, "launcher-section-web"),
        Section::More => tr!(app.words, "launcher-section-more"),
    }
}

/// The head of a section.
pub fn head<'a>(look: &Look, words: String) -> Element<'a, Message> {
    container(start(look, text::section(look, words)))
        .padding(Padding { top: 14.0, right: space::M, bottom: 6.0, left: space::M })
        .into()
}

fn hit(app: &App, at: usize) -> Element<'_, Message> {
    match app.items.item(at) {
        Some(Item::Hit(hit)) => application(app, at, hit),
        Some(Item::Finding(found)) => finding(app, at, found),
        Some(Item::Category(_) | Item::Hidden | Item::Settings) | None => fill(),
    }
}

/// A recent file: its name, and at the end the folder it lies in.
fn file(app: &App, at: usize) -> Element<'_, Message> {
    let Some(finding) = app.items.finding(at) else {
        return fill();
    };
    let is_selected = at == app.selected;
    let look = &app.look;
    let name = Clip::new(look, steps::BODY, display_name(&finding.name)).width(Length::Fill);
    let folder = std::path::Path::new(&finding.detail).file_name().map(|name| name.to_string_lossy());
    let folder = folder.map(|name| display_name(&name).into_owned()).unwrap_or_default();
    let folder = Clip::new(look, steps::BODY, folder).color(look.palette.muted_on(is_selected)).width(Length::Shrink);
    let sign = container(sign::of(finding, is_selected)).center(icon::TILE);
    row(app, at, vec![sign.into(), name.into(), folder.into()])
}

fn application<'a>(app: &'a App, item: usize, hit: &'a Hit) -> Element<'a, Message> {
    let Some((position, entry)) = entry(app, item) else {
        return fill();
    };
    let (name, place) = match hit.kind {
        Kind::Application => (entry.display_name(), description(entry)),
        Kind::Action(at) => (&*entry.actions[at].name, Some(entry.display_name())),
    };
    let shown = display_name(name);
    // Where something was replaced, the marks are those of another text.
    let marks = if matches!(shown, Cow::Borrowed(_)) { &hit.marks[..] } else { &[] };
    let name = Clip::new(&app.look, steps::BODY, shown).marks(marks).width(Length::Shrink);
    let picture = app.icons.view(entry, position, icon::TILE);
    described(app, item, picture, name, display_name(place.unwrap_or_default()))
}

/// What a provider found: its sign, its name and what is said of it.
fn finding<'a>(app: &'a App, item: usize, finding: &'a Finding) -> Element<'a, Message> {
    let name = match finding.sort {
        Sort::Web => tr!(app.words, "launcher-web-row", query = display_name(&finding.name)).into(),
        _ => display_name(&finding.name),
    };
    let name = Clip::new(&app.look, steps::BODY, name).width(Length::Shrink);
    described(app, item, sign::of(finding, item == app.selected), name, display_name(&finding.detail))
}

/// The result of a sum, with the sum below it.
fn answer(app: &App, item: usize) -> Element<'_, Message> {
    let Some(finding) = app.items.finding(item) else {
        return fill();
    };
    let look = &app.look;
    let is_selected = item == app.selected;
    let sign = glyph(Glyph::Calculator, icon::BAR).style(colors::on(is_selected, colors::muted));
    let result = Clip::new(look, steps::HEADING, display_name(&finding.name));
    let sum = Clip::new(look, steps::CAPTION, display_name(&finding.detail));
    let texts = column![result, sum.color(look.palette.muted_on(is_selected))].width(Length::Fill);
    row(app, item, vec![container(sign).center(icon::TILE).into(), texts.into()])
}

/// A row of a picture, a name, and a description of second rank.
fn described<'a>(
    app: &'a App,
    item: usize,
    picture: Element<'a, Message>,
    name: Clip<'a>,
    description: Cow<'a, str>,
) -> Element<'a, Message> {
    let description = Clip::new(&app.look, steps::BODY, description);
    let description = description.color(app.look.palette.muted_on(item == app.selected));
    let parts = vec![
        container(picture).center(icon::TILE).into(),
        name.into(),
        container(description).width(Length::Fill).into(),
    ];
    row(app, item, parts)
}

fn row<'a>(app: &'a App, item: usize, mut parts: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let look = &app.look;
    let is_selected = item == app.selected;
    if is_selected {
        parts.push(glyph(Glyph::ArrowElbowDownLeftBold, icon::WINDOW).style(colors::on_selection).into());
    }
    let inside = container(line(look, parts, space::M)).center_y(Length::Fill);
    row_button(inside.into(), is_selected, Message::OpenItem(item))
}

/// A row that can be pressed.
pub fn row_button(inside: Element<'_, Message>, is_selected: bool, message: Message) -> Element<'_, Message> {
    row_target(inside, message).style(buttons::row(is_selected)).into()
}

/// The same, its style still to be said.
pub fn row_target(inside: Element<'_, Message>, message: Message) -> Button<'_, Message> {
    let row = button(inside).padding(Padding::from([0.0, space::M])).width(Length::Fill).height(Length::Fill);
    row.on_press(message)
}

fn entry(app: &App, item: usize) -> Option<(usize, &Entry)> {
    let (position, _) = app.item(item)?;
    Some((position, app.catalogue()?.entry(position)))
}

/// What sort of application it is: its comment, else its generic name, unless that repeats the name.
fn description(entry: &Entry) -> Option<&str> {
    let texts = [entry.comment.as_deref(), entry.generic_name.as_deref()];
    texts.into_iter().flatten().find(|text| !text.is_empty() && *text != entry.display_name())
}

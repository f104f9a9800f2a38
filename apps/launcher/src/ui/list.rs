//! The list: every application as a tile, or what a query found as rows under heads.

use crate::app::{App, Message};
use crate::lines::INSET;

use candela_launcher_core::list::{Item, Row, Section};
use candela_launcher_core::provider::Sort;
use candela_launcher_core::{Finding, Hit, Items, Kind};
use candela_shared::display_name::single_line;
use candela_shared::registry::Entry;
use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, scrollable as bars, text as colors};
use candela_ui::tokens::{icon, size, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{fill, line, list, start, text};
use candela_ui::{Element, Look};

use iced::widget::{button, column, container, scrollable};
use iced::{Alignment, Length, Padding};

use std::borrow::Cow;
use std::ops::Range;

/// The list, to scroll it.
pub const LIST: &str = "launcher-list";
/// Room around a tile's picture and name: above, at the sides, below.
const TILE: Padding = Padding { top: 14.0, right: 6.0, bottom: 10.0, left: 6.0 };

pub fn view(app: &App) -> Element<'_, Message> {
    let bar = scrollable::Scrollbar::new().width(size::SCROLLER).scroller_width(size::SCROLLER);
    list::list(LIST, &app.lines.heights, app.view, |row| of_row(app, row), Message::Scrolled)
        .direction(scrollable::Direction::Vertical(bar.margin(size::SCROLLER_MARGIN)))
        .style(bars::thin)
        .into()
}

fn of_row(app: &App, at: usize) -> Element<'_, Message> {
    let row = &app.lines.rows[at];
    let content = match row {
        Row::Head(section) => head(&app.look, section_words(app, *section)),
        Row::Tiles(items) => tiles(app, items.clone()),
        Row::Hit(item) => hit(app, *item),
        Row::Answer(item) => answer(app, *item),
    };
    container(content).height(crate::lines::height(&app.look, row)).padding(Padding::from([0.0, INSET])).into()
}

fn section_words(app: &App, section: Section) -> String {
    match section {
        Section::All => tr!(app.words, "launcher-section-all"),
        Section::Best => tr!(app.words, "launcher-section-best"),
        Section::Applications => tr!(app.words, "launcher-section-apps"),
        Section::Files => tr!(app.words, "launcher-section-files"),
        Section::Commands => tr!(app.words, "launcher-section-commands"),
    }
}

/// The head of a section.
pub fn head<'a>(look: &Look, words: String) -> Element<'a, Message> {
    container(start(look, text::section(look, words)))
        .padding(Padding { top: 14.0, right: space::M, bottom: 6.0, left: space::M })
        .into()
}

fn tiles(app: &App, items: Range<usize>) -> Element<'_, Message> {
    let missing = app.lines.columns - items.len();
    let mut parts: Vec<Element<'_, Message>> = items.map(|item| tile(app, item)).collect();
    parts.extend((0..missing).map(|_| fill()));
    line(&app.look, parts, space::XS).into()
}

fn tile(app: &App, item: usize) -> Element<'_, Message> {
    let Some((position, entry)) = entry(app, item) else {
        return fill();
    };
    let look = &app.look;
    let name = Clip::new(look, steps::BODY, entry.display_name()).width(Length::Shrink);
    let inside = column![app.icons.view(entry, position, icon::TILE_LARGE), name]
        .spacing(space::S)
        .align_x(Alignment::Center)
        .width(Length::Fill);
    button(inside)
        .padding(TILE)
        .width(Length::Fill)
        .height(Length::Fill)
        .style(buttons::tile(item == app.selected))
        .on_press(Message::OpenItem(item))
        .into()
}

fn hit(app: &App, item: usize) -> Element<'_, Message> {
    match &app.items {
        Items::Tiles(_) => fill(),
        Items::Found(found) => match found.item(item) {
            Some(Item::Hit(hit)) => application(app, item, hit),
            Some(Item::Finding(found)) => finding(app, item, found),
            None => fill(),
        },
    }
}

fn application<'a>(app: &'a App, item: usize, hit: &'a Hit) -> Element<'a, Message> {
    let Some((position, entry)) = entry(app, item) else {
        return fill();
    };
    let (name, place) = match hit.kind {
        Kind::Application => (entry.display_name(), description(entry)),
        Kind::Action(at) => (&*entry.actions[at].name, Some(entry.display_name())),
    };
    let name = Clip::new(&app.look, steps::BODY, name).marks(&hit.marks).width(Length::Shrink);
    described(app, item, app.icons.view(entry, position, icon::TILE), name, place.unwrap_or_default().into())
}

/// A file or a command: its sign, its name and where it lies.
fn finding<'a>(app: &'a App, item: usize, finding: &'a Finding) -> Element<'a, Message> {
    let sign = match finding.sort {
        Sort::File => Glyph::File,
        Sort::Command => Glyph::TerminalWindow,
        Sort::Calculation => Glyph::Calculator,
    };
    let sign = glyph(sign, icon::BAR).style(colors::on(item == app.selected, colors::muted));
    let name = Clip::new(&app.look, steps::BODY, single_line(&finding.name)).width(Length::Shrink);
    described(app, item, sign.into(), name, single_line(&finding.detail))
}

/// The result of a sum, with the sum below it.
fn answer(app: &App, item: usize) -> Element<'_, Message> {
    let Some(finding) = app.items.finding(item) else {
        return fill();
    };
    let look = &app.look;
    let is_selected = item == app.selected;
    let sign = glyph(Glyph::Calculator, icon::BAR).style(colors::on(is_selected, colors::muted));
    let result = Clip::new(look, steps::HEADING, single_line(&finding.name));
    let sum = Clip::new(look, steps::CAPTION, single_line(&finding.detail));
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
    button(inside)
        .padding(Padding::from([0.0, space::M]))
        .width(Length::Fill)
        .height(Length::Fill)
        .style(buttons::row(is_selected))
        .on_press(message)
        .into()
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

//! The sheet: groups of components in columns.

mod button;
mod choice;
mod dialog;
mod field;
mod floating;
mod list;
mod mark;
mod navigation;
mod page;
mod tone;

use crate::{App, Message};

use candela_ui::icon::{Picture, picture};
use candela_ui::theme::container as boxes;
use candela_ui::tokens::{space, text as steps};
use candela_ui::widget::{line, scroll, start, text};
use candela_ui::{Column, Element, Look, Row, Theme};

use iced::widget::button::{Status, Style};
use iced::widget::container;
use iced::{Length, Size};

type Part<'a> = Element<'a, Message>;

/// The size at which the whole sheet is seen, in logical pixels.
pub const SIZE: Size = Size::new(1240.0, 1490.0);
/// The widths of the columns.
const COLUMNS: [f32; 3] = [474.0, 344.0, 346.0];
const TITLE: f32 = 28.0;

/// The whole sheet; in a narrow window its columns stand below each other.
pub fn view(app: &App) -> Part<'_> {
    let look = &app.look;
    let name = text::muted(look, "components");
    let title = vec![picture(Picture::Candela, TITLE).into(), text::heading(look, "Candela").into(), name.into()];
    let title = start(look, line(look, title, space::ICON));
    let columns = [
        vec![
            button::view(look),
            navigation::view(app),
            page::states(look),
            tone::roles(look),
            page::settings(app),
            mark::kinds(look),
        ],
        vec![field::view(app), choice::view(app), mark::view(look), tone::scale(look), dialog::own(look)],
        vec![list::view(look), floating::view(app), dialog::over(look), dialog::stacked(look)],
    ];
    let columns = columns
        .into_iter()
        .zip(COLUMNS)
        .map(|(groups, width)| Column::with_children(groups).spacing(space::L).width(width).into());
    let mut columns: Vec<Part<'_>> = columns.collect();
    if look.is_mirrored() {
        columns.reverse();
    }
    let columns = Row::with_children(columns).spacing(space::L).wrap().vertical_spacing(space::L);
    let content = Column::with_children([title, columns.into()]).spacing(space::L);
    container(scroll(container(content).padding(SHEET)))
        .width(Length::Fill)
        .height(Length::Fill)
        .style(boxes::background)
        .into()
}

/// From the window's edge to the sheet.
const SHEET: f32 = 20.0;

/// A named card of components.
fn group<'a>(look: &Look, name: &str, parts: Vec<Part<'a>>) -> Part<'a> {
    let card = container(Column::with_children(parts).spacing(space::M)).padding(space::L).width(Length::Fill);
    let head = start(look, text::section(look, name));
    Column::with_children([head, card.style(boxes::sheet).into()]).spacing(6).into()
}

/// Parts on a line that begins where reading does.
fn along<'a>(look: &Look, parts: Vec<Part<'a>>, gap: f32) -> Part<'a> {
    start(look, line(look, parts, gap))
}

/// A small note.
fn note<'a>(look: &Look, words: &str) -> Part<'a> {
    text::label(look, steps::CAPTION, words).into()
}

/// How a button looks, as the theme has it.
type Kind = fn(&Theme, Status) -> Style;

/// That look in one state, whatever the pointer does.
fn always(kind: Kind, status: Status) -> impl Fn(&Theme, Status) -> Style {
    move |theme, _| kind(theme, status)
}

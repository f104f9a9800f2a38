//! The applications: those made for the type, the default first with its badge, then all others.

use crate::app::{App, Message};
use crate::rows::{self, Row};

use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, container as boxes, text as colors};
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::mark::Tone;
use candela_ui::widget::scroller::sided;
use candela_ui::widget::state::empty;
use candela_ui::widget::{badge, button as of_words, fill, line, list, start, text};

use iced::widget::{button, container};
use iced::{Length, Padding};

use std::time::Instant;

/// The list, to scroll it.
pub const LIST: &str = "open-list";
/// Distance from the card's edge to the rows.
const INSET: f32 = 6.0;

pub fn view(app: &App) -> Element<'_, Message> {
    let content = if app.shown.is_empty() {
        nothing(app)
    } else {
        let rows = list::list(LIST, &app.rows.heights, app.view, |row| of_row(app, row), Message::Scrolled);
        sided(&app.look, rows.height(Length::Fill))
    };
    container(content).padding(Padding::from([INSET, 1.0])).height(Length::Fill).style(boxes::card).into()
}

fn nothing(app: &App) -> Element<'_, Message> {
    let (look, words) = (&app.look, &app.words);
    if !app.has_choices() {
        return empty(look, Glyph::Package, tr!(words, "open-empty-title"), tr!(words, "open-empty-detail"), None);
    }
    let detail = tr!(words, "open-nothing-detail", query = single_line(app.query.trim()));
    let all = of_words(look, tr!(words, "open-nothing-clear")).on_press(Message::QueryChanged(String::new()));
    empty(look, Glyph::MagnifyingGlass, tr!(words, "open-nothing-title"), detail, Some(all))
}

fn of_row(app: &App, at: usize) -> Element<'_, Message> {
    let Some(row) = app.rows.get(at) else {
        return fill();
    };
    let content = match row {
        Row::MadeFor => head(app, tr!(app.words, "open-made-for", mime = single_line(&app.subject.kind))),
        Row::Others => head(app, tr!(app.words, "open-others")),
        Row::Application(item) => application(app, at, item),
    };
    container(content).height(rows::height(&app.look, row)).padding(Padding::from([0.0, INSET])).into()
}

fn head(app: &App, words: String) -> Element<'_, Message> {
    container(start(&app.look, text::section(&app.look, words)))
        .padding(Padding { top: 14.0, right: space::M, bottom: 6.0, left: space::M })
        .into()
}

fn application(app: &App, row: usize, item: usize) -> Element<'_, Message> {
    let Some(entry) = app.shown.get(item) else {
        return fill();
    };
    let look = &app.look;
    let is_selected = app.selected == Some(row);
    let is_default = app.is_default(&entry.id);
    let picture = container(app.icons.view(entry)).center(icon::TILE);
    let mut parts = vec![picture.into(), Clip::new(look, steps::BODY, entry.display_name()).into()];
    if is_default {
        parts.push(badge(look, Tone::Plain, tr!(app.words, "open-default")));
    }
    if is_selected {
        parts.push(glyph(Glyph::CheckBold, icon::CONTROL).style(colors::on_selection).into());
    }
    button(container(line(look, parts, space::M)).center_y(Length::Fill))
        .padding(Padding::from([0.0, space::M]))
        .width(Length::Fill)
        .height(Length::Fill)
        .style(buttons::row(is_selected))
        .on_press_with(move || Message::RowPressed { row, at: Instant::now() })
        .into()
}

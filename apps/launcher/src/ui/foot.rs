//! The foot: what the keys do, and how much is listed.

use crate::app::{App, Line, Message};

use candela_launcher_core::Items;
use candela_launcher_core::provider::Sort;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::space;
use candela_ui::widget::{fill, hint, line, text};

use iced::widget::container;
use iced::{Length, Padding};

/// Its height.
const HEIGHT: f32 = 40.0;
/// Distance from the window's sides.
const SIDES: f32 = 20.0;

pub fn view(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let mut parts = Vec::new();
    if !app.items.is_empty() {
        parts.push(hint(look, &["↵"], enter(app)));
        if app.panel.is_none() && app.item(app.selected).is_some() {
            parts.push(hint(look, &["Tab"], tr!(app.words, "launcher-actions")));
        }
    }
    parts.push(fill());
    if app.panel.is_none() && !app.items.is_empty() {
        parts.push(text::caption(look, count(app)).into());
    }
    parts.push(hint(look, &["Esc"], leave(app)));
    container(line(look, parts, space::L))
        .padding(Padding::from([0.0, SIDES]))
        .center_y(look.scaled(HEIGHT))
        .width(Length::Fill)
        .style(boxes::background)
        .into()
}

/// What Enter does.
fn enter(app: &App) -> String {
    if let Some(panel) = &app.panel {
        return match app.panel_lines(panel.entry).get(panel.selected) {
            Some(Line::CopyCommand) => tr!(app.words, "launcher-copy"),
            Some(Line::Terminal) => tr!(app.words, "launcher-run"),
            Some(Line::Forget) => tr!(app.words, "launcher-forget"),
            Some(Line::Open | Line::Action(_) | Line::Location) | None => tr!(app.words, "launcher-open"),
        };
    }
    match app.items.finding(app.selected).map(|finding| finding.sort) {
        Some(Sort::Calculation) => tr!(app.words, "launcher-copy"),
        Some(Sort::Command) => tr!(app.words, "launcher-run"),
        Some(Sort::File) | None => tr!(app.words, "launcher-open"),
    }
}

fn count(app: &App) -> String {
    match &app.items {
        Items::Tiles(applications) => tr!(app.words, "launcher-apps", count = applications.len()),
        Items::Found(found) => tr!(app.words, "launcher-results", count = found.len()),
    }
}

fn leave(app: &App) -> String {
    let is_inside = app.panel.is_some() || app.notice.is_some() || !app.query.is_empty();
    if is_inside { tr!(app.words, "launcher-back") } else { tr!(app.words, "launcher-close") }
}

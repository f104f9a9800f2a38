//! The actions of one application, in place of the list.

use super::list::{head, row_button};
use crate::app::{App, Line, Message, Panel};
use crate::lines::INSET;

use candela_shared::display_name::single_line;
use candela_shared::registry::Entry;
use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::text as colors;
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{fill, line, scroll};
use candela_ui::{Column, Element};

use iced::widget::container;
use iced::{Length, Padding};

/// Height of a line.
const LINE: f32 = 44.0;

pub fn view<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let Some(catalogue) = app.catalogue() else {
        return fill();
    };
    let entry = catalogue.entry(panel.entry);
    let name = single_line(entry.display_name());
    let picture = app.icons.view(entry, panel.entry, icon::TILE);
    let mut pictures = Some(picture);
    let mut lines = vec![head(&app.look, tr!(app.words, "launcher-actions-of", name = name))];
    lines.extend(app.panel_lines(panel.entry).into_iter().enumerate().map(|(at, line)| {
        let picture = pictures.take().unwrap_or_else(|| {
            glyph(sign(line), icon::BAR).style(colors::on(panel.selected == at, colors::muted)).into()
        });
        of_line(app, panel, at, picture, words(app, entry, line))
    }));
    scroll(container(Column::with_children(lines)).padding(Padding::from([0.0, INSET]))).into()
}

/// The sign of a line; the first shows the application's own icon.
const fn sign(line: Line) -> Glyph {
    match line {
        Line::Open | Line::Action(_) => Glyph::ArrowUpRight,
        Line::Terminal => Glyph::TerminalWindow,
        Line::Location => Glyph::FolderOpen,
        Line::CopyCommand => Glyph::Copy,
        Line::Forget => Glyph::ClockCounterClockwise,
    }
}

fn words(app: &App, entry: &Entry, line: Line) -> String {
    match line {
        Line::Open => tr!(app.words, "launcher-open"),
        Line::Action(at) => entry.actions[at].name.to_string(),
        Line::Terminal => tr!(app.words, "launcher-terminal"),
        Line::Location => tr!(app.words, "launcher-location"),
        Line::CopyCommand => tr!(app.words, "launcher-copy-command"),
        Line::Forget => tr!(app.words, "launcher-forget"),
    }
}

fn of_line<'a>(
    app: &'a App,
    panel: &Panel,
    at: usize,
    picture: Element<'a, Message>,
    words: String,
) -> Element<'a, Message> {
    let is_selected = panel.selected == at;
    let mut parts = vec![container(picture).center(icon::TILE).into(), Clip::new(&app.look, steps::BODY, words).into()];
    if is_selected {
        parts.push(glyph(Glyph::ArrowElbowDownLeftBold, icon::WINDOW).style(colors::on_selection).into());
    }
    let inside = container(line(&app.look, parts, space::M)).center_y(Length::Fill);
    container(row_button(inside.into(), is_selected, Message::OpenItem(at))).height(app.look.scaled(LINE)).into()
}

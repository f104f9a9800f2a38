//! The actions of one application, in place of the list.

use super::list::{head, row_button};
use crate::app::{App, Message, Panel};
use crate::lines::INSET;

use candela_shared::display_name::single_line;
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
    let mut lines = vec![
        head(&app.look, tr!(app.words, "launcher-actions-of", name = name)),
        of_line(app, panel, 0, picture, tr!(app.words, "launcher-open")),
    ];
    lines.extend(entry.actions.iter().enumerate().map(|(at, action)| {
        let picture = glyph(Glyph::ArrowUpRight, icon::BAR).style(colors::on(panel.selected == at + 1, colors::muted));
        of_line(app, panel, at + 1, picture.into(), action.name.to_string())
    }));
    scroll(container(Column::with_children(lines)).padding(Padding::from([0.0, INSET]))).into()
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

//! The palette: every command by its name, with its keys.

use super::FIELD;
use crate::app::{Answer, App, Message};
use crate::command::Command;

use candela_shared::tr;
use candela_ui::icon::Glyph;
use candela_ui::tokens::{radius, size, space};
use candela_ui::widget::row::list_row;
use candela_ui::widget::{fill, input, raised, state, text};
use candela_ui::{Column, Element};

use iced::Length;
use iced::widget::{column, container};

/// Commands that are listed at once.
const MOST: usize = 9;

pub fn view<'a>(app: &'a App, typed: &'a str, chosen: usize) -> Element<'a, Message> {
    let look = &app.look;
    let field = input::search(look, tr!(app.words, "files-palette-hint"), typed)
        .id(FIELD)
        .on_input(Message::DialogEdited)
        .on_submit(Message::Answered(Answer::Yes));
    let commands = Command::named(&app.words, typed);
    // The chosen one stays in sight.
    let first = (chosen + 1).saturating_sub(MOST);
    let rows = commands.iter().enumerate().skip(first).take(MOST).map(|(at, command)| row(app, *command, at == chosen));
    let list: Element<'a, Message> = if commands.is_empty() {
        let note = tr!(app.words, "files-nothing-note", filter = typed);
        state::empty(look, Glyph::MagnifyingGlass, tr!(app.words, "files-nothing"), note, None)
    } else {
        Column::with_children(rows).into()
    };
    let list = container(list).height(look.row() * MOST as f32);
    let content = container(column![field, list].spacing(space::S)).padding(space::M).width(Length::Fill);
    container(raised(content, radius::CARD)).max_width(size::QUESTION).into()
}

fn row<'a>(app: &App, command: Command, is_chosen: bool) -> Element<'a, Message> {
    let look = &app.look;
    let keys = text::caption(look, command.keys());
    let parts = vec![text::body(look, command.label(&app.words)).into(), fill(), keys.into()];
    list_row(look, parts, is_chosen).on_press(Message::Command(command)).into()
}

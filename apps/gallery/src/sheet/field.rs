//! Fields to type into.

use super::{Part, group, note};
use crate::{App, Message};

use candela_ui::tokens::space;
use candela_ui::widget::input::{self, Input};
use candela_ui::widget::start;
use candela_ui::{Column, Look, Row};

use iced::{Alignment, Length};

pub fn view(app: &App) -> Part<'_> {
    let look = &app.look;
    let wrong = input::input(look, "", "notes/2026").id("gallery-wrong").on_input(Message::Type);
    let reason = Some("A name cannot contain “/”".to_owned());
    let typed = input::input(look, "", app.typed.as_str()).id("gallery-typed").on_input(Message::Type);
    let rows = [
        [named(look, "Rest", field(look, "gallery-empty")), named(look, "Focus", typed.into())],
        [
            named(look, "Disabled", input::input(look, "", "Locked").into()),
            named(look, "Name", input::explained(look, wrong, reason)),
        ],
    ];
    let mut parts: Vec<Part<'_>> = rows.map(|row| pair(look, row)).into();
    parts.push(input::search(look, "Search in candela", "").id("gallery-search").on_input(Message::Search).into());
    let found = input::search(look, "Search in candela", app.searched.as_str());
    parts.push(found.id("gallery-found").on_input(Message::Search).into());
    group(look, "Inputs", parts)
}

fn field<'a>(look: &Look, id: &'static str) -> Part<'a> {
    let field: Input<'a, Message> = input::input(look, "Placeholder", "");
    field.id(id).on_input(Message::Type).into()
}

fn named<'a>(look: &Look, name: &str, field: Part<'a>) -> Part<'a> {
    Column::with_children([start(look, note(look, name)), field]).spacing(space::XS).width(Length::Fill).into()
}

fn pair<'a>(look: &Look, mut fields: [Part<'a>; 2]) -> Part<'a> {
    if look.is_mirrored() {
        fields.reverse();
    }
    Row::with_children(fields).spacing(space::M).align_y(Alignment::Start).into()
}

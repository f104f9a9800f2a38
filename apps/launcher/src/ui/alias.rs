//! The names of the user's own for an application, being edited.

use super::list::head;
use crate::app::{App, Message};
use crate::lines::INSET;

use candela_shared::display_name::display_name;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::tokens::space;
use candela_ui::widget::{fill, input, start, text};

use iced::Padding;
use iced::widget::{column, container};

/// The field of the names.
pub const ALIAS: &str = "launcher-alias";

pub fn view<'a>(app: &'a App, entry: usize, names: &'a str) -> Element<'a, Message> {
    let Some(catalogue) = app.catalogue() else {
        return fill();
    };
    let look = &app.look;
    let name = display_name(catalogue.entry(entry).display_name());
    let field = input::input(look, tr!(app.words, "launcher-alias-hint"), names).id(ALIAS);
    let note = text::caption(look, tr!(app.words, "launcher-alias-note"));
    let content = column![field.on_input(Message::AliasChanged), start(look, note)].spacing(space::S);
    column![
        head(look, tr!(app.words, "launcher-alias-of", name = name)),
        container(content).padding(Padding::from([0.0, space::M])),
    ]
    .padding(Padding::from([0.0, INSET]))
    .into()
}

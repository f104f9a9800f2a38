//! The query: what is typed, with a glyph before it and a button that empties it.

use crate::app::{App, Message};

use candela_shared::tr;
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::tokens::{icon, size};
use candela_ui::widget::{icon_button_sized, input};

/// The field of the query.
pub const QUERY: &str = "launcher-query";

pub fn view(app: &App) -> Element<'_, Message> {
    let field = input::query(&app.look, tr!(app.words, "launcher-search-hint"), app.query.as_str())
        .id(QUERY)
        .on_input(Message::QueryChanged);
    if app.query.is_empty() {
        return field.into();
    }
    // Not the field's own button: with that Escape would empty the query before it leaves what lies upon it.
    let clear = icon_button_sized(&app.look, Glyph::XCircleFill, size::CONTROL_SMALL, icon::CONTROL);
    field.trail(clear.on_press(Message::Clear)).into()
}

//! What a page holds: states in place of content, settings.

use super::{Part, group};
use crate::{App, Message};

use candela_ui::icon::Glyph;
use candela_ui::tokens::space;
use candela_ui::widget::bar::status_bar;
use candela_ui::widget::row::{card_of_rows, setting};
use candela_ui::widget::toggle::switch;
use candela_ui::widget::{button, fill, menu_button, state, text};
use candela_ui::{Look, Row};

use iced::widget::container;

/// The height of a state on the sheet.
const STATE: f32 = 160.0;

pub fn states<'a>(look: &Look) -> Part<'a> {
    let press = |label: &str| Some(button(look, label).on_press(Message::Press));
    let mut states = vec![
        state::empty(look, Glyph::Folder, "Nothing here", "Drop files here.", press("New file")),
        state::failed(look, "Not readable", "Permission denied.", press("Try again")),
        state::loading(look, "Reading…", "After 300 ms only.", press("Cancel")),
    ];
    if look.is_mirrored() {
        states.reverse();
    }
    let states = Row::with_children(states.into_iter().map(|state| container(state).height(STATE).into()));
    group(look, "Empty, error, loading", vec![states.into()])
}

pub fn settings(app: &App) -> Part<'_> {
    let look = &app.look;
    let note = "Large text makes rows higher, too.".to_owned();
    let rows = vec![
        setting(look, "Follow the system", None, switch(look, app.is_on).on_press(Message::Switch)),
        setting(look, "Text size", Some(note), menu_button(look, "100 %").on_press(Message::Press)),
    ];
    let status = vec![text::caption(look, "3 of 14 selected").into(), fill(), text::caption(look, "12 GB free").into()];
    let status = status_bar(look, status);
    group(
        look,
        "Settings rows, status bar",
        vec![card_of_rows(look, rows), container(status).padding(space::XS).into()],
    )
}

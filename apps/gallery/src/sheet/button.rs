//! Buttons, each in every state.

use super::{Kind, Part, along, always, group};
use crate::Message;

use candela_ui::icon::Glyph;
use candela_ui::theme::button as kind;
use candela_ui::tokens::space;
use candela_ui::widget::ring::ring;
use candela_ui::widget::{button, button_with, icon_button, line, menu_button, text};
use candela_ui::{Button, Look};

use iced::widget::button::Status;
use iced::widget::container;

/// The width of one state.
const CELL: f32 = 86.0;

pub fn view<'a>(look: &Look) -> Part<'a> {
    let heads = ["Rest", "Hover", "Pressed", "Focus", "Disabled"];
    let heads = heads.map(|name| cell(text::caption(look, name).into()));
    let kinds: [(&str, Kind); 4] =
        [("Open", kind::primary), ("Cancel", kind::secondary), ("Details", kind::quiet), ("Delete", kind::destructive)];
    let mut parts = vec![line(look, heads.into(), 0.0).into()];
    parts.extend(kinds.map(|(label, kind)| states(look, || button(look, label), kind)));
    parts.push(states(look, || icon_button(look, Glyph::Gear), kind::quiet));
    parts.push(states(look, || icon_button(look, Glyph::SidebarSimple), kind::on));
    let press = |button: Button<'a, Message>| button.on_press(Message::Press).into();
    let more = vec![
        press(button_with(look, Glyph::Plus, "New folder")),
        press(button_with(look, Glyph::ArrowClockwise, "Update and restart").style(kind::primary)),
        press(menu_button(look, "Basic").style(kind::quiet)),
    ];
    parts.push(along(look, more, space::M));
    group(look, "Buttons and icon buttons", parts)
}

/// One button at rest, pointed at, pressed, focused and off.
fn states<'a>(look: &Look, make: impl Fn() -> Button<'a, Message>, kind: Kind) -> Part<'a> {
    let live = |status: Status| make().style(always(kind, status)).on_press(Message::Press);
    let states: Vec<Part<'a>> = vec![
        make().style(kind).on_press(Message::Press).into(),
        live(Status::Hovered).into(),
        live(Status::Pressed).into(),
        ring(live(Status::Active)).into(),
        make().style(kind).into(),
    ];
    line(look, states.into_iter().map(cell).collect(), 0.0).into()
}

fn cell(content: Part<'_>) -> Part<'_> {
    container(content).width(CELL).into()
}

//! The buttons: a command instead of the list, Cancel, and Open.

use crate::app::{App, Message, Mode};

use candela_shared::tr;
use candela_ui::Element;
use candela_ui::theme::{button as kind, container as boxes};
use candela_ui::tokens::{size, space};
use candela_ui::widget::dialog::{Answer, dialog_buttons};

use iced::widget::container;
use iced::{Length, Padding};

/// Narrower than this, in logical pixels at 100 %, the buttons have no room beside each other.
const NARROW: f32 = 400.0;

pub fn view(app: &App) -> Element<'_, Message> {
    let (look, words) = (&app.look, &app.words);
    let other = match app.mode {
        Mode::List => tr!(words, "open-custom"),
        Mode::Command => tr!(words, "open-list"),
    };
    let can_open = app.chosen().is_some() && !app.is_busy;
    let open = Answer::new(look, tr!(words, "open-open"), can_open.then_some(Message::Open)).style(kind::primary);
    let cancel = Answer::new(look, tr!(words, "open-cancel"), Some(Message::Cancel));
    let other = Answer::new(look, other, Some(Message::SwitchCustom)).style(kind::quiet);
    let is_stacked = app.width < look.scaled(NARROW);
    let width = if is_stacked { 0.0 } else { size::VERY_NARROW };
    container(dialog_buttons(look, width, Some(other), vec![cancel, open]))
        .padding(Padding::from([space::BUTTON, space::L]))
        .width(Length::Fill)
        .style(boxes::background)
        .into()
}

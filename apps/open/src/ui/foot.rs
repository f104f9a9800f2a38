//! The buttons: a command instead of the list, Cancel, and Open.

use crate::app::{App, Message, Mode};

use candela_shared::tr;
use candela_ui::Element;
use candela_ui::theme::{button as kind, container as boxes};
use candela_ui::tokens::{size, space};
use candela_ui::widget::dialog::{Answer, dialog_buttons, fit_beside};

use iced::widget::container;
use iced::{Length, Padding};

pub fn view(app: &App) -> Element<'_, Message> {
    let (look, words) = (&app.look, &app.words);
    let other = match app.mode {
        Mode::List => tr!(words, "open-custom"),
        Mode::Command => tr!(words, "open-list"),
    };
    let can_open = app.chosen().is_some() && !app.is_busy;
    let (open, cancel) = (tr!(words, "open-open"), tr!(words, "open-cancel"));
    let is_beside = fit_beside(look, [&*other, &*cancel, &*open], app.width - 2.0 * space::L);
    let width = if is_beside { size::VERY_NARROW } else { 0.0 };
    let open = Answer::new(look, open, can_open.then_some(Message::Open)).style(kind::primary);
    let cancel = Answer::new(look, cancel, Some(Message::Cancel));
    let other = Answer::new(look, other, Some(Message::SwitchCustom)).style(kind::quiet);
    container(dialog_buttons(look, width, Some(other), vec![cancel, open]))
        .padding(Padding::from([space::BUTTON, space::L]))
        .width(Length::Fill)
        .style(boxes::background)
        .into()
}

//! What has to be told: a card above the foot, until it is dismissed.

use crate::app::{App, Message};
use crate::notice::Notice;

use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, container as boxes, text as colors};
use candela_ui::tokens::{icon, size, space};
use candela_ui::widget::{button, line, start, text};
use candela_ui::{Column, Element};

use iced::widget::{column, container};
use iced::{Length, Padding};

pub fn view<'a>(app: &'a App, notice: &'a Notice) -> Element<'a, Message> {
    let look = &app.look;
    let words = Column::with_children([
        start(look, text::strong(look, notice.title(&app.words))),
        start(look, text::label(look, candela_ui::tokens::text::CAPTION, notice.detail(&app.words))),
    ]);
    let sign = if notice.is_failure() {
        glyph(Glyph::WarningCircleFill, icon::BAR).style(colors::danger)
    } else {
        glyph(Glyph::EyeSlash, icon::BAR).style(colors::muted)
    };
    let told = vec![sign.into(), words.spacing(space::HAIR).width(Length::Fill).into()];
    let mut buttons: Vec<Element<'a, Message>> = Vec::new();
    if let Some(verb) = notice.way_out_words(&app.words) {
        buttons.push(button(look, verb).on_press(Message::OpenOtherwise).into());
    }
    let dismiss = button(look, tr!(app.words, "launcher-dismiss"));
    buttons.push(dismiss.style(buttons::quiet).on_press(Message::Dismiss).into());
    let content: Element<'a, Message> = if app.size.width < size::NARROW && buttons.len() > 1 {
        column![line(look, told, space::M), line(look, buttons, space::S)].spacing(space::S).into()
    } else {
        line(look, told.into_iter().chain(buttons).collect(), space::M).into()
    };
    let style = if notice.is_failure() { boxes::card_danger } else { boxes::card };
    let card = container(content).padding(space::M).width(Length::Fill).style(style);
    container(card).padding(Padding::from([space::S, space::M])).into()
}

//! What went wrong with a start: a card above the foot, until it is dismissed.

use crate::app::{App, Message};
use crate::notice::Notice;

use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, container as boxes, text as colors};
use candela_ui::tokens::{icon, space};
use candela_ui::widget::{button, line, start, text};
use candela_ui::{Column, Element};

use iced::widget::container;
use iced::{Length, Padding};

pub fn view<'a>(app: &'a App, notice: &'a Notice) -> Element<'a, Message> {
    let look = &app.look;
    let words = Column::with_children([
        start(look, text::strong(look, notice.title(&app.words))),
        start(look, text::label(look, candela_ui::tokens::text::CAPTION, notice.detail(&app.words))),
    ]);
    let parts = vec![
        glyph(Glyph::WarningCircleFill, icon::BAR).style(colors::danger).into(),
        words.spacing(space::HAIR).width(Length::Fill).into(),
        button(look, tr!(app.words, "launcher-dismiss")).style(buttons::quiet).on_press(Message::Dismiss).into(),
    ];
    let card = container(line(look, parts, space::M)).padding(space::M).width(Length::Fill).style(boxes::card_danger);
    container(card).padding(Padding::from([space::S, space::M])).into()
}

//! What the window shows, part by part.

mod convert;
mod display;
mod frame;
mod graph;
mod header;
mod history;
mod keys;
mod menu;
mod plot;
mod programmer;
mod rates;
mod statistics;
mod unit_name;

pub use display::TAPE;

use crate::app::{App, Message, Page};
use crate::mode::Mode;
use crate::notice::Failure;

use candela_shared::tr;
use candela_ui::focus::{self, pressable};
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, container as boxes, text as colors};
use candela_ui::tokens::{icon, size, space};
use candela_ui::widget::{button, line, start, text};
use candela_ui::{Column, Element, Look};

use iced::widget::{column, container};
use iced::{Length, Padding, Size};

/// Between two keys.
pub const KEY_GAP: f32 = 6.0;
/// How much higher the window is with all bits of the largest word.
const MORE_BITS: f32 = 102.0;
/// The least height of the display.
const DISPLAY: f32 = 132.0;

/// The size of the window in a mode, with words of so many bits; it grows with text.
pub fn size_of(look: &Look, mode: Mode, bits: usize) -> Size {
    let size = mode.size();
    let more = if mode == Mode::Programmer && bits == 64 { MORE_BITS } else { 0.0 };
    Size::new(look.scaled(size.width), look.scaled(size.height + more))
}

/// The whole window.
pub fn view(app: &App) -> Element<'_, Message> {
    let content = column![header::view(app)].extend(app.failure.as_ref().map(|failure| notice(app, failure)));
    let framed = frame::view(app, content.push(body(app)).into());
    focus::scope(framed).on_escape(Message::Leave).into()
}

fn body(app: &App) -> Element<'_, Message> {
    if app.history.is_open {
        return gutters(vec![display::view(app, Length::Fixed(app.look.scaled(DISPLAY))), history::view(app)]);
    }
    match app.settings.mode {
        Mode::Basic => gutters(vec![display::view(app, Length::Fill), keys::digits(app)]),
        Mode::Scientific => gutters(scientific(app)),
        Mode::Programmer => gutters(programmer::view(app)),
        Mode::Graph => graph::view(app),
        Mode::Convert => gutters(convert::view(app)),
        Mode::Statistics => gutters(statistics::view(app)),
    }
}

fn gutters<'a>(parts: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    container(Column::with_children(parts).spacing(space::M))
        .padding(Padding { top: 0.0, right: space::M, bottom: space::M, left: space::M })
        .height(Length::Fill)
        .into()
}

fn scientific(app: &App) -> Vec<Element<'_, Message>> {
    let keys = if is_narrow(app) {
        match app.page {
            Page::Digits => keys::digits(app),
            Page::Others => keys::functions(app),
        }
    } else {
        // Between both pads, as the mock-ups have it.
        const BETWEEN: f32 = 14.0;
        iced::widget::Row::with_children([keys::functions(app), keys::digits(app)]).spacing(BETWEEN).into()
    };
    let mut parts = vec![display::view(app, Length::Fill), keys::tools(app)];
    if is_narrow(app) {
        parts.push(keys::pages(app, tr!(app.words, "calculator-page-functions")));
    }
    parts.push(keys);
    parts
}

/// Whether the window is too narrow for everything beside each other.
pub fn is_narrow(app: &App) -> bool {
    app.size.width < size::VERY_NARROW
}

/// The height of keys in so many rows below `above` pixels of other things: as wanted, less in a low window.
pub fn key_height(app: &App, wanted: f32, rows: usize, above: f32) -> f32 {
    /// No key is lower.
    const LEAST: f32 = 28.0;
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let rows = rows as f32;
    let room = app.size.height - app.look.scaled(size::HEADER) - above - 2.0 * space::M - (rows - 1.0) * KEY_GAP;
    (room / rows).floor().clamp(LEAST, app.look.scaled(wanted))
}

/// What stands above the keys in the modes with a line, at least.
pub fn above_keys(look: &Look, others: f32) -> f32 {
    look.scaled(DISPLAY) + others
}

/// What could not be kept, and what can be done about it.
fn notice<'a>(app: &'a App, failure: &'a Failure) -> Element<'a, Message> {
    let look = &app.look;
    let words = column![
        start(look, text::strong(look, failure.title(&app.words))),
        start(look, text::label(look, candela_ui::tokens::text::CAPTION, failure.detail(&app.words))),
    ];
    let retry = button(look, tr!(app.words, "calculator-failed-retry")).style(buttons::quiet);
    let dismiss = button(look, tr!(app.words, "calculator-failed-dismiss")).style(buttons::quiet);
    let ways = line(
        look,
        vec![pressable(retry, Message::Retry).into(), pressable(dismiss, Message::DismissFailure).into()],
        space::XS,
    );
    let sign = glyph(Glyph::WarningCircleFill, icon::BAR).style(colors::danger);
    let top = line(look, vec![sign.into(), words.spacing(space::HAIR).width(Length::Fill).into()], space::M);
    let card = container(column![top, container(ways).width(Length::Fill).align_x(look.end())].spacing(space::XS));
    let card = card.padding(space::M).width(Length::Fill).style(boxes::card_danger);
    container(card).padding(Padding { top: 0.0, right: space::M, bottom: space::M, left: space::M }).into()
}

//! How old the exchange rates are, and the way to newer ones.

use crate::app::rates::{Doing, FIELD};
use crate::app::{App, Message};
use crate::notice::rates_failed;

use candela_shared::tr;
use candela_ui::Element;
use candela_ui::focus::pressable;
use candela_ui::theme::{button as buttons, text as colors};
use candela_ui::tokens::{space, text as steps};
use candela_ui::widget::{button, input, line, start, text};

use iced::Length;
use iced::widget::{column, container};

/// The height of it, at 100 %: a row of control height, and a line of words.
pub const HEIGHT: f32 = 64.0;

/// The day of the rates with what changes them, or the question where they come from.
pub fn view(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let failed = match &app.refresh.doing {
        Doing::Nothing => None,
        Doing::Fetching => return start(look, text::caption(look, tr!(app.words, "calculator-rates-fetching"))),
        Doing::Asking => return asking(app, false),
        Doing::Failed(error) => Some(rates_failed(error, &app.words)),
    };
    if let Some(words) = failed {
        let words = start(look, text::label(look, steps::CAPTION, words).style(colors::danger));
        return column![asking(app, true), words].spacing(space::XS).into();
    }
    let age = match &app.rates {
        Some(rates) => {
            tr!(app.words, "calculator-convert-rates", date = rates.date.to_string(), age = rates.age(app.now()).max(0))
        }
        None => tr!(app.words, "calculator-rates-none"),
    };
    let ask = button(look, tr!(app.words, "calculator-rates-refresh")).style(buttons::quiet);
    let words = container(text::caption(look, age)).width(Length::Fill).align_x(look.start());
    line(look, vec![words.into(), pressable(ask, Message::AskRatesSource).into()], space::S).into()
}

fn asking(app: &App, is_wrong: bool) -> Element<'_, Message> {
    let look = &app.look;
    let field = input::input(look, tr!(app.words, "calculator-rates-source"), &app.refresh.source)
        .id(FIELD)
        .error(is_wrong)
        .on_input(Message::RatesSourceTyped)
        .on_submit(Message::RefreshRates);
    let go = button(look, tr!(app.words, "calculator-rates-fetch"));
    line(look, vec![field.into(), pressable(go, Message::RefreshRates).into()], space::S).into()
}

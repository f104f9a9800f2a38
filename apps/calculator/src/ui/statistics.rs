//! The statistics: numbers on one side, what is said of them on the other.

use super::display::small;
use super::is_narrow;
use crate::app::{App, Message};
use crate::ask::Shown;
use crate::notice::sentence;
use crate::screen::statistics::{self, Measure, NUMBERS, ROW};

use candela_calculator_core::Error;
use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::focus::pressable;
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as buttons, container as boxes, text as colors};
use candela_ui::tokens::{space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{button, fill, input, line, list, rule, scroll, start, state, text};

use iced::widget::{column, container};
use iced::{Alignment, Length, Padding};

/// Width of the numbers beside the measures.
const NUMBERS_WIDTH: f32 = 232.0;
/// The list of numbers, to scroll it.
const LIST: &str = "calculator-numbers-list";

pub fn view(app: &App) -> Vec<Element<'_, Message>> {
    let (numbers, measures) = (numbers(app), measures(app));
    let both: Element<'_, Message> = if is_narrow(app) {
        column![container(numbers).height(Length::FillPortion(2)), container(measures).height(Length::FillPortion(3))]
            .spacing(space::M)
            .into()
    } else {
        line(&app.look, vec![container(numbers).width(NUMBERS_WIDTH).into(), measures], space::M)
            .height(Length::Fill)
            .into()
    };
    vec![entry(app), both]
}

fn entry(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let field = input::input(look, tr!(app.words, "calculator-statistics-hint"), app.statistics.text.as_str())
        .id(NUMBERS)
        .on_input(|text| Message::Statistics(statistics::Message::Typed(text)))
        .on_submit(Message::Statistics(statistics::Message::Add));
    let add = button(look, tr!(app.words, "calculator-statistics-add")).style(buttons::primary);
    let add = pressable(add, Message::Statistics(statistics::Message::Add));
    line(look, vec![field.into(), add.into()], space::S).into()
}

fn sheet<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content).padding(1).width(Length::Fill).height(Length::Fill).style(boxes::sheet).into()
}

fn numbers(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    if app.statistics.numbers.is_empty() {
        let (title, note) =
            (tr!(app.words, "calculator-statistics-empty-title"), tr!(app.words, "calculator-statistics-empty-detail"));
        return sheet(state::empty(look, Glyph::ListBullets, title, note, None));
    }
    let clear = button(look, tr!(app.words, "calculator-statistics-clear")).style(buttons::quiet);
    let clear = pressable(clear, Message::Statistics(statistics::Message::Clear));
    let row = |at: usize| number(app, at);
    let scrolled = |view| Message::Statistics(statistics::Message::Scrolled(view));
    let list = list::list(LIST, &app.statistics.heights, app.statistics.view, row, scrolled).height(Length::Fill);
    let foot = container(clear).width(Length::Fill).align_x(look.end()).padding(space::XS);
    sheet(column![list, rule(), foot])
}

fn number(app: &App, at: usize) -> Element<'_, Message> {
    let look = &app.look;
    let Some(number) = app.statistics.numbers.get(at) else { return fill() };
    let remove = Message::Statistics(statistics::Message::Remove(at));
    let digits = container(Clip::new(look, steps::BODY, number.as_str()).width(Length::Shrink));
    let parts = vec![
        text::caption(look, (at + 1).to_string()).into(),
        digits.width(Length::Fill).align_x(look.end()).into(),
        small(app, Glyph::X, tr!(app.words, "calculator-statistics-remove"), remove),
    ];
    container(line(look, parts, space::S))
        .height(ROW)
        .align_y(Alignment::Center)
        .padding(look.inset(0.0, space::BUTTON, 0.0, space::M))
        .into()
}

fn measures(app: &App) -> Element<'_, Message> {
    let rows = Measure::ALL.into_iter().enumerate().map(|(at, measure)| {
        let result = app.statistics.results.get(at);
        fact(app, measure_name(&app.words, measure), result)
    });
    sheet(scroll(iced::widget::Column::with_children(rows).padding(Padding::from([space::S, 0.0]))))
}

fn fact<'a>(app: &'a App, name: String, result: Option<&'a Result<Shown, Error>>) -> Element<'a, Message> {
    let look = &app.look;
    let (value, style): (String, fn(&candela_ui::Theme) -> iced::widget::text::Style) = match result {
        Some(Ok(shown)) => {
            let text = &shown.forms[0].text;
            (if text.is_exact { text.text.clone() } else { format!("≈ {}", text.text) }, colors::plain)
        }
        Some(Err(error)) => (sentence(&error.kind, &app.words), colors::muted),
        None => ("–".to_owned(), colors::muted),
    };
    let value = text::body(look, value).style(style);
    let name = container(start(look, text::muted(look, name))).width(Length::Fill);
    container(line(look, vec![name.into(), value.into()], space::M))
        .padding(look.inset(5.0, space::XL, 5.0, space::L))
        .into()
}

fn measure_name(words: &Words, measure: Measure) -> String {
    match measure {
        Measure::Count => tr!(words, "calculator-statistics-count"),
        Measure::Sum => tr!(words, "calculator-statistics-sum"),
        Measure::Mean => tr!(words, "calculator-statistics-mean"),
        Measure::Median => tr!(words, "calculator-statistics-median"),
        Measure::Mode => tr!(words, "calculator-statistics-mode"),
        Measure::Minimum => tr!(words, "calculator-statistics-minimum"),
        Measure::Maximum => tr!(words, "calculator-statistics-maximum"),
        Measure::Range => tr!(words, "calculator-statistics-range"),
        Measure::Deviation => tr!(words, "calculator-statistics-deviation"),
        Measure::PopulationDeviation => tr!(words, "calculator-statistics-population-deviation"),
        Measure::Variance => tr!(words, "calculator-statistics-variance"),
        Measure::PopulationVariance => tr!(words, "calculator-statistics-population-variance"),
        Measure::GeometricMean => tr!(words, "calculator-statistics-geometric"),
        Measure::HarmonicMean => tr!(words, "calculator-statistics-harmonic"),
        Measure::Squares => tr!(words, "calculator-statistics-squares"),
    }
}

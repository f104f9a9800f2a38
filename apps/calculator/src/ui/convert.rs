//! The conversions: what, from, to, and the digits of the value.

use super::unit_name::unit_name;
use super::{above_keys, key_height, keys, rates};
use crate::app::{App, Menu, Message};
use crate::notice::sentence;
use crate::screen::convert::{self, Category, VALUE};
use crate::widget::fitting::fitting;

use candela_calculator_core::ErrorKind;
use candela_calculator_core::keypad::DIGITS;
use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::focus::pressable;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, container as boxes, text as colors};
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::menu::{MenuPart, MenuRow, menu};
use candela_ui::widget::{fill, input, line, popover, rule, text};

use iced::widget::{button, column, container};
use iced::{Alignment, Length, Padding};

/// Height of keys, at 100 %.
const KEY: f32 = 48.0;
/// What the fields need above them.
const FIELDS: f32 = 236.0;

pub fn view(app: &App) -> Vec<Element<'_, Message>> {
    let rates = if app.convert.category == Category::Currency { rates::HEIGHT } else { 0.0 };
    let above = above_keys(&app.look, 0.0).max(app.look.scaled(FIELDS + rates));
    let height = key_height(app, KEY, DIGITS.len(), above);
    vec![fields(app), keys::pad(app, DIGITS, height)]
}

fn fields(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let (from, to) = app.convert.units();
    let swap = super::display::small(
        app,
        Glyph::ArrowsClockwise,
        tr!(app.words, "calculator-convert-swap"),
        Message::Convert(convert::Message::Swap),
    );
    let head = line(look, vec![category(app), fill(), swap], space::S);
    let value = input::input(look, tr!(app.words, "calculator-convert-value"), app.convert.value.text())
        .id(VALUE)
        .bare()
        .step(look, steps::DISPLAY_SMALL)
        .at_right()
        .sides(0.0)
        .height(look.line(steps::DISPLAY_SMALL))
        .on_input(|text| Message::Convert(convert::Message::Typed(text)))
        .on_select(|text, range| Message::Convert(convert::Message::Selected { text: text.to_owned(), range }));
    let content = column![
        head,
        unit(app, tr!(app.words, "calculator-convert-from"), from, Menu::From),
        value,
        rule(),
        unit(app, tr!(app.words, "calculator-convert-to"), to, Menu::To),
        result(app),
    ];
    let is_currency = app.convert.category == Category::Currency;
    let content = content.extend(is_currency.then(|| rates::view(app))).spacing(space::XS);
    container(content)
        .padding(Padding { top: space::S, right: space::L, bottom: space::M, left: space::L })
        .width(Length::Fill)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .style(boxes::sheet)
        .into()
}

fn result(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    match &app.convert.result {
        Some(Ok(shown)) => {
            let about = text::label(look, steps::HEADING, if shown.forms[0].text.is_exact { "" } else { "≈" });
            let digits = fitting(look, &shown.forms[0].text.text);
            iced::widget::row![about.style(colors::muted), digits].align_y(Alignment::Center).into()
        }
        // That there are no rates is said below, with the way to some.
        Some(Err(error)) if matches!(error.kind, ErrorKind::NoRate(_)) && app.rates.is_none() => {
            candela_ui::widget::gap(1.0, space::M)
        }
        Some(Err(error)) => {
            let words = text::body(look, sentence(&error.kind, &app.words)).style(colors::muted);
            container(words).width(Length::Fill).align_x(Alignment::End).into()
        }
        None => candela_ui::widget::gap(1.0, look.line(steps::DISPLAY)),
    }
}

fn category(app: &App) -> Element<'_, Message> {
    let rows = Category::ALL.into_iter().map(|category| {
        let row = MenuRow::new(
            category_name(&app.words, category),
            Some(Message::Convert(convert::Message::Choose(category))),
        );
        MenuPart::Row(if category == app.convert.category { row.glyph(Glyph::Check) } else { row })
    });
    let floating = (app.menu == Some(Menu::Category)).then(|| menu(&app.look, rows.collect()));
    let face = candela_ui::widget::menu_button(&app.look, category_name(&app.words, app.convert.category));
    popover(&app.look, pressable(face, Message::Open(Menu::Category)), floating, Message::Dismiss).into()
}

/// A unit, to be changed: what it is for, its name, its symbol.
fn unit<'a>(app: &'a App, head: String, symbol: &'static str, which: Menu) -> Element<'a, Message> {
    let look = &app.look;
    let name = unit_name(&app.words, symbol).unwrap_or_default();
    let parts = vec![
        text::caption(look, head).into(),
        Clip::new(look, steps::BODY_MEDIUM, name).width(Length::Shrink).into(),
        text::muted(look, symbol).into(),
        glyph(Glyph::CaretDownBold, icon::CARET).into(),
    ];
    let face = button(container(line(look, parts, space::S)).center_y(Length::Fill))
        .padding(Padding::from([0.0, space::S]))
        .height(look.control())
        .style(buttons::quiet);
    let floating = (app.menu == Some(which)).then(|| units(app, which));
    let control = popover(look, pressable(face, Message::Open(which)), floating, Message::Dismiss);
    container(control).width(Length::Fill).align_x(look.start()).into()
}

fn units(app: &App, which: Menu) -> Element<'_, Message> {
    let chosen = if which == Menu::From { app.convert.from } else { app.convert.to };
    let rows = app.convert.category.units().iter().enumerate().map(|(at, symbol)| {
        let choose =
            if which == Menu::From { convert::Message::ChooseFrom(at) } else { convert::Message::ChooseTo(at) };
        let label = unit_name(&app.words, symbol).unwrap_or_else(|| (*symbol).to_owned());
        let row = MenuRow::new(label, Some(Message::Convert(choose))).keys(*symbol);
        MenuPart::Row(if at == chosen { row.glyph(Glyph::Check) } else { row })
    });
    menu(&app.look, rows.collect())
}

fn category_name(words: &Words, category: Category) -> String {
    match category {
        Category::Length => tr!(words, "calculator-category-length"),
        Category::Area => tr!(words, "calculator-category-area"),
        Category::Volume => tr!(words, "calculator-category-volume"),
        Category::Mass => tr!(words, "calculator-category-mass"),
        Category::Time => tr!(words, "calculator-category-time"),
        Category::Speed => tr!(words, "calculator-category-speed"),
        Category::Temperature => tr!(words, "calculator-category-temperature"),
        Category::Data => tr!(words, "calculator-category-data"),
        Category::Energy => tr!(words, "calculator-category-energy"),
        Category::Power => tr!(words, "calculator-category-power"),
        Category::Pressure => tr!(words, "calculator-category-pressure"),
        Category::Angle => tr!(words, "calculator-category-angle"),
        Category::Currency => tr!(words, "calculator-category-currency"),
    }
}

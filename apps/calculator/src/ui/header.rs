//! The header: the mode at its start, the unit of angles, history, menu and window buttons at its end.

use super::menu;
use crate::app::{App, Menu, Message};
use crate::key::chord;
use crate::mode::Mode;

use candela_calculator_core::Angle;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::focus::pressable;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::button as buttons;
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::bar::{self, WindowButtons};
use candela_ui::widget::{fill, icon_button, line, popover, text, tooltip};

use iced::widget::{button, container, mouse_area};
use iced::{Length, Padding};

/// Narrower windows have no room to maximise.
const WIDE: f32 = 480.0;

pub fn view(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let history = icon_button(look, Glyph::ClockCounterClockwise);
    let history = if app.history.is_open { history.style(buttons::on) } else { history };
    let history = tooltip(look, pressable(history, Message::ToggleHistory), tr!(app.words, "calculator-history"));
    let more = pressable(icon_button(look, Glyph::DotsThreeVertical), Message::Open(Menu::Main));
    let more = tooltip(look, more, tr!(app.words, "calculator-menu")).keys(&app.words.chord(chord::MENU));
    let floating = (app.menu == Some(Menu::Main)).then(|| menu::main(app));
    let more = popover(look, more, floating, Message::Dismiss).at_end();
    let mut parts = vec![modes(app), fill()];
    if app.settings.mode != Mode::Scientific || app.history.is_open {
        parts.push(angle(app));
    }
    parts.push(history.keys(&app.words.chord(chord::HISTORY)).into());
    parts.push(more.into());
    parts.push(candela_ui::widget::gap(space::XS, 0.0));
    parts.push(window_buttons(app));
    let header = bar::header(look, parts);
    mouse_area(header).on_press(Message::Drag).on_double_click(Message::ToggleMaximised).into()
}

fn modes(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let name = text::strong(look, menu::mode_name(&app.words, app.settings.mode));
    let face = line(look, vec![name.into(), glyph(Glyph::CaretDownBold, icon::CARET).into()], space::S);
    let face = button(container(face).center_y(Length::Fill))
        .padding(Padding::from([0.0, space::ICON]))
        .height(look.control())
        .style(buttons::quiet);
    let face = tooltip(look, pressable(face, Message::Open(Menu::Modes)), tr!(app.words, "calculator-mode-tip"));
    let floating = (app.menu == Some(Menu::Modes)).then(|| menu::modes(app));
    popover(look, face, floating, Message::Dismiss).into()
}

/// The unit of angles, which can be changed everywhere and is always seen.
fn angle(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let name = text::label(look, steps::CAPTION_STRONG, angle_name(app, app.settings.angle));
    let face = button(container(name).center_y(Length::Fill))
        .padding(Padding::from([0.0, space::S]))
        .height(look.control())
        .style(buttons::quiet);
    tooltip(look, pressable(face, Message::NextAngle), tr!(app.words, "calculator-angle-tip"))
        .keys(&app.words.chord(chord::ANGLE))
        .into()
}

/// The short name of a unit of angles.
pub fn angle_name(app: &App, angle: Angle) -> String {
    match angle {
        Angle::Degree => tr!(app.words, "calculator-angle-degree"),
        Angle::Radian => tr!(app.words, "calculator-angle-radian"),
        Angle::Gradian => tr!(app.words, "calculator-angle-gradian"),
    }
}

fn window_buttons(app: &App) -> Element<'_, Message> {
    let is_wide = app.size.width >= WIDE;
    let buttons = WindowButtons {
        minimise: Some(Message::Minimise),
        maximise: is_wide.then_some(Message::ToggleMaximised),
        is_maximised: app.is_maximised,
        close: Some(Message::CloseAsked),
    };
    bar::window_buttons(&app.look, buttons).into()
}

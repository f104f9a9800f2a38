//! Check boxes, switches, sliders, progress.

use super::{Part, along, group};
use crate::{App, Message};

use candela_ui::Look;
use candela_ui::tokens::{size, space};
use candela_ui::widget::progress::{Progress, progress};
use candela_ui::widget::ring::ring;
use candela_ui::widget::slider::{Scale, slider};
use candela_ui::widget::toggle::{Checked, check, switch};
use candela_ui::widget::{line, text};

pub fn view(app: &App) -> Part<'_> {
    let look = &app.look;
    let checks = vec![
        check(look, app.is_checked, "Checked").on_press(Message::Check).into(),
        check(look, Checked::Off, "Open").on_press(Message::Press).into(),
        check(look, Checked::Mixed, "Some").on_press(Message::Press).into(),
    ];
    let off = [(Checked::On, "On, off"), (Checked::Off, "Off"), (Checked::Mixed, "Some, off")];
    let off = off.map(|(checked, label)| check(look, checked, label).into());
    let on = || switch(look, app.is_on).on_press(Message::Switch);
    let switches = vec![
        on().into(),
        switch(look, false).on_press(Message::Press).into(),
        switch(look, true).into(),
        switch(look, false).into(),
        ring(on()).corner(size::SWITCH_HEIGHT / 2.0).into(),
    ];
    let words = format!("{} %", app.percent);
    group(
        look,
        "Choices and progress",
        vec![
            along(look, checks, space::L),
            along(look, off.into(), space::L),
            along(look, switches, space::L),
            slider(look, Scale::new(0.0..=100.0, 1.0), app.percent, words, Message::Slide).into(),
            bar(look, Progress::Running(0.62), "62 %"),
            bar(look, Progress::Paused(0.3), "Paused"),
            bar(look, Progress::Unknown, "Counting…"),
        ],
    )
}

fn bar<'a>(look: &Look, how: Progress, words: &str) -> Part<'a> {
    line(look, vec![progress(look, how).into(), text::caption(look, words).into()], space::M).into()
}

//! The question: what waits, what speaks against it, and whether it is to be installed first.

use super::{facts, warning};
use crate::app::{App, Choice, Countdown, Message};

use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shutdown_core::Detection;
use candela_shutdown_core::plan::{Answer, Power};
use candela_ui::icon::Glyph;
use candela_ui::tokens::{size, space};
use candela_ui::widget::dialog::dialog_head;
use candela_ui::widget::progress::{Progress, progress};
use candela_ui::widget::{line, start, text, toggle};
use candela_ui::{Column, Element};

use iced::widget::container;

/// While it is being looked.
pub fn looking(app: &App, power: Power) -> Vec<Element<'_, Message>> {
    let words = &app.words;
    vec![dialog_head(&app.look, glyph(power), title(words, power), tr!(words, "shutdown-looking"))]
}

/// The question, from its heading to its countdown.
pub fn parts<'a>(app: &'a App, choice: &'a Choice) -> Vec<Element<'a, Message>> {
    let head = dialog_head(&app.look, glyph(choice.power), title(&app.words, choice.power), sentence(app, choice));
    let mut parts = vec![head];
    parts.extend(warning::parts(app, choice));
    if let Some(updates) = choice.updates() {
        if !choice.is_low() {
            parts.push(facts::card(app, choice, updates));
        }
        parts.push(tick(app, choice));
    }
    parts.extend(choice.countdown.map(|countdown| count(app, choice, countdown)));
    parts
}

pub fn glyph(power: Power) -> Glyph {
    match power {
        Power::PowerOff => Glyph::Power,
        Power::Reboot => Glyph::ArrowClockwise,
    }
}

pub fn title(words: &Words, power: Power) -> String {
    match power {
        Power::PowerOff => tr!(words, "shutdown-title-power-off"),
        Power::Reboot => tr!(words, "shutdown-title-reboot"),
    }
}

fn sentence(app: &App, choice: &Choice) -> String {
    let words = &app.words;
    match (&choice.found.report.detection, choice.power) {
        (Detection::Pending(updates), _) if choice.hindrance().is_some() => match updates.count {
            Some(count) => tr!(words, "shutdown-not-now-count", count = count),
            None => tr!(words, "shutdown-not-now"),
        },
        (Detection::Pending(_), Power::PowerOff) => tr!(words, "shutdown-ready-power-off"),
        (Detection::Pending(_), Power::Reboot) => tr!(words, "shutdown-ready-reboot"),
        (Detection::None | Detection::Available(_), Power::PowerOff) => tr!(words, "shutdown-nothing-power-off"),
        (Detection::None | Detection::Available(_), Power::Reboot) => tr!(words, "shutdown-nothing-reboot"),
        (Detection::Busy(_), _) => tr!(words, "shutdown-busy"),
        (Detection::Unknown(_), _) => tr!(words, "shutdown-unknown"),
    }
}

/// "Install updates first", and below it why it cannot be ticked or was not.
fn tick<'a>(app: &'a App, choice: &'a Choice) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let is_free = choice.hindrance().is_none();
    let label = tr!(words, "shutdown-install-first");
    let check =
        toggle::check(look, choice.is_ticked(), label).on_press_maybe(is_free.then_some(Message::ToggleUpdates));
    let check: Element<'_, Message> = if is_free {
        candela_ui::focus::focusable(check).on_press(Message::ToggleUpdates).into()
    } else {
        check.into()
    };
    let must_download = choice.updates().is_some_and(|updates| updates.to_download != Some(0));
    let reason = if choice.is_low() {
        Some(tr!(words, "shutdown-install-charger"))
    } else if must_download {
        Some(tr!(words, "shutdown-offline"))
    } else {
        None
    };
    let mut parts = vec![start(look, check)];
    let beside = size::MARK + space::ICON;
    parts.extend(reason.map(|reason| {
        let words = container(text::caption(look, reason)).padding(look.inset(0.0, 0.0, 0.0, beside));
        start(look, words)
    }));
    Column::with_children(parts).spacing(space::HAIR).into()
}

fn count<'a>(app: &'a App, choice: &Choice, countdown: Countdown) -> Element<'a, Message> {
    let (look, words, seconds) = (&app.look, &app.words, countdown.left);
    let said = match (app.countdown_answer(), choice.power) {
        (Answer::Cancel, _) => tr!(words, "shutdown-countdown-cancel", seconds = seconds),
        (_, Power::PowerOff) => tr!(words, "shutdown-countdown-power-off", seconds = seconds),
        (_, Power::Reboot) => tr!(words, "shutdown-countdown-reboot", seconds = seconds),
    };
    // Nothing is being done while it runs: it has the quiet colour.
    let bar = progress(look, Progress::Paused(countdown.part()));
    let bar = line(look, vec![bar.thin().into(), text::caption(look, said).into()], space::M).into();
    let is_held_back = app.countdown_answer() == Answer::Install && choice.supply.is_on_battery();
    let note = is_held_back.then(|| start(look, text::caption(look, tr!(words, "shutdown-countdown-battery"))));
    Column::with_children([bar].into_iter().chain(note)).spacing(space::HAIR).into()
}

//! The cards that warn, before anything is closed.

use crate::app::{App, Choice, Hindrance, Message};
use crate::notice;

use candela_shared::tr;
use candela_shutdown_core::Detection;
use candela_shutdown_core::power_supply::{LEAST, LEAST_FOR_UPGRADE, Supply};
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::widget::dialog::warning_card;

/// The programs named at the most.
const MOST: usize = 4;

pub fn parts<'a>(app: &'a App, choice: &Choice) -> Vec<Element<'a, Message>> {
    let cards = [state(app, choice), hindrance(app, choice), blockers(app), others(app), last_failure(app, choice)];
    cards.into_iter().flatten().collect()
}

fn state<'a>(app: &'a App, choice: &Choice) -> Option<Element<'a, Message>> {
    let (look, words) = (&app.look, &app.words);
    match &choice.found.report.detection {
        Detection::Busy(activity) => {
            let detail = tr!(words, "shutdown-busy-detail", reason = notice::busy(words, activity));
            Some(warning_card(look, Glyph::Hourglass, tr!(words, "shutdown-busy-title"), detail))
        }
        Detection::Unknown(reason) => {
            let detail = tr!(words, "shutdown-unknown-detail", reason = notice::unknown(words, reason));
            Some(warning_card(look, Glyph::Warning, tr!(words, "shutdown-unknown-title"), detail))
        }
        Detection::None | Detection::Available(_) | Detection::Pending(_) => None,
    }
}

fn hindrance<'a>(app: &'a App, choice: &Choice) -> Option<Element<'a, Message>> {
    let (look, words) = (&app.look, &app.words);
    match (choice.hindrance()?, choice.supply) {
        (Hindrance::Battery, Supply::Discharging(charge)) => {
            let is_upgrade = choice.updates().is_some_and(|updates| updates.release_upgrade);
            let least = if is_upgrade { LEAST_FOR_UPGRADE } else { LEAST };
            let title = tr!(words, "shutdown-battery-title", percent = charge);
            let detail = tr!(words, "shutdown-battery-detail", least = least);
            Some(warning_card(look, Glyph::BatteryWarningFill, title, detail))
        }
        (Hindrance::Source(obstacle), _) => {
            let detail = notice::obstacle(words, &obstacle);
            Some(warning_card(look, Glyph::Warning, tr!(words, "shutdown-obstacle-title"), detail))
        }
        (Hindrance::Battery, Supply::Unknown | Supply::Mains | Supply::PluggedIn(_)) => None,
    }
}

fn blockers(app: &App) -> Option<Element<'_, Message>> {
    let (words, all) = (&app.words, &app.circumstances.blockers);
    let line = |(who, why): (&str, &str)| tr!(words, "shutdown-blocked-line", who = who, why = why);
    let lines = all.iter().take(MOST).map(|blocker| line((&blocker.who, &blocker.why))).collect::<Vec<_>>().join("\n");
    let title = tr!(words, "shutdown-blocked-title", count = all.len());
    (!all.is_empty()).then(|| warning_card(&app.look, Glyph::Hourglass, title, lines))
}

fn others(app: &App) -> Option<Element<'_, Message>> {
    let (words, all) = (&app.words, &app.circumstances.others);
    let detail = tr!(words, "shutdown-users-detail", names = all.join(", "));
    (!all.is_empty()).then(|| warning_card(&app.look, Glyph::Users, tr!(words, "shutdown-users-title"), detail))
}

fn last_failure<'a>(app: &'a App, choice: &Choice) -> Option<Element<'a, Message>> {
    let said = choice.updates()?.last_failure.clone()?;
    let title = tr!(app.words, "shutdown-last-failure-title");
    Some(warning_card(&app.look, Glyph::WarningCircle, title, said))
}

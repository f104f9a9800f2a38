//! The buttons: what can be answered now.

use crate::app::{App, Choice, Message, PRIMARY, Stage};
use crate::window::wider;

use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shutdown_core::plan::{Answer as Chosen, Power};
use candela_ui::theme::button as kind;
use candela_ui::tokens::size;
use candela_ui::widget::dialog::{Answer, dialog_buttons, fit_beside};
use candela_ui::widget::{fill, line, text};
use candela_ui::{Element, Look};

/// The room for buttons beside each other, in logical pixels.
const ROOM: f32 = 432.0;

/// One button.
struct Offer {
    label: String,
    message: Option<Message>,
}

/// The buttons: the way back, and the others, the last of them the primary.
struct Offers {
    away: Option<Offer>,
    others: Vec<Offer>,
}

/// In how many rows the buttons stand.
pub fn foot_rows(app: &App) -> usize {
    let offers = offers(app);
    let all = offers.others.len() + usize::from(offers.away.is_some());
    if is_stacked(&app.look, &offers) { all } else { all.min(1) }
}

pub fn view(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let offers = offers(app);
    if matches!(app.stage, Stage::Session) {
        return session(app, offers);
    }
    let width = if is_stacked(&app.look, &offers) { 0.0 } else { size::VERY_NARROW };
    let last = offers.others.len().saturating_sub(1);
    let others = offers.others.into_iter().enumerate().map(|(at, offer)| {
        let answer = Answer::new(look, offer.label, offer.message);
        if at == last { answer.style(kind::primary).id(PRIMARY) } else { answer }
    });
    let away = offers.away.map(|offer| Answer::new(look, offer.label, offer.message).style(kind::quiet));
    dialog_buttons(look, width, away, others.collect())
}

/// The foot of the session dialog: who is signed in, and the way back.
fn session<'a>(app: &'a App, offers: Offers) -> Element<'a, Message> {
    let look = &app.look;
    let user = text::caption(look, app.user.clone().unwrap_or_default());
    let others = offers.away.map(|offer| Answer::new(look, offer.label, offer.message));
    let buttons = dialog_buttons(look, size::VERY_NARROW, None, others.into_iter().collect());
    line(look, vec![user.into(), fill(), buttons], 0.0).into()
}

fn is_stacked(look: &Look, offers: &Offers) -> bool {
    let labels = offers.away.iter().chain(&offers.others).map(|offer| offer.label.as_str());
    !fit_beside(look, labels, ROOM * wider(look.text_scale))
}

fn offers(app: &App) -> Offers {
    let words = &app.words;
    let cancel = || Some(Offer { label: tr!(words, "shutdown-cancel"), message: Some(Message::Cancel) });
    match &app.stage {
        Stage::Session => Offers { away: cancel(), others: Vec::new() },
        Stage::Told(_) => {
            let close = Offer { label: tr!(words, "shutdown-close"), message: Some(Message::Cancel) };
            Offers { away: None, others: vec![close] }
        }
        Stage::Looking(power) => {
            Offers { away: cancel(), others: vec![Offer { label: plain(words, *power), message: None }] }
        }
        Stage::Asking(choice) => Offers { away: cancel(), others: asking(app, choice) },
        Stage::Working { .. } | Stage::Leaving { .. } => Offers { away: None, others: Vec::new() },
        Stage::Failed { choice, answer, .. } => failed(words, choice, *answer),
    }
}

/// The other way down, what waits once more where that is unknown, and what was asked for.
fn asking(app: &App, choice: &Choice) -> Vec<Offer> {
    let words = &app.words;
    let is_risky = is_risky(app, choice);
    let mut offers = Vec::new();
    if choice.updates().is_none() && !choice.is_plain() {
        offers.push(Offer { label: tr!(words, "shutdown-look-again"), message: Some(Message::LookAgain) });
    } else if choice.power == Power::PowerOff {
        let message = Some(Message::GoDown(Power::Reboot));
        offers.push(Offer { label: plain(words, Power::Reboot), message });
    }
    let label = match (choice.is_ticked(), is_risky, choice.power) {
        (true, _, Power::PowerOff) => tr!(words, "shutdown-update-power-off"),
        (true, _, Power::Reboot) => tr!(words, "shutdown-update-reboot"),
        (false, true, Power::PowerOff) => tr!(words, "shutdown-anyway-power-off"),
        (false, true, Power::Reboot) => tr!(words, "shutdown-anyway-reboot"),
        (false, false, power) => plain(words, power),
    };
    offers.push(Offer { label, message: Some(Message::GoDown(choice.power)) });
    offers
}

/// Whether going down takes something from somebody.
fn is_risky(app: &App, choice: &Choice) -> bool {
    let is_unknown = choice.updates().is_none() && !choice.is_plain();
    is_unknown || !app.circumstances.blockers.is_empty()
}

fn failed(words: &Words, choice: &Choice, answer: Chosen) -> Offers {
    let away = Some(Offer { label: tr!(words, "shutdown-close"), message: Some(Message::Cancel) });
    let retry = Offer { label: tr!(words, "shutdown-retry"), message: Some(Message::Retry) };
    let without = (answer == Chosen::Install).then(|| {
        let label = match choice.power {
            Power::PowerOff => tr!(words, "shutdown-without-power-off"),
            Power::Reboot => tr!(words, "shutdown-without-reboot"),
        };
        Offer { label, message: Some(Message::GoWithout) }
    });
    Offers { away, others: without.into_iter().chain([retry]).collect() }
}

fn plain(words: &Words, power: Power) -> String {
    match power {
        Power::PowerOff => tr!(words, "shutdown-power-off"),
        Power::Reboot => tr!(words, "shutdown-reboot"),
    }
}

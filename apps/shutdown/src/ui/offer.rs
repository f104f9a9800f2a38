//! The buttons: what can be answered now.

use crate::app::{App, Choice, Message, PRIMARY, Stage};
use crate::window::wider;

use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shutdown_core::Error;
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
    loss: Loss,
}

/// Whether it takes something from somebody, and looks so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loss {
    None,
    Work,
}

impl Offer {
    fn new(label: String, message: impl Into<Option<Message>>) -> Self {
        Self { label, message: message.into(), loss: Loss::None }
    }

    fn at_a_loss(self) -> Self {
        Self { loss: Loss::Work, ..self }
    }

    fn answer(self, look: &Look) -> Answer<'static, Message> {
        let answer = Answer::new(look, self.label, self.message);
        if self.loss == Loss::Work { answer.style(kind::destructive) } else { answer }
    }
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
        let answer = offer.answer(look);
        if at == last { answer.style(kind::primary).id(PRIMARY) } else { answer }
    });
    let away = offers.away.map(|offer| offer.answer(look).style(kind::quiet));
    dialog_buttons(look, width, away, others.collect())
}

/// The foot of the session dialog: who is signed in, and the way back.
fn session<'a>(app: &'a App, offers: Offers) -> Element<'a, Message> {
    let look = &app.look;
    let user = text::caption(look, app.user.clone().unwrap_or_default());
    let all = offers.others.into_iter().chain(offers.away).map(|offer| offer.answer(look));
    let buttons = dialog_buttons(look, size::VERY_NARROW, None, all.collect());
    line(look, vec![user.into(), fill(), buttons], 0.0).into()
}

fn is_stacked(look: &Look, offers: &Offers) -> bool {
    let labels = offers.away.iter().chain(&offers.others).map(|offer| offer.label.as_str());
    !fit_beside(look, labels, ROOM * wider(look.text_scale))
}

fn offers(app: &App) -> Offers {
    let words = &app.words;
    let cancel = || Some(Offer::new(tr!(words, "shutdown-cancel"), Message::Cancel));
    match &app.stage {
        Stage::Session => Offers { away: cancel(), others: log_out_anyway(app).into_iter().collect() },
        Stage::Told(_) => {
            let close = Offer::new(tr!(words, "shutdown-close"), Message::Cancel);
            Offers { away: None, others: vec![close] }
        }
        Stage::Looking(power) => Offers { away: cancel(), others: vec![Offer::new(plain(words, *power), None)] },
        Stage::Asking(choice) => Offers { away: cancel(), others: asking(app, choice) },
        Stage::Closing { .. } => Offers { away: cancel(), others: Vec::new() },
        Stage::StillOpen { choice, .. } => still_open(words, choice),
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
        offers.push(Offer::new(tr!(words, "shutdown-look-again"), Message::LookAgain));
    } else if choice.power == Power::PowerOff {
        offers.push(Offer::new(plain(words, Power::Reboot), Message::GoDown(Power::Reboot)));
    }
    let label = match (choice.is_ticked(), is_risky, choice.power) {
        (true, _, Power::PowerOff) => tr!(words, "shutdown-update-power-off"),
        (true, _, Power::Reboot) => tr!(words, "shutdown-update-reboot"),
        (false, true, Power::PowerOff) => tr!(words, "shutdown-anyway-power-off"),
        (false, true, Power::Reboot) => tr!(words, "shutdown-anyway-reboot"),
        (false, false, power) => plain(words, power),
    };
    offers.push(Offer::new(label, Message::GoDown(choice.power)));
    offers
}

fn still_open(words: &Words, choice: &Choice) -> Offers {
    let label = match choice.power {
        Power::PowerOff => tr!(words, "shutdown-anyway-power-off"),
        Power::Reboot => tr!(words, "shutdown-anyway-reboot"),
    };
    let back = Offer::new(tr!(words, "shutdown-back"), Message::GoBack);
    let anyway = Offer::new(label, Message::GoAnyway).at_a_loss();
    let retry = Offer::new(tr!(words, "shutdown-retry"), Message::Retry);
    Offers { away: Some(back), others: vec![anyway, retry] }
}

/// Ends the session though windows stay open, where that was just refused.
fn log_out_anyway(app: &App) -> Option<Offer> {
    let is_refused = matches!(app.trouble, Some(Error::StillOpen { .. }));
    let label = tr!(app.words, "shutdown-anyway-log-out");
    is_refused.then(|| Offer::new(label, Message::LogOutAnyway).at_a_loss())
}

/// Whether going down takes something from somebody.
fn is_risky(app: &App, choice: &Choice) -> bool {
    let is_unknown = choice.updates().is_none() && !choice.is_plain();
    is_unknown || !app.circumstances.blockers.is_empty()
}

fn failed(words: &Words, choice: &Choice, answer: Chosen) -> Offers {
    let away = Some(Offer::new(tr!(words, "shutdown-close"), Message::Cancel));
    let retry = Offer::new(tr!(words, "shutdown-retry"), Message::Retry);
    let without = (answer == Chosen::Install).then(|| {
        let label = match choice.power {
            Power::PowerOff => tr!(words, "shutdown-without-power-off"),
            Power::Reboot => tr!(words, "shutdown-without-reboot"),
        };
        Offer::new(label, Message::GoWithout)
    });
    Offers { away, others: without.into_iter().chain([retry]).collect() }
}

fn plain(words: &Words, power: Power) -> String {
    match power {
        Power::PowerOff => tr!(words, "shutdown-power-off"),
        Power::Reboot => tr!(words, "shutdown-reboot"),
    }
}

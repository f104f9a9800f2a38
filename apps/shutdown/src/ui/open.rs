//! Windows that are being closed, and what stays open.

use crate::app::{App, Choice, Message};
use crate::notice;

use candela_shared::tr;
use candela_shutdown_core::Error;
use candela_shutdown_core::plan::Power;
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::widget::dialog::{dialog_head, warning_card};
use candela_ui::widget::progress::{Progress, progress};

/// The windows named at the most.
const MOST: usize = 6;

pub fn closing(app: &App) -> Vec<Element<'_, Message>> {
    let (look, words) = (&app.look, &app.words);
    let (title, detail) = (tr!(words, "shutdown-closing-title"), tr!(words, "shutdown-closing-detail"));
    vec![dialog_head(look, Glyph::Hourglass, title, detail), progress(look, Progress::Unknown).into()]
}

pub fn parts<'a>(app: &'a App, choice: &Choice, error: &Error) -> Vec<Element<'a, Message>> {
    let (look, words) = (&app.look, &app.words);
    let Error::StillOpen { .. } = error else {
        let detail = tr!(words, "shutdown-failed-stays", reason = notice::failed(words, error));
        return vec![dialog_head(look, Glyph::WarningCircle, tr!(words, "shutdown-unasked-title"), detail)];
    };
    let detail = match choice.power {
        Power::PowerOff => tr!(words, "shutdown-open-detail-power-off"),
        Power::Reboot => tr!(words, "shutdown-open-detail-reboot"),
    };
    let head = dialog_head(look, Glyph::WarningCircle, tr!(words, "shutdown-open-title"), detail);
    [head].into_iter().chain(card(app, error)).collect()
}

/// A card that names what stays open; `None` for any other failure.
pub fn card<'a>(app: &'a App, error: &Error) -> Option<Element<'a, Message>> {
    let Error::StillOpen { windows, blockers } = error else { return None };
    let words = &app.words;
    let all = notice::open(words, windows, blockers);
    let mut lines = all.clone();
    if lines.len() > MOST {
        lines.truncate(MOST - 1);
        lines.push(tr!(words, "shutdown-open-more", count = all.len() - lines.len()));
    }
    let title = tr!(words, "shutdown-open-count", count = all.len());
    Some(warning_card(&app.look, Glyph::Warning, title, lines.join("\n")))
}
